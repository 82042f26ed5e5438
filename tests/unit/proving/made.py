"""Axes, boxes and trees that are made up: small ones, on which every reader can be tried."""

from collections.abc import Mapping, Sequence
from itertools import pairwise, product
from random import Random

from answertree.knowledge.facts import BEYOND, TIME, WEEKDAY, Axis, Box, Span, common, joined
from answertree.proving.paths import Way
from hypothesis import settings
from hypothesis import strategies as st

# Each test tries the same examples wherever it runs, and keeps nothing.
EXAMPLES = settings(derandomize=True, database=None, deadline=None, max_examples=100)

SMALL = (Axis("age", -1, 2), Axis("kind", 0, 2, ("a", "b", "c")), Axis("price", 0, 3))
LARGE = (
    Axis("visit", -BEYOND, BEYOND),
    Axis("bought", -BEYOND, BEYOND),
    WEEKDAY,
    TIME,
    Axis("price", 0, 5_000),
    Axis("kind", 0, 7, tuple("abcdefgh")),
    Axis("people", 1, BEYOND),
)

Person = tuple[int, ...]  # what somebody is on each axis


EVERYBODY = frozenset(product(*(range(axis.low, axis.high + 1) for axis in SMALL)))


def people(box: Box) -> frozenset[Person]:
    """Everybody who is in a box."""
    values = (
        [value for low, high in box.get(axis.name, axis.all) for value in range(low, high + 1)]
        for axis in SMALL
    )
    return frozenset(product(*values))


def those_like(reader: Mapping[str, int]) -> frozenset[Person]:
    """All whom a reader stands for: where nothing is said, everything."""
    return people({name: ((value, value),) for name, value in reader.items()})


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """A box on some of the small axes; its spans may be several, or none."""
    found = {}
    for axis in SMALL:
        if draw(st.booleans()):
            values = draw(st.sets(st.integers(axis.low, axis.high)))
            found[axis.name] = joined((value, value) for value in values)
    return found


def cut_up(axes: Sequence[Axis], count: int, chance: Random) -> list[Box]:
    """Everything, cut into so many boxes, in any order."""
    found: list[Box] = [{}]
    while len(found) < count:
        index = chance.randrange(len(found))
        axis = chance.choice(axes)
        if halves := _halves(axis, found[index], chance):
            found[index : index + 1] = halves
    chance.shuffle(found)
    return found


def _halves(axis: Axis, box: Box, chance: Random) -> list[Box]:
    spans = box.get(axis.name, axis.all)
    if axis.names and chance.random() < 0.5:
        values = [value for low, high in spans for value in range(low, high + 1)]
        some = set(chance.sample(values, len(values) // 2))
        parts = [joined((v, v) for v in values if (v in some) == side) for side in (True, False)]
    else:
        low, high = chance.choice(spans)
        # As people write them: where it goes on and on, a cut is not far from where it starts.
        low, high = max(low, min(-400, high - 1)), min(high, max(400, low + 1))
        cut = chance.randint(low, high)
        parts = [common(spans, (side,)) for side in ((axis.low, cut), (cut + 1, axis.high))]
    return [{**box, axis.name: part} for part in parts] if all(parts) else []


@st.composite
def trees(draw: st.DrawFn) -> dict[str, list[Way]]:
    """A few steps: ways from each to the next, as far as they go, and between any of them."""
    names = "abcde"
    found: dict[str, list[Way]] = {name: [] for name in names}
    in_a_row = list(pairwise(names))[: draw(st.integers(0, 4))]
    anywhere = st.tuples(st.sampled_from(names), st.sampled_from(names))
    for source, target in [*in_a_row, *draw(st.lists(anywhere, max_size=9))]:
        found[source].append(draw(ways(source, target)))
    return found


@st.composite
def ways(draw: st.DrawFn, source: str, target: str) -> Way:
    sets: dict[str, tuple[Span]] = {}
    for axis in SMALL:
        if draw(st.integers(0, 3)) == 0:
            value = draw(st.integers(axis.low, axis.high))
            sets[axis.name] = ((value, value),)
    forgets = draw(st.sampled_from([set(), {"age"}, {"age", "price"}]))
    return Way(source, target, "", draw(boxes()), sets, frozenset(forgets))


def after(way: Way, person: Person) -> frozenset[Person]:
    """What somebody may be after a way; nothing if they cannot take it."""
    known = {axis.name: ((value, value),) for axis, value in zip(SMALL, person, strict=True)}
    there = {name: spans for name, spans in known.items() if name not in way.forgets}
    return frozenset(
        tuple(
            way.sets[axis.name][0][0] if axis.name in way.sets else value
            for axis, value in zip(SMALL, one, strict=True)
        )
        for one in people(there) & people(way.when)
    )
