"""Twee 3: passages become steps, links answers, and code is refused."""

import pytest
from answertree.exchanging import twee
from answertree.exchanging.foreign_tree import Refused

from tests.unit.exchanging.trees import imported, losses, nodes

STORY = """\
A note before all else.

:: StoryTitle
The old mill

:: StoryData
{
  "ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC",
  "format": "Harlowe",
  "start": "At the gate"
}

:: Look [stylesheet]
body { color: red; }

:: At the gate [outside start] {"position":"600,400","size":"100,200"}
Do you go in?

It is ''dark'', and //quite// cold.
The door is <em>open</em>. /* a comment: [[not a link]] */

* [[Yes, quickly->In the mill]]
* [[In the mill<-Yes, slowly]]
[[No|Away \\[far\\]]]
[[Away]]

:: In the mill
You find [[a ladder->Away]], and nothing else.

:: Away
This is a very long passage of which nobody would say that it is a title, since it goes on and on,
and then on for a bit, and then on for a bit more, until it is over.

The end.

:: Away \\[far\\]
Home.
"""


def test_passages_are_nodes_and_links_are_ways() -> None:
    tree = twee.read(STORY)
    assert (tree.title, tree.start) == ("The old mill", "At the gate")
    found = nodes(tree)
    assert list(found) == ["At the gate", "In the mill", "Away", "Away [far]"]
    assert found["At the gate"] == (
        "Do you go in?",
        {
            "Yes, quickly": "In the mill",
            "Yes, slowly": "In the mill",
            "No": "Away \\[far\\]",
            "Away": "Away",
        },
    )


def test_the_first_paragraph_is_the_title_where_it_is_short() -> None:
    gate, mill, away, _ = twee.read(STORY).nodes
    assert gate.text == "It is **dark**, and *quite* cold.\nThe door is *open*."
    assert mill.title == "You find a ladder, and nothing else."
    assert away.title == "Away"
    assert away.text.startswith("This is a very long passage")
    assert away.text.endswith("\n\nThe end.")


def test_what_is_lost_is_told_with_its_line() -> None:
    tree = twee.read(STORY)
    imported(tree)
    assert losses(tree) == [
        (0, "the tags of passages: outside, start"),
        (1, "what stands before the first passage"),
        (13, "the passage “Look”, which is no step"),
        (24, "the way to “Away \\[far\\]”, which is not in the file"),
    ]


def test_a_passage_with_one_link_is_an_outcome_that_goes_on() -> None:
    _, data = imported(twee.read(STORY))
    assert data["steps"]["in-the-mill"] == {
        "advise": "You find a ladder, and nothing else.",
        "next": "away",
        "next-say": "a ladder",
    }
    assert [answer["say"] for answer in data["steps"]["at-the-gate"]["answers"]] == [
        "Yes, quickly", "Yes, slowly", "Away"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("link", "way"),
    [
        ("[[North]]", ("North", "North")),
        ("[[Go north->North]]", ("Go north", "North")),
        ("[[North<-Go north]]", ("Go north", "North")),
        ("[[Go north|North]]", ("Go north", "North")),
        ("[[a->b->North]]", ("a->b", "North")),
        ("[[Go->North [cold]]]", ("Go", "North [cold]")),
        ("- [[North]]", ("North", "North")),
    ],
)
def test_every_way_to_write_a_link(link: str, way: tuple[str, str]) -> None:
    (node,) = twee.read(f":: Start\nWhere?\n\n{link}").nodes
    assert [(each.say, each.target) for each in node.ways] == [way]
    assert node.text == ""


@pytest.mark.parametrize(
    "code",
    [
        "<<if $gold gt 3>>You are rich.<</if>>",
        "<<set $gold to 5>>",
        "(set: $torch to 0)You are in a cave.",
        "(if: $torch is 1)[You see it.]",
        '(link-goto: "North", "North")',
        "You have $gold coins.",
        "[[North|North][$gold = 1]]",
        "<% s.gold = 1 %>",
        "<script>go()</script>",
        "gold: 5\n--\nYou are rich.",
        "[if gold > 3]\nYou are rich.",
        "It is (current-time:).",
        "{cycling link for: 'hair', choices: ['Black', 'Brown']}",
    ],
)
def test_code_is_refused_with_its_line(code: str) -> None:
    with pytest.raises(Refused) as refused:
        twee.read(f":: Start\nHello.\n\n{code}\n\n[[North]]\n\n:: North\nBye.")
    assert refused.value.reasons[0].line in (4, 5)
    assert all(each.said.startswith("this is code: ") for each in refused.value.reasons)


@pytest.mark.parametrize("header", [":: StoryInit", ":: Script [script]", ":: W [widget]"])
def test_a_passage_of_code_is_refused(header: str) -> None:
    with pytest.raises(Refused) as refused:
        twee.read(f":: Start\nHello.\n\n{header}\nx = 1\n")
    assert [each.line for each in refused.value.reasons] == [4]


@pytest.mark.parametrize(
    "words", ["It costs $5 (see: the list).", "(I mean: you)", "a << b", "[x]"]
)
def test_words_are_no_code(words: str) -> None:
    (node,) = twee.read(f":: Start\n{words}\n").nodes
    assert node.title == words


def test_a_story_without_a_start_begins_with_start_or_the_first_passage() -> None:
    assert twee.read(":: One\n1\n\n:: Start\n2\n").start == "Start"
    assert twee.read(":: One\n1\n\n:: Two\n2\n").start == "One"
    broken = twee.read(":: StoryData\n{no json\n\n:: One\n1\n")
    assert (broken.start, losses(broken)) == (
        "One", [(1, "the passage “StoryData”, which is not JSON")]
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "just words", ":: StoryTitle\nx\n"])
def test_a_file_without_passages_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="there is no passage"):
        twee.read(text)
