"""Decision tables in the JSON of SSVC."""

from typing import Any

import pytest
from answertree.exchanging import ssvc
from answertree.exchanging.foreign_tree import Refused
from answertree.exchanging.scenario_yaml import choices, scenario


def point(key: str, name: str, values: dict[str, str]) -> dict[str, Any]:
    return {
        "namespace": "x_tea",
        "key": key,
        "version": "1.0.0",
        "name": name,
        "definition": f"What {name} is.",
        "schemaVersion": "2.0.0",
        "values": [
            {"key": each, "name": said, "definition": said if each == "N" else f"It is {said}."}
            for each, said in values.items()
        ],
    }


TABLE = {
    "namespace": "x_tea",
    "key": "DT_T",
    "version": "1.0.0",
    "name": "Tea",
    "definition": "When to drink tea",
    "schemaVersion": "2.0.0",
    "decision_points": {
        "x_tea:W:1.0.0": point("W", "Water", {"C": "Cold", "H": "Hot", "B": "Boiling"}),
        "x_tea:T:1.0.0": point("T", "Thirst", {"N": "None", "Y": "Some"}),
        "x_tea:D:1.0.0": point("D", "Drink", {"W": "Wait", "D*": "Drink", "L": "Leave it"}),
    },
    "outcome": "x_tea:D:1.0.0",
    "mapping": [
        {"x_tea:W:1.0.0": water, "x_tea:T:1.0.0": thirst, "x_tea:D:1.0.0": drink}
        for water, thirst, drink in ("CNL", "CYW", "HNL", "BNL")
    ]
    + [
        {"x_tea:W:1.0.0": water, "x_tea:T:1.0.0": "Y", "x_tea:D:1.0.0": "D*"}
        for water in ("H", "B")
    ],
}


def test_a_table_is_a_scenario_with_the_words_of_its_points() -> None:
    assert ssvc.is_table(TABLE)
    tree = ssvc.read(TABLE)
    known = choices(tree)
    made = scenario(tree, (), known)
    assert made == {
        "title": "Tea",
        "start": "water",
        "steps": {
            "water": {
                "ask": "Water",
                "help": "What Water is.",
                "answers": [
                    {"say": "Cold", "hint": "It is Cold.", "go": "thirst",
                     "when": {"water": "c"}, "sets": {"water": "c"}},
                    {"say": "Hot / Boiling", "go": "thirst-2", "when": {"water": ["h", "b"]}},
                ],
            },
            "thirst": {
                "ask": "Thirst",
                "help": "What Thirst is.",
                "answers": [
                    {"say": "None", "go": "leave-it",
                     "when": {"thirst": "n"}, "sets": {"thirst": "n"}},
                    {"say": "Some", "hint": "It is Some.", "go": "wait",
                     "when": {"thirst": "y"}, "sets": {"thirst": "y"}},
                ],
            },
            "thirst-2": {
                "ask": "Thirst",
                "help": "What Thirst is.",
                "answers": [
                    {"say": "None", "go": "leave-it",
                     "when": {"thirst": "n"}, "sets": {"thirst": "n"}},
                    {"say": "Some", "hint": "It is Some.", "go": "drink",
                     "when": {"thirst": "y"}, "sets": {"thirst": "y"}},
                ],
            },
            "wait": {"advise": "Wait", "text": "It is Wait."},
            "drink": {"advise": "Drink", "text": "It is Drink."},
            "leave-it": {"advise": "Leave it", "text": "It is Leave it."},
        },
    }  # fmt: skip
    assert known["Water"].data == {
        "ask": "Water", "type": "choice", "options": {"c": "Cold", "h": "Hot", "b": "Boiling"}
    }  # fmt: skip
    assert [loss.said for loss in tree.losses] == ["what the table is: When to drink tea"]


def test_an_older_description_means_as_much_as_a_definition() -> None:
    old = {**point("W", "Water", {"C": "Cold"}), "definition": None, "description": "What it is."}
    table = {**TABLE, "decision_points": {**TABLE["decision_points"], "x_tea:W:1.0.0": old}}  # type: ignore[dict-item]
    table["mapping"] = [row for row in TABLE["mapping"] if row["x_tea:W:1.0.0"] == "C"]  # type: ignore[index]
    tree = ssvc.read(table)
    assert "the column “Water”, which makes no difference" in [loss.said for loss in tree.losses]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"outcome": "x_tea:X:1.0.0"}, "no decision table"),
        ({"mapping": [{"x_tea:W:1.0.0": "C"}]}, "no decision table"),
        ({"mapping": [1]}, "no decision table"),
        ({"decision_points": []}, "no decision table"),
        ({"decision_points": {"a": {"name": "A"}}}, "no decision table"),
        ({"mapping": []}, "no row says what to do"),
        (
            {"mapping": [{**TABLE["mapping"][0], "x_tea:W:1.0.0": "Q"}]},  # type: ignore[index]
            "row 1 says x_tea:W:1.0.0 = Q, which is none of its values",
        ),
    ],
)
def test_what_is_no_table_is_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        ssvc.read({**TABLE, **change})
