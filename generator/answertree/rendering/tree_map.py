"""The map of a scenario: its steps as a tree, each drawn once, as near to the start as it can be.

An answer is nearer than the way on from an outcome, which begins a new way.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from answertree.knowledge.graph import Graph

DEEPEST = 8  # levels that fit on a phone; what lies deeper stands at the top of the map


@dataclass(frozen=True)
class Branch:
    """A way to a step, by its words ("" at the top of a map, and where a step just goes on).

    Where the step is `drawn` its own ways follow; elsewhere it is only named, since it stands in
    another place of this map, or on that of another scenario.
    """

    say: str
    step: str
    drawn: bool
    branches: "tuple[Branch, ...]" = ()


def tree_map(graph: Graph, scenario: str, start: str) -> list[Branch]:
    """The trees of a scenario, whose steps are named `scenario.step`.

    There is that of its start, and one for each step to which only other scenarios lead, or which
    would stand too deep.
    """
    steps = [name for name in graph.steps if name.partition(".")[0] == scenario]
    places = _places(graph, steps, f"{scenario}.{start}")

    def branch(say: str, name: str, place: _Place) -> Branch:
        if places.get(name, ("", -1)) != place:
            return Branch(say, name, drawn=False)
        edges = enumerate(graph.edges[name])
        below = (branch(edge.say, edge.target, (name, index)) for index, edge in edges)
        return Branch(say, name, True, tuple(below))

    return [branch("", name, None) for name, place in places.items() if place is None]


# Where a step is drawn: at which way on from which step; None at the top of the map.
_Place: TypeAlias = tuple[str, int] | None
_Way: TypeAlias = tuple[str, _Place, int]


def _places(graph: Graph, steps: list[str], start: str) -> dict[str, _Place]:
    """Where each step of a scenario is drawn."""
    found: dict[str, _Place] = {}
    for top in (start, *_tops(graph, steps), *steps):
        if top in found:
            continue
        answers, later = deque[_Way]([(top, None, 0)]), deque[_Way]()
        while answers or later:
            name, place, level = (answers or later).popleft()
            if name in found:
                continue
            if level > DEEPEST:
                place, level = None, 0
            found[name] = place
            ways = answers if name in graph.questions else later
            for index, edge in enumerate(graph.edges[name]):
                if edge.target in steps:
                    ways.append((edge.target, (name, index), level + 1))
    return found


def _tops(graph: Graph, steps: list[str]) -> Iterator[str]:
    """The steps to which none of the scenario leads."""
    led_to = {edge.target for name in steps for edge in graph.edges[name]}
    return (name for name in steps if name not in led_to)
