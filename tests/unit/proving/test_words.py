"""Readers in words that are no code."""

import pytest
from answertree.knowledge.facts import BEYOND, axes
from answertree.knowledge.model import Input
from answertree.proving.words import in_words, reader_in_words

INPUTS = {
    "visit": Input(ask="day of the visit", type="date"),
    "price": Input(ask="its price", type="number"),
    "place": Input(ask="the place", type="choice", options={"in": "indoors", "out": "outside"}),
}
AXES = axes(INPUTS)


@pytest.mark.parametrize(
    ("axis", "spans", "words"),
    [
        ("visit", [(3, 3)], "day of the visit 3 days ago"),
        ("visit", [(1, 1)], "day of the visit yesterday"),
        ("visit", [(0, 0)], "day of the visit today"),
        ("visit", [(-1, -1)], "day of the visit tomorrow"),
        ("visit", [(-9, -9)], "day of the visit in 9 days"),
        ("visit", [(2, 6)], "day of the visit 2 to 6 days ago"),
        ("visit", [(-6, -2)], "day of the visit in 2 to 6 days"),
        ("visit", [(-1, 4)], "day of the visit from 4 days ago to tomorrow"),
        ("visit", [(7, BEYOND)], "day of the visit 7 days ago or earlier"),
        ("visit", [(-BEYOND, 1)], "day of the visit yesterday or later"),
        ("visit", [(BEYOND, BEYOND)], "day of the visit 1,000,000 days ago or earlier"),
        ("visit", [(0, 0), (2, 2)], "day of the visit today or 2 days ago"),
        ("weekday", [(1, 1)], "Tuesday"),
        ("weekday", [(5, 6)], "Saturday or Sunday"),
        ("weekday", [(0, 0), (2, 4)], "Monday or Wednesday to Friday"),
        ("time", [(750, 750)], "12:30"),
        ("time", [(0, 539)], "8:59 or earlier"),
        ("time", [(540, 1439)], "9:00 or later"),
        ("time", [(540, 1019)], "9:00 to 16:59"),
        ("notes", [(1, 1)], "1 note"),
        ("notes", [(2, BEYOND)], "2 or more notes"),
        ("price", [(-5, 1200)], "its price: -5 to 1,200"),
        ("price", [(-BEYOND, 7)], "its price: 7 or less"),
        ("place", [(1, 1)], "the place: outside"),
        ("place", [(0, 1)], "the place: indoors or outside"),
    ],
)
def test_what_a_reader_is(axis: str, spans: list[tuple[int, int]], words: str) -> None:
    assert in_words(AXES[axis], INPUTS, tuple(spans)) == words


def test_a_reader_is_all_that_matters_of_them() -> None:
    reader = {"visit": 3, "weekday": 1, "time": 750}
    words = "day of the visit 3 days ago, Tuesday, 12:30"
    assert reader_in_words(AXES, INPUTS, reader) == words
    assert reader_in_words(AXES, INPUTS, {}) == "anybody"
