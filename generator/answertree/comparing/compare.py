"""What a change does to the reader, as a report in Markdown for somebody who reads no YAML."""

from collections.abc import Iterable, Iterator

from answertree.comparing.entries import changed_entries
from answertree.comparing.links import lost_links
from answertree.comparing.matching import Change, match
from answertree.comparing.reach import changed_reach
from answertree.comparing.texts import escaped
from answertree.comparing.titles import title
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.graph import Graph
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
    """A picture of each scenario that is not drawn as it was."""
    old, new = change.graphs
    for name, scenario in change.after.scenarios.items():
        was = change.was["scenarios"].get(name)
        if was is None or _drawn(old, was) != _drawn(new, name):
            yield from (f"## {escaped(scenario.title)}, as it is now", "")
            yield from ("```mermaid", graph_formats.as_mermaid(change.after, [name]), "```", "")


def _drawn(graph: Graph, scenario: str) -> set[tuple[str, ...]]:
    """The words in the picture of a scenario: of its steps, and of the ways on from them."""
    steps = [name for name in graph.steps if name.partition(".")[0] == scenario]
    return {(title(graph.steps[name]),) for name in steps} | {
        (title(graph.steps[name]), edge.say, title(graph.steps[edge.target]))
        for name in steps
        for edge in graph.edges[name]
    }
