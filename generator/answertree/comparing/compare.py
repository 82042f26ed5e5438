"""What a change does to the reader, told in Markdown to somebody who reads no YAML."""

from collections.abc import Iterable, Iterator

from answertree.comparing.entries import changed_entries, changed_guide
from answertree.comparing.links import lost_links
from answertree.comparing.matching import Change, match
from answertree.comparing.steps import changed_reach, changed_scenarios
from answertree.comparing.texts import shown
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.kinds import KINDS, SCENARIOS
from answertree.rendering import graph_formats


def compare(before: KnowledgeBase, after: KnowledgeBase) -> str:
    """The differences between two whole knowledge bases, as Markdown with a picture of each
    scenario that changed."""
    change = match(before, after)
    scenarios = changed_scenarios(change)
    parts = [
        *_section(SCENARIOS.heading, _tree(change, scenarios)),
        *_section("Where readers can get", changed_reach(change)),
        *(
            line
            for kind in KINDS
            if kind is not SCENARIOS
            for line in _section(kind.heading, changed_entries(change, kind.folder))
        ),
        *_section("The guide as a whole", changed_guide(change)),
        *_section("Links that will break", lost_links(change)),
        *_pictures(after, scenarios),
    ]
    if not parts:
        parts = ["Nothing changes for the reader.", ""]
    return "\n".join(["# What changes for the reader", "", *parts]).rstrip() + "\n"


def _section(title: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return [f"## {title}", "", *found, ""] if found else []


def _tree(change: Change, scenarios: dict[str, list[str]]) -> list[str]:
    lines: list[str] = []
    for name, found in scenarios.items():
        if entry := change.after.scenarios.get(name):
            new = " (new)" if name not in change.was["scenarios"] else ""
            lines += [f"### {shown(entry.title)}{new}", "", *found, ""]
        else:
            lines += [*found, ""]
    return lines[:-1]


def _pictures(after: KnowledgeBase, scenarios: Iterable[str]) -> Iterator[str]:
    for name in scenarios:
        if entry := after.scenarios.get(name):
            picture = graph_formats.as_mermaid(after, [name])
            yield from (f"## {shown(entry.title)}, as it is now", "")
            yield from ("```mermaid", picture, "```", "")
