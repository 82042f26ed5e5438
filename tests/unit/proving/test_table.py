"""The sweep of a table, held against trying every reader, and against an SMT solver."""

from random import Random

import pytest
import z3
from answertree.knowledge.facts import BEYOND, TIME, WEEKDAY, Axis, Box
from answertree.proving import table
from answertree.proving.table import Table, nearest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.proving.made import (
    EVERYBODY,
    EXAMPLES,
    LARGE,
    SMALL,
    boxes,
    cut_up,
    people,
    those_like,
)
from tests.unit.proving.solver import gap_and_overlap

TABLES = st.lists(boxes(), max_size=8)


@EXAMPLES
@given(TABLES)
def test_overlaps_are_those_that_trying_everybody_finds(given_boxes: list[Box]) -> None:
    inside = [people(box) for box in given_boxes]
    first = {
        later: next(one for one in range(later) if inside[one] & inside[later])
        for later in range(len(inside))
        if any(inside[one] & inside[later] for one in range(later))
    }
    found = Table(SMALL, given_boxes).overlaps
    assert {later: earlier for later, (earlier, _) in found.items()} == first
    for later, (earlier, reader) in found.items():
        assert those_like(reader) <= inside[earlier] & inside[later]


@EXAMPLES
@given(TABLES)
def test_a_gap_is_found_if_and_only_if_somebody_is_in_no_box(given_boxes: list[Box]) -> None:
    left = EVERYBODY.difference(*map(people, given_boxes))
    gap = Table(SMALL, given_boxes).gap
    assert (gap is None) == (not left)
    if gap is not None:
        assert those_like(gap) <= left
    for name in gap or {}:  # of what does not matter nothing is said
        others = {other: value for other, value in (gap or {}).items() if other != name}
        assert not those_like(others) <= left


@pytest.mark.parametrize("seed", range(5))
def test_everything_cut_up_has_neither_gap_nor_overlap(seed: int) -> None:
    found = Table(LARGE, cut_up(LARGE, 300, Random(seed)))
    assert found.gap is None
    assert not found.overlaps


@pytest.mark.parametrize("seed", range(5))
def test_a_box_that_is_left_out_is_the_gap(seed: int) -> None:
    rest = cut_up(LARGE, 300, Random(seed))
    left_out = rest.pop()
    gap = Table(LARGE, rest).gap
    assert gap is not None
    # The whole of the box is free, so what it does not ask for does not matter.
    assert set(gap) <= set(left_out)
    assert all(any(low <= gap[name] <= high for low, high in left_out[name]) for name in gap)


@pytest.mark.parametrize("seed", range(12))
def test_a_solver_finds_the_same(seed: int) -> None:
    chance = Random(seed)
    found = cut_up(LARGE, chance.randrange(2, 30), chance)
    for _ in range(chance.randrange(3)):  # some of them are made wider, narrower or left out
        index = chance.randrange(len(found))
        found[index] = dict(chance.sample(sorted(found[index].items()), len(found[index]) // 2))
    if chance.random() < 0.5:
        found.pop()
    result = Table(LARGE, found)
    gap, overlap = gap_and_overlap(found, patience=300)
    assert (result.gap is not None) == (gap == z3.sat)
    assert bool(result.overlaps) == (overlap == z3.sat)


def test_a_table_that_takes_too_long_to_sort_out_has_no_gap(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    low, high = ({"price": ((0, 1),)}, {"price": ((1, 2),)})
    assert Table(SMALL, [low, high]).gap == {"price": 3}
    monkeypatch.setattr(table, "MOST_CUTS", 0)
    assert Table(SMALL, [low, high]).gap is None
    assert Table(SMALL, [low]).gap == {"price": 2}


@pytest.mark.parametrize(
    ("axis", "spans", "value"),
    [
        (Axis("visit", -BEYOND, BEYOND), ((-BEYOND, -5), (3, 9)), 3),
        (Axis("visit", -BEYOND, BEYOND), ((-BEYOND, -3), (3, 9)), 3),
        (Axis("visit", -BEYOND, BEYOND), ((-BEYOND, BEYOND),), 0),
        (Axis("people", 1, BEYOND), ((1, BEYOND),), 1),
        (WEEKDAY, ((0, 6),), 1),
        (WEEKDAY, ((0, 0), (5, 6)), 0),
        (TIME, ((0, 539), (1020, 1439)), 539),
        (TIME, ((540, 1019),), 750),
    ],
)
def test_the_value_that_people_would_think_of_first(
    axis: Axis, spans: tuple[tuple[int, int], ...], value: int
) -> None:
    assert nearest(axis, spans) == value
