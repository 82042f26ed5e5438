"""A tree from elsewhere as a scenario: ids, titles and answers are such as content may have."""

import random
import string
from pathlib import Path

import pytest
import yaml
from answertree.checking.rules import check
from answertree.exchanging.foreign_tree import ForeignTree, Node, Way
from answertree.exchanging.scenario_yaml import as_yaml, scenario, slug
from answertree.reading.load import load

from tests.conftest import ROOT
from tests.unit.content import copied
from tests.unit.exchanging.trees import imported, losses

END = Node("end", "The end")


def tree(*found: Node, title: str = "A tree") -> ForeignTree:
    return ForeignTree(title, found[0].name, list(found))


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("At the gate", "at-the-gate"),
        ("Über_die Brücke!", "uber-die-brucke"),
        ("don't", "dont"),
        ("日本", "step-4"),
        ("A" * 200, "a" * 60),
        ("a.b:c", "a-b-c"),
    ],
)
def test_a_name_becomes_an_id(name: str, made: str) -> None:
    assert slug(name, "step-4") == made


def test_names_that_become_the_same_id_get_a_number() -> None:
    nodes = [Node("Gate!", "1"), Node("gate", "2"), Node("GATE", "3")]
    assert list(scenario(tree(*nodes), {"gate-2"})["steps"]) == ["gate", "gate-3", "gate-4"]


def test_the_beginning_that_all_names_share_is_left_out() -> None:
    nodes = [Node("story_gate", "1"), Node("story_mill", "2")]
    assert list(scenario(tree(*nodes), ())["steps"]) == ["gate", "mill"]
    assert list(scenario(tree(Node("a.gate", "1"), Node("b.gate", "2")), ())["steps"]) == [
        "a-gate", "b-gate"
    ]  # fmt: skip


def test_two_answers_never_say_the_same() -> None:
    ways = (Way("Yes", "a", 2), Way("yes!", "end", 3), Way("Yes", "a", 4))
    made = tree(Node("q", "Is it?", "", ways, 1), Node("a", "Again"), END)
    _, data = imported(made)
    said = [answer["say"] for answer in data["steps"]["q"]["answers"]]
    assert said == ["Yes", "yes! (The end)"]
    assert losses(made) == [(3, "two answers said “yes!”: one says “yes! (The end)”")]


def test_a_question_has_its_text_on_one_line_and_an_outcome_in_paragraphs() -> None:
    ways = (Way("Yes", "end"), Way("No", "out"))
    made = tree(Node("q", "Is it?", "One.\n\nTwo.", ways), Node("out", "Go", "One.\n\nTwo."), END)
    _, data = imported(made)
    assert data["steps"]["q"]["help"] == "One. Two."
    assert data["steps"]["out"]["text"] == "One.\n\nTwo."


def test_one_way_on_is_a_next_and_a_way_to_nowhere_is_told() -> None:
    ways = (Way("On", "end", 2), Way("Off", "nowhere", 3))
    made = tree(Node("q", "Is it?", "", ways), END)
    _, data = imported(made)
    assert data["steps"]["q"] == {"advise": "Is it?", "next": "end", "next-say": "On"}
    assert losses(made) == [(3, "the way to “nowhere”, which is not in the file")]


def test_words_that_say_where_the_way_leads_are_not_said_twice() -> None:
    _, data = imported(tree(Node("q", "Wait", "", (Way("The end", "end"),)), END))
    assert data["steps"]["q"] == {"advise": "Wait", "next": "end"}


def test_a_title_without_words_is_the_name() -> None:
    assert scenario(tree(Node("Gate", "<b></b>"), title=""), ())["steps"]["gate"]["advise"]
    assert scenario(tree(Node("Gate", "")), ())["steps"]["gate"]["advise"] == "Gate"


def test_the_yaml_says_where_it_comes_from_and_keeps_paragraphs() -> None:
    written = as_yaml(scenario(tree(Node("a", "A", "One.\n\nTwo.")), ()), "Imported from x.")
    assert written.startswith("# Imported from x.\ntitle: A tree\nstart: a\n")
    assert "    text: |-\n      One.\n\n      Two.\n" in written


PAYLOADS = [
    each
    for group in yaml.safe_load((ROOT / "tests/fuzz/payloads.yml").read_text("utf-8")).values()
    for each in group
]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_a_tree_says_content_may_hold_it(seed: int) -> None:
    chance = random.Random(seed)

    def words() -> str:
        signs = chance.choices([*string.printable, "\u200b", "é", "{x}", "<b>", "``", "\n\n"], k=12)
        return str(chance.choice([chance.choice(PAYLOADS), "".join(signs), ""]))

    names = [f"{number} {words()}" for number in range(8)]
    nodes = [
        Node(name, words(), words(), tuple(Way(words(), chance.choice(names)) for _ in range(n)))
        for name in names
        for n in [chance.randrange(4)]
    ]
    imported(tree(*nodes, title=words()))


def test_an_imported_tree_passes_every_check_once_an_answer_leads_to_it(tmp_path: Path) -> None:
    content = copied(tmp_path)
    ways = (Way("Yes & no", "end"), Way("*No*", "out"))
    made = tree(Node("q", "Is [it] <on>?", "See <here> {x}.", ways), Node("out", "Go"), END)
    text = as_yaml(scenario(made, {"kettle", "shop", "tea"}), "x")
    (content / "scenarios" / "tea.yml").write_text(text, "utf-8")
    kettle = content / "scenarios" / "kettle.yml"
    old = "- {say: It does, go: descale}"
    changed = kettle.read_text("utf-8").replace(old, f"{old}\n      - {{say: Tea, go: tea}}")
    kettle.write_text(changed, "utf-8")
    assert check(load(content)) == []
