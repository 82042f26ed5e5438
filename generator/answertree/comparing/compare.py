"""What a change does to the reader, as a report in Markdown for somebody who reads no YAML."""

from collections.abc import Iterable, Iterator

from answertree.comparing.entries import changed_entries
from answertree.comparing.links import lost_links
from answertree.comparing.matching import Change, match
from answertree.comparing.reach import changed_reach
from answertree.comparing.texts import escaped
from answertree.comparing.titles import title
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.graph import Edge, Graph
from answertree.knowledge.kinds import KINDS, SCENARIOS
from answertree.rendering import graph_formats


def compare(before: KnowledgeBase, after: KnowledgeBase) -> str:
    """The differences between two whole knowledge bases, as Markdown; with a picture of each
    scenario whose questions, answers or outcomes are others."""
    change = match(before, after)
    parts = [
        *_section(SCENARIOS.heading, changed_entries(change, SCENARIOS.folder)),
        *_section("What readers can reach", changed_reach(change)),
        *(
            line
            for kind in KINDS
            if kind is not SCENARIOS
            for line in _section(kind.heading, changed_entries(change, kind.folder))
        ),
        *_section("The guide as a whole", changed_entries(change, "guide")),
        *_section("Links that will break", lost_links(change)),
        *_pictures(change),
    ]
    lines = ["# What changes for the reader", "", *(parts or ["Nothing changes for the reader."])]
    return "\n".join(lines).rstrip() + "\n"


def _section(heading: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return [f"## {heading}", "", *found, *([""] if found[-1] else [])] if found else []


def _pictures(change: Change) -> Iterator[str]:
    """A picture of each scenario that is not drawn as it was, in which what is new stands out."""
    old, new = change.graphs
    for name, scenario in change.after.scenarios.items():
        was = change.was["scenarios"].get(name)
        if was is None or _drawn(old, was) != _drawn(new, name):
            marked = _marked(change, name) if was else set()
            yield from (f"## {escaped(scenario.title)}, as it is now", "")
            if marked:
                yield from ("What is new or reads otherwise has a thick line.", "")
            picture = graph_formats.as_mermaid(change.after, [name], marked)
            yield from ("```mermaid", picture, "```", "")


def _drawn(graph: Graph, scenario: str) -> set[tuple[str, ...]]:
    """The words in the picture of a scenario: of its steps, and of the ways on from them."""
    steps = _steps(graph, scenario)
    return {(title(graph.steps[name]),) for name in steps} | {
        (title(graph.steps[name]), edge.say, title(graph.steps[edge.target]))
        for name in steps
        for edge in graph.edges[name]
    }


def _marked(change: Change, scenario: str) -> set[str | Edge]:
    """The steps of a scenario that are new or have another title, and ways that were not there."""
    old, new = change.graphs
    steps = _steps(new, scenario)
    was = change.was["steps"]
    titles = {name: title(old.steps[was[name]]) for name in steps if name in was}
    ways = {
        (change.now("steps", edge.source), edge.say, change.now("steps", edge.target))
        for edges in old.edges.values()
        for edge in edges
    }
    edges = (edge for name in steps for edge in new.edges[name])
    return {name for name in steps if titles.get(name) != title(new.steps[name])} | {
        edge for edge in edges if (edge.source, edge.say, edge.target) not in ways
    }


def _steps(graph: Graph, scenario: str) -> list[str]:
    return [name for name in graph.steps if name.partition(".")[0] == scenario]
