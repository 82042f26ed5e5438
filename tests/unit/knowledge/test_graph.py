"""The decision tree, on trees that are small enough to be seen at once."""

from pathlib import Path
from typing import Any

import pytest
from answertree.knowledge import graph
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.graph import Edge
from answertree.knowledge.model import Guide, Start
from answertree.knowledge.steps import Question, Scenario, Task
from answertree.reading.load import load

from tests.unit.content import SMALL, copied


def base(starts: list[str], **scenarios: dict[str, list[str] | str | None]) -> KnowledgeBase:
    """A base from steps as {name: targets of a question, or the `next` of an outcome}."""
    return KnowledgeBase.of(
        _guide(starts),
        {"scenarios": {name: _scenario(steps) for name, steps in scenarios.items()}},
    )


def _guide(starts: list[str]) -> Guide:
    said: dict[str, Any] = dict.fromkeys(Guide.model_fields)
    said["starts"] = tuple(Start(say="Here", go=target) for target in starts)
    return Guide.model_construct(**said)


def _scenario(steps: dict[str, list[str] | str | None]) -> Scenario:
    def step(on: list[str] | str | None) -> dict[str, Any]:
        if isinstance(on, list):
            answers = [{"say": f"To {target}", "go": target} for target in on]
            return {"ask": "Where to?", "answers": answers}
        return {"advise": "Stop"} | ({"next": on} if on else {})

    data = {name: step(on) for name, on in steps.items()}
    return Scenario.model_validate({"title": "T", "start": next(iter(steps)), "steps": data})


def tree(starts: list[str], **scenarios: dict[str, list[str] | str | None]) -> graph.Graph:
    return graph.build_graph(base(starts, **scenarios))


def test_edges_are_the_answers_and_the_ways_on() -> None:
    found = tree(["a"], a={"q": ["x", "b"], "x": "b.y"}, b={"y": None})
    assert found.edges == {
        "a.q": (Edge("a.q", "a.x", "To x"), Edge("a.q", "b.y", "To b")),
        "a.x": (Edge("a.x", "b.y", ""),),
        "b.y": (),
    }
    assert found.starts == ("a.q",)


def test_targets_that_lead_nowhere_are_left_out() -> None:
    found = tree(["nowhere", "a.nowhere"], a={"q": ["nowhere", "b.x", "x"], "x": None})
    assert found.starts == ()
    assert [edge.target for edge in found.edges["a.q"]] == ["a.x"]


@pytest.mark.parametrize(
    ("scenario", "target", "step"),
    [
        ("a", "x", "a.x"),
        ("a", "b", "b.y"),
        ("a", "b.z", "b.z"),
        ("a", "y", None),
        (None, "x", None),
        (None, "a", "a.q"),
        ("a", "b.x", None),
        ("a", "c.x", None),
    ],
)
def test_what_a_target_means(scenario: str | None, target: str, step: str | None) -> None:
    there = base(["a"], a={"q": ["x", "b"], "x": None}, b={"y": None, "z": None})
    assert graph.resolve(there, scenario, target) == step


def test_a_scenario_whose_start_is_not_there_is_nowhere() -> None:
    there = base(["a"], a={"q": None})
    broken = there.scenarios["a"].model_copy(update={"start": "gone"})
    assert graph.resolve(there.with_entries(scenarios={"a": broken}), None, "a") is None


def test_reachable_is_found_by_search_from_the_starts() -> None:
    found = tree(["a"], a={"q": ["x", "y"], "x": "z", "y": None, "z": None, "p": "r", "r": "p"})
    assert graph.reachable(found, found.starts) == {"a.q", "a.x", "a.y", "a.z"}
    assert graph.reachable(found, ["a.p"]) == {"a.p", "a.r"}
    assert graph.reachable(found, ["a.nowhere"]) == set()
    assert graph.reachable(found, []) == set()


def test_loops_are_questions_that_lead_round_to_each_other() -> None:
    found = tree(
        ["a"],
        a={"q": ["r", "x"], "r": ["s", "x"], "s": ["r", "x"], "x": "q", "self": ["self", "x"]},
    )
    assert graph.loops(found.questions) == [{"a.r", "a.s"}, {"a.self"}]


def test_a_way_back_through_an_outcome_is_no_loop() -> None:
    assert graph.loops(tree(["a"], a={"q": ["x", "y"], "x": "q", "y": None}).questions) == []


def test_two_loops_one_behind_the_other_are_two() -> None:
    found = tree(
        ["a"], a={"p": ["q", "r"], "q": ["p", "r"], "r": ["s", "x"], "s": ["r", "x"], "x": None}
    )
    assert graph.loops(found.questions) == [{"a.p", "a.q"}, {"a.r", "a.s"}]


def test_dead_ends_are_questions_from_which_no_outcome_can_be_reached() -> None:
    found = tree(["a"], a={"q": ["x", "r"], "r": ["s", "r"], "s": ["r", "s"], "x": None, "e": []})
    assert set(graph.dead_ends(found)) == {"a.r", "a.s", "a.e"}


def test_ways_are_the_shortest_and_the_longest_in_answers() -> None:
    found = tree(["a"], a={"q": ["r", "x"], "r": ["s", "x"], "s": ["x", "y"], "x": "q", "y": None})
    assert graph.distances(found) == {
        "a.q": (1, 3),
        "a.r": (1, 2),
        "a.s": (1, 1),
        "a.x": (0, 0),
        "a.y": (0, 0),
    }


def test_a_question_that_leads_into_a_loop_has_no_longest_way() -> None:
    found = tree(["a"], a={"q": ["r", "x"], "r": ["r", "x"], "x": None})
    assert set(graph.distances(found)) == {"a.x"}


def test_a_question_whose_answers_lead_nowhere_has_no_way_and_stops_nothing() -> None:
    found = tree(["a"], a={"q": ["r", "x"], "r": ["gone", "lost"], "x": None})
    assert graph.distances(found) == {"a.q": (1, 1), "a.x": (0, 0)}


def test_a_long_chain_of_questions_is_no_trouble() -> None:
    steps: dict[str, list[str] | str | None] = {
        f"q{number}": [f"q{number + 1}", "x"] for number in range(3000)
    }
    found = tree(["a"], a={**steps, "q3000": ["x", "x"], "x": None})
    assert graph.distances(found)["a.q0"] == (1, 3001)
    assert graph.loops(found.questions) == []
    assert graph.dead_ends(found) == {}


def test_scenarios_are_in_the_order_in_which_a_reader_meets_them() -> None:
    found = tree(["c"], a={"x": None}, b={"x": None}, c={"q": ["b", "x"], "x": "a"})
    assert graph.scenario_order(found) == ["c", "b", "a"]


def test_a_shortest_way_may_be_of_several_answers() -> None:
    found = tree(
        ["a"], a={"q": ["r", "s"], "r": ["t", "t"], "s": ["r", "t"], "t": ["x", "x"], "x": None}
    )
    assert graph.distances(found)["a.q"] == (3, 4)
    assert graph.distances(found)["a.s"] == (2, 3)
    found = tree(
        ["a"], a={"q": ["s", "t"], "s": ["t", "x"], "t": ["u", "u"], "u": ["x", "x"], "x": None}
    )
    assert graph.distances(found)["a.q"] == (2, 4)


def test_a_step_that_is_met_twice_does_not_end_the_order() -> None:
    found = tree(["a"], a={"q": ["x", "x"], "x": "b"}, b={"y": "a", "z": "c"}, c={"x": None})
    assert graph.scenario_order(found) == ["a", "b", "c"]


def test_scenarios_that_nothing_leads_to_come_last() -> None:
    assert graph.scenario_order(tree(["b"], a={"x": None}, b={"x": None})) == ["b", "a"]


def test_the_small_tree(tmp_path: Path) -> None:
    found = graph.build_graph(load(SMALL).base)
    assert found.starts == ("kettle.plugged-in", "kettle.light-on")
    assert graph.reachable(found, found.starts) == set(found.steps)
    assert graph.distances(found)["kettle.plugged-in"] == (1, 3)
    lonely = {"scenarios/kettle.yml": {"append": "  lonely:\n    advise: Wait"}}
    found = graph.build_graph(load(copied(tmp_path, lonely)).base)
    assert set(found.steps) - graph.reachable(found, found.starts) == {"kettle.lonely"}


def test_the_former_names_of_a_step() -> None:
    steps = {"now": {"advise": "Stop", "formerly": ["once", "away.then"]}}
    entry = Scenario.model_validate(
        {"title": "T", "start": "now", "steps": steps, "formerly": ["old"]}
    )
    assert list(graph.former("here", entry, "now")) == [
        ("here.once", ("steps", "now", "formerly", 0)),
        ("away.then", ("steps", "now", "formerly", 1)),
        ("old.now", ("formerly", 0)),
        ("old.once", ("formerly", 0)),
    ]


def test_a_rehearsal_follows_what_is_heard() -> None:
    whole = base(["a"], a={"q": ["x", "y", "q2"], "x": None, "y": None, "q2": ["q", "y"]})
    asked = whole.scenarios["a"].steps["q"]
    assert isinstance(asked, Question)
    heard = [
        answer.model_copy(update={"hear": f"Hear {answer.go}"}) if answer.go != "y" else answer
        for answer in asked.answers
    ]
    steps = whole.scenarios["a"].steps | {"q": asked.model_copy(update={"answers": tuple(heard)})}
    entry = whole.scenarios["a"].model_copy(update={"steps": steps})
    found = graph.build_graph(whole.with_entries(scenarios={"a": entry}))
    assert graph.heard(found, "a.q") == [("Hear x", "a.x"), ("Hear q2", "a.q2")]
    assert graph.heard(found, "a.x") == []
    assert graph.rehearsal(found, "a.q") == ["a.q", "a.x", "a.q2"]


def test_a_rehearsal_goes_on_after_what_is_to_be_done_first() -> None:
    whole = base(["a"], a={"q": ["x"], "x": "y", "y": None})
    task = Task.model_validate({"do-then": "Sit down", "next": "x"})
    steps = whole.scenarios["a"].steps | {"q": task}
    entry = whole.scenarios["a"].model_copy(update={"steps": steps})
    found = graph.build_graph(whole.with_entries(scenarios={"a": entry}))
    assert graph.rehearsal(found, "a.q") == ["a.q", "a.x"]
