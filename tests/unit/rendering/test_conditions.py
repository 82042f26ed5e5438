"""Conditions in words and as numbers."""

import json

import pytest
from answertree.knowledge.model import Input
from answertree.reading.language import load_language
from answertree.rendering.conditions import When, as_data, in_words, sets_as_data

ENGLISH = load_language("en")
INPUTS = {
    "bought": Input(ask="day of purchase", type="date"),
    "place": Input(
        ask="place", type="choice", options={"10": "at home", "2": "in a shop", "x": "elsewhere"}
    ),
    "cups": Input(ask="number of cups", type="number", **{"from": 0, "to": 9}),
    "degrees": Input(ask="degrees", type="number"),
}


@pytest.mark.parametrize(
    ("fact", "written", "words"),
    [
        ("days-since.bought", ["2..6"], "day of purchase is 2 to 6 days ago"),
        ("days-since.bought", ["1..2"], "day of purchase is 1 to 2 days ago"),
        ("days-since.bought", ["3"], "day of purchase is 3 days ago"),
        ("days-since.bought", ["1"], "day of purchase is yesterday"),
        ("days-since.bought", ["0"], "day of purchase is today"),
        ("days-since.bought", ["-1"], "day of purchase is tomorrow"),
        ("days-since.bought", ["7.."], "day of purchase is 7 days ago or earlier"),
        ("days-since.bought", ["..1"], "day of purchase is yesterday or later"),
        ("days-since.bought", ["0..1"], "day of purchase is yesterday or today"),
        ("days-since.bought", ["-1..3"], "day of purchase is 3 days ago to tomorrow"),
        ("days-since.bought", ["1", "4"], "day of purchase is 4 days ago or yesterday"),
        ("days-until.bought", ["2"], "day of purchase is in 2 days"),
        ("days-until.bought", ["1..3"], "day of purchase is in 1 to 3 days"),
        ("days-until.bought", ["2.."], "day of purchase is in 2 days or later"),
        ("days-until.bought", ["..0"], "day of purchase is today or earlier"),
        ("weekday", ["mon"], "Monday"),
        ("weekday", ["tue", "wed", "thu", "fri"], "Tuesday to Friday"),
        ("weekday", ["sun", "mon", "sat"], "Monday or Saturday or Sunday"),
        ("time", ["13:00..16:59"], "13:00 to 16:59"),
        ("time", ["9:05.."], "9:05 or later"),
        ("time", ["..12:59"], "12:59 or earlier"),
        ("notes", ["1"], "the number of your notes is 1"),
        ("notes", ["2.."], "the number of your notes is 2 or more"),
        ("cups", ["2..5"], "number of cups is 2 to 5"),
        ("cups", ["1", "2", "4"], "number of cups is 1 or 2 or 4"),
        ("cups", ["3.."], "number of cups is 3 or more"),
        ("cups", ["..3"], "number of cups is 3 or less"),
        ("degrees", ["-3..3"], "degrees is -3 to 3"),
        ("place", ["10"], "place is “at home”"),
        ("place", ["x", "10"], "place is “at home” or “elsewhere”"),
    ],
)
def test_a_condition_in_words(fact: str, written: list[str], words: str) -> None:
    assert in_words({fact: written}, INPUTS, ENGLISH) == f"If {words}:"


def test_several_facts_are_a_list() -> None:
    when = {"days-since.bought": ["2..6"], "weekday": ["tue", "wed", "thu"], "time": ["13:00.."]}
    assert in_words(when, INPUTS, ENGLISH) == (
        "If day of purchase is 2 to 6 days ago, Tuesday to Thursday, 13:00 or later:"
    )


@pytest.mark.parametrize(
    ("when", "data"),
    [
        ({"days-since.bought": ["2..6"]}, {"bought": [[2, 6]]}),
        ({"days-until.bought": ["..3"], "days-since.bought": ["..9"]}, {"bought": [[-3, 9]]}),
        ({"place": ["2"], "time": ["13:00..16:59"]}, {"place": [[1, 1]], "time": [[780, 1019]]}),
        ({"weekday": ["sat", "sun", "mon"]}, {"weekday": [[0, 0], [5, 6]]}),
        ({"notes": ["2.."]}, {"notes": [[2, 1_000_000]]}),
    ],
)
def test_a_condition_as_numbers(when: When, data: object) -> None:
    assert json.loads(as_data(when, INPUTS)) == data


def test_what_an_answer_says_as_numbers() -> None:
    assert json.loads(sets_as_data({"place": "x", "cups": "4"}, INPUTS)) == {"place": 2, "cups": 4}
