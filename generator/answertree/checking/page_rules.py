"""Checks of the pages: every point is said, everything is shown, and each has its own address."""

from collections.abc import Iterator

from answertree.checking.context import Context
from answertree.knowledge import model
from answertree.knowledge.addresses import Anchor, anchors
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import normalized
from answertree.knowledge.kinds import BY_LIST, KINDS, SCENARIOS
from answertree.knowledge.leaves import leaves
from answertree.knowledge.placeholders import is_placeholder
from answertree.knowledge.problems import DataPath, DataPlace, Problem
from answertree.knowledge.references import Reference, references
from answertree.knowledge.steps import Outcome


def uncited_point(context: Context) -> Iterator[Problem]:
    """A point of a source that nothing in the guide rests on, or not where it is needed."""
    cited: set[str] = set()
    on_pages: set[str] = set()
    in_outcomes: set[str] = set()
    for ref in references(context.base):
        if ref.what == "point" and "because" in ref.path:
            is_there = context.names.has(ref)
            meant = ref.name if is_there else context.suggestions.meant(ref) or ref.name
            cited.add(meant)
            if ref.kind != "scenarios":
                on_pages.add(meant)
            elif isinstance(context.base.scenarios[ref.id].steps[str(ref.path[1])], Outcome):
                in_outcomes.add(meant)
    for name, source in context.base.sources.items():
        for point in source.points:
            if context.uncertainty.may_be_used(point):
                continue
            if point not in cited:
                yield Problem(
                    DataPlace("sources", name, ("points", point), on_key=True),
                    "uncited-point",
                    f"nothing cites `{point}`",
                    f"cite it where it is said: `because: [{point}]`",
                )
            elif point in source.needed_in_tree and point not in on_pages & in_outcomes:
                missing = "page" if point in in_outcomes else "outcome"
                yield Problem(
                    DataPlace("sources", name, ("points", point), on_key=True),
                    "uncited-point",
                    f"`{point}` is needed in the tree and on a page, but no {missing} cites it",
                    f"cite it there: `because: [{point}]`",
                )


def missing_because(context: Context) -> Iterator[Problem]:
    """Something that rests on no point, where the guide asks for one."""
    if not context.base.guide.require_because:
        return
    for kind in (kind for kind in KINDS if "because" in kind.model.model_fields):
        for name, entry in context.base.entries[kind.folder].items():
            if not getattr(entry, "because", ()):
                yield _without_because(kind.folder, name, (), f"this {kind.noun}")
    for name, scenario in context.base.scenarios.items():
        for step, outcome in scenario.steps.items():
            if isinstance(outcome, Outcome) and not outcome.because:
                yield _without_because("scenarios", name, ("steps", step), "this outcome")


def _without_because(kind: str, name: str, path: DataPath, what: str) -> Problem:
    return Problem(
        DataPlace(kind, name, (*path, "because"), on_key=True),
        "missing-because",
        f"{what} does not say what it is based on",
        "cite a point of a source: `because: [some-point]`",
    )


def unused_topic(context: Context) -> Iterator[Problem]:
    """A topic without questions and scripts: its heading would stand over nothing."""
    topics = context.base.guide.topics
    refs = [ref for ref in references(context.base) if ref.what == "topic"]
    named = {ref.name for ref in refs}
    used = set(named)
    for ref in refs:
        if ref.name not in topics:
            meant = context.suggestions.meant(ref)
            # A topic that others name is a weak guess: any other may be meant as well.
            used |= {meant} if meant and meant not in named else set(topics)
    for topic in topics:
        if topic not in used and not context.uncertainty.may_be_used(topic):
            yield Problem(
                DataPlace("guide", "guide", ("topics", topic), on_key=True),
                "unused-topic",
                f"nothing has the topic `{topic}`",
                "write a question about it, or delete the topic",
            )


def same_question(context: Context) -> Iterator[Problem]:
    """Two questions that read alike, as in a copied file: which of the answers holds?"""
    seen: dict[str, str] = {}
    for name, faq in context.base.faq.items():
        first = seen.setdefault(normalized(faq.ask), name)
        if first != name and not is_placeholder(faq.ask):
            yield Problem(
                DataPlace("faq", name, ("ask",)),
                "same-question",
                f"the question `{faq.ask}` reads like the one in faq/{first}.yml",
                "say how the two differ, or make them one",
            )


def unlisted_page(context: Context) -> Iterator[Problem]:
    """A page that is not in the menu, or twice; a collection that no page or two pages show."""
    guide = context.base.guide
    listed: dict[str, DataPath] = {}
    for key, names in (("pages", guide.pages), ("unlisted", guide.unlisted)):
        for index, page_id in enumerate(names):
            path: DataPath = (key, index)
            if listed.setdefault(page_id, path) != path:
                yield Problem(
                    DataPlace("guide", "guide", path),
                    "unlisted-page",
                    f"the page `{page_id}` is listed twice",
                    "delete one of the two",
                )
    listed_or_meant = {
        name
        if name in context.base.pages
        else context.suggestions.meant(Reference("guide", "guide", ("pages",), "page", name))
        for name in listed
    }
    shown: dict[str, str] = {}
    for name, page in context.base.pages.items():
        if (
            name not in listed_or_meant
            and context.has_guide
            and not context.uncertainty.may_be_used(name)
        ):
            yield Problem(
                DataPlace("pages", name),
                "unlisted-page",
                "this page is not in the menu",
                f"add `{name}` to `pages` in guide.yml, or to `unlisted` where links lead to it",
            )
        if not page.shows:
            continue
        ref = Reference("pages", name, ("shows",), "list", page.shows)
        meant = (
            page.shows if page.shows in BY_LIST else context.suggestions.meant(ref) or page.shows
        )
        if meant and meant in shown:
            yield Problem(
                DataPlace("pages", name, ("shows",)),
                "unlisted-page",
                f"the page `{shown[meant]}` already shows the {meant}",
                "let only one page show them",
            )
        shown.setdefault(meant or page.shows, name)
    for collection, kind in BY_LIST.items():
        held = context.base.entries[kind.folder]
        if kind is SCENARIOS or collection in shown or context.uncertainty.may_be_used(collection):
            continue
        if held:
            yield Problem(
                DataPlace(kind.folder, next(iter(held))),
                "unlisted-page",
                f"no page shows the {collection}",
                f"write `shows: {collection}` in a file of pages/",
            )


def anchor_clash(context: Context) -> Iterator[Problem]:
    """Two things with the same address, now or formerly."""
    present = _present_names(context.base)
    for (kind, id_, path), name in present.items():
        yield Problem(
            DataPlace(kind, id_, path),
            "anchor-clash",
            f"`{name}` is what this is called now",
            "delete it here: `formerly` is for the names that it had before",
        )
    seen: dict[tuple[str, str], Anchor] = {}
    # Of an old id and one that is in use now, the old one is in the way.
    for place in sorted(anchors(context.base), key=lambda each: "formerly" in each.path):
        if (place.kind, place.id, place.path) in present:
            continue
        first = seen.setdefault((place.page, place.anchor), place)
        if (first.kind, first.id, first.path) != (place.kind, place.id, place.path):
            where = "guide.yml" if first.kind == "guide" else f"{first.kind}/{first.id}.yml"
            yield Problem(
                DataPlace(place.kind, place.id, place.path, on_key=place.on_key),
                "anchor-clash",
                f"the address `#{place.anchor}` is already taken, in {where}",
                "rename one of the two",
            )


def _present_names(base: KnowledgeBase) -> dict[tuple[str, str, DataPath], str]:
    """The names in `formerly` that are no old ones, by where they stand (kind, id and path)."""
    found: dict[tuple[str, str, DataPath], str] = {}
    for kind, id_, path, name in leaves(base):
        if path[-2:-1] == ("formerly",):
            own = path[-3] if len(path) > 2 else id_
            if name == own or (kind == SCENARIOS.folder and name == f"{id_}.{own}"):
                found[kind, id_, path] = name
    return found


def hours_gap(context: Context) -> Iterator[Problem]:
    """Hours of a timetable that overlap, or leave a gap."""
    for name, table in context.base.timetables.items():
        for index, hours in enumerate(table.hours):
            path: DataPath = ("hours", index, "from")
            if model.minutes(hours.from_) >= model.minutes(hours.to):
                yield Problem(
                    DataPlace("timetables", name, ("hours", index, "to")),
                    "hours-gap",
                    f"this ends at {hours.to}, before it begins",
                    f"choose a time after {hours.from_}",
                )
            elif index and model.minutes(table.hours[index - 1].to) != model.minutes(hours.from_):
                yield Problem(
                    DataPlace("timetables", name, path),
                    "hours-gap",
                    f"the row above ends at {table.hours[index - 1].to}, "
                    f"but this one begins at {hours.from_}",
                    "rows follow each other without a gap or an overlap",
                )
        used = {hours.mark for hours in table.hours} | {day.mark for day in table.days if day.mark}
        for mark in sorted(used - set(table.marks)):
            yield Problem(
                DataPlace("timetables", name, ("marks",), on_key=True),
                "hours-gap",
                f"the legend does not explain `{mark}`",
                f"add `{mark}: …` to `marks`",
            )
