"""What is known of a reader, in words for those who write content."""

from collections.abc import Mapping

from answertree.knowledge.facts import NOTES, Axis, Span, Spans
from answertree.knowledge.model import Input
from answertree.proving.table import Reader

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def reader_in_words(axes: Mapping[str, Axis], inputs: Mapping[str, Input], reader: Reader) -> str:
    """A reader such as `day of the visit 3 days ago, Tuesday, 12:30`."""
    known = (in_words(axes[name], inputs, ((value, value),)) for name, value in reader.items())
    return ", ".join(known) or "anybody"


def in_words(axis: Axis, inputs: Mapping[str, Input], spans: Spans) -> str:
    """What readers are on an axis, such as `day of the visit 2 to 6 days ago`."""
    entry = inputs.get(axis.name)
    if entry and entry.type == "date":
        return f"{entry.ask} {' or '.join(_days(axis, span) for span in spans)}"
    if axis.names:
        names = tuple(entry.options.values()) if entry else DAYS
        said = " or ".join(_named(names, span) for span in spans)
    else:
        said = " or ".join(_numbers(axis, span) for span in spans)
    if axis == NOTES:
        return f"{said} {'note' if spans == ((1, 1),) else 'notes'}"
    return f"{entry.ask}: {said}" if entry else said


def _days(axis: Axis, span: Span) -> str:
    low, high = span
    if low == axis.low:
        return f"{_day(high)} or later"
    if high == axis.high:
        return f"{_day(low)} or earlier"
    if low == high:
        return _day(low)
    if low > 1:
        return f"{low:,} to {high:,} days ago"
    if high < -1:
        return f"in {-high:,} to {-low:,} days"
    return f"from {_day(high)} to {_day(low)}"


def _day(ago: int) -> str:
    if ago in (-1, 0, 1):
        return ("today", "yesterday", "tomorrow")[ago]
    return f"{ago:,} days ago" if ago > 0 else f"in {-ago:,} days"


def _named(names: tuple[str, ...], span: Span) -> str:
    low, high = span
    if names == DAYS and high > low + 1:
        return f"{DAYS[low]} to {DAYS[high]}"
    return " or ".join(names[low : high + 1])


def _numbers(axis: Axis, span: Span) -> str:
    low, high = (_number(axis, value) for value in span)
    if low == high:
        return low
    if span[1] == axis.high:
        return f"{low} or {'later' if axis.clock else 'more'}"
    if span[0] == axis.low:
        return f"{high} or {'earlier' if axis.clock else 'less'}"
    return f"{low} to {high}"


def _number(axis: Axis, value: int) -> str:
    return f"{value // 60}:{value % 60:02}" if axis.clock else f"{value:,}"
