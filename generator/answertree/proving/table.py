"""The answers of one question as a table of boxes: readers whom two of them fit, or none.

It is exact, over the whole range of each axis, since all is counted in whole numbers.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import accumulate, pairwise
from math import prod
from operator import or_, xor

from answertree.knowledge.facts import TIME, WEEKDAY, Axis, Box, Spans, common, has_readers, without

# What is said of a reader, by the name of each axis that matters: the others can be anything.
Reader = Mapping[str, int]
Bits = int  # a set of boxes: bit 0 stands for the first of them

# What a reader is told to be where anything near it will do: a Tuesday at half past twelve.
USUAL = {WEEKDAY.name: 1, TIME.name: 12 * 60 + 30}

MOST_CUTS = 50_000  # of boxes that overlap into some that do not


def nearest(axis: Axis, spans: Spans) -> int:
    """The value in some spans that people would think of first."""
    usual = USUAL.get(axis.name, 0)
    values = [min(max(usual, low), high) for low, high in spans]
    return min(values, key=lambda value: (abs(value - usual), -value))


def reader_of_both(axes: Sequence[Axis], one: Box, other: Box) -> Reader:
    """A reader whom two boxes have in common."""
    spans = {axis: common(_on(axis, one), _on(axis, other)) for axis in axes}
    return {axis.name: nearest(axis, both) for axis, both in spans.items() if both != axis.all}


@dataclass(frozen=True)
class Table:
    """The boxes of the answers of a question, on the axes that at least one of them has."""

    axes: Sequence[Axis]
    boxes: Sequence[Box]

    @cached_property
    def overlaps(self) -> dict[int, tuple[int, Reader]]:
        """Each box that has readers in common with an earlier one: the first such, and a reader."""
        found = {}
        for later, others in enumerate(self._overlapping):
            earlier = next(bits(others), later)
            if earlier < later:
                reader = reader_of_both(self.axes, self.boxes[earlier], self.boxes[later])
                found[later] = earlier, reader
        return found

    @cached_property
    def gap(self) -> Reader | None:
        """A reader who is in none of the boxes; None when there is none, as far as is known.

        Where boxes overlap so much that it would take too long, nothing is known.
        """
        return gap(self.axes, self.boxes, self._overlapping)

    @cached_property
    def _overlapping(self) -> list[Bits]:
        return overlaps(self.axes, self.boxes)


def overlaps(axes: Sequence[Axis], boxes: Sequence[Box]) -> list[Bits]:
    """For each box the others that have readers in common with it."""
    everything = (1 << len(boxes)) - 1
    found = [everything ^ (1 << index) for index in range(len(boxes))]
    for axis in axes:
        spans = [_on(axis, box) for box in boxes]
        touched = _touched(spans)
        for index, each in enumerate(spans):
            found[index] &= touched[each]
    return found


def gap(axes: Sequence[Axis], boxes: Sequence[Box], overlapping: Sequence[Bits]) -> Reader | None:
    """A reader who is in none of the boxes; None when there is no such reader.

    `overlapping` is what `overlaps` says of them. Where there is more of that than can be sorted
    out, there is no answer but None; without overlaps it is always right.
    """
    apart = _apart(axes, boxes, overlapping)
    if apart is None or sum(_size(axes, box) for box in apart) == _size(axes, {}):
        return None
    reader = _in_no_box(axes, apart)
    for axis in axes:
        others = {name: value for name, value in reader.items() if name != axis.name}
        if not any(_fits(box, others) for box in apart):
            reader = others
    return reader


def bits(number: Bits) -> Iterator[int]:
    """The boxes in a set of boxes, in order."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _on(axis: Axis, box: Box) -> Spans:
    return box.get(axis.name, axis.all)


def _size(axes: Sequence[Axis], box: Box) -> int:
    """How many readers there are in a box."""
    return prod(sum(high - low + 1 for low, high in _on(axis, box)) for axis in axes)


def _fits(box: Box, reader: Reader) -> bool:
    """Whether a box has room for a reader of whom only so much is known."""
    return all(
        any(low <= value <= high for low, high in box[name])
        for name, value in reader.items()
        if name in box
    )


def _touched(all_spans: Sequence[Spans]) -> dict[Spans, Bits]:
    """For each of the spans on an axis, the boxes whose spans have something in common with it.

    Of two spans that do, one holds the start of the other. So the boxes that hold a start are noted
    for each start, for each two in a row, each four and so on: any row of starts is two of those.
    """
    owners: dict[Spans, Bits] = defaultdict(int)
    for index, spans in enumerate(all_spans):
        owners[spans] |= 1 << index
    changes: dict[int, Bits] = defaultdict(int)
    for spans, boxes in owners.items():
        for low, high in spans:
            changes[low] ^= boxes
            changes[high + 1] ^= boxes
    starts = sorted({low for spans in owners for low, _ in spans})
    points = sorted(changes)
    holding = dict(zip(points, accumulate((changes[point] for point in points), xor), strict=True))
    rows: list[list[Bits]] = [[holding[start] for start in starts]]
    while len(rows[-1]) > (width := 1 << (len(rows) - 1)):
        rows.append([one | other for one, other in zip(rows[-1], rows[-1][width:], strict=False)])

    def touching(low: int, high: int) -> Bits:
        first, end = bisect_left(starts, low), bisect_right(starts, high)
        power = (end - first).bit_length() - 1
        return rows[power][first] | rows[power][end - (1 << power)]

    return {spans: reduce(or_, (touching(low, high) for low, high in spans), 0) for spans in owners}


def _apart(
    axes: Sequence[Axis], boxes: Sequence[Box], overlapping: Sequence[Bits]
) -> list[Box] | None:
    """The same readers in boxes that have none in common; None when that takes too many cuts."""
    found: list[Box] = []
    cuts = 0
    for index, box in enumerate(boxes):
        pieces = [box] if has_readers(box) else []
        for earlier in bits(overlapping[index] & ((1 << index) - 1)):
            cuts += len(pieces)
            if cuts > MOST_CUTS:
                return None
            pieces = [part for piece in pieces for part in _cut(axes, piece, boxes[earlier])]
        found += pieces
    return found


def _cut(axes: Sequence[Axis], box: Box, other: Box) -> Iterator[Box]:
    """What is in a box and not in the other, as boxes that have nothing in common."""
    if not all(common(_on(axis, box), _on(axis, other)) for axis in axes):
        yield box
        return
    rest = dict(box)
    for axis in axes:
        if outside := without(_on(axis, rest), _on(axis, other)):
            yield {**rest, axis.name: outside}
        rest[axis.name] = common(_on(axis, rest), _on(axis, other))


def _in_no_box(axes: Sequence[Axis], boxes: Sequence[Box]) -> dict[str, int]:
    """A reader who is in none of some boxes that do not fill everything and do not overlap.

    One axis after the other: somewhere on it the boxes do not fill the rest of the axes.
    """
    reader: dict[str, int] = {}
    for place, axis in enumerate(axes):
        rest = axes[place + 1 :]
        filled: dict[int, int] = defaultdict(int, {axis.low: 0, axis.high + 1: 0})
        for box in boxes:
            size = _size(rest, box)
            for low, high in _on(axis, box):
                filled[low] += size
                filled[high + 1] -= size
        points = sorted(filled)
        sums = accumulate(filled[point] for point in points)
        whole = _size(rest, {})
        room = tuple(
            (low, after - 1)
            for (low, after), sum_ in zip(pairwise(points), sums, strict=False)
            if sum_ < whole
        )
        value = reader[axis.name] = nearest(axis, room)
        boxes = [box for box in boxes if _fits(box, {axis.name: value})]
    return reader
