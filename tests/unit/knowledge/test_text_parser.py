"""The tree of a text: what is in it, and where."""

from collections.abc import Iterator
from random import Random

import pytest
from answertree.knowledge import text_parser
from answertree.knowledge.field_types import Line, Plain, Text
from answertree.knowledge.leaves import leaves
from answertree.knowledge.text_nodes import (
    Characters,
    Code,
    Document,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    List,
    Paragraph,
    Slot,
    inlines,
    links,
    paragraphs,
)
from answertree.knowledge.text_parser import (
    parse,
    parse_marks,
    parse_title,
    parse_title_marks,
    with_addresses,
)
from answertree.reading.load import load

from tests.unit.content import SMALL


def nodes(text: str) -> list[Inline]:
    return [node for found in paragraphs(parse(text)) for node in inlines(found.children)]


def test_a_text_has_paragraphs_and_lists_of_items() -> None:
    paragraph, found = parse("One.\n\n- two\n    - three\n- four").blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(found, List)
    assert not found.ordered
    assert [len(item.blocks) for item in found.items] == [2, 1]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("*a*", [Emphasis, Characters]),
        ("a **b**", [Characters, Emphasis, Characters]),
        ("`a {b}`", [Code, Characters, Slot]),
        ("[a](faq:b)", [Link, Characters]),
        ("{a}", [Slot]),
        ("a\nb", [Characters, LineBreak, Characters]),
        ("a & <b> &amp; https://c.org", [Characters]),
    ],
)
def test_a_line_has_marks_links_slots_and_characters(text: str, kinds: list[type]) -> None:
    assert [type(node) for node in nodes(text)] == kinds


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a [b](faq:c) d", "[b](faq:c)"),
        ("- a\n- [b *c*]( faq:d ) (e)", "[b *c*]( faq:d )"),
        ("a\n\n  b\n   [c\nd](faq:d)", "[c\nd](faq:d)"),
        ("`](x)` \\[a] **[b](faq:c)**", "[b](faq:c)"),
    ],
)
def test_a_link_knows_its_place_and_that_of_its_address(text: str, written: str) -> None:
    (link,) = links(parse(text))
    assert text[link.start : link.end] == written
    assert text[link.address_start : link.address_end] == link.address


@pytest.mark.parametrize(
    "text",
    ["a *b* `c` **d** e", "- a\n- b *c*\n    - d\n      e", "\\*a\\* b\\\nc", "**a and *b* c"],
)
def test_characters_know_their_place(text: str) -> None:
    found = [node for node in nodes(text) if isinstance(node, Characters)]
    outside_code = [node for node in found if text[node.start] != "`"]
    assert outside_code
    for node in outside_code:
        assert text[node.start : node.end].removeprefix("\\") == node.value


def test_no_link_is_taken_from_code_or_from_what_is_escaped() -> None:
    text = "`[x](faq:a)` \\[x](faq:b) x](faq:c) [x] (faq:d) [x](faq:e)"
    assert [link.address for link in links(parse(text))] == ["faq:e"]


def test_lists_one_after_the_other_are_one() -> None:
    assert [len(block.items) for block in parse("- a\n* b\n\n1. c").blocks if
            isinstance(block, List)] == [3]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "loose"), [("- a\n* b", False), ("- a\n\n* b", True), ("- a\n\n- b", True)]
)
def test_a_list_is_loose_where_a_line_is_left_blank(text: str, loose: bool) -> None:
    (found,) = parse(text).blocks
    assert isinstance(found, List)
    assert found.loose is loose


def test_the_levels_of_a_tree_are_few_whatever_the_text() -> None:
    for text in ("- " * 900 + "a", "*a " * 300 + "b* " * 300, "[" * 900 + "](a)" * 200):
        assert repr(parse(text))
        assert parse(text).unsupported or "(" not in repr(nodes(text))[:1]


@pytest.mark.parametrize("title", ["# a", "1. a", "*a*", "[a](faq:b)", "{a}", "- a\n- b"])
def test_a_title_is_mere_characters(title: str) -> None:
    shown = title.replace("\n", " ")
    assert parse(Plain(title)) == Document((Paragraph((Characters(shown),)),))
    assert parse(Text(title)) != parse(Plain(title))


def test_a_text_is_parsed_once() -> None:
    assert parse(Text("One *and* two.")) is parse(Line("One *and* two."))


def test_links_of_a_text_get_other_addresses() -> None:
    text = "A [b](faq:a), `[c](faq:a)` and [d]( faq:b ), [e](https://e.org)."
    new = {"faq:a": "faq:long", "faq:b": "faq:x"}
    assert with_addresses(text, lambda address: new.get(address, address)) == (
        "A [b](faq:long), `[c](faq:a)` and [d]( faq:x ), [e](https://e.org)."
    )


def written() -> Iterator[str]:
    """The texts of the small guide, and what chance makes of signs that mean something."""
    yield from (str(leaf.value) for leaf in leaves(load(SMALL).base))
    random = Random(0)
    signs = "aaaaaaaa b.é—“!?-+=#>~|<&:0)\\`*_[]{}\n\t\r\0\u00a0\u3000 "
    for _ in range(4000):
        yield "".join(random.choices(signs, k=random.randint(1, 6)))
    for _ in range(1000):
        lines = ("a" + "".join(random.choices("aa b*_[](){}`\\ ", k=6)) for _ in range(2))
        yield "\n\n".join(lines)


def test_words_and_paragraphs_of_a_line_are_read_as_the_parser_reads_them() -> None:
    of_words, of_paragraphs = 0, 0
    for text in written():
        assert parse(text) == parse_marks(text), repr(text)
        assert parse_title(text) == parse_title_marks(text), repr(text)
        of_words += bool(text_parser._WORDS.fullmatch(text))
        of_paragraphs += bool(text_parser._PARAGRAPHS.fullmatch(text))
    assert min(of_words, of_paragraphs) > 400
