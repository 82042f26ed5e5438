"""Who comes to each step of a tree, held against walking everybody through it, and a solver."""

from random import Random

import pytest
from answertree.knowledge.facts import Axis, Box
from answertree.proving import readers
from answertree.proving.paths import Reach, Way, ruled_out
from answertree.proving.readers import Diagrams
from hypothesis import given

from tests.unit.proving.made import (
    EVERYBODY,
    EXAMPLES,
    LARGE,
    SMALL,
    Person,
    after,
    boxes,
    cut_up,
    people,
    trees,
)
from tests.unit.proving.solver import Walk

BY_NAME = {axis.name: axis for axis in SMALL}
Tree = dict[str, list[Way]]


def walked(tree: Tree, start: str) -> dict[str, dict[Person, int]]:
    """Everybody who can come to each step, one by one, and by how many ways at the least."""
    found: dict[str, dict[Person, int]] = {name: {} for name in tree}
    found[start] = dict.fromkeys(EVERYBODY, 0)
    waiting = [(start, person) for person in sorted(EVERYBODY)]
    for step, person in waiting:
        for way in tree[step]:
            for there in after(way, person):
                if there not in found[way.target]:
                    found[way.target][there] = found[step][person] + 1
                    waiting.append((way.target, there))
    return found


def exactly(person: Person) -> Box:
    return {axis.name: ((value, value),) for axis, value in zip(SMALL, person, strict=True)}


@EXAMPLES
@given(trees(), boxes())
def test_those_who_come_to_a_step_are_those_whom_walking_brings_there(tree: Tree, box: Box) -> None:
    reach = Reach(Diagrams(SMALL), tree, ["a"])
    for step, there in walked(tree, "a").items():
        assert reach.anybody(step) == bool(there)
        assert reach.anybody(step, box) == bool(there.keys() & people(box))
        for person in there:
            assert reach.anybody(step, exactly(person))


@EXAMPLES
@given(trees(), boxes())
def test_the_shortest_way_is_one_that_somebody_can_walk(tree: Tree, box: Box) -> None:
    reach = Reach(Diagrams(SMALL), tree, ["a"])
    for step, there in walked(tree, "a").items():
        if not there:
            continue
        chain = reach.shortest_way(step)
        assert len(chain) == min(there.values())
        step_now, walkers = "a", EVERYBODY
        for way in chain:
            assert way.source == step_now
            step_now = way.target
            walkers = frozenset(person for one in walkers for person in after(way, one))
        assert step_now == step
        assert walkers <= there.keys()
        assert walkers
        why = ruled_out(BY_NAME, chain, box)
        assert (why is None) == bool(walkers & people(box)) or not people(box)
        if why and people(box):
            check_reason(why, chain, box)


def check_reason(
    why: tuple[Axis, object, tuple[Way, ...]], chain: tuple[Way, ...], box: Box
) -> None:
    """What is said to rule out a box does, and each part of it is needed."""
    axis, _, culprits = why
    assert set(map(id, culprits)) <= set(map(id, chain))

    def left(said: tuple[Way, ...]) -> frozenset[Person]:
        """Who is left when only some of the ways say something."""
        walkers = EVERYBODY
        for way in chain:
            if not any(way is each for each in said):
                forgets = way.forgets | way.sets.keys()
                way = Way(way.source, way.target, forgets=forgets)
            walkers = frozenset(person for one in walkers for person in after(way, one))
        return walkers & people({axis.name: box[axis.name]})

    assert not left(culprits)
    for one in culprits:
        assert left(tuple(each for each in culprits if each is not one))


@pytest.mark.parametrize("seed", range(4))
def test_a_solver_finds_the_same_on_a_larger_tree(seed: int) -> None:
    tree = larger_tree(Random(seed))
    reach, walk = Reach(Diagrams(LARGE), tree, ["q0"]), Walk(tree)
    found = []
    for way in (way for ways in tree.values() for way in ways):
        asked = {name: spans for name, spans in way.when.items() if name not in way.forgets}
        found.append(walk.can_be(way.source, asked))
        assert reach.anybody(way.source, asked) == found[-1]
    assert set(found) == {True, False}


def larger_tree(chance: Random) -> Tree:
    steps = [f"q{number}" for number in range(14)]
    tree: Tree = {name: [] for name in [*steps, "end"]}
    for place, name in enumerate(steps):
        for box in cut_up(chance.sample(LARGE, 2), 4, chance):
            target = chance.choice([*steps[place + 1 : place + 4], "end"])
            value = chance.randrange(8)
            sets: Box = {"kind": ((value, value),)} if chance.random() < 0.3 else {}
            forgets = {"visit", "weekday", "time"} if chance.random() < 0.2 else set()
            tree[name].append(Way(name, target, "", box, sets, frozenset(forgets)))
    return tree


@EXAMPLES
@given(trees())
def test_nobody_is_overlooked_where_sets_are_made_simple(tree: Tree) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readers, "MOST_NODES", 1)
        reach = Reach(Diagrams(SMALL), tree, ["a"])
        for step, there in walked(tree, "a").items():
            for person in there:
                assert reach.anybody(step, exactly(person))


def test_where_it_would_take_too_long_anybody_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = {
        "a": [Way("a", "b", "", {"price": ((1, 1),), "age": ((1, 1),)})],
        "b": [Way("b", "c", "", {"age": ((1, 2),)})],
        "c": [],
    }
    assert not Reach(Diagrams(SMALL), tree, ["a"]).anybody("c", {"price": ((2, 2),)})
    monkeypatch.setattr(readers, "MOST_PARTS", 2)
    reach = Reach(Diagrams(SMALL), tree, ["a"])
    assert reach.anybody("c", {"price": ((2, 2),)})
    assert len(reach.shortest_way("c")) in (0, 2)


def those(**values: int) -> Box:
    return {name: ((value, value),) for name, value in values.items()}


@pytest.mark.parametrize(
    ("second", "third", "length"),
    [
        (Way("b", "c"), Way("c", "d", when=those(age=2)), 0),
        (Way("b", "c", forgets=frozenset({"age"})), Way("c", "d", when=those(age=2)), 3),
        (Way("b", "c", forgets=frozenset({"price"})), Way("c", "d", when=those(age=2)), 0),
        (Way("b", "c", sets=those(age=2)), Way("c", "d", when=those(age=1)), 0),
        (Way("b", "c", sets=those(age=2)), Way("c", "d", when=those(age=2)), 3),
        (Way("b", "c", when=those(age=2), sets=those(age=1)), Way("c", "d"), 0),
    ],
    ids=["kept", "forgotten", "another forgotten", "set anew", "set", "set by nobody"],
)
def test_what_is_known_of_readers_on_a_chain(second: Way, third: Way, length: int) -> None:
    tree = {"a": [Way("a", "b", when=those(age=1))], "b": [second], "c": [third], "d": []}
    assert len(Reach(Diagrams(SMALL), tree, ["a"]).shortest_way("d")) == length


def test_a_way_is_found_for_others_than_those_who_came_before() -> None:
    ways = [Way("a", "b", "one", those(age=1)), Way("a", "b", "two", those(age=2))]
    tree = {"a": ways, "b": [Way("b", "c", "on", those(age=2))], "c": []}
    said = [way.say for way in Reach(Diagrams(SMALL), tree, ["a"]).shortest_way("c")]
    assert said == ["two", "on"]


def test_what_rules_out_a_box_is_said_without_what_adds_nothing() -> None:
    spans = {"not two": ((0, 1),), "anything": ((0, 2),), "not none": ((1, 2),)}
    chain = [Way("a", "b", say, {"age": there}) for say, there in spans.items()]
    why = ruled_out(BY_NAME, chain, {"age": ((0, 0), (2, 2))})
    assert why
    _, left, ways = why
    assert left == ((1, 1),)
    assert [way.say for way in ways] == ["not two", "not none"]


def test_a_start_is_where_everybody_is() -> None:
    reach = Reach(Diagrams(SMALL), {"a": []}, ["a"])
    assert reach.shortest_way("a") == ()
    assert reach.anybody("a")
    assert not reach.anybody("b")
