"""Which links that people saved a change breaks, and what would keep them."""

from collections.abc import Iterator

from answertree.comparing.matching import Change
from answertree.comparing.wording import bold
from answertree.knowledge import graph
from answertree.knowledge.addresses import Anchor, anchor, anchors
from answertree.knowledge.base import KnowledgeBase

# A thing: its kind (one of those of `Change`) and its id. An address: a page and a place on it.
_Thing = tuple[str, str]
_Address = tuple[str, str]


def lost_links(change: Change) -> Iterator[str]:
    """A line for each thing whose old address leads nowhere now, with what to do about it."""
    pages = {str(old): name for name, page in change.after.pages.items() for old in page.formerly}
    pages |= {old: name for name, old in change.was["pages"].items()}
    kept = set(_addresses(change.after))
    lost: dict[_Thing, list[_Address]] = {}
    for (page, place), thing in _addresses(change.before).items():
        if not {(page, place), (pages.get(page, page), place)} & kept:
            lost.setdefault(thing, []).append((page, place))
    for was in change.before.scenarios:
        now = change.now("scenarios", was)
        if now and now != was and was not in change.after.scenarios[now].formerly:
            yield (
                f"- Links to all steps of {bold(change.after.scenarios[now])} will break. To keep "
                f"them, write `formerly: [{was}]` at the top of `scenarios/{now}.yml`"
            )
            for step in change.before.scenarios[was].steps:
                if change.now("steps", f"{was}.{step}") == f"{now}.{step}":
                    lost.pop(("steps", f"{was}.{step}"), None)
    for (kind, name), found in lost.items():
        yield _line(change, kind, name, found)


def _addresses(base: KnowledgeBase) -> dict[_Address, _Thing]:
    """Every address of a base, and what is there."""
    found: dict[_Address, _Thing] = {}
    steps = {
        anchor(old): f"{scenario}.{step}"
        for scenario, entry in base.scenarios.items()
        for step in entry.steps
        for old in (f"{scenario}.{step}", *(old for old, _ in graph.former(scenario, entry, step)))
    }
    for place in anchors(base):
        if place.kind == "scenarios":
            found[place.page, place.anchor] = ("steps", steps[place.anchor])
        elif place.kind != "guide":
            found[place.page, place.anchor] = _thing(place)
    return found


def _thing(place: Anchor) -> _Thing:
    match place.path:
        case ("sections", part, *_):
            return "sections", f"{place.id}.{part}"
        case ("points", point, *_):
            return "points", str(point)
        case _:
            return place.kind, place.id


def _line(change: Change, kind: str, name: str, lost: list[_Address]) -> str:
    now = change.now(kind, name)
    thing = bold(change.new[kind][now] if now else change.old[kind][name])
    places = ", ".join(f"`{page}/#{place}`" if page else f"`{place}/`" for page, place in lost)
    remedy = _remedy(change, kind, name, now, {page for page, _ in lost})
    return f"- Links to {thing} ({places}) will break{remedy}"


def _remedy(change: Change, kind: str, name: str, now: str | None, pages: set[str]) -> str:
    if now == name:
        return _gone_from(change, kind, name, pages)
    if kind == "points":  # they have no old names
        return f": its name in links is `{now}` now" if now else ""
    page, _, part = name.rpartition(".")
    what, there, old = "file", f"at the top of `{kind}/{now}.yml`", name
    if kind == "steps":
        what, there = "step", "in that step"
        if now and change.now("scenarios", page) == now.partition(".")[0] == page:
            old = part
    elif kind == "sections":
        what, there, old = "part of the page", "in that part", part
        if now and change.now("pages", page) != now.partition(".")[0]:
            return ": it is on another page now"
    if now:
        return f". To keep them, write `formerly: [{old}]` {there}"
    where = "at its top" if what == "file" else "in it"
    return f". If another {what} takes its place, write `formerly: [{old}]` {where}"


def _gone_from(change: Change, kind: str, name: str, pages: set[str]) -> str:
    """About a thing that kept its id: it is on another page, or an old name of it is gone."""
    for place, thing in _addresses(change.after).items():
        if thing == (kind, name) and place[0] and place[0] not in pages:
            return f": it is on the page {bold(change.after.pages[place[0]])} now"
        if thing == (kind, name):
            return ": an old name is no longer in its `formerly`"
    return ": no page shows it any more"
