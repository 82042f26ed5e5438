"""How the values of a thing changed, key by key, in words for its reader."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from pydantic import BaseModel

from answertree.comparing.matching import Change, pairs
from answertree.comparing.texts import block, changed_lines, changed_text, changed_value, shown
from answertree.comparing.wording import called, linked, step_called
from answertree.knowledge import graph, model

_Teller = Callable[[Change, Any, Any], list[str]]


def changed_fields(
    change: Change, was: BaseModel, now: BaseModel, skip: Iterable[str] = ()
) -> list[str]:
    """A list item for each key whose value changed; `skip` has the keys that are told elsewhere."""
    lines: list[str] = []
    keys = dict.fromkeys((*type(was).model_fields, *type(now).model_fields))
    for key in (key for key in keys if key not in {"formerly", *skip}):
        old, new = getattr(was, key, None), getattr(now, key, None)
        if not old and not new:
            continue  # the two kinds of step have not the same keys
        if old != new or (isinstance(new, dict) and list(old or ()) != list(new)):
            tell = _TELLERS.get(f"{type(now).__name__}.{key}") or _TELLERS[key]
            lines += tell(change, old, new)
    return lines


def changed_rows(
    was: Iterable[Any],
    now: Sequence[Any],
    likeness: Iterable[Callable[[Any], object]],
    facts: Callable[[Any, Any], list[str]],
) -> list[str]:
    """What is new, gone or changed in a list of things, and whether their order is another."""
    before = list(was)
    found = pairs(before, now, *likeness)
    lines: list[str] = []
    for old, new in found:
        if old is None or new is None:
            lines.append(f"- {'new' if old is None else 'gone'}: {shown(called(new or old))}")
        else:
            lines += block(shown(called(new)), facts(old, new))
    places = {id(item): place for place, item in enumerate(before)}
    kept = [places[id(old)] for old, new in found if old and new]
    return [*lines, "- in another order now"] if kept != sorted(kept) else lines


def _text(what: str) -> _Teller:
    """A text: in one line when it is short, else what is new and gone in it."""

    def tell(change: Change, was: str | None, now: str | None) -> list[str]:
        lines = changed_text(was, now, partial(linked, change))
        if was and now and max(len(was), len(now)) <= 60 and len(lines) == 2:
            return changed_value(what, f"“{called(was)}”", f"“{called(now)}”")
        return block(what, lines)

    return tell


def _lines(what: str) -> _Teller:
    return lambda change, was, now: block(
        what, changed_lines(was or (), now or (), partial(linked, change))
    )


def _names(what: str, prefix: str = "") -> _Teller:
    """A list of links or other names, told by the words for what they name."""

    def tell(change: Change, was: Sequence[str] | None, now: Sequence[str] | None) -> list[str]:
        old, new = was or (), now or ()
        lines = [
            f"- {word}: {shown(linked(change, prefix + name))}"
            for word, names, others in (("new", new, old), ("gone", old, new))
            for name in names
            if name not in others
        ]
        order = ", ".join(f"“{shown(linked(change, prefix + name))}”" for name in new)
        return block(what, lines) or [f"- {what}, in another order now: {order}"]

    return tell


def _value(what: str, kind: str = "") -> _Teller:
    """A value in a word or two; of a name of some kind, the words for what it names."""

    def words(change: Change, value: object) -> object:
        for base in (change.after, change.before):
            things: dict[Any, Any] = dict(
                base.guide.topics if kind == "topics" else base.entries.get(kind, {})
            )
            if value in things:
                return f"“{called(things[value])}”"
        return "none" if value is None else value

    return lambda change, was, now: changed_value(what, words(change, was), words(change, now))


def _rows(what: str, *keys: str) -> _Teller:
    """A list of records: the same are those alike in one of these keys, or else in their place."""

    def by(key: str) -> Callable[[Any], object]:
        return lambda row: getattr(row, key)

    def tell(change: Change, was: Sequence[Any], now: Sequence[Any]) -> list[str]:
        likeness = [*(by(key) for key in keys), type]
        return block(what, changed_rows(was, now, likeness, partial(changed_fields, change)))

    return tell


def _texts(what: str, kind: str = "") -> _Teller:
    """Texts by id; an id of some kind may be another now."""

    def tell(change: Change, was: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
        before = {(kind and change.now(kind, name)) or name: words for name, words in was.items()}
        lines: list[str] = []
        for name in dict.fromkeys((*now, *before)):
            lines += changed_text(before.get(name), now.get(name), partial(linked, change))
        if [name for name in before if name in now] != [name for name in now if name in before]:
            lines.append("- in another order now")
        return block(what, lines)

    return tell


def _start(change: Change, was: str, now: str) -> list[str]:
    old, new = graph.resolve(change.before, None, was), graph.resolve(change.after, None, now)
    if not new or (old and change.now("steps", old) == new):
        return []
    not_to = f", not to “{step_called(change.trees[0], old)}”" if old else ""
    return [f"- leads to **{step_called(change.trees[1], new)}** now{not_to}"]


def _essentials(change: Change, was: model.Essentials, now: model.Essentials) -> list[str]:
    return block(f"The list “{shown(now.title)}”", changed_fields(change, was, now))


# What a reader calls the value behind each key, and how a change of it is told.
_TELLERS: dict[str, _Teller] = {
    "ask": _text("The question"),
    "title": _text("The title"),
    "help": _text("The line below the question"),
    "text": _text("The text"),
    "short": _text("The short answer"),
    "answer": _text("The answer"),
    "use": _text("When to use it"),
    "say": _text("The words"),
    "next_say": _text("The words on the way on"),
    "reason": _text("The reason"),
    "lead": _text("The introduction"),
    "menu": _text("Its name in the menu"),
    "description": _text("The description for search engines"),
    "tagline": _text("The line below the title"),
    "opening": _text("The question above the ways in"),
    "about": _text("What is said about it"),
    "hint": _text("The line below it"),
    "name": _text("Its name"),
    "value": _text("The value"),
    "day": _text("The day"),
    "Day.short": _text("Its short name"),
    "do": _lines("To do"),
    "dont": _lines("Not to do"),
    "Essential.do": _text("To do"),
    "Essential.dont": _text("Not to do"),
    "because": _names("The reasons", "point:"),
    "see": _names("What to read next"),
    "needed_in_tree": _names("Points that the decision tree has to rest on", "point:"),
    "pages": _names("The menu", "page:"),
    "script": _value("The words to say", "scripts"),
    "timetable": _value("The timetable", "timetables"),
    "topic": _value("The topic it stands under", "topics"),
    "order": _value("Its place in the list"),
    "shows": _value("What the page lists"),
    "own": lambda _, was, now: [
        f"- It is {'the editors’ own advice' if now else 'somebody else’s advice'} now"
    ],
    "require_because": _value("Whether everything has to cite a point"),
    "longest_way": _value("The most answers that a way may take"),
    "mark": _value("The mark"),
    "from_": _value("Begins at"),
    "to": _value("Ends at"),
    "days": _rows("The days", "day"),
    "hours": _rows("The hours", "say", "from_"),
    "numbers": _rows("The table", "name"),
    "starts": _rows("The ways in", "say", "go"),
    "Essentials.points": _rows("The points", "do", "dont"),
    "points": _texts("The points", "points"),
    "marks": _texts("The legend"),
    "topics": _texts("The topics", "topics"),
    "slots": _texts("What readers fill in"),
    "go": _start,
    "essentials": _essentials,
}
