"""What is asked of the tree of a text."""

import pytest
from answertree.knowledge.text_nodes import filled, first_sentence, on_one_line, without_links
from answertree.knowledge.text_output import to_html, to_plain
from answertree.knowledge.text_parser import parse


def test_without_its_links_a_text_keeps_their_words() -> None:
    text = parse("Use [a *dry* cloth](faq:x), or **[two](https://example.org)**")
    assert to_html(without_links(text)) == (
        "<p>Use a <em>dry</em> cloth, or <strong>two</strong></p>"
    )


def test_slots_are_filled_wherever_they_stand() -> None:
    text = parse("- {name}, **{name}**, [{name}](faq:x) and `{name}`")
    assert to_html(filled(text, {"name": "A & *b*"})) == (
        "<ul>\n<li>A &amp; *b*, <strong>A &amp; *b*</strong>, "
        '<a href="faq:x">A &amp; *b*</a> and <code>A &amp; *b*</code></li>\n</ul>'
    )


def test_on_one_line_there_are_no_breaks() -> None:
    assert to_html(on_one_line(parse("a\nb\\\nc *d\ne*"))) == "<p>a b c <em>d e</em></p>"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Wait. Then call.", "Wait."),
        ("Wait until 3 p.m. or so, then call.", "Wait until 3 p.m. or so, then call."),
        ("Wait", "Wait"),
        ("Is it on? See. Go.", "Is it on?"),
        ("Wait **now. Then** call.", "Wait now. Then call."),
        ("**Wait** now. Then call.", "Wait now."),
        ("Wait \\* or\nso. Then call.", "Wait * or so."),
        ("Wait\n\nThen call. Yes.", "Wait"),
        ("- Wait. Call.", "Wait."),
        ("# Wait.", ""),  # a heading is refused, and no part of the tree
    ],
)
def test_the_first_sentence_of_a_text_is_whole(text: str, first: str) -> None:
    assert to_plain(first_sentence(parse(text))) == first
