"""Which readers can come to each step of a tree, by all ways at once, and a shortest way to it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce

from answertree.knowledge.facts import Axis, Box, Spans, common
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


class Reach:
    """Who comes to each step, from the starts on.

    They are followed way by way, all at once: a round has who comes to a step by so many ways, and
    not by fewer. Where that would take too long, it is taken for granted that anybody can.
    """

    def __init__(
        self, diagrams: Diagrams, ways: Mapping[str, Sequence[Way]], starts: Iterable[str]
    ) -> None:
        self._diagrams = diagrams
        self._ways = ways
        self._seen: dict[str, Readers] = dict.fromkeys(starts, EVERYBODY)
        self._rounds = [dict(self._seen)]
        while self._rounds[-1]:
            self._rounds.append(self._next_round(self._rounds[-1]))

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

    def after(self, way: Way, readers: Readers) -> Readers:
        """Who is left of some readers behind a way, as they are then."""
        diagrams = self._diagrams
        try:
            there = diagrams.forgetting(readers, way.forgets)
            there = diagrams.both(there, diagrams.inside(way.when))
            there = diagrams.forgetting(there, way.sets)
            return diagrams.both(there, diagrams.inside(way.sets))
        except TooMany:
            return EVERYBODY

    def shortest_way(self, step: str) -> tuple[Way, ...]:
        """The ways one after the other by which somebody comes to a step; nothing if it is a start.

        There is nothing either where it would take too long to find them.
        """
        count = next((count for count, round_ in enumerate(self._rounds) if step in round_), 0)
        readers = self._rounds[count].get(step, NOBODY)
        found: list[Way] = []
        try:
            for earlier in reversed(self._rounds[:count]):
                way = next(way for way in self.ways_to(step) if self._lead(earlier, way, readers))
                readers = self._diagrams.both(earlier[way.source], self._before(way, readers))
                found.append(way)
                step = way.source
        except (TooMany, StopIteration):
            return ()
        return tuple(reversed(found))

    def _next_round(self, before: Mapping[str, Readers]) -> dict[str, Readers]:
        coming: dict[str, list[Readers]] = defaultdict(list)
        for step, readers in before.items():
            for way in self._ways.get(step, ()):
                if self._seen.get(way.target) != EVERYBODY:
                    coming[way.target].append(self.after(way, readers))
        added = {step: self._added(step, sets) for step, sets in coming.items()}
        return {step: readers for step, readers in added.items() if readers != NOBODY}

    def _added(self, step: str, sets: Iterable[Readers]) -> Readers:
        """Who comes to a step for the first time; they are noted."""
        seen = self._seen.get(step, NOBODY)
        try:
            new = self._diagrams.without(self._diagrams.any_of(sets), seen)
            self._seen[step] = self._diagrams.either(seen, new)
        except TooMany:
            new = self._seen[step] = EVERYBODY
        return new

    @cached_property
    def _into(self) -> dict[str, list[Way]]:
        into: dict[str, list[Way]] = defaultdict(list)
        for ways in self._ways.values():
            for way in ways:
                into[way.target].append(way)
        return into

    def _lead(self, earlier: Mapping[str, Readers], way: Way, readers: Readers) -> bool:
        """Whether a way makes some of the earlier readers into some of these."""
        after = self.after(way, earlier.get(way.source, NOBODY))
        return self._diagrams.both(after, readers) != NOBODY

    def _before(self, way: Way, readers: Readers) -> Readers:
        """Whom a way can have made into some of these readers."""
        diagrams = self._diagrams
        there = diagrams.both(readers, diagrams.inside(way.sets))
        there = diagrams.forgetting(there, way.sets)
        there = diagrams.both(there, diagrams.inside(way.when))
        return diagrams.forgetting(there, way.forgets)


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
