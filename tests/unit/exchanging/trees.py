"""What tests of trees from elsewhere have in common: a tree as plain data, and as content."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from answertree.exchanging.foreign_tree import ForeignTree
from answertree.exchanging.scenario_yaml import as_yaml, scenario
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.graph import Graph, build_graph
from answertree.knowledge.kinds import SCENARIOS
from answertree.knowledge.steps import Scenario, title_of
from answertree.reading.validation import validate
from answertree.reading.yaml_reader import read

Drawn = list[tuple[str, list[tuple[str, int]]]]


def nodes(tree: ForeignTree) -> dict[str, tuple[str, dict[str, str]]]:
    """The title of each node, and where each answer leads."""
    return {
        node.name: (node.title, {way.say: way.target for way in node.ways}) for node in tree.nodes
    }


def losses(tree: ForeignTree) -> list[tuple[int, str]]:
    """What was lost, with its lines, in order."""
    return [(loss.line, loss.said) for loss in sorted(tree.losses)]


def imported(tree: ForeignTree) -> tuple[Scenario, dict[str, Any]]:
    """A tree as a scenario, read from the YAML that is written of it, and its data."""
    data = scenario(tree, ())
    source, problems = read("tree.yml", as_yaml(data, "x").encode())
    assert source is not None
    validated = validate(source, SCENARIOS.model)
    assert [*problems, *validated.problems] == []
    assert isinstance(validated.entry, Scenario)
    return validated.entry, data


def drawn(graph: Graph) -> Drawn:
    """Every step in order: its title, and its answers with the place of the step each leads to."""
    places = {name: place for place, name in enumerate(graph.steps)}
    return [
        (title_of(step), [(edge.say, places[edge.target]) for edge in graph.edges[name]])
        for name, step in graph.steps.items()
    ]


def round_trip(text: str, read_tree: Callable[[str], ForeignTree]) -> Drawn:
    """The graph of a tree that was written by the export and read by an import."""
    entry, _ = imported(read_tree(text))
    return drawn(build_graph(KnowledgeBase.of(None, {"scenarios": {"tree": entry}})))


FOLDERS = [Path(__file__).parent.parent / "small", Path(__file__).parents[3] / "content"]
