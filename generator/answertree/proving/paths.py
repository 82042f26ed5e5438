"""Which readers can come to each step of a tree, by all ways at once, and a shortest way to it."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from heapq import heappop, heappush
from typing import TypeAlias

from answertree.knowledge.facts import Axis, Box, Spans, common, has_readers, without
from answertree.proving.readers import EVERYBODY, NOBODY, Diagrams, Readers, TooMany


@dataclass(frozen=True)
class Way:
    """A way from one step to another: who takes it, and what is known of them from then on.

    `when` holds for those who take it, `sets` is what it says of them, and `forgets` are the axes
    on which anything may have changed by the time that they take it. `say` is for people.
    """

    source: str
    target: str
    say: str = ""
    when: Box = field(default_factory=dict)
    sets: Box = field(default_factory=dict)
    forgets: frozenset[str] = frozenset()


# The last of some ways one after the other, and those before it.
Link: TypeAlias = "tuple[Way, Link] | None"

MOST_CHAINS = 10  # to a step, in search of a shortest way to those behind it


class Reach:
    """Who comes to each step, from the starts on.

    They are followed way by way, all at once. Where that would take too long, it is taken for
    granted that anybody comes.
    """

    def __init__(
        self, diagrams: Diagrams, ways: Mapping[str, Sequence[Way]], starts: Iterable[str]
    ) -> None:
        self._diagrams = diagrams
        self._ways = ways
        self._starts = frozenset(starts)
        self._seen: dict[str, Readers] = {}
        self._follow()

    def anybody(self, step: str, box: Box | None = None) -> bool:
        """Whether somebody comes to a step who is in a box, if one is given."""
        seen = self._seen.get(step, NOBODY)
        try:
            return self._diagrams.both(seen, self._diagrams.inside(box or {})) != NOBODY
        except TooMany:
            return True

    def ways_to(self, step: str) -> Sequence[Way]:
        """The ways that lead to a step."""
        return self._into.get(step, ())

    def shortest_way(self, step: str) -> tuple[Way, ...]:
        """The ways one after the other by which somebody comes to a step; nothing if it is a start.

        There is nothing either where it would take too long to find them.
        """
        found = []
        link = self._links.get(step)
        while link:
            way, link = link
            found.append(way)
        return tuple(reversed(found))

    def _follow(self) -> None:
        """Find who comes to each step, to those first that many ways lead on from."""
        places = _places(self._ways, self._starts)
        coming: dict[str, list[Readers]] = {start: [EVERYBODY] for start in self._starts}
        waiting = sorted((places[start], start) for start in self._starts)
        while waiting:
            _, step = heappop(waiting)
            now = self._added(step, coming.pop(step))
            for way in self._ways[step] if now != NOBODY else ():
                after = self._after(way, now)
                if after != NOBODY and way.target in places:
                    if way.target not in coming:
                        heappush(waiting, (places[way.target], way.target))
                    coming.setdefault(way.target, []).append(after)

    def _added(self, step: str, sets: Iterable[Readers]) -> Readers:
        """Who comes to a step, with some more who come now; nobody if all of those are known."""
        seen = self._seen.get(step, NOBODY)
        try:
            now = self._diagrams.simple(self._diagrams.any_of([seen, *sets]))
        except TooMany:
            now = EVERYBODY
        self._seen[step] = now
        return now if now != seen else NOBODY

    def _after(self, way: Way, readers: Readers) -> Readers:
        """Who is left of some readers behind a way, as they are then."""
        diagrams = self._diagrams
        try:
            there = diagrams.forgetting(readers, way.forgets)
            there = diagrams.both(there, diagrams.inside(way.when))
            there = diagrams.forgetting(there, way.sets)
            return diagrams.both(there, diagrams.inside(way.sets))
        except TooMany:
            return EVERYBODY

    @cached_property
    def _into(self) -> dict[str, list[Way]]:
        into: dict[str, list[Way]] = defaultdict(list)
        for ways in self._ways.values():
            for way in ways:
                into[way.target].append(way)
        return into

    @cached_property
    def _links(self) -> dict[str, Link]:
        """For each step the last way of a shortest one to it, and what is before that.

        Those who come by a single chain of ways are a box.
        """
        links: dict[str, Link] = dict.fromkeys(self._starts)
        boxes: dict[str, list[Box]] = {start: [{}] for start in self._starts}
        waiting: deque[tuple[str, Box, Link]] = deque((start, {}, None) for start in self._starts)
        while waiting:
            step, box, link = waiting.popleft()
            for way in self._ways.get(step, ()):
                after, before = _box_after(way, box), boxes.setdefault(way.target, [])
                is_new = not any(_is_within(after, other) for other in before)
                if is_new and has_readers(after) and len(before) < MOST_CHAINS:
                    before.append(after)
                    links.setdefault(way.target, (way, link))
                    waiting.append((way.target, after, (way, link)))
        return links


def _box_after(way: Way, box: Box) -> Box:
    """What those of a box who take a way are behind it; it has no readers if there are none."""
    after = {name: spans for name, spans in box.items() if name not in way.forgets}
    for name, spans in way.when.items():
        after[name] = common(after.get(name, spans), spans)
    return {**after, **way.sets} if has_readers(after) else after


def _is_within(box: Box, other: Box) -> bool:
    """Whether all readers of a box are in another."""
    return all(name in box and not without(box[name], spans) for name, spans in other.items())


def _places(ways: Mapping[str, Sequence[Way]], starts: Iterable[str]) -> dict[str, int]:
    """The place of each step that there is a way to, where ways lead on if they can, not back."""
    order: list[str] = []
    seen: set[str] = set()
    for start in sorted(starts):
        here = [(start, iter(ways[start]))] if start not in seen else []
        seen.add(start)
        while here:
            step, rest = here[-1]
            for way in rest:
                if way.target in ways and way.target not in seen:
                    seen.add(way.target)
                    here.append((way.target, iter(ways[way.target])))
                    break
            else:
                order.append(step)
                here.pop()
    return {step: place for place, step in enumerate(reversed(order))}


def ruled_out(
    axes: Mapping[str, Axis], chain: Iterable[Way], box: Box
) -> tuple[Axis, Spans, tuple[Way, ...]] | None:
    """Why nobody who has come by a chain of ways is in a box; None when somebody may be.

    Gives the axis of it, what those who come by the chain are on it, and the ways that say so. On a
    single chain each axis is by itself, so there is always one.
    """
    for name, wanted in box.items():
        said: list[tuple[Way, Spans]] = []
        for way in chain:
            if name in way.forgets:
                said = []
            if name in way.when:
                said.append((way, way.when[name]))
            if name in way.sets:
                said = [(way, way.sets[name])]
        if _left(wanted, said):
            continue
        for each in list(said):
            rest = [other for other in said if other is not each]
            said = said if _left(wanted, rest) else rest
        return axes[name], _left(axes[name].all, said), tuple(way for way, _ in said)
    return None


def _left(spans: Spans, said: Iterable[tuple[Way, Spans]]) -> Spans:
    return reduce(common, (each for _, each in said), spans)
