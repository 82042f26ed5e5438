"""Texts come from people nobody checked: what is refused, what is fine, and how it is shown."""

import markdown
import pytest
from bs4 import BeautifulSoup

from generator.text import faults, linked, links, plain, unlinked
from generator.words import Line, Plain, Text

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "fenced_code"]
SLOTS = {"name"}

HOSTILE = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example></SCRIPT>", "<img src=x onerror=go()>",
    "<svg/onload=alert(1)>", "<svg><animate onbegin=alert(1)>", "</section>", "<div\nonclick=go()>",
    "<a href=javascript:alert(1)>x</a>", "<!-- a comment -->", "<!DOCTYPE html>", "<?php x ?>",
    "<![CDATA[ x ]]>", "<b>bold</b>", "<br>", "<x-evil>", "text <i", "`<b>`",
    "<https://example.org>", "<a@example.org>", "<javascript:alert(1)>",
    "&lt;script&gt;", "&#60;b&#62;", "&#x3c;b", "&#x3C;b&#x3e;", "&nbsp;", "&amp;",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](javascript&#58;alert(1))",
    "[x](&#106;avascript:alert(1))", "[x](&#106avascript:alert(1))", "[x](java\tscript:alert(1))",
    "[x]( javascript:alert(1))", "[x](\x01javascript:alert(1))", "[x](vbscript:x)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](blob:x)", "[x](file:///etc/passwd)",
    "[x](http://example.org)", "[x](//example.org)", "[x](/path)", "[x](page.md)", "[x](#top)",
    "[x]()", "[x](ftp://example.org)", "[x](https:example.org)", "[x](https://)",
    '[x](https://example.org/"onclick="alert(1))', "[x](https://example.org/'x)",
    "[x](https://example.org/\\x)", "[x](https://example.org/{name})",
    "[x](faq:a \"title\")", "[x](https://example.org 'title')", "[x](faq:A)", "[x](faq:a.b.c)",
    "[x][y]\n\n[y]: javascript:alert(1)", "[x]: https://example.org", "[x]: <javascript:alert(1)>",
    "![x](https://example.org/x.png)", "![x](javascript:alert(1))", "![x](faq:a)",
    "text {: onclick=alert(1) }", "text {.class}", "# x {: #id }", "text {#id}", "{", "}", "{}",
    "{nome}", "{{ 7*7 }}", "{% include 'x' %}", "{name}{: .x }", "{a{name}b}",
    "# heading", "heading\n===", "heading\n---", "***", "    code", "```\ncode\n```",
    "~~~ python\ncode\n~~~", "> quotation", "a | b\n--|--\nc | d", "- item\n\n        code",
]  # fmt: skip

HARMLESS = [
    "Words.", "1 < 2, and 3 > 2", "Tom & Jerry", "AT&T", "a <- b", "5 <6", "*stress* and **more**",
    "***both***", "`code`", "[words](faq:some-id)", "[words](scenario:a.b)", "[words](point:k-1)",
    "[words](https://example.org/a?b=c&d=e#f)", "[words](mailto:a@example.org)",
    "[words](tel:+1234)", "Say {name}.", "**{name}**", "[{name}](page:x)", "it's", '"quoted"',
    "“Quotes” – and dashes …", "a_b_c", "2 * 3 * 4", "100 %", "[brackets]", "[x] done", "a | b",
    "$5", "5€", "C:\\path", "\\*not stress\\*", "a ~ b", "x^2", "日本語", "🫖", "emoji :smile:",
    "@someone", "a #tag", "what? yes! no: why; so,", "https://example.org",
    "javascript: is a language", "e-mail: a@example.org", "(aside)", "50/50", "a\\\nb",
    "first line\nsecond line", "[words]( faq:x )",
]  # fmt: skip

TEXTS_ONLY = ["One.\n\nTwo.", "- one\n- two", "1. one\n2. two", "- one\n    - deeper", "12. one"]


def rendered(text: str) -> BeautifulSoup:
    html = markdown.markdown(text, extensions=EXTENSIONS)
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", [Line, Text])
def test_what_is_refused(kind: type[str], text: str) -> None:
    assert list(faults(kind(text), SLOTS))
    assert list(faults(kind(f"Some words.\n\n{text}"), SLOTS))


@pytest.mark.parametrize("text", [text for text in HOSTILE if text[0] in "<&{!" or "](" in text])
def test_what_is_refused_is_refused_in_the_midst_of_a_text_too(text: str) -> None:
    assert list(faults(Line(f"Some words, *stress {text} more* words."), SLOTS))


@pytest.mark.parametrize("text", HARMLESS)
@pytest.mark.parametrize("kind", [Line, Text])
def test_what_is_fine(kind: type[str], text: str) -> None:
    assert list(faults(kind(text), SLOTS)) == []


@pytest.mark.parametrize("text", TEXTS_ONLY)
def test_paragraphs_and_lists_are_fine_in_a_text_but_not_in_a_line(text: str) -> None:
    assert list(faults(Text(text), SLOTS)) == []
    assert [fault.code for fault in faults(Line(text), SLOTS)] == ["text-markup"]


@pytest.mark.parametrize("text", [*HOSTILE, *HARMLESS])
def test_anything_is_fine_in_a_title_as_long_as_it_is_on_one_line(text: str) -> None:
    assert bool(list(faults(Plain(text), SLOTS))) == ("\n" in text)


def test_every_fault_of_a_text_is_told_with_what_is_wrong() -> None:
    text = Text("<b> and {nome}\n\n<i>")
    assert [(fault.code, fault.snippet) for fault in faults(text, SLOTS)] == [
        ("unknown-slot", "{nome}"),
        ("raw-html", "<b>"),
        ("raw-html", "<i>"),
    ]


def test_every_address_of_a_text_is_told() -> None:
    text = Text("[a](http://a.example) [b](faq:x) [c](c.md)")
    assert [fault.snippet for fault in faults(text, SLOTS)] == ["http://a.example", "c.md"]


@pytest.mark.parametrize("text", [*HOSTILE, *HARMLESS, *TEXTS_ONLY, "-", "+ a", "1) a", "a  b"])
@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("# ", " {: #id }"), ("- ", "\n  {: .mark }"), ("(", ")")]
)
def test_a_title_is_shown_as_it_is_wherever_it_stands(before: str, after: str, text: str) -> None:
    shown = rendered(before + plain(text) + after)
    assert not shown.find_all(["script", "img", "a", "em", "strong", "code", "svg", "b", "i"])
    words = f"({text.strip()})" if before == "(" else text
    assert shown.get_text().split() == words.split()


def test_links_are_found_as_they_are_written() -> None:
    assert links("[a](faq:x), [b](https://example.org/) and [c]( point:k )") == [
        "faq:x",
        "https://example.org/",
        "point:k",
    ]
    assert links("no [links] (faq:here)") == []


@pytest.mark.parametrize(
    "text", ["`[x](faq:a)`", "\\[x](faq:a)", "x](faq:a)", "[x]( faq:a )", "[[x](faq:a)](faq:b)"]
)
def test_whatever_is_taken_for_a_link_when_shown_is_found_when_checked(text: str) -> None:
    asked: list[str] = []

    def address(link: str) -> str:
        asked.append(link)
        return "a.md"

    linked(text, address)
    assert asked
    assert set(asked) <= set(links(text))


def test_links_by_id_become_addresses_and_others_stay() -> None:
    text = "[a](faq:x) and [b](https://example.org/)"
    assert linked(text, lambda link: f"page.md#{link[4:]}") == (
        "[a](page.md#x) and [b](https://example.org/)"
    )


def test_without_its_links_a_text_keeps_their_words() -> None:
    assert unlinked("Use [a *dry* cloth](faq:x), or [two](https://example.org)") == (
        "Use a *dry* cloth, or two"
    )


@pytest.mark.parametrize(
    "text",
    [
        "[<](faq:a)img src=x onerror=alert(1)>",
        "[<](faq:a)script>alert(1)[<](faq:a)/script>",
        "[<](faq:a)!-- x",
        "\\[x\\](javascript:alert(1))",
        "\\[x](javascript:alert(1))",
        "\\\\[`x](javascript:alert(1))`",
        "`[`](faq:a)x](javascript:alert(1))",
        "[a [b] c](faq:x)",
        "a ] b [ c",
    ],
)
def test_without_its_links_a_text_that_was_fine_is_fine_inside_another_link(text: str) -> None:
    shown = rendered(f"[{unlinked(text)}](page.md)")
    assert [link["href"] for link in shown.find_all("a")] == ["page.md"]
    assert not shown.find_all(["img", "script"])
    assert "javascript:" not in str(shown.a and shown.a.attrs)
