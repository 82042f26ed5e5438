"""Facts as numbers on axes, and conditions as boxes."""

import pytest
from answertree.knowledge.facts import (
    BEYOND,
    NOTES,
    TIME,
    WEEKDAY,
    Axis,
    FactError,
    Spans,
    axes,
    axis_of,
    box,
    common,
    has_readers,
    joined,
    known_facts,
    spans_of,
    without,
)
from answertree.knowledge.model import Input

INPUTS = {
    "visit": Input(ask="x", type="date"),
    "price": Input.model_validate({"ask": "x", "type": "number", "from": 0, "to": 99}),
    "size": Input(ask="x", type="number"),
    "place": Input(ask="x", type="choice", options={"shop": "A", "online": "B", "gift": "C"}),
    "name": Input(ask="x"),
    "phone": Input(ask="x", type="tel"),
    "zone": Input(ask="x", type="zone"),
}


def spans(fact: str, *written: str) -> Spans:
    axis = axis_of(fact, INPUTS)
    assert axis
    return spans_of(axis, fact, written)


@pytest.mark.parametrize(
    ("fact", "axis"),
    [
        ("weekday", WEEKDAY),
        ("time", TIME),
        ("notes", NOTES),
        ("days-since.visit", Axis("visit", -BEYOND, BEYOND)),
        ("days-until.visit", Axis("visit", -BEYOND, BEYOND)),
        ("price", Axis("price", 0, 99)),
        ("size", Axis("size", -BEYOND, BEYOND)),
        ("place", Axis("place", 0, 2, ("shop", "online", "gift"))),
        *((fact, None) for fact in ("visit", "name", "phone", "zone", "days-since.price")),
        *((fact, None) for fact in ("days-since.nobody", "days-after.visit", "time.visit", "")),
    ],
)
def test_the_axis_of_a_fact(fact: str, axis: Axis | None) -> None:
    assert axis_of(fact, INPUTS) == axis


def test_every_fact_has_an_axis_and_every_axis_a_fact() -> None:
    facts = set(known_facts(INPUTS))
    assert facts == {
        *("weekday", "time", "notes", "price", "size", "place"),
        *("days-since.visit", "days-until.visit"),
    }
    assert set(axes(INPUTS)) == {"weekday", "time", "notes", "price", "size", "place", "visit"}


@pytest.mark.parametrize(
    ("fact", "written", "expected"),
    [
        ("weekday", ["tue"], ((1, 1),)),
        ("weekday", ["fri", "tue", "wed"], ((1, 2), (4, 4))),
        ("place", ["gift", "shop"], ((0, 0), (2, 2))),
        ("time", ["13:00..16:59"], ((780, 1019),)),
        ("time", ["9:05"], ((545, 545),)),
        ("time", ["..08:59"], ((0, 539),)),
        ("time", ["18:00.."], ((1080, 1439),)),
        ("price", ["2..6"], ((2, 6),)),
        ("price", ["7.."], ((7, 99),)),
        ("price", ["..1"], ((0, 1),)),
        ("price", ["1", "2", "9"], ((1, 2), (9, 9))),
        ("size", ["-7.."], ((-7, BEYOND),)),
        ("size", ["-9..-3"], ((-9, -3),)),
        ("days-since.visit", ["2..6"], ((2, 6),)),
        ("days-since.visit", ["..1"], ((-BEYOND, 1),)),
        ("days-until.visit", ["2..6"], ((-6, -2),)),
        ("days-until.visit", ["1.."], ((-BEYOND, -1),)),
        ("days-until.visit", ["..-1"], ((1, BEYOND),)),
        ("days-until.visit", ["0"], ((0, 0),)),
        ("notes", ["..1"], ((1, 1),)),
        ("notes", ["2.."], ((2, BEYOND),)),
    ],
)
def test_what_is_written_as_spans(fact: str, written: list[str], expected: Spans) -> None:
    assert spans(fact, *written) == expected


@pytest.mark.parametrize(
    ("fact", "written", "message", "hint", "index"),
    [
        ("weekday", ["tue", "tuesday"], "`tuesday` is none of its values", "`tue`", 1),
        ("weekday", ["mon..wed"], "`mon..wed` is none of its values", "", 0),
        ("place", ["shpo"], "`shpo` is none of its values", "`shop`", 0),
        ("price", ["a lot"], "`a lot` is not a whole number", "`2..6`", 0),
        ("price", ["1.5"], "`1.5` is not a whole number", "", 0),
        ("price", ["2...6"], "`.6` is not a whole number", "", 0),
        ("price", ["1234567"], "`1234567` is not a whole number", "", 0),
        ("price", ["²"], "`²` is not a whole number", "", 0),
        ("price", ["100"], "`100` is more than it can be", "from 0 to 99", 0),
        ("price", ["-1.."], "`-1..` is more than it can be", "from 0 to 99", 0),
        ("price", ["6..2"], "`6..2` runs backwards", "`2..6`", 0),
        ("price", [".."], "this range has no end", "`2..6`", 0),
        ("price", ["1", "2..6"], "a range stands by itself", "`2..6` alone", 1),
        ("time", ["9"], "`9` is not a time of day", "`13:00..16:59`", 0),
        ("time", ["24:00"], "`24:00` is not a time of day", "", 0),
        ("time", ["17:00..9:00"], "`17:00..9:00` runs backwards", "`9:00..17:00`", 0),
        ("notes", ["0"], "`0` is more than it can be", "", 0),
    ],
)
def test_what_a_fact_cannot_be(
    fact: str, written: list[str], message: str, hint: str, index: int
) -> None:
    with pytest.raises(FactError) as error:
        spans(fact, *written)
    assert message in str(error.value)
    assert hint in error.value.hint
    assert error.value.index == index


def test_a_condition_is_a_box_and_all_of_it_holds() -> None:
    when = {"days-since.visit": ["2..6"], "place": ["shop", "gift"]}
    assert box(when, INPUTS) == {"visit": ((2, 6),), "place": ((0, 0), (2, 2))}


def test_both_ends_of_the_same_days_are_one_axis() -> None:
    when = {"days-since.visit": ["..6"], "days-until.visit": ["..-2"]}
    assert box(when, INPUTS) == {"visit": ((2, 6),)}
    nobody = box({"days-since.visit": ["1.."], "days-until.visit": ["1.."]}, INPUTS)
    assert nobody == {"visit": ()}
    assert not has_readers(nobody)


def test_a_condition_on_what_there_is_not_has_no_box() -> None:
    with pytest.raises(KeyError):
        box({"visit": ["2"]}, INPUTS)


def test_spans_that_touch_are_one() -> None:
    assert joined([(5, 6), (1, 2), (3, 3), (9, 9), (1, 1)]) == ((1, 3), (5, 6), (9, 9))
    assert joined([]) == ()


def test_what_is_in_both_and_what_is_in_one_alone() -> None:
    one, other = ((0, 3), (6, 9)), ((2, 7),)
    assert common(one, other) == ((2, 3), (6, 7))
    assert without(one, other) == ((0, 1), (8, 9))
    assert without(other, one) == ((4, 5),)
    assert without(one, one) == ()
    assert without(one, ()) == one
