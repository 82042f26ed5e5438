"""Names that refer to something else in the base, and everything that they may name."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from answertree.knowledge import field_types
from answertree.knowledge.base import KnowledgeBase, points
from answertree.knowledge.kinds import BY_LINK, BY_LIST, KINDS
from answertree.knowledge.leaves import leaves
from answertree.knowledge.model import Guide
from answertree.knowledge.per_entry import PerEntry
from answertree.knowledge.problems import DataPath
from answertree.knowledge.record import Entry
from answertree.knowledge.text_nodes import links
from answertree.knowledge.text_parser import parse

# A link by id, as it is written: the kind of thing, its name, and maybe that of a part of it.
LINK = re.compile(rf"({'|'.join(BY_LINK)}):({field_types.SLUG})(?:\.({field_types.SLUG}))?")


@dataclass(frozen=True)
class Reference:
    """A name in an entry (of `kind` and `id`, at `path`) that refers to something else.

    `what` it refers to: a step, topic, list or link, or a kind of entry by its noun.
    """

    kind: str
    id: str
    path: DataPath
    what: str
    name: str
    snippet: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The single names in it: `scenario:lost-key.start` has two."""
        return tuple(self.name.rpartition(":")[2].split("."))


# The types of names, and what each refers to.
NAME_TYPES: tuple[tuple[type[str], str], ...] = (
    (field_types.Target, "step"),
    (field_types.StepId, "step"),
    (field_types.PointId, "point"),
    (field_types.ScriptId, "script"),
    (field_types.InputId, "input"),
    (field_types.ReminderId, "reminder"),
    (field_types.TopicId, "topic"),
    (field_types.TimetableId, "timetable"),
    (field_types.PageId, "page"),
    (field_types.ListName, "list"),
    (field_types.Link, "link"),
)


REFERS = dict(NAME_TYPES)


def _references(kind: str, name: str, entry: Guide | Entry) -> tuple[Reference, ...]:
    found: list[Reference] = []
    for _, _, path, value in leaves.of_entry(kind, name, entry):
        if what := REFERS.get(type(value)):
            found.append(Reference(kind, name, path, what, value))
        elif isinstance(value, field_types.Line | field_types.Text) and "[" in value:
            for href in dict.fromkeys(link.address for link in links(parse(value))):
                if LINK.fullmatch(href):
                    found.append(Reference(kind, name, path, "link", href, href))
    return tuple(found)


# Every name in a base that refers to something else in it, links in texts included.
references = PerEntry(_references)


@dataclass(frozen=True)
class LinkTarget:
    """Something that a link by id leads to: an entry, or a part of it (a step, a section, a point).

    `path` is where it stands in the file of the entry (`kind` and `id`).
    """

    kind: str
    id: str
    path: DataPath


@lru_cache(maxsize=1)
def link_targets(base: KnowledgeBase) -> Mapping[str, LinkTarget]:
    """Everything that can be linked, by its link: `faq:length`, `page:opening-hours.week`."""
    found: dict[str, LinkTarget] = {}
    for kind in (kind for kind in KINDS if kind.link):
        for name, entry in base.entries[kind.folder].items():
            inside = f"{kind.link}:" if kind.parts_by_themselves else f"{kind.link}:{name}."
            if not kind.parts_by_themselves:
                found[f"{kind.link}:{name}"] = LinkTarget(kind.folder, name, ())
            for part in getattr(entry, kind.parts) if kind.parts else ():
                path = (kind.parts, part)
                found[inside + part] = LinkTarget(kind.folder, name, path)
    return found


def linked(base: KnowledgeBase, link: str) -> Any:
    """What a link by id leads to; None when there is no such thing."""
    prefix, _, name = link.partition(":")
    kind = BY_LINK[prefix]
    if kind.parts_by_themselves:
        entries = base.entries[kind.folder].values()
        return next(
            (found for each in entries if (found := getattr(each, kind.parts).get(name))), None
        )
    name, _, part = name.partition(".")
    entry = base.entries[kind.folder].get(name)
    return getattr(entry, kind.parts or "_", {}).get(part) if part else entry


class Names:
    """The names in a base, gathered once: every reference in it asks for them."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        # Those of the last scenario: its references follow one another.
        self._seen_from: tuple[str, Set[str]] = "", set()

    def has(self, ref: Reference) -> bool:
        """Whether there is something by the name of `ref` where it looks for it."""
        return ref.name in self.known(ref)

    def known(self, ref: Reference) -> Set[str]:
        """Every name that could stand where `ref` stands."""
        base = self._base
        if ref.what == "step":
            if ref.kind != "scenarios":
                return self._steps
            own = base.scenarios[ref.id].steps.keys()
            return own if ref.path == ("start",) else self._steps_from(ref.id)
        if ref.what == "point":
            return base.sources[ref.id].points.keys() if ref.kind == "sources" else self._points
        if ref.what == "topic":
            return base.guide.topics.keys()
        if ref.what == "list":
            return BY_LIST.keys()
        return self._links if ref.what == "link" else self._entries[ref.what]

    def _steps_from(self, scenario: str) -> Set[str]:
        if self._seen_from[0] != scenario:
            self._seen_from = scenario, self._steps | self._base.scenarios[scenario].steps.keys()
        return self._seen_from[1]

    @cached_property
    def _steps(self) -> set[str]:
        scenarios = self._base.scenarios.items()
        return {f"{name}.{step}" for name, entry in scenarios for step in entry.steps} | {
            *self._base.scenarios
        }

    @cached_property
    def _points(self) -> set[str]:
        return set(points(self._base))

    @cached_property
    def _topics(self) -> set[str]:
        return set(self._base.guide.topics)

    @cached_property
    def _links(self) -> set[str]:
        return set(link_targets(self._base))

    @cached_property
    def _entries(self) -> dict[str, set[str]]:
        return {kind.noun: set(self._base.entries[kind.folder]) for kind in KINDS}
