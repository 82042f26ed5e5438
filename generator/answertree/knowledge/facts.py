"""What a device can know of its reader: facts, and conditions on them as ranges of whole numbers.

A fact is a number on an axis. `days-since.ID` and `days-until.ID` are the same axis, read from its
two ends: so a day can be asked for in both ways, and a table of such conditions can still be proved
whole. `weekday` and choices are numbered in their order, and `time` is in minutes since midnight.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from answertree.knowledge.model import FURTHEST, WEEKDAYS, Input, minutes
from answertree.knowledge.problems import did_you_mean

# No number that is written is as far from 0, so beyond these nothing changes any more.
BEYOND = FURTHEST + 1

Span = tuple[int, int]  # both ends included
Spans = tuple[Span, ...]  # in order, with gaps between them
Box = Mapping[str, Spans]  # by the name of the axis; where there is none, anything will do

NUMBER = re.compile(r"-?[0-9]{1,6}")
CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):[0-5][0-9]")
WITH_DAYS = re.compile(r"days-(since|until)\.(.+)")


class FactError(Exception):
    """A value that its fact cannot have. Says what is wrong, and what would be right."""

    def __init__(self, message: str, hint: str, index: int = 0) -> None:
        super().__init__(message)
        self.hint = hint
        self.index = index


@dataclass(frozen=True)
class Axis:
    """What a fact can be: a whole number from `low` to `high`, or one of `names`, numbered."""

    name: str
    low: int
    high: int
    names: tuple[str, ...] = ()
    clock: bool = False

    @property
    def all(self) -> Spans:
        """Everything that the fact can be."""
        return ((self.low, self.high),)


WEEKDAY = Axis("weekday", 0, 6, WEEKDAYS)
TIME = Axis("time", 0, 24 * 60 - 1, clock=True)
NOTES = Axis("notes", 1, BEYOND)  # who keeps none may have forgotten: nothing is known then
OF_THE_DEVICE = {axis.name: axis for axis in (WEEKDAY, TIME, NOTES)}


def axis_of(fact: str, inputs: Mapping[str, Input]) -> Axis | None:
    """The axis of a fact; None when there is no such fact."""
    if fact in OF_THE_DEVICE:
        return OF_THE_DEVICE[fact]
    if days := WITH_DAYS.fullmatch(fact):
        entry = inputs.get(days[2])
        return Axis(days[2], -BEYOND, BEYOND) if entry and entry.type == "date" else None
    entry = inputs.get(fact)
    if entry and entry.type == "choice":
        return Axis(fact, 0, len(entry.options) - 1, tuple(entry.options))
    if entry and entry.type == "number":
        low = -BEYOND if entry.from_ is None else entry.from_
        return Axis(fact, low, BEYOND if entry.to is None else entry.to)
    return None


def known_facts(inputs: Mapping[str, Input]) -> Iterator[str]:
    """Every fact that there is."""
    yield from OF_THE_DEVICE
    for name, entry in inputs.items():
        if entry.type in ("number", "choice"):
            yield name
        elif entry.type == "date":
            yield from (f"days-since.{name}", f"days-until.{name}")


def axes(inputs: Mapping[str, Input]) -> dict[str, Axis]:
    """Every axis that there is, by name."""
    found = (axis_of(fact, inputs) for fact in known_facts(inputs))
    return {axis.name: axis for axis in found if axis}


def box(when: Mapping[str, Sequence[str]], inputs: Mapping[str, Input]) -> dict[str, Spans]:
    """A condition as a box: for each axis the spans in which it holds.

    Raises KeyError for a fact that there is not, and FactError for a value it cannot have.
    """
    found: dict[str, Spans] = {}
    for fact, written in when.items():
        axis = axis_of(fact, inputs)
        if axis is None:
            raise KeyError(fact)
        spans = spans_of(axis, fact, written)
        found[axis.name] = common(found.get(axis.name, axis.all), spans)
    return found


def has_readers(box: Box) -> bool:
    """Whether anybody can be in a box."""
    return all(box.values())


def spans_of(axis: Axis, fact: str, written: Sequence[str]) -> Spans:
    """What is written behind a fact, as spans of its axis.

    Raises FactError with the place of the value in the list.
    """
    spans = []
    for index, value in enumerate(written):
        try:
            low, high = _span(axis, value, alone=len(written) == 1)
        except FactError as error:
            raise FactError(str(error), error.hint, index) from None
        spans.append((-high, -low) if fact.startswith("days-until.") else (low, high))
    return joined(spans)


def joined(spans: Iterable[Span]) -> Spans:
    """Spans in order, those that touch put together."""
    found: list[Span] = []
    for low, high in sorted(spans):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return tuple(found)


def common(one: Spans, other: Spans) -> Spans:
    """What is in both."""
    return joined(
        (max(a, c), min(b, d)) for a, b in one for c, d in other if max(a, c) <= min(b, d)
    )


def without(one: Spans, other: Spans) -> Spans:
    """What is in one and not in the other."""
    for low, high in other:
        one = tuple(
            part
            for first, last in one
            for part in ((first, min(last, low - 1)), (max(first, high + 1), last))
            if part[0] <= part[1]
        )
    return one


def _span(axis: Axis, written: str, *, alone: bool) -> Span:
    if axis.names:
        if written not in axis.names:
            hint = did_you_mean(written, axis.names)
            raise FactError(f"`{written}` is none of its values", hint)
        return axis.names.index(written), axis.names.index(written)
    first, dots, last = written.partition("..")
    if dots and not alone:
        raise FactError("a range stands by itself, not in a list", f"write `{written}` alone")
    if dots and not first and not last:
        raise FactError("this range has no end", _example(axis))
    low = _number(axis, first) if first or not dots else axis.low
    high = (_number(axis, last) if last else axis.high) if dots else low
    if low > high:
        raise FactError(f"`{written}` runs backwards", f"write `{last}..{first}`")
    if low < axis.low or high > axis.high:
        raise FactError(
            f"`{written}` is more than it can be", f"it goes from {axis.low} to {axis.high}"
        )
    return low, high


def _number(axis: Axis, written: str) -> int:
    if axis.clock and CLOCK.fullmatch(written):
        return minutes(written)
    if not axis.clock and NUMBER.fullmatch(written):
        return int(written)
    what = "time of day" if axis.clock else "whole number"
    raise FactError(f"`{written}` is not a {what}, nor a range of them", _example(axis))


def _example(axis: Axis) -> str:
    if axis.clock:
        return "write `13:00..16:59`, `13:00..` or `..12:59`"
    return "write `2`, `2..6`, `2..` for 2 and more, or `..6`"
