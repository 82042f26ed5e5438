"""Words from elsewhere: whatever they are, what comes of them may stand in content."""

import pytest
import yaml
from answertree.checking.text_lint import lint
from answertree.exchanging.clean_text import as_line, as_text, as_title
from answertree.knowledge.field_types import MAX_TEXT, Line, Plain, Text

from tests.conftest import ROOT
from tests.unit.checking.test_text_lint import HARMLESS, HOSTILE, TEXTS_ONLY

PAYLOADS = yaml.safe_load((ROOT / "tests" / "fuzz" / "payloads.yml").read_text("utf-8"))
HARD = [*HOSTILE, *HARMLESS, *TEXTS_ONLY, *(each for group in PAYLOADS.values() for each in group)]


def nothing(_: str) -> None:
    pass


def lost(markdown: str) -> list[str]:
    found: list[str] = []
    as_text(markdown, found.append)
    return found


@pytest.mark.parametrize("words", HARD, ids=range(len(HARD)))
def test_whatever_comes_in_content_may_hold_what_comes_out(words: str) -> None:
    for kind, made in (
        (Plain, as_title(words)),
        (Text, as_text(words, nothing)),
        (Line, as_line(words, nothing)),
    ):
        if made:
            assert list(lint(kind(made), set())) == [], (kind, made)
            assert "faq:" not in made or not made.startswith("[")


@pytest.mark.parametrize("words", ["Words.", "1 < 2, and 3 > 2", "*stress* and **more**", "a_b_c"])
def test_what_is_fine_stays_as_it_is(words: str) -> None:
    assert as_text(words, nothing) == words
    assert lost(words) == []


def test_a_title_has_no_marks_and_one_line() -> None:
    assert as_title("Is it\n  **on**?") == "Is it on?"
    assert as_title("See [this](https://example.org)") == "See this"


def test_paragraphs_and_lists_are_kept_and_marks_that_content_has_not_are_told() -> None:
    assert as_text("One.\n\n- two\n- three\n", nothing) == "One.\n\n- two\n- three"
    assert as_text("# Heading\n\nText", nothing) == "Heading\n\nText"
    assert lost("> said") == ["headings, quotations, code or tables in a text are plain paragraphs"]


def test_a_link_keeps_its_words_where_it_cannot_be_kept() -> None:
    assert as_text("[here](https://example.org/a)", nothing) == "[here](https://example.org/a)"
    assert as_text("[here](faq:some-id)", nothing) == "here"
    assert lost("[here](javascript:go)") == ["the link to javascript:go: its words are kept"]
    assert as_text("![a cat](cat.png)", nothing) == "a cat"


def test_a_line_is_one_line() -> None:
    assert as_line("One.\n\nTwo.", nothing) == "One. Two."
    assert as_line("- one\n- two", nothing) == "one two"


def test_a_text_that_is_too_long_is_cut() -> None:
    assert len(as_text("*" * 3_000, nothing)) <= MAX_TEXT
    assert len(as_title("word " * 1_000)) <= MAX_TEXT
