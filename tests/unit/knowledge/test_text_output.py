"""What a text is turned into shows what the tree has, wherever it stands."""

import random
from pathlib import Path

import markdown
import pytest
from answertree.checking.text_lint import lint
from answertree.knowledge.base import all_entries
from answertree.knowledge.field_types import Line, Text
from answertree.knowledge.model import walk
from answertree.knowledge.text_nodes import on_one_line, without_links
from answertree.knowledge.text_output import escape, to_html, to_markdown, to_plain
from answertree.knowledge.text_parser import parse
from answertree.reading.load import load
from bs4 import BeautifulSoup

from tests.conftest import ROOT
from tests.unit.checking.test_text_lint import HARMLESS, HOSTILE, TEXTS_ONLY
from tests.unit.content import SMALL

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "fenced_code"]
SLOTS = {"name"}

# Pieces of which texts are made at random: marks, and what the dialects of Markdown read otherwise.
PIECES = ["a", "b ", "*", "**", "_", "__", "`", "``", "[", "](", "](faq:a)", ")", "\\", "\n",
          "\n\n", "- ", "\n- ", "\n    - ", "\n1. ", "\n    ", "  \n", "\\\n", "{name}", "&", "<",
          ">", "#", "|", "=", "~~~", "!", "1.", "12) ", "+ ", ":", "*a*", "**b**", "`c*`", "[TOC]",
          "[x](https://a.org/b_c*d)", "http", ".", "%", "É", "\t", "*[x]: y",
          "\n==", "\n--"]  # fmt: skip


def html(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


def soup(text: str) -> str:
    return str(BeautifulSoup(text, "html.parser"))


def texts(content: Path) -> list[str]:
    """Every text of a content folder."""
    return [
        value
        for _, _, entry in all_entries(load(content).base)
        for _, value in walk(entry)
        if isinstance(value, Line | Text)
    ]


def at_random(seed: int) -> list[str]:
    """A few hundred texts that pass the checks, but for marks that make nothing."""
    pick = random.Random(seed)
    made = ("".join(pick.choices(PIECES, k=pick.randint(1, 9))) for _ in range(1200))
    return [text for text in made if text.strip() and not parse(text).unsupported]


@pytest.mark.parametrize("content", [SMALL, ROOT / "content"], ids=["small", "real"])
def test_the_markdown_of_a_text_shows_what_its_tree_has(content: Path) -> None:
    found = texts(content)
    assert found
    for text in found:
        assert html(to_markdown(parse(text))) == to_html(parse(text))


# Marks that meet each other, or what only one dialect takes for a mark.
MEETING = ["\\![x](faq:a)", "*a*__b__", "*a*_b_", "__a__*b*", "***a*** b", "*a **b** c*",
           "[*a*](faq:a)*b*",
           "- a\n\n    - b", "- a\n    - b\n    - c\n- d", "1. a\n\n    - b\n    - c\n\n1. d",
           "`a*`*b*", "a\\\n{name}"]  # fmt: skip


@pytest.mark.parametrize("text", [*HARMLESS, *TEXTS_ONLY, *MEETING])
def test_the_markdown_of_an_odd_text_shows_what_its_tree_has(text: str) -> None:
    assert html(to_markdown(parse(text))) == to_html(parse(text))


@pytest.mark.parametrize("seed", range(4))
def test_the_markdown_of_any_text_shows_what_its_tree_has(seed: int) -> None:
    found = at_random(seed)
    assert len(found) > 300
    for text in found:
        assert soup(html(to_markdown(parse(text)))) == soup(to_html(parse(text))), text


@pytest.mark.parametrize("text", [*HOSTILE, *HARMLESS, *TEXTS_ONLY, "-", "+ a", "1) a", "a  b"])
@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("# ", " {: #id }"), ("- ", "\n  {: .mark }"), ("(", ")")]
)
def test_a_title_is_shown_as_it_is_wherever_it_stands(before: str, after: str, text: str) -> None:
    shown = BeautifulSoup(html(before + escape(text) + after), "html.parser")
    assert not shown.find_all(["script", "img", "a", "em", "strong", "code", "svg", "b", "i"])
    words = f"({text.strip()})" if before == "(" else text
    assert shown.get_text().split() == words.split()


@pytest.mark.parametrize(
    "text",
    [
        "[<](faq:a)img src=x onerror=alert(1)>",
        "[<](faq:a)!-- x",
        "\\[x\\](javascript:alert(1))",
        "\\[x](javascript:alert(1))",
        "\\\\[`x](javascript:alert(1))`",
        "`[`](faq:a)x](javascript:alert(1))",
        "[a [b] c](faq:x)",
        "a ] b [ c",
        "ends in \\",
    ],
)
def test_inside_another_link_a_text_is_only_that_link(text: str) -> None:
    words = to_markdown(on_one_line(without_links(parse(text))))
    shown = BeautifulSoup(html(f"[{words}](page.md)"), "html.parser")
    assert [link["href"] for link in shown.find_all("a")] == ["page.md"]
    assert shown.a
    assert shown.a.get_text() == to_plain(parse(text))
    assert not shown.find_all(["img", "script"])


def test_the_characters_of_a_text_are_without_marks_on_one_line() -> None:
    text = "*a* [b](faq:c)\n`d`\\\n{e} 1 < 2\n\n- f\n- \\* g"
    assert to_plain(parse(text)) == "a b d {e} 1 < 2 f * g"


def test_links_and_slots_become_what_the_page_wants() -> None:
    found = to_markdown(parse("[a](faq:b), {c}, `{c}`"), "#{}".format, "<i>{}</i>".format)
    assert html(found) == '<p><a href="#faq:b">a</a>, <i>c</i>, <code><i>c</i></code></p>'


def test_texts_at_random_are_fine_and_faulty() -> None:
    found = [bool(list(lint(Text(text), SLOTS))) for text in at_random(0)]
    assert 0.1 < sum(found) / len(found) < 0.9
