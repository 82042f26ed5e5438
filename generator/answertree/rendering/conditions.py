"""Conditions in words for readers, and as numbers for scripts."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from answertree.knowledge.facts import (
    NOTES,
    TIME,
    WEEKDAY,
    WITH_DAYS,
    Axis,
    Span,
    Spans,
    axis_of,
    box,
    spans_of,
)
from answertree.knowledge.language import Language
from answertree.knowledge.model import Input

When = Mapping[str, Sequence[str]]
Inputs = Mapping[str, Input]


def as_data(when: When, inputs: Inputs) -> str:
    """A condition as JSON: for each axis the spans in which it holds, both ends included."""
    return _json(box(when, inputs))


def sets_as_data(sets: Mapping[str, str], inputs: Inputs) -> str:
    """What an answer says of inputs, as JSON: for each of them its number on its axis."""
    return _json({fact: _spans(fact, (value,), inputs)[0][0] for fact, value in sets.items()})


def in_words(when: When, inputs: Inputs, language: Language) -> str:
    """A condition as it stands before a line: “If day of purchase is 2 to 6 days ago:”."""
    facts = [_fact(fact, written, inputs, language) for fact, written in when.items()]
    return language.label("when.if", facts=language.listed(facts, "unit"))


def _json(data: object) -> str:
    return json.dumps(data, separators=(",", ":"))


def _axis(fact: str, inputs: Inputs) -> Axis:
    axis = axis_of(fact, inputs)
    assert axis, "the base has passed every check"
    return axis


def _spans(fact: str, written: Sequence[str], inputs: Inputs) -> Spans:
    return spans_of(_axis(fact, inputs), fact, written)


def _fact(fact: str, written: Sequence[str], inputs: Inputs, language: Language) -> str:
    """A fact and what it is: “day of purchase is today”, “place is “at home””, “Monday”."""
    axis = _axis(fact, inputs)
    spans = _spans(fact, written, inputs)

    def ranges(one: Callable[[int], str], more: str = "", less: str = "") -> str:
        found = [_range(span, axis, one, more, less, language) for span in spans]
        return language.listed(found, "or")

    if axis is WEEKDAY:
        return ranges(language.weekday)
    if axis is TIME:
        return ranges(_clock, "later", "earlier")
    name: str
    if days := WITH_DAYS.fullmatch(fact):
        name = inputs[days[2]].ask
        value = language.listed([_days(span, axis, language) for span in reversed(spans)], "or")
    elif axis.names:
        name = inputs[fact].ask
        value = language.listed([*_choices(spans, inputs[fact], language)], "or")
    else:
        name = language.label("when.notes") if axis is NOTES else inputs[fact].ask
        value = ranges(str, "more", "less")
    return language.label("when.is", name=name, value=value)


def _choices(spans: Spans, entry: Input, language: Language) -> Iterator[str]:
    words = list(entry.options.values())
    for low, high in spans:
        for choice in words[low : high + 1]:
            yield language.label("when.choice", choice=choice)


def _range(
    span: Span, axis: Axis, one: Callable[[int], str], more: str, less: str, language: Language
) -> str:
    """A span in words: `one` says a single number; `more` and `less` are labels of open ends."""
    low, high = span
    if low == high:
        return one(low)
    if more and high == axis.high:
        return language.label(f"when.{more}", value=one(low))
    if less and low == axis.low:
        return language.label(f"when.{less}", value=one(high))
    if high == low + 1:
        return language.listed([one(low), one(high)], "or")
    return language.label("when.between", first=one(low), last=one(high))


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _days(span: Span, axis: Axis, language: Language) -> str:
    """A span of days that have gone by, the one that is longest ago first."""
    low, high = span
    if axis.low < low < high < 0:
        return language.label("when.ahead-between", first=-high, count=-low)
    if 0 < low < high < axis.high:
        return language.label("when.ago-between", first=low, count=high)
    back = Axis(axis.name, -axis.high, -axis.low)
    one = partial(_day, language=language)
    return _range((-high, -low), back, one, "later", "earlier", language)


def _day(until: int, language: Language) -> str:
    """A day by how far it is ahead."""
    if abs(until) <= 1:
        return language.label(f"when.{('yesterday', 'today', 'tomorrow')[until + 1]}")
    return language.label("when.ahead" if until > 0 else "when.ago", count=abs(until))
