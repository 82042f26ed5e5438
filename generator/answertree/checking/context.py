"""What a rule looks at, and what it yields."""

from dataclasses import dataclass
from functools import cached_property

from answertree.checking.suggestions import Suggestions
from answertree.knowledge.graph import Graph, build_graph
from answertree.knowledge.problems import Code, Path
from answertree.knowledge.references import Names
from answertree.reading.load import Loaded


@dataclass(frozen=True)
class Finding:
    """Where a rule is broken: the entry, the path in its file, and what is wrong there."""

    kind: str
    id: str
    path: Path
    message: str
    hint: str = ""
    on_key: bool = False
    snippet: str = ""
    nth: int = 0
    code: Code | None = None


class Context:
    """What was loaded, and what several rules want to know about it."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.base = loaded.base

    @cached_property
    def graph(self) -> Graph:
        """The decision tree, as far as its targets lead anywhere."""
        return build_graph(self.base)

    @cached_property
    def names(self) -> Names:
        """What may be referred to."""
        return Names(self.base)

    @cached_property
    def suggestions(self) -> Suggestions:
        """What may have been meant by a name that nothing has."""
        return Suggestions(self.base, self.names, self.graph)

    @property
    def has_guide(self) -> bool:
        """Whether the guide file could be understood: it has a start then."""
        return bool(self.base.guide.starts)

    def may_exist(self, *names: str) -> bool:
        """Whether a file that could not be understood may give any of the names to something."""
        return any(name in self.loaded.named for name in names)

    def may_be_used(self, *names: str) -> bool:
        """Whether a file that could not be understood may refer to any of the names."""
        return any(name in self.loaded.used for name in names)
