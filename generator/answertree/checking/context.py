"""What a check looks at."""

from collections.abc import Iterator
from functools import cached_property

from answertree.checking.suggestions import Suggestions
from answertree.knowledge.graph import Graph, build_graph
from answertree.knowledge.references import Names
from answertree.knowledge.steps import Question
from answertree.reading.load import Loaded


class Context:
    """What was loaded, and what several checks want to know about it."""

    def __init__(self, loaded: Loaded) -> None:
        self.base = loaded.base
        self.uncertainty = loaded.uncertainty

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

    def questions(self) -> Iterator[tuple[str, str, Question]]:
        """Every question, with its scenario and its id there."""
        for scenario, entry in self.base.scenarios.items():
            for name, step in entry.steps.items():
                if isinstance(step, Question):
                    yield scenario, name, step

    @property
    def has_guide(self) -> bool:
        """Whether the guide file could be understood: it has a start then."""
        return bool(self.base.guide.starts)
