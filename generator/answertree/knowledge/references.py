"""Names that refer to something else in the base, and the addresses that things have."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from answertree.knowledge import field_types, model, text
from answertree.knowledge.graph import anchor, former
from answertree.knowledge.model import KnowledgeBase
from answertree.knowledge.problems import Path

# The kinds of link by id, and the kind of entry that each leads to.
LINK_KINDS = {
    "faq": "faq",
    "rule": "rules",
    "script": "scripts",
    "scenario": "scenarios",
    "page": "pages",
    "point": "sources",
}

# The collection that a page shows, and the kind of entry in it.
COLLECTIONS = {
    "questions": "faq",
    "rules": "rules",
    "scripts": "scripts",
    "sources": "sources",
}


@dataclass(frozen=True)
class Reference:
    """A name in an entry (of `kind` and `id`, at `path`) that refers to something else.

    `what` it refers to: step, point, script, topic, timetable, page, or link.
    """

    kind: str
    id: str
    path: Path
    what: str
    name: str
    snippet: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The single names in it: `scenario:lost-key.start` has two."""
        return tuple(self.name.rpartition(":")[2].split("."))


@dataclass(frozen=True)
class Anchor:
    """An address that an entry takes up on a page, now or formerly."""

    page: str
    anchor: str
    kind: str
    id: str
    path: Path
    on_key: bool = True


_TYPES: tuple[tuple[type[str], str], ...] = (
    (field_types.Target, "step"),
    (field_types.StepId, "step"),
    (field_types.PointId, "point"),
    (field_types.ScriptId, "script"),
    (field_types.TopicId, "topic"),
    (field_types.TimetableId, "timetable"),
    (field_types.PageId, "page"),
    (field_types.Link, "link"),
)


def references(base: KnowledgeBase) -> Iterator[Reference]:
    """Every name in the base that refers to something else in it, links in texts included."""
    for kind, name, entry in model.entries(base):
        for path, value in model.walk(entry):
            for of_type, what in _TYPES:
                if isinstance(value, of_type):
                    yield Reference(kind, name, path, what, value)
            if isinstance(value, field_types.Line | field_types.Text):
                for href in text.links(value):
                    if text.LINK.fullmatch(href):
                        yield Reference(kind, name, path, "link", href, href)


class Names:
    """The names in a base, gathered once: every reference in it asks for them."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base

    def known(self, ref: Reference) -> set[str]:
        """Every name that could stand where `ref` stands."""
        base = self._base
        if ref.what == "step":
            own = set(base.scenarios[ref.id].steps) if ref.kind == "scenarios" else set()
            return own if ref.path == ("start",) else own | self._steps
        if ref.what == "point":
            return set(base.sources[ref.id].points) if ref.kind == "sources" else self._points
        if ref.what == "topic":
            return set(base.guide.topics)
        return self._links if ref.what == "link" else set(getattr(base, f"{ref.what}s"))

    @cached_property
    def _steps(self) -> set[str]:
        scenarios = self._base.scenarios.items()
        return {f"{name}.{step}" for name, entry in scenarios for step in entry.steps} | {
            *self._base.scenarios
        }

    @cached_property
    def _points(self) -> set[str]:
        return set(model.points(self._base))

    @cached_property
    def _links(self) -> set[str]:
        return {f"{kind}:{name}" for kind in LINK_KINDS for name in _linkable(self._base, kind)}


def _linkable(base: KnowledgeBase, kind: str) -> Iterator[str]:
    if kind == "point":
        yield from model.points(base)
        return
    for name, entry in getattr(base, LINK_KINDS[kind]).items():
        yield name
        inside = getattr(entry, "steps" if kind == "scenario" else "sections", {})
        yield from (f"{name}.{part}" for part in inside)


def anchors(base: KnowledgeBase) -> Iterator[Anchor]:
    """Every address that something takes up, page by page, old ids included.

    The decision page is called `decide` here; other pages are called by their ids.
    """
    for scenario, entry in base.scenarios.items():
        for name in entry.steps:
            path: Path = ("steps", name)
            yield Anchor("decide", anchor(f"{scenario}.{name}"), "scenarios", scenario, path)
            for old, place in former(scenario, entry, name):
                yield Anchor("decide", anchor(old), "scenarios", scenario, place, False)
    for reserved in ("index", "decide"):  # the home page, and the decision page itself
        yield Anchor("", reserved, "guide", "guide", ())
    for name, page in base.pages.items():
        yield Anchor("", name, "pages", name, ())
        for index, old in enumerate(page.formerly):
            yield Anchor("", old, "pages", name, ("formerly", index), False)
        for part, section in page.sections.items():
            path = ("sections", part)
            yield Anchor(name, part, "pages", name, path)
            for index, old in enumerate(section.formerly):
                yield Anchor(name, old, "pages", name, (*path, "formerly", index), False)
        for kind, shown, found in model.entries(base):
            if page.shows and kind == COLLECTIONS.get(page.shows):
                if isinstance(found, model.Source):
                    for point in found.points:
                        yield Anchor(name, point, kind, shown, ("points", point))
                yield Anchor(name, shown, kind, shown, (), False)
                for index, old in enumerate(found.formerly):
                    yield Anchor(name, old, kind, shown, ("formerly", index), False)
