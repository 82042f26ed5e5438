"""Mermaid flowcharts: every way to write nodes and arrows."""

import pytest
from answertree.exchanging import mermaid
from answertree.exchanging.foreign_tree import Refused

from tests.unit.exchanging.trees import imported, losses, nodes

CHART = """\
---
title: The lamp
---
%%{init: {"theme": "dark"}}%%
flowchart TD
    S([Start]) --> A{"Is it <br/>plugged in?"}
    A -->|No| B[Plug it in]; A -- "Yes, it is" --> C{Does the bulb glow?}
    %% a comment
    C -.->|"It #quot;blinks#quot;"| D((Repair it)):::sad
    C == No ==> E(Buy a bulb)
    subgraph one [A group]
      direction LR
      D & E --> F>Done]
    end
    click E "https://example.org/bulbs" "Bulbs"
    style A fill:#fff
"""


def test_nodes_and_arrows_are_steps_and_answers() -> None:
    tree = mermaid.read(CHART)
    assert (tree.title, tree.start) == ("The lamp", "A")
    assert nodes(tree) == {
        "A": ("Is it plugged in?", {"No": "B", "Yes, it is": "C"}),
        "B": ("Plug it in", {}),
        "C": ("Does the bulb glow?", {'It "blinks"': "D", "No": "E"}),
        "D": ("Repair it", {"": "F"}),
        "E": ("Buy a bulb", {"": "F"}),
        "F": ("Done", {}),
    }


def test_what_is_lost_is_told_with_its_line() -> None:
    tree = mermaid.read(CHART)
    assert losses(tree) == [
        (0, "how it looks (3 lines)"),
        (6, "“Start”, which only leads to the first step"),
        (11, "the group `one [A group]`"),
    ]


def test_where_a_click_leads_is_linked() -> None:
    _, data = imported(mermaid.read(CHART))
    assert data["steps"]["e"] == {
        "advise": "Buy a bulb",
        "text": "[example.org/bulbs](https://example.org/bulbs)",
        "next": "f",
    }


@pytest.mark.parametrize(
    "shape",
    ["[x y]", "(x y)", "([x y])", "[[x y]]", "[(x y)]", "((x y))", "(((x y)))", "{x y}", "{{x y}}",
     "[/x y/]", "[\\x y\\]", "[/x y\\]", "[\\x y/]", ">x y]", '["x y"]', '{"`x y`"}', "[x<br>y]",
     '@{ shape: diamond, label: "x y" }', "@{ shape: rect, label: x y }", "[fa:fa-ban x y]"],
)  # fmt: skip
def test_every_shape_has_its_words(shape: str) -> None:
    tree = mermaid.read(f"graph LR\n  a{shape} --> b\n  a --> c")
    assert nodes(tree)["a"] == ("x y", {"": "c"})
    assert len(tree.nodes[0].ways) == 2


@pytest.mark.parametrize(
    ("arrow", "say"),
    [
        ("-->", ""), ("---", ""), ("--->", ""), ("-.->", ""), ("-..->", ""), ("==>", ""),
        ("--x", ""), ("--o", ""), ("-->|so it is|", "so it is"),
        ('-->|"so it is"|', "so it is"), ("-- so it is -->", "so it is"),
        ('-- "so it is" -->', "so it is"), ("-. so it is .->", "so it is"),
        ("== so it is ==>", "so it is"), ("-- so it is ---", "so it is"),
        ("--->|so it is|", "so it is"), ("--so it is-->", "so it is"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("space", [" ", ""])
def test_every_arrow_leads_on(arrow: str, say: str, space: str) -> None:
    tree = mermaid.read(f"flowchart TB\n  One{space}{arrow}{space}two-b\n")
    assert nodes(tree)["One"] == ("One", {say: "two-b"})
    assert losses(tree) == []


def test_a_node_may_say_its_words_later() -> None:
    assert nodes(mermaid.read("graph TD\na --> b\nb[Bee] --> c"))["b"] == ("Bee", {"": "c"})


def test_an_arrow_may_have_a_name() -> None:
    assert nodes(mermaid.read("graph TD\na e1@--> b"))["a"] == ("a", {"": "b"})


def test_arrows_in_a_row_and_between_many_nodes() -> None:
    found = nodes(mermaid.read("graph TD\na --> b -->|x| c & d --> e\n"))
    assert found["a"][1] == {"": "b"}
    assert found["b"][1] == {"x": "d"}
    assert found["c"][1] == found["d"][1] == {"": "e"}
    (_, second, *_) = mermaid.read("graph TD\na --> b -->|x| c & d --> e\n").nodes
    assert [(way.say, way.target) for way in second.ways] == [("x", "c"), ("x", "d")]


def test_an_answer_without_words_says_where_it_leads() -> None:
    tree = mermaid.read("graph TD\na{Which?} --> b[This]\na --> c[That]\n")
    _, data = imported(tree)
    assert [answer["say"] for answer in data["steps"]["a"]["answers"]] == ["This", "That"]
    assert (2, "an answer had no words: it says “This”, where it leads") in losses(tree)


def test_a_chart_in_markdown_is_found() -> None:
    text = (
        "# Title\n\n```mermaid\nsequenceDiagram\n  A->>B: hi\n```\n\n"
        "```mermaid\ngraph TD\n  a --> b\n```\n\nAfter --> it\n"
    )
    tree = mermaid.read(text)
    assert set(nodes(tree)) == {"a", "b"}
    assert losses(tree) == [(4, "a drawing that is no flowchart")]
    assert [node.line for node in tree.nodes] == [10, 10]


def test_words_over_several_lines_and_invisible_arrows() -> None:
    tree = mermaid.read('graph TD\n  a["one\n  two"] --> b\n  b ~~~ c\n  c --> a\n')
    assert nodes(tree) == {"a": ("one two", {"": "b"}), "b": ("b", {}), "c": ("c", {"": "a"})}


def test_what_cannot_be_read_is_told() -> None:
    tree = mermaid.read("graph TD\n  a --> b\n  b ?? c\n  a <--> c\n  click a call go()\n")
    assert losses(tree) == [
        (3, "this could not be read: ?? c"),
        (4, "an arrow in two directions: it leads to its end only"),
        (5, "what a click does: click a call go()"),
    ]


def test_a_group_as_the_end_of_an_arrow_is_told() -> None:
    tree = mermaid.read("graph TD\n subgraph g\n  a --> b\n end\n c --> g\n")
    assert (5, "an arrow from or to the group `g`") in losses(tree)


@pytest.mark.parametrize("text", ["", "sequenceDiagram\nA->>B: hi", "# Words\n", "graph TD\n"])
def test_a_file_without_a_flowchart_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="there is no"):
        mermaid.read(text)
