"""Decision tables in CSV."""

import pytest
from answertree.exchanging import table_csv
from answertree.exchanging.foreign_tree import Refused

from tests.unit.exchanging.trees import nodes

TABLE = """\
Colour of the light,Is there a car?,Do
red,-,Wait
green,no,Go
green,yes,"Look, then go"
"not(red, green)",,Ask
blue,"no, yes",Ask
"""


def test_columns_are_questions_and_the_last_one_is_what_to_do() -> None:
    tree = table_csv.read(TABLE)
    light, car, *outcomes = tree.nodes
    assert [way.say for way in light.ways] == ["red", "green", "blue"]
    assert nodes(tree)[car.name] == (
        "Is there a car?", {"no": "→ Go", "yes": "→ Look, then go"}
    )  # fmt: skip
    assert [node.title for node in outcomes] == ["Wait", "Go", "Look, then go", "Ask"]
    assert tree.choices["Colour of the light"] == {
        "red": "red", "green": "green", "blue": "blue"
    }  # fmt: skip


def test_a_column_that_counts_rows_and_versions_of_names_are_left_out() -> None:
    tree = table_csv.read("row,Size v1.1.0,Level v2.0 (abc)\n0,big,high\n1,small,low\n")
    assert [node.title for node in tree.nodes] == ["Size", "high", "low"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_may_have_other_signs_between_them(sign: str) -> None:
    tree = table_csv.read(f"Size{sign}Do\nbig{sign}Go\n\nsmall{sign}Stay\n")
    assert [node.title for node in tree.nodes] == ["Size", "Go", "Stay"]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "a decision table has headings"),
        ("Size,Do\n", 1, "a decision table has headings"),
        ("Do\nGo\n", 1, "a decision table has headings"),
        ("row,Do\n1,Go\n", 1, "has a column for a question"),
        ("Size,Do\nbig,Go\nsmall\n", 3, "this row has 1 cells, and there are 2 headings"),
        ("Size,Do\nbig,Go\nsmall,\n", 3, "this row has no outcome"),
        ("Size,Size,Do\nbig,big,Go\n", 1, "each column needs a heading of its own"),
        ("Age,Do\n>= 18,Go\n< 18,Stay\n", 2, "`>= 18` is about numbers"),
        ("Age,Do\n[0..17],Stay\nold,Go\n", 2, r"`\[0..17\]` is about numbers"),
        ("Size,Do\nbig,Go\nbig,Stay\n", 3, "two rows say otherwise when Size = big"),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(Refused, match=said) as refused:
        table_csv.read(text)
    assert refused.value.reasons[0].line == line
