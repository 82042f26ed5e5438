"""A decision table as a tree: it says what the table says, and asks no more than it must."""

import random
from itertools import product

import pytest
from answertree.exchanging.decision_table import Column, Option, Row, Table, as_tree
from answertree.exchanging.foreign_tree import ForeignTree, Refused


def column(name: str, values: str) -> Column:
    return Column(name, "", {value: Option(value.upper()) for value in values})


def table(columns: list[Column], *rows: str, outcomes: str = "xyz") -> Table:
    """A table whose rows are written `ab-x`: a value for each column, `-` for any, an outcome."""
    made = [
        Row(
            line,
            tuple(
                frozenset(each.options) if cell == "-" else frozenset(cell)
                for each, cell in zip(columns, row, strict=False)
            ),
            row[-1],
        )
        for line, row in enumerate(rows, 2)
    ]
    return Table("T", columns, {key: Option(f"Do {key}") for key in outcomes}, made)


def walked(tree: ForeignTree, chosen: dict[str, str]) -> str:
    """The title of the outcome at which a reader of certain values arrives."""
    nodes = {node.name: node for node in tree.nodes}
    node = nodes[tree.start]
    while node.ways:
        (way,) = (way for way in node.ways if chosen[node.title] in way.values)
        node = nodes[way.target]
    return node.title


AB, CD = column("A", "ab"), column("C", "cd")


def test_a_column_is_a_question_and_an_outcome_a_step() -> None:
    tree = as_tree(table([AB, CD], "acx", "ady", "bcy", "bdz"))
    assert [node.title for node in tree.nodes] == ["A", "C", "C", "Do x", "Do y", "Do z"]
    assert [(way.say, way.values) for way in tree.nodes[0].ways] == [("A", ("a",)), ("B", ("b",))]
    assert tree.choices == {"A": {"a": "A", "b": "B"}, "C": {"c": "C", "d": "D"}}
    assert tree.losses == []
    assert tree.title == "T"


def test_a_question_is_asked_only_where_its_answer_matters() -> None:
    tree = as_tree(table([AB, CD], "a-x", "bcy", "bdz"))
    assert [node.title for node in tree.nodes] == ["A", "C", "Do x", "Do y", "Do z"]
    assert tree.nodes[0].ways[0].target == "→ Do x"


def test_values_that_lead_to_the_same_are_one_answer() -> None:
    tree = as_tree(table([column("A", "abc")], "ax", "bx", "cy"))
    assert [(way.say, way.values) for way in tree.nodes[0].ways] == [
        ("A / B", ("a", "b")), ("C", ("c",))
    ]  # fmt: skip


def test_the_same_rest_of_a_table_is_one_step() -> None:
    columns = [column("A", "abc"), CD, column("E", "ef")]
    rows = ["acex", "acfy", "ad-y", "bcex", "bcfy", "bd-x", "c--z"]
    tree = as_tree(table(columns, *rows))
    assert sum(node.title == "E" for node in tree.nodes) == 1


def test_a_column_that_makes_no_difference_and_an_outcome_without_a_row_are_told() -> None:
    tree = as_tree(table([AB, CD], "a-x", "b-y"))
    assert [loss.said for loss in tree.losses] == [
        "the column “C”, which makes no difference",
        "the outcome “Do z”, to which no row leads",
    ]
    assert list(tree.choices) == ["A"]


def test_what_a_table_does_not_say_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        as_tree(table([AB, CD], "acx", "ady", "bcy"))
    (reason,) = refused.value.reasons
    assert reason.said == "no row says what to do when A = B, C = D"


def test_rows_that_contradict_each_other_are_refused_and_those_that_agree_are_not() -> None:
    with pytest.raises(Refused) as refused:
        as_tree(table([AB, CD], "a-x", "-cy", "bdy"))
    (reason,) = refused.value.reasons
    assert reason.line == 3
    assert reason.said == "two rows say otherwise when A = A, C = C (the other is in line 2)"
    assert as_tree(table([AB, CD], "a-x", "-cx", "bdy")).start == "A"


def test_of_many_faults_the_first_are_told() -> None:
    many = "abcdefghijklm"
    rows = [f"{value}{outcome}" for outcome in "xy" for value in many]
    with pytest.raises(Refused) as refused:
        as_tree(table([column("A", many)], *rows))
    assert [reason.line for reason in refused.value.reasons] == [*range(15, 25), 0]
    assert refused.value.reasons[-1].said == "and 3 more"


def test_a_table_that_always_says_the_same_is_refused() -> None:
    with pytest.raises(Refused, match="says the same"):
        as_tree(table([AB], "-x"))


@pytest.mark.parametrize("seed", range(30))
def test_whatever_a_table_says_its_tree_says(seed: int) -> None:
    chance = random.Random(seed)
    columns = [column(f"Column {n}", "abcd"[: chance.randrange(2, 5)]) for n in range(4)]
    combinations = list(product(*(each.options for each in columns)))
    outcomes = {values: chance.choice("xxyz") for values in combinations}
    rows = ["".join(values) + outcome for values, outcome in outcomes.items()]
    chance.shuffle(rows)
    tree = as_tree(table(columns, *rows))
    for values, outcome in outcomes.items():
        chosen = dict(zip((each.name for each in columns), values, strict=True))
        assert walked(tree, chosen) == f"Do {outcome}"
