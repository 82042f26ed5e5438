"""What may stand under a condition: written short where there is none, and as a group of keys."""

from typing import Any

import pytest
from answertree.knowledge.steps import Outcome, Task, ways_on
from answertree.knowledge.when import conditions
from answertree.reading.load import load
from pydantic import ValidationError

from tests.unit.content import FACTS

WHEN = {"time": "9:00.."}
AS_READ = {"time": ("9:00..",)}


def outcome(**keys: Any) -> Outcome:
    return Outcome.model_validate({"advise": "Go", **keys})


def test_a_line_is_a_text_or_has_a_condition() -> None:
    step = outcome(do=["Knock", {"say": "Ring", "when": WHEN}, {"say": "Wait"}])
    assert [(line.say, line.when) for line in step.do] == [
        ("Knock", None), ("Ring", AS_READ), ("Wait", None)
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["One.\n\nTwo.", ["One.\n\nTwo."], [{"say": "One.\n\nTwo."}]])
def test_a_text_is_one_or_a_list_of_parts(text: Any) -> None:
    assert [(part.say, part.when) for part in outcome(text=text).text] == [("One.\n\nTwo.", None)]


@pytest.mark.parametrize("on", ["shop", ["shop"], [{"go": "shop"}]])
def test_a_way_on_is_a_name_or_one_of_a_list(on: Any) -> None:
    step = outcome(**{"next": on, "next-say": "On to it"})
    assert [(way.go, way.say, way.when) for way in ways_on(step)] == [("shop", "On to it", None)]


def test_a_way_on_of_several_has_its_own_words() -> None:
    step = outcome(next=["shop", {"go": "home", "say": "Home", "when": WHEN}])
    assert [(way.go, way.say, way.when) for way in ways_on(step)] == [
        ("shop", None, None), ("home", "Home", AS_READ)
    ]  # fmt: skip


def test_a_task_goes_on_by_one_way() -> None:
    task = Task.model_validate({"do-then": "Empty it", "next": "shop", "next-say": "Done"})
    assert [(way.go, way.say) for way in ways_on(task)] == [("shop", "Done")]


@pytest.mark.parametrize(
    "keys",
    [
        {"do": "Knock"},
        {"do": [["Knock"]]},
        {"do": [{"say": "Knock", "go": "shop"}]},
        {"do": [{"when": WHEN}]},
        {"do": [" "]},
        {"do": [{"say": "Knock", "when": {}}]},
        {"do": [{"say": "Knock", "when": {"time": []}}]},
        {"do": [{"say": "Knock", "when": {"Time": "9:00"}}]},
        {"do": [{"say": "Knock", "when": "9:00"}]},
        {"text": {"say": "One."}},
        {"next": {"go": "shop"}},
        {"next": [{"when": WHEN}]},
    ],
)
def test_nothing_else_fits(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        outcome(**keys)


def test_every_condition_is_found_where_it_is_written() -> None:
    found = dict(conditions(load(FACTS).base.scenarios["repair"]))
    assert {path[2:] for path in found if path[1] in ("pack-it", "post-it")} == {
        ("text", 1, "when"), ("do", 1, "when"), ("dont", 0, "when"), ("next", 0, "when"),
        ("next", 1, "when"),
    }  # fmt: skip
    assert found["steps", "what-price", "answers", 1, "when"] == {
        "price": ("40..",), "place": ("shop",)
    }  # fmt: skip
    assert len(found) == 14
