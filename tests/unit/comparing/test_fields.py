"""A field of any type is reported, whatever its name: seen on a model made up for the tests."""

from typing import Any, Literal

import pytest
from answertree.comparing.fields import all_fields, changed_fields
from answertree.comparing.matching import Change, match
from answertree.knowledge.field_types import Line, Link, Plain, PointId, Slug, StepId, Target, Text
from answertree.reading.load import load
from pydantic import BaseModel, ConfigDict, Field

from tests.unit.content import SMALL

BASE = load(SMALL).base
CHANGE = match(BASE, BASE)


class Row(BaseModel):
    """A record inside a record."""

    model_config = ConfigDict(frozen=True)

    name: Plain
    amount: int = 0
    because: tuple[PointId, ...] = ()


class Made(BaseModel):
    """A record with a field of each type."""

    model_config = ConfigDict(frozen=True, alias_generator=lambda name: name.replace("_", "-"))

    title: Plain = Plain("A title")
    one_line: Line | None = Field(None, title="A line of text")
    text: Text | None = None
    lines: tuple[Line, ...] = ()
    reference: PointId | None = None
    target: Target | None = None
    step: StepId | None = None
    references: tuple[Link, ...] = ()
    names: tuple[Slug, ...] = ()
    rows: tuple[Row, ...] = ()
    row: Row | None = None
    texts: dict[str, Plain] = {}
    rows_by_id: dict[str, Row] = {}
    numbers: dict[str, int] = {}
    flag: bool = False
    number: int = 1
    choice: Literal["low", "high"] = "low"


def made(**fields: Any) -> Made:
    return Made.model_validate({name.replace("_", "-"): value for name, value in fields.items()})


def pear(amount: int) -> dict[str, Any]:
    return {"name": "Pear", "amount": amount}


# For each field a value, another one, how the value is reported whole, and how the change is.
FIELDS: list[tuple[str, Any, Any, list[str], list[str]]] = [
    (
        "one_line", "Go *now*.", "Go *later*.",
        ["- A line of text: Go now."],
        ["- A line of text: “Go later.” now, “Go now.” before"],
    ),
    (
        "text", "One.\n\nTwo.", "One.\n\nThree.",
        ["- Text", "    - One.", "    - Two."],
        ["- Text: “Three.” now, “Two.” before"],
    ),
    (
        "lines", ["Open it", "Look inside"], ["Look inside carefully"],
        ["- Lines", "    - Open it", "    - Look inside"],
        ["- Lines", "    - “Look inside carefully” now, “Look inside” before",
         "    - gone: Open it"],
    ),
    (
        "reference", "k-1", "k-3",
        ["- Reference: Unplug the kettle before you touch it."],
        ["- Reference: “Scale keeps the heat from the water.” now, "
         "“Unplug the kettle before you touch it.” before"],
    ),
    (
        "target", "kettle.descale", "shop.write",
        ["- Target: Descale it"],
        ["- Target: “Write to the shop” now, “Descale it” before"],
    ),
    (
        "step", "kettle.descale", "nowhere",
        ["- Step: Descale it"],
        ["- Step: “nowhere” now, “Descale it” before"],
    ),
    (
        "references", ["faq:scale"], ["page:rules.shop-hours", "rule:leave-it-shut"],
        ["- References: Where does scale come from?"],
        ["- References", "    - new: When to go", "    - new: Don’t open the base",
         "    - gone: Where does scale come from?"],
    ),
    (
        "names", ["a", "b"], ["b", "a"],
        ["- Names", "    - a", "    - b"],
        ["- Names: in another order now: “b”, “a”"],
    ),
    (
        "rows", [pear(1), {"name": "Plum"}], [pear(2), {"name": "Fig", "because": ["k-2"]}],
        ["- Rows", "    - Pear", "        - Amount: 1", "    - Plum"],
        ["- Rows", "    - Pear", "        - Amount: 2 now, 1 before", "    - new: Fig",
         "        - Because: The maker opens the base, nobody else.", "    - gone: Plum"],
    ),
    (
        "row", pear(1), pear(2),
        ["- Row", "    - Pear", "        - Amount: 1"],
        ["- Row: Amount: 2 now, 1 before"],
    ),
    (
        "texts", {"a": "Apple", "b": "Banana"}, {"b": "Bean", "c": "Cherry"},
        ["- Texts", "    - Apple", "    - Banana"],
        ["- Texts", "    - “Bean” now, “Banana” before", "    - new: Cherry", "    - gone: Apple"],
    ),
    (
        "rows_by_id", {"p": pear(1)}, {"p": pear(2)},
        ["- Rows by id", "    - Pear", "        - Amount: 1"],
        ["- Rows by id", "    - Pear", "        - Amount: 2 now, 1 before"],
    ),
    (
        "numbers", {"a": 1, "b": 2}, {"a": 1, "b": 3},
        ["- Numbers", "    - a: 1", "    - b: 2"],
        ["- Numbers", "    - new: b: 3", "    - gone: b: 2"],
    ),
    ("flag", True, False, ["- Flag: yes"], ["- Flag: no now, yes before"]),
    ("number", 2, 0, ["- Number: 2"], ["- Number: 0 now, 2 before"]),
    ("choice", "high", "low", ["- Choice: high"], ["- Choice: low now, high before"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "one", "other", "whole", "changed"), FIELDS, ids=[field[0] for field in FIELDS]
)
def test_a_field(name: str, one: Any, other: Any, whole: list[str], changed: list[str]) -> None:
    was, now = made(**{name: one}), made(**{name: other})
    assert all_fields(CHANGE, was) == whole
    assert changed_fields(CHANGE, was, now) == changed
    assert changed_fields(CHANGE, was, was) == []


def test_every_type_of_field_is_tested() -> None:
    assert [field[0] for field in FIELDS] == list(Made.model_fields)[1:]


EMPTY = [field for field in FIELDS if not Made.model_fields[field[0]].default]


@pytest.mark.parametrize(
    ("name", "one", "whole"),
    [(name, one, whole) for name, one, _, whole, _ in EMPTY if name != "flag"],
)
def test_a_field_that_was_or_is_empty(name: str, one: Any, whole: list[str]) -> None:
    label, rest = whole[0].partition(":")[0], whole[1:]
    new, gone = (
        [f"{label} ({word}){whole[0].removeprefix(label)}", *rest] for word in ("new", "gone")
    )
    assert changed_fields(CHANGE, made(), made(**{name: one})) == new
    assert changed_fields(CHANGE, made(**{name: one}), made()) == gone


def test_the_title_is_reported_only_when_it_changed() -> None:
    assert all_fields(CHANGE, made(title="Another")) == []
    assert changed_fields(CHANGE, made(), made(title="Another")) == [
        "- Title: “Another” now, “A title” before"
    ]


@pytest.mark.parametrize(
    ("was", "now", "lines"),
    [
        (pear(1), {"name": "Fig", "amount": 1}, ["        - Name: “Fig” now, “Pear” before"]),
        (pear(1), {"name": "Fig", "amount": 2}, ["        - Amount: 2", "    - gone: Pear"]),
    ],
)
def test_a_row_is_known_by_its_title_or_else_by_all_the_rest(
    was: dict[str, Any], now: dict[str, Any], lines: list[str]
) -> None:
    found = changed_fields(CHANGE, made(rows=[was]), made(rows=[now]))
    assert found[-len(lines) :] == lines


def test_the_title_of_a_row_is_a_surer_sign_than_the_rest() -> None:
    was = made(rows=[pear(1), {"name": "Plum", "amount": 2}])
    now = made(rows=[{"name": "Plum", "amount": 1}, pear(3)])
    assert changed_fields(CHANGE, was, now) == [
        "- Rows",
        "    - Plum",
        "        - Amount: 1 now, 2 before",
        "    - Pear",
        "        - Amount: 3 now, 1 before",
        "    - in another order now: “Plum”, “Pear”",
    ]


def test_a_title_holds_no_markdown() -> None:
    assert all_fields(CHANGE, made(row={"name": "1. of *2*"})) == ["- Row: 1\\. of \\*2\\*"]


def test_a_step_of_which_there_are_two_is_named_with_its_id() -> None:
    descale = BASE.scenarios["kettle"].steps["descale"]
    steps = {**BASE.scenarios["kettle"].steps, "again": descale}
    scenarios = {"kettle": BASE.scenarios["kettle"].model_copy(update={"steps": steps})}
    change: Change = match(BASE, BASE.with_entries(scenarios=scenarios))
    assert all_fields(change, made(target="kettle.again")) == [
        "- Target: Descale it (kettle.again)"
    ]
