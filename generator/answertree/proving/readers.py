"""Sets of readers, as decision diagrams.

A set is a number: 0 is nobody, 1 is everybody, and any other is a node. A node asks for one axis,
and says for each part of it which set the rest of the reader has to be in. Neighbours that lead to
the same set are one part, a node with a single part is that set itself, and no two nodes are alike.
So two sets are the same when their numbers are.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeAlias

from answertree.knowledge.facts import Axis, Box, Span, joined

Readers: TypeAlias = int

NOBODY: Readers = 0
EVERYBODY: Readers = 1

MOST_PARTS = 10_000  # that one operation looks at
MOST_NODES = 100  # of a set that is kept as it is


# What is certain of two sets without a look into them.
Operation: TypeAlias = "Callable[[Readers, Readers], Readers | None]"


class TooMany(Exception):
    """Sets are so tangled that to go on would take too long."""


class _Node(NamedTuple):
    level: int  # the place of its axis
    ends: tuple[int, ...]  # the last value of each part, in order
    sets: tuple[Readers, ...]  # what each part leads to


class Diagrams:
    """Every set of readers that was asked for, on some axes; what is said of others is left out.

    Each operation raises TooMany where it would take too long.
    """

    def __init__(self, axes: Sequence[Axis]) -> None:
        self._levels = {axis.name: level for level, axis in enumerate(axes)}
        self._axes = axes
        last = _Node(len(axes), (), ())
        self._nodes = [last, last]
        self._numbers: dict[_Node, Readers] = {}
        self._forgotten: dict[frozenset[int], dict[Readers, Readers]] = {}
        self._combinations: dict[tuple[Operation, Readers, Readers], Readers] = {}

    def inside(self, box: Box) -> Readers:
        """The readers in a box."""
        found = EVERYBODY
        for level, name in sorted(self._known(box), reverse=True):
            parts: list[tuple[int, Readers]] = []
            for low, high in box[name]:
                parts += [(low - 1, NOBODY), (high, found)]
            found = self._made(level, [*parts, (self._axes[level].high, NOBODY)])
        return found

    def either(self, one: Readers, other: Readers) -> Readers:
        """Who is in one of two sets, or in both."""
        return self._combined(_either, one, other)

    def both(self, one: Readers, other: Readers) -> Readers:
        """Who is in both of two sets."""
        return self._combined(_both, one, other)

    def without(self, one: Readers, other: Readers) -> Readers:
        """Who is in one set and not in the other."""
        return self._combined(_without, one, other)

    def any_of(self, sets: Iterable[Readers]) -> Readers:
        """Who is in any of some sets."""
        rest = sorted(set(sets))
        while len(rest) > 1:  # in pairs, so that most of them are small
            pairs = zip_longest(rest[::2], rest[1::2], fillvalue=NOBODY)
            rest = [self.either(one, other) for one, other in pairs]
        return rest[0] if rest else NOBODY

    def forgetting(self, one: Readers, names: Collection[str]) -> Readers:
        """The readers of a set, whatever they are on some axes."""
        levels = frozenset(level for level, _ in self._known(names))
        known = self._forgotten.setdefault(levels, {NOBODY: NOBODY, EVERYBODY: EVERYBODY})

        def forgotten(number: Readers) -> Readers:
            if number not in known:
                level, ends, sets = self._nodes[number]
                after = [forgotten(each) for each in sets]
                known[number] = (
                    self.any_of(after)
                    if level in levels
                    else self._made(level, list(zip(ends, after, strict=True)))
                )
            return known[number]

        return forgotten(one)

    def simple(self, one: Readers) -> Readers:
        """A set, or the box around it if it has too many nodes: more readers, but easy to ask."""
        nodes = self._below(one)
        if len(nodes) <= MOST_NODES:
            return one
        found: dict[str, list[Span]] = defaultdict(list)
        for axis in self._axes[: self._nodes[one].level]:
            found[axis.name] += axis.all
        for level, ends, sets in nodes:
            starts = (self._axes[level].low, *(end + 1 for end in ends))
            for start, end, below in zip(starts, ends, sets, strict=False):
                if below != NOBODY:
                    found[self._axes[level].name].append((start, end))
                    for axis in self._axes[level + 1 : self._nodes[below].level]:
                        found[axis.name] += axis.all
        return self.inside({name: joined(spans) for name, spans in found.items()})

    def _below(self, one: Readers) -> list[_Node]:
        """The nodes of a set."""
        found = {one: self._nodes[one]} if one > EVERYBODY else {}
        waiting = list(found)
        for number in waiting:
            for below in self._nodes[number].sets:
                if below > EVERYBODY and below not in found:
                    found[below] = self._nodes[below]
                    waiting.append(below)
        return list(found.values())

    def _known(self, names: Iterable[str]) -> Iterator[tuple[int, str]]:
        return ((self._levels[name], name) for name in names if name in self._levels)

    def _combined(self, operation: Operation, one: Readers, other: Readers) -> Readers:
        looked_at = 0

        def combined(one: Readers, other: Readers) -> Readers:
            nonlocal looked_at
            found = operation(one, other)
            if found is None:
                found = self._combinations.get((operation, one, other))
            if found is None:
                level = min(self._nodes[one].level, self._nodes[other].level)
                beside = self._side_by_side(level, one, other)
                looked_at += len(beside)
                if looked_at > MOST_PARTS:
                    raise TooMany
                parts = [(end, combined(first, second)) for end, first, second in beside]
                found = self._combinations[operation, one, other] = self._made(level, parts)
            return found

        return combined(one, other)

    def _side_by_side(
        self, level: int, one: Readers, other: Readers
    ) -> list[tuple[int, Readers, Readers]]:
        """The parts of an axis in which neither of two sets changes: where each ends, and both."""
        ends, sets = self._parts(level, one)
        other_ends, other_sets = self._parts(level, other)
        return [
            (end, sets[bisect_left(ends, end)], other_sets[bisect_left(other_ends, end)])
            for end in sorted({*ends, *other_ends})
        ]

    def _parts(self, level: int, one: Readers) -> tuple[tuple[int, ...], tuple[Readers, ...]]:
        node = self._nodes[one]
        if node.level == level:
            return node.ends, node.sets
        return (self._axes[level].high,), (one,)

    def _made(self, level: int, parts: Iterable[tuple[int, Readers]]) -> Readers:
        """The set whose parts on an axis are these, in order; a part may have no value."""
        kept: list[tuple[int, Readers]] = [(self._axes[level].low - 1, -1)]
        for end, number in parts:
            if end <= kept[-1][0]:
                continue
            if number == kept[-1][1]:
                kept.pop()
            kept.append((end, number))
        ends, sets = zip(*kept[1:], strict=True)
        if len(sets) == 1:
            return Readers(sets[0])
        node = _Node(level, ends, sets)
        if node not in self._numbers:
            self._numbers[node] = len(self._nodes)
            self._nodes.append(node)
        return self._numbers[node]


def _either(one: Readers, other: Readers) -> Readers | None:
    if EVERYBODY in (one, other):
        return EVERYBODY
    if one in (other, NOBODY):
        return other
    return one if other == NOBODY else None


def _both(one: Readers, other: Readers) -> Readers | None:
    if NOBODY in (one, other):
        return NOBODY
    if one in (other, EVERYBODY):
        return other
    return one if other == EVERYBODY else None


def _without(one: Readers, other: Readers) -> Readers | None:
    if one == NOBODY or other in (one, EVERYBODY):
        return NOBODY
    return one if other == NOBODY else None
