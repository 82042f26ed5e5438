"""How a long list is spread over pages, by topic where there is one.

A list that is not long stands whole on the page that shows it. Of a long one that page has the
topics, and the entries are on pages called by its name, two hyphens and more: names in the content
have single hyphens alone, so that nothing else can be called so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Link, PointId
from answertree.knowledge.graph import build_graph, scenario_order
from answertree.knowledge.kinds import BY_LIST, SCENARIOS, SOURCES
from answertree.knowledge.leaves import leaves
from answertree.knowledge.steps import Question, Scenario, title_of

# Bytes of text on a page of a list. Packed, such a page has 15 kB where much is said again, and
# 30 kB of ordinary prose.
HEAVIEST = 50_000
LINK = 60  # as many as a link to something else is worth, which says its title


@dataclass(frozen=True)
class Group:
    """Entries of a list that stand below one heading, by id; "" is the group without a heading."""

    id: str
    entries: tuple[str, ...]


@dataclass(frozen=True)
class ListPart:
    """A page that has a part of a long list: page `number` of the `count` that its group has."""

    name: str
    group: Group
    number: int
    count: int


def in_order(entries: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Entries by their `order`, then by id."""
    return sorted(entries.items(), key=lambda item: (item[1].order, item[0]))


def groups(base: KnowledgeBase, shows: str | None) -> tuple[Group, ...]:
    """What a page that says `shows: …` lists, in its order.

    Of sources the points are listed, below each source. A form is filled in on one page, so there
    are no groups of inputs.
    """
    found: dict[str, list[str]] = {}
    match shows:
        case "questions":
            found = {topic: [] for topic in base.guide.topics} | _by_topic(base.faq)
        case "scripts":
            found = {topic: [] for topic in ("", *base.guide.topics)} | _by_topic(base.scripts)
        case "rules":
            rules = in_order(base.rules)
            found = {
                "do": [name for name, rule in rules if rule.do],
                "dont": [name for name, rule in rules if rule.dont],
            }
        case "sources":
            found = {name: list(source.points) for name, source in base.sources.items()}
        case "scenarios":
            found = {name: [name] for name in scenario_order(build_graph(base))}
    return tuple(Group(name, tuple(entries)) for name, entries in found.items() if entries)


def _by_topic(entries: Mapping[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, entry in in_order(entries):
        found.setdefault(entry.topic or "", []).append(name)
    return found


@lru_cache(maxsize=1)
def list_parts(base: KnowledgeBase) -> Mapping[str, tuple[ListPart, ...]]:
    """From each page whose list is long to the pages that have its parts, in order."""
    found = {}
    for page, entry in base.pages.items():
        listed = groups(base, entry.shows)
        weights = _weights(base, entry.shows or "") if listed else {}
        if sum(weights.values()) > HEAVIEST:
            found[page] = tuple(part for each in listed for part in _parts(page, each, weights))
    return found


@lru_cache(maxsize=1)
def parts_of_entries(base: KnowledgeBase) -> Mapping[tuple[str, str], str]:
    """The page that has each entry of a long list, by its kind and id; of sources, each point."""
    return {
        (BY_LIST[str(base.pages[page].shows)].folder, entry): part.name
        for page, parts in list_parts(base).items()
        for part in parts
        for entry in part.group.entries
    }


def _parts(page: str, group: Group, weights: Mapping[str, int]) -> list[ListPart]:
    """The pages of one group."""
    filled: list[list[str]] = [[]]
    weight = 0
    for entry in group.entries:
        weight += weights[entry]
        if weight > HEAVIEST and filled[-1]:
            filled.append([])
            weight = weights[entry]
        filled[-1].append(entry)
    return [
        ListPart(_name(page, group.id, number), Group(group.id, tuple(part)), number, len(filled))
        for number, part in enumerate(filled, 1)
    ]


def _name(page: str, group: str, number: int) -> str:
    if not group:
        return f"{page}---{number}"  # not `--1`, which is the page of a topic called 1
    return f"{page}--{group}" + (f"--{number}" if number > 1 else "")


def _weights(base: KnowledgeBase, shows: str) -> dict[str, int]:
    """How much of a page each entry of a list takes up, in bytes of text."""
    kind = BY_LIST[shows]
    if kind is SOURCES:
        cited = _citations(base)
        return {
            point: _bytes(words) + LINK * cited.get(point, 0)
            for source in base.sources.values()
            for point, words in source.points.items()
        }
    if kind is SCENARIOS:
        return {name: sum(map(_bytes, _on_map(entry))) for name, entry in base.scenarios.items()}
    found = dict.fromkeys(base.entries[kind.folder], 0)
    for leaf in leaves(base):
        if leaf.kind == kind.folder and isinstance(leaf.value, str):
            found[leaf.id] += LINK if isinstance(leaf.value, Link | PointId) else _bytes(leaf.value)
    return found


def _citations(base: KnowledgeBase) -> dict[str, int]:
    found: dict[str, int] = {}
    for _, _, path, value in leaves(base):
        if isinstance(value, PointId) and "because" in path:
            found[value] = found.get(value, 0) + 1
    return found


def _on_map(scenario: Scenario) -> Iterator[str]:
    """What the map says of a scenario."""
    for step in scenario.steps.values():
        yield title_of(step)
        if isinstance(step, Question):
            yield from (answer.say for answer in step.answers)


def _bytes(text: str) -> int:
    return len(text.encode())
