"""What scripts are told of the guide: what its steps ask for, and no more."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from answertree.reading.load import load
from answertree.rendering.script_data import in_script, of_choices, of_steps

from tests.conftest import LIBRARY
from tests.unit.content import SMALL, copied


@cache
def library() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(of_steps(load(LIBRARY).base))
    return found


def test_the_inputs_are_those_that_steps_ask_for() -> None:
    assert set(library()["inputs"]) == {"lent", "books", "branch", "their-zone"}
    assert library()["inputs"]["books"] == {
        "ask": "number of books", "type": "number", "from": 0, "to": 20
    }  # fmt: skip


def test_options_keep_their_order(tmp_path: Path) -> None:
    """As a list: of an object scripts would get the names that are numbers first."""
    change = {
        "inputs/branch.yml": {"replace": "  town:", "with": '  "2": Two\n  "1": One\n  town:'}
    }
    base = load(copied(tmp_path, change, LIBRARY)).base
    for data in (of_steps(base), of_choices(base)):
        options = json.loads(data)["inputs"]["branch"]["options"]
        assert [name for name, _ in options] == ["2", "1", "town", "van", "friend"]


def test_reminders_bring_their_hours_by_weekday() -> None:
    afternoon = [[780, 1019]]
    assert library()["reminders"] == {
        "bring-back": {"title": "Bring the book back", "after": "lent", "days": 7,
                       "hours": [[], *[afternoon] * 4, [], []]},
        "last-day": {"title": "Last day; pay, then go", "after": "lent", "days": 0},
    }  # fmt: skip


def test_a_guide_that_knows_nothing_of_its_reader_brings_nothing(tmp_path: Path) -> None:
    small = load(SMALL).base
    change = {"scenarios/kettle.yml": {"replace": "    remind: look-again\n", "with": ""}}
    plain = load(copied(tmp_path, change)).base
    assert of_steps(small)
    assert of_steps(plain) == ""
    assert of_choices(small) == ""


def test_data_cannot_end_its_script() -> None:
    assert "</script" not in in_script({"a": "</script><b>"})
    assert json.loads(in_script({"a": "</script>"})) == {"a": "</script>"}
