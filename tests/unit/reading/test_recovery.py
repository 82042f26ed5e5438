"""One mistake in a file does not hide the others, and is not reported twice."""

from pathlib import Path
from typing import Any, get_args

import pytest
from answertree.knowledge.model import Faq, Mark, Rule, Timetable
from answertree.knowledge.steps import Outcome, Question, Scenario
from answertree.reading.recovery import STAND_IN, STAND_INS, recover

from tests.unit.content import copied, problems

WHOLE = {"ask": "A", "topic": "b", "short": "C", "answer": "D"}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"order": "ten"}, ("order",)),
        ({"because": "k-1"}, ("because",)),
        ({"because": ["k-1", ["k-2"]]}, ("because", 1)),
        ({"formerly": ["Non Sense"]}, ("formerly", 0)),
        ({"topic": ["Two Words"]}, ("topic",)),
        ({"ask": {"a": "b"}}, ("ask",)),
        ({"new": "x"}, ("new",)),
        ({"short": "x" * 3000}, ("short",)),
    ],
)
def test_the_rest_is_kept(change: dict[str, Any], where: tuple[str | int, ...]) -> None:
    data = {**WHOLE, **change}
    before = repr(data)
    entry, replaced = recover(data, Faq)
    assert isinstance(entry, Faq)
    assert replaced == {where}
    kept = {key: value for key, value in WHOLE.items() if key not in change}
    assert {key: getattr(entry, key) for key in kept} == kept
    assert repr(data) == before


def test_a_name_that_is_none_takes_what_it_names_along_and_nothing_else() -> None:
    steps = {"a": {"advise": "x"}, "Not a name": {"advise": "y"}}
    entry, replaced = recover({"title": "t", "start": "a", "steps": steps}, Scenario)
    assert isinstance(entry, Scenario)
    assert list(entry.steps) == ["a"]
    assert replaced == {("steps", "Not a name")}


@pytest.mark.parametrize(
    ("data", "do", "dont"),
    [
        ({"do": "A", "dont": "B", "order": "3"}, None, "B"),
        ({"order": "3"}, STAND_IN, None),
    ],
    ids=["both", "neither"],
)
def test_of_a_do_and_a_dont_one_is_kept(
    data: dict[str, Any], do: str | None, dont: str | None
) -> None:
    entry, _ = recover(data, Rule)
    assert isinstance(entry, Rule)
    assert (entry.do, entry.dont, entry.order) == (do, dont, 3)


def test_where_nothing_is_and_something_has_to_be_something_stands_in() -> None:
    day = {"day": "Monday", "short": "Mo", "mark": "bad"}
    data = {"title": "t", "days": [day], "hours": [], "marks": {"good": "x"}}
    entry, replaced = recover(data, Timetable)
    assert isinstance(entry, Timetable)
    assert entry.days[0].mark in get_args(Mark)
    assert len(entry.hours) == 1
    scenario, _ = recover({"title": "t", "start": "a", "steps": {}}, Scenario)
    assert isinstance(scenario, Scenario)
    assert list(scenario.steps) == [STAND_IN]
    assert replaced >= {("days", 0, "mark"), ("hours",)}


def test_lists_keep_their_length() -> None:
    answers = [{"say": "Yes", "go": ["b"]}, "No", {"say": "Maybe", "go": "b"}]
    steps = {"a": {"ask": "x", "answers": answers}, "b": {"nothing": "x"}}
    entry, _ = recover({"title": "t", "start": "a", "steps": steps}, Scenario)
    assert isinstance(entry, Scenario)
    step = entry.steps["a"]
    assert isinstance(step, Question)
    assert [answer.go for answer in step.answers] == [STAND_IN, STAND_IN, "b"]


def test_what_stands_under_a_condition_keeps_what_is_right() -> None:
    step = {
        "advise": "x",
        "text": ["One.", {"say": ["Two."]}, {"say": "Three.", "when": {"time": []}}, " "],
        "do": ["A", ["B"], {"when": {"time": "9:00"}}, {"say": "D", "when": {"Time": "9:00"}}],
        "next": ["b", {"say": "On"}, {"go": "b", "wehn": {"time": "9:00"}}],
    }
    before = repr(step)
    found, replaced = recover({"title": "t", "start": "a", "steps": {"a": step}}, Scenario)
    assert isinstance(found, Scenario)
    entry = found.steps["a"]
    assert isinstance(entry, Outcome)
    assert [part.say for part in entry.text] == ["One.", STAND_IN, "Three.", STAND_IN]
    assert [line.say for line in entry.do] == ["A", STAND_IN, STAND_IN, "D"]
    assert [way.go for way in entry.next] == ["b", STAND_IN, "b"]
    assert {path[2:] for path in replaced} == {
        ("text", 1, "say"), ("text", 2, "when", "time"), ("text", 3), ("do", 1), ("do", 2, "say"),
        ("do", 3, "when", "Time"), ("do", 3, "when"), ("next", 1, "go"), ("next", 2, "wehn"),
    }  # fmt: skip
    assert repr(step) == before


def test_what_is_no_group_of_keys_cannot_be_recovered() -> None:
    assert recover(["a"], Faq)[0] is None


def test_faults_of_all_kinds_in_one_file_are_all_reported(tmp_path: Path) -> None:
    change = {
        "faq/socket.yml": [
            {"replace": "order: 20", "with": "order: ten"},
            {"replace": "because: [k-1]", "with": "because: [k-99]"},
            {"replace": "short: Plug in a lamp.", "with": "short: Plug in <b>a</b> lamp."},
            {"replace": "rule:unplug-first", "with": "rule:unplug-frist"},
        ],
        "guide.yml": [
            {"replace": "tagline:", "with": "tag-line:"},
            {"replace": "go: kettle}", "with": "go: ketle}"},
        ],
        "faq/scale.yml": {"replace": "topic: water", "with": "topic: watr"},
    }
    found = problems(copied(tmp_path, change))
    assert [(Path(one.file).name, one.code) for one in found if one.code != "raw-html"] == [
        ("scale.yml", "unknown-reference"),
        ("socket.yml", "wrong-type"),
        ("socket.yml", "unknown-reference"),
        ("socket.yml", "unknown-reference"),
        ("guide.yml", "unknown-key"),
        ("guide.yml", "unknown-step"),
    ]
    assert any(one.code == "raw-html" for one in found)


def test_what_stands_in_is_never_shared() -> None:
    answers = ["No", "Yes"]  # each is replaced by an empty group, which is filled in afterwards
    steps = {"a": {"ask": "x", "answers": answers}, "b": {"advise": "y"}}
    assert recover({"title": "t", "start": "a", "steps": steps}, Scenario)[0] is not None
    assert STAND_INS["model_type"] == {}
