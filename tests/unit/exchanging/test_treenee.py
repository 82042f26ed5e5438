"""Trees as Treenee has them, in YAML and in JSON."""

import json

import pytest
from answertree.exchanging import treenee
from answertree.exchanging.foreign_tree import Refused

from tests.unit.exchanging.trees import imported, losses, nodes

TREE = """\
# Which bread?
---
name: "Bread"
title: "Which bread to bake"
description: "A few questions about bread"
accessCode: ""
startNodeId: start
trackVisits: true
nodes:
- id: "start"
  title: "Your time"
  body: |
    Bread needs <em>time</em>.
    <p>
    How much have you?
  prompt: "Have you a whole day?"
  options:
  - text: "Yes"
    onSelect: "2"
    value: 3
  - text: No
    nextNodeId: soda
  - text: "I would rather buy it"
    onSelect: "https://example.org/bakers"
  - text: "Hm"
    onSelect: ""

- id: 2
  title: "Sourdough"
  body: "Bake <strong>sourdough</strong>, <u>slowly</u>."
  colour: brown
- id: soda
  title: "Soda bread"
"""


ONE_LINE = "its paragraphs are one line, since a question has no more"


def test_nodes_and_options_are_steps_and_answers() -> None:
    tree = treenee.read_yaml(TREE)
    assert (tree.title, tree.start) == ("Which bread to bake", "start")
    assert nodes(tree) == {
        "start": (
            "Have you a whole day?",
            {"Yes": "2", "No": "soda", "I would rather buy it": "start option 3"},
        ),
        "start option 3": ("I would rather buy it", {}),
        "2": ("Sourdough", {}),
        "soda": ("Soda bread", {}),
    }


def test_what_they_say_is_the_text_of_content() -> None:
    _, data = imported(treenee.read_yaml(TREE))
    steps = data["steps"]
    assert steps["start"]["help"] == "Bread needs *time*. How much have you?"
    assert steps["2"] == {"advise": "Sourdough", "text": "Bake **sourdough**, slowly."}
    link = "[example.org/bakers](https://example.org/bakers)"
    assert steps["start-option-3"]["text"] == link


def test_what_is_lost_is_told_with_its_line() -> None:
    tree = treenee.read_yaml(TREE)
    imported(tree)
    assert losses(tree) == [
        (0, "the scores (`value`) of 1 options"),
        (3, "`description`: A few questions about bread"),
        (10, "in “Have you a whole day?”: " + ONE_LINE),
        (10, "the title “Your time” of the question “Have you a whole day?”"),
        (25, "the option “Hm”, which leads nowhere"),
        (28, "`colour`, which is not known"),
        (28, "in “Sourdough”: <u> in a text: its words are kept"),
    ]  # fmt: skip


def test_json_is_the_same_tree_without_lines() -> None:
    data = {
        "name": "Bread",
        "title": "Which bread to bake",
        "bodyFormat": "markdown",
        "nodes": [
            {"id": "a", "title": "One", "prompt": "Is it?", "options": [
                {"text": "Yes", "onSelect": "b", "value": 1}, {"text": "No", "onSelect": "c"}]},
            {"id": "b", "title": "Two", "body": "It *is*."},
            {"id": "c", "title": "Three"},
        ],
    }  # fmt: skip
    tree = treenee.read_json(json.loads(json.dumps(data)))
    assert tree.start == "a"
    assert nodes(tree)["a"] == ("Is it?", {"Yes": "b", "No": "c"})
    assert tree.nodes[1].text == "It *is*."
    assert losses(tree) == [(0, "the scores (`value`) of 1 options")]


def test_a_start_that_is_not_there_is_told() -> None:
    tree = treenee.read_yaml("title: T\nstartNodeId: x\nnodes: [{id: a, title: A}]\n")
    assert tree.start == "a"
    assert losses(tree) == [(1, "the start “x”, which is not in the file")]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "no tree of Treenee"),
        ("title: T\n", 1, "no tree of Treenee"),
        ("nodes: [{title: x}]\n", 1, "no tree of Treenee"),
        ("[1, 2]\n", 1, "no tree of Treenee"),
        ("a: 1\nb: [\n", 3, "this is not YAML"),
        ("a: 1\nb: &x {c: 1}\nd: *x\n", 3, "aliases"),
        ("a: 1\n---\nb: 2\n", 2, "this is not YAML"),
    ],
)
def test_what_is_no_tree_is_refused(text: str, line: int, said: str) -> None:
    with pytest.raises(Refused, match=said) as refused:
        treenee.read_yaml(text)
    assert [each.line for each in refused.value.reasons] == [line]
