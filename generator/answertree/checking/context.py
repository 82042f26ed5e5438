"""What a check looks at."""

from functools import cached_property

from answertree.checking.suggestions import Suggestions
from answertree.knowledge.graph import Graph, build_graph
from answertree.knowledge.references import Names
from answertree.reading.load import Loaded


class Context:
    """What was loaded, and what several checks want to know about it."""

    def __init__(self, loaded: Loaded) -> None:
        self.base = loaded.base
        self.uncertainty = loaded.uncertainty
        self.has_guide = loaded.has_guide

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
