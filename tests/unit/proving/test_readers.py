"""Sets of readers, held against sets of people one by one."""

import pytest
from answertree.knowledge.facts import BEYOND, Axis, Box, joined
from answertree.proving import readers
from answertree.proving.readers import EVERYBODY, NOBODY, Diagrams, Readers, TooMany
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.proving import made
from tests.unit.proving.made import EXAMPLES, SMALL, Person, boxes, people

DIAGRAMS = Diagrams(SMALL)
FORGOTTEN = st.sets(st.sampled_from([axis.name for axis in SMALL]))
Both = tuple[Readers, frozenset[Person]]


@st.composite
def sets(draw: st.DrawFn) -> Both:
    """A set made by some operations, and the people that are in it."""
    box = draw(boxes())
    found, inside = DIAGRAMS.inside(box), people(box)
    for _ in range(draw(st.integers(0, 4))):
        box = draw(boxes())
        other, others = DIAGRAMS.inside(box), people(box)
        match draw(st.sampled_from(["either", "both", "without", "forgetting"])):
            case "either":
                found, inside = DIAGRAMS.either(found, other), inside | others
            case "both":
                found, inside = DIAGRAMS.both(found, other), inside & others
            case "without":
                found, inside = DIAGRAMS.without(found, other), inside - others
            case _:
                names = draw(FORGOTTEN)
                found, inside = DIAGRAMS.forgetting(found, names), forgetting(inside, names)
    return found, inside


def forgetting(inside: frozenset[Person], names: set[str]) -> frozenset[Person]:
    kept = [place for place, axis in enumerate(SMALL) if axis.name not in names]
    alike = {tuple(person[place] for place in kept) for person in inside}
    return frozenset(
        person for person in made.EVERYBODY if tuple(person[place] for place in kept) in alike
    )


@EXAMPLES
@given(sets(), sets())
def test_two_sets_are_the_same_number_if_and_only_if_they_hold_the_same(
    one: Both, other: Both
) -> None:
    assert (one[0] == other[0]) == (one[1] == other[1])
    assert (one[0] == NOBODY) == (not one[1])
    assert (one[0] == EVERYBODY) == (one[1] == made.EVERYBODY)


@EXAMPLES
@given(sets(), boxes())
def test_a_set_has_somebody_of_a_box_if_one_of_its_people_is_in_it(one: Both, box: Box) -> None:
    has_some = DIAGRAMS.both(one[0], DIAGRAMS.inside(box)) != NOBODY
    assert has_some == bool(one[1] & people(box))


@EXAMPLES
@given(st.lists(sets(), max_size=5))
def test_any_of_some_sets_is_all_of_them_together(some: list[Both]) -> None:
    found = DIAGRAMS.any_of(number for number, _ in some)
    expected = NOBODY
    for number, _ in some:
        expected = DIAGRAMS.either(expected, number)
    assert found == expected


@EXAMPLES
@given(sets())
def test_a_set_of_too_many_nodes_is_the_box_around_it(one: Both) -> None:
    number, inside = one
    assert DIAGRAMS.simple(number) == number
    around = {}
    for place, axis in enumerate(SMALL):
        values = {person[place] for person in inside}
        around[axis.name] = joined((value, value) for value in values)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readers, "MOST_NODES", 0)
        expected = DIAGRAMS.inside(around) if inside else NOBODY
        assert DIAGRAMS.simple(number) == expected


def test_what_is_said_of_an_axis_that_is_not_there_is_left_out() -> None:
    assert DIAGRAMS.inside({"colour": ((1, 2),)}) == EVERYBODY
    one = DIAGRAMS.inside({"price": ((1, 2),)})
    assert DIAGRAMS.forgetting(one, ["colour"]) == one


def test_what_takes_too_long_is_not_done(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (DIAGRAMS.inside({name: ((1, 2),)}) for name in ("price", "age"))
    monkeypatch.setattr(readers, "MOST_PARTS", 1)
    with pytest.raises(TooMany):
        DIAGRAMS.either(one, other)


def test_many_axes_are_no_trouble() -> None:
    axes = [Axis(f"a{number}", 0, BEYOND) for number in range(200)]
    diagrams = Diagrams(axes)
    one = diagrams.inside({axis.name: ((1, 2),) for axis in axes})
    other = diagrams.inside({axis.name: ((2, 3),) for axis in axes})
    both = diagrams.inside({axis.name: ((2, 2),) for axis in axes})
    assert diagrams.both(one, other) == both
    assert diagrams.without(both, one) == NOBODY
    assert diagrams.forgetting(both, [axis.name for axis in axes]) == EVERYBODY
