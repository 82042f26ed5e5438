"""How the fields of a record changed: what is reported follows from the type of each value."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import partial
from operator import eq
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from answertree.comparing.index import PARTS, in_full
from answertree.comparing.matching import Change, pairs
from answertree.comparing.texts import (
    block,
    changed_text,
    escaped,
    indented,
    item,
    shortened,
    text_lines,
)
from answertree.comparing.titles import Words, title, title_field
from answertree.comparing.wording import named, quoted, words_for_link

# Reported elsewhere: old ids with the links that will break, and parts as things of their own.
_ELSEWHERE = ("formerly", *PARTS.values())
_EMPTY: tuple[object, ...] = (None, (), {})


def changed_fields(change: Change, was: BaseModel, now: BaseModel) -> list[str]:
    """A list item for each field whose value changed."""
    lines: list[str] = []
    for name, info in {**type(was).model_fields, **type(now).model_fields}.items():
        old, new = getattr(was, name, None), getattr(now, name, None)
        if name in _ELSEWHERE or (old in _EMPTY and new in _EMPTY):
            continue
        if old in _EMPTY:
            lines += item(f"{label(name, info)} (new)", described(change, new))
        elif new in _EMPTY:
            lines += item(f"{label(name, info)} (gone)", described(change, old))
        else:
            lines += item(label(name, info), _difference(change, old, new))
    return lines


def all_fields(change: Change, record: BaseModel) -> list[str]:
    """A list item for each field of something new, except its title and what is as usual."""
    lines: list[str] = []
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        usual = info.get_default(call_default_factory=True)
        if value != usual and name not in (*_ELSEWHERE, title_field(record)):
            lines += item(label(name, info), described(change, value))
    return lines


def described(change: Change, value: Any) -> list[str]:
    """A whole value as list items."""
    if isinstance(value, dict):
        return described(change, _values(change, value))
    if isinstance(value, tuple):
        return [line for each in value for line in described(change, each)]
    if isinstance(value, BaseModel):
        return [f"- {escaped(named(change, value))}", *indented(all_fields(change, value))]
    if isinstance(value, Words):
        return text_lines(value, partial(words_for_link, change))
    return [f"- {escaped(named(change, value))}"]


def label(name: str, info: FieldInfo) -> str:
    """What a report calls a field: its title or else its key."""
    return info.title or (info.alias or name).replace("-", " ").replace("_", " ").capitalize()


def _difference(change: Change, was: Any, now: Any) -> list[str]:
    """How a value became another, as list items; nothing when they are the same."""
    if isinstance(was, tuple) != isinstance(now, tuple):
        was, now = _as_tuple(was), _as_tuple(now)
    was, now = in_full(was, now), in_full(now, was)
    if isinstance(was, dict) and isinstance(now, dict):
        if not all(isinstance(value, BaseModel | Words) for value in now.values()):
            return _difference(change, _values(change, was), _values(change, now))
        beside = [(was.get(key), now.get(key)) for key in {**now, **was}]
        return _changed_items(change, beside, list(was.values()))
    if isinstance(was, tuple) and isinstance(now, tuple):
        beside = pairs(was, now, eq, _same_title, _same_rest, _similarity)
        return _changed_items(change, beside, was)
    if was == now:
        return []
    if isinstance(was, BaseModel) and isinstance(now, BaseModel):
        return changed_fields(change, was, now)
    if isinstance(was, Words) and isinstance(now, Words):
        return changed_text(was, now, partial(words_for_link, change))
    return [f"- {quoted(change, now)} now, {quoted(change, was)} before"]


def _changed_items(
    change: Change, beside: Sequence[tuple[Any, Any]], was: Sequence[Any]
) -> list[str]:
    """What is new, changed or gone among items side by side, and their order if it is another."""
    lines: list[str] = []
    for old, new in beside:
        if old is None:
            first, *more = described(change, new)
            lines += [f"- new: {first.removeprefix('- ')}", *more]
        elif new is None:
            lines.append(f"- gone: {escaped(named(change, old))}")
        elif isinstance(old, BaseModel) or isinstance(new, BaseModel):
            lines += block(escaped(named(change, new)), _difference(change, old, new))
        else:
            lines += _difference(change, old, new)
    places = {id(old): place for place, old in enumerate(was)}
    kept = [(places[id(old)], new) for old, new in beside if old is not None and new is not None]
    if [place for place, _ in kept] != sorted(place for place, _ in kept):
        order = ", ".join(f"“{escaped(shortened(named(change, new), 40))}”" for _, new in kept)
        lines.append(f"- in another order now: {order}")
    return lines


def _values(change: Change, mapping: dict[str, Any]) -> tuple[Any, ...]:
    """The values of a mapping, with their keys unless they are texts or records."""
    return tuple(
        value if isinstance(value, BaseModel | Words) else f"{key}: {named(change, value)}"
        for key, value in mapping.items()
    )


def _as_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _same_title(one: object, other: object) -> bool:
    one, other = in_full(one, other), in_full(other, one)
    return isinstance(one, BaseModel) and title(one) == title(other)


def _same_rest(one: object, other: object) -> bool:
    """Whether two records are the same but for their titles."""
    if not isinstance(one, BaseModel) or not isinstance(other, BaseModel):
        return False
    named_by = {title_field(one), title_field(other)}
    rest = [
        {name: getattr(each, name) for name in type(each).model_fields if name not in named_by}
        for each in (one, other)
    ]
    return rest[0] == rest[1]


def _similarity(one: object, other: object) -> float:
    if not isinstance(one, Words) or not isinstance(other, Words):
        return 0
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
