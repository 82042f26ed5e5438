"""Texts come from people nobody checked: what is refused, and what is fine."""

import time

import pytest
from answertree.checking.text_lint import MOST, WORDS, lint, linted
from answertree.knowledge.field_types import MAX_TEXT, Line, Plain, Text
from answertree.knowledge.problems import DataPlace, Problem
from hypothesis import assume, given, settings
from hypothesis import strategies as st

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
    "@someone", "a #tag", "what? yes! no: why; so,", "javascript: is a language",
    "e-mail: a@example.org", "(aside)", "50/50", "a\\\nb",
    "first line\nsecond line", "[words]( faq:x )",
]  # fmt: skip

TEXTS_ONLY = [
    "It is:\n- one",
    "- one\n  - deeper",
    "One.\n\nTwo.",
    "- one\n- two",
    "1. one\n2. two",
    "- one\n    - deeper",
    "12. one",
]


def place(problem: Problem) -> DataPlace:
    assert isinstance(problem.place, DataPlace)
    return problem.place


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", [Line, Text])
def test_what_is_refused(kind: type[str], text: str) -> None:
    assert list(lint(kind(text), SLOTS))
    assert list(lint(kind(f"Some words.\n\n{text}"), SLOTS))


@pytest.mark.parametrize("text", [text for text in HOSTILE if text[0] in "<&{!" or "](" in text])
def test_what_is_refused_is_refused_in_the_midst_of_a_text_too(text: str) -> None:
    assert list(lint(Line(f"Some words, *stress {text} more* words."), SLOTS))


@pytest.mark.parametrize("text", HARMLESS)
@pytest.mark.parametrize("kind", [Line, Text])
def test_what_is_fine(kind: type[str], text: str) -> None:
    assert list(lint(kind(text), SLOTS)) == []


@pytest.mark.parametrize("text", TEXTS_ONLY)
def test_paragraphs_and_lists_are_fine_in_a_text_but_not_in_a_line(text: str) -> None:
    assert list(lint(Text(text), SLOTS)) == []
    assert [fault.code for fault in lint(Line(text), SLOTS)] == ["text-markup"]


PLAIN = [
    "Words.", "1 < 2, and 3 > 2", "I <3 it", "a <b", "Tom & Jerry", "AT&T", "R&D; more", "a <- b",
    "it's", "don't say 'no'", '"quoted"', "a_b_c", "2 * 3 * 4", "*", "f***", "2 ** 3",
    "[brackets]", "[x] done", "(aside)", "a ` b", "{", "100 %", "# 1", "a ~ b",
    "___", "-", "@home", "see [1] (or not)", "日本語", "🫖",
]  # fmt: skip

MARKED = [
    ("How *long*?", "text-markup", "*long*"), ("How _long_?", "text-markup", "_long_"),
    ("How **long**?", "text-markup", "**long**"), ("![a](b.png)", "text-markup", "![a](b.png)"),
    ("[x](javascript:alert(1))", "text-markup", "[x](javascript:alert(1))"),
    ("__long__", "text-markup", "__long__"),
    ("a ~~long~~ one", "text-markup", "~~long~~"), ("a `long` one", "text-markup", "`long`"),
    ("[long](faq:a)?", "text-markup", "[long](faq:a)"), ("a {name}", "unknown-slot", "{name}"),
    ("a {nome}", "unknown-slot", "{nome}"), ("a <b>b</b>", "raw-html", "<b>"),
    ("a<br/>b", "raw-html", "<br/>"), ("<!-- x -->", "raw-html", "<!--"),
    ("a &amp; b", "raw-html", "&amp;"), ("a&#160;b", "raw-html", "&#160;"),
    ("<https://example.org>", "raw-html", "<https://example.org>"),
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_fine_in_a_title(text: str) -> None:
    assert list(lint(Plain(text), SLOTS)) == []


@pytest.mark.parametrize(("text", "code", "snippet"), MARKED)
def test_marks_in_a_title_are_reported(text: str, code: str, snippet: str) -> None:
    (found,) = lint(Plain(text), SLOTS)
    assert (found.code, place(found).snippet) == (code, snippet)


def test_a_title_is_on_one_line() -> None:
    assert [one.code for one in lint(Plain("one\ntwo"), SLOTS)] == ["text-markup"]


MISTAKES = [
    ("It is **not so.", "**"), ("It is ** not ** so.", "** not **"), ("**a** and **b", "**"),
    ("It is ~~not~~ so.", "~~not~~"), ("See [x] (faq:a).", "] (faq:a)"),
    ("See (x)[faq:a].", "(x)[faq:a]"), ("See [x](faq:a.", "](faq:a."), ("So it is[^1].", "[^1]"),
    ("See [x][1].", "][1]"), ("See https://example.org/x.", "https://example.org/x"),
    ("[a](https://b.example), https://b.example", "https://b.example"),
    ("See www.example.org for it.", "www.example.org"), ("See [](faq:a).", "[]("),
    ("`**` and **b", "**"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "snippet"), MISTAKES)
@pytest.mark.parametrize("kind", [Line, Text])
def test_marks_that_would_be_shown_are_reported(kind: type[str], text: str, snippet: str) -> None:
    found = [(one.code, place(one).snippet) for one in lint(kind(text), SLOTS)]
    assert found == [("text-markup", snippet)]


@pytest.mark.parametrize(
    ("text", "snippet"),
    [
        ("- [ ] do this", "[ ]"),
        ("Do:\n\n- [x] this\n- that", "[x]"),
    ],
)
def test_boxes_to_tick_are_reported(text: str, snippet: str) -> None:
    assert [place(one).snippet for one in lint(Text(text), SLOTS)] == [snippet]


@pytest.mark.parametrize(
    ("text", "nth"),
    [("[a](https://b.example), https://b.example", 1), ("**a** and **b", 2), ("`**` and **b", 1)],
)
def test_of_what_stands_several_times_the_fault_is_reported(text: str, nth: int) -> None:
    assert [place(one).nth for one in lint(Line(text), SLOTS)] == [nth]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("One.\n\n# Two", "# Two"),
        ("One.\n\nTwo\n---", "Two"),
        ("One.\n\n> Two", "> Two"),
        ("One.\n\n***", "***"),
        ("One.\n\n    two", "two"),
        ("One.\n\n```\ntwo\n```", "```"),
        ("One.\n\na | b\n--|--\nc | d", "a | b"),
        ("One ![x](https://example.org/x.png)", "![x](https://example.org/x.png)"),
        ("- One\n- # Two", "- # Two"),
        ("- One\n\n    - Two\n\n        > Three", "> Three"),
    ],
)
def test_what_a_text_may_not_hold_is_reported_where_it_starts(text: str, line: str) -> None:
    assert [place(one).snippet for one in lint(Text(text), SLOTS)] == [line]


@settings(derandomize=True, database=None, deadline=None, max_examples=200)
@given(
    st.text("aé7 .,:;!?()|#+=-'\"$%^@~<&/\n", max_size=12), st.sampled_from(["", "www.a.b", "("])
)
def test_in_words_alone_nothing_can_be_wrong(some: str, more: str) -> None:
    text = f"a{some}{more}"
    assume(WORDS.fullmatch(text))
    for kind in (Text, Line, Plain):
        assert not linted(kind, text, frozenset(SLOTS))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{nmae}", "did you mean `{name}`?"),
        ("{Name}", "did you mean `{name}`?"),
        ("{{name}}", "did you mean `{name}`?"),
        ("{ name }", "did you mean `{name}`?"),
        ("{zzz}", "the slots are the files of inputs/: `{name}`"),
        ("{name", "braces are for slots only, such as `{name}`"),
        ("[x](http://example.org)", "write `https://example.org`"),
        ("[x](www.example.org)", "write `https://www.example.org`"),
        ("[x](a@example.org)", "write `mailto:a@example.org`"),
        ("[x](faq: how often)", "did you mean `faq:how-often`?"),
        ("<https://example.org>", "write `[words](https://…)`, or `[words](faq:some-id)`"),
        ("[x]()", "write `[words](https://…)`, or `[words](faq:some-id)`"),
    ],
)
def test_a_hint_says_what_would_be_right(text: str, hint: str) -> None:
    assert [one.hint for one in lint(Line(text), SLOTS)] == [hint]


def test_where_there_are_no_inputs_braces_are_for_nothing() -> None:
    hints = [one.hint for one in lint(Line("{name} and {"), set())]
    assert hints == ["the slots are the files of inputs/: none yet", "braces are for slots only"]


def test_a_text_full_of_html_is_one_fault() -> None:
    text = Text('{nome}: <p class="Mso"><span>Hello</span>&nbsp;</p>')
    assert [(fault.code, place(fault).snippet) for fault in lint(text, SLOTS)] == [
        ("unknown-slot", "{nome}"),
        ("raw-html", "<p"),
    ]


def test_every_address_of_a_text_is_reported() -> None:
    text = Text("[a](http://a.example) [b](faq:x) [c](c.md)")
    assert [place(fault).snippet for fault in lint(text, SLOTS)] == ["http://a.example", "c.md"]


def test_the_place_of_a_fault_is_that_of_what_is_shown_not_of_what_is_hidden() -> None:
    text = Text("One.\n\n- [**b**](https://www.example.org) `**` \\*\\* *a*\n  and **b")
    (fault,) = lint(text, SLOTS)
    assert (place(fault).snippet, place(fault).nth) == ("**", text.count("**") - 1)


def test_a_text_full_of_faults_has_only_the_first_of_them() -> None:
    assert len(list(lint(Text("{a} " * 500), SLOTS))) == MOST


@pytest.mark.parametrize(
    "unit",
    ["[", "![", "<![CDATA[", "*", "_", "`", "- ", "> ", "&#", "[](", "[a][", "![[", "{", "{a}",
     "**a", "*a _b ", "`a``b", "\\[", "1. a\n", "- a\n    - b\n", "a\n", "|-\n", "[a]: b\n",
     "www.", "](a(b)", "(a)[faq:b", "~~a", "#", "<b", "[^a", "(", "\n- "],
)  # fmt: skip
@pytest.mark.parametrize("kind", [Text, Plain])
def test_eight_times_as_many_marks_take_about_eight_times_as_long(
    kind: type[str], unit: str
) -> None:
    def seconds(length: int) -> float:
        text = kind((unit * MAX_TEXT)[:length])
        begun = time.process_time()
        list(lint(text, SLOTS))
        return time.process_time() - begun

    # A quadratic check takes 64 times as long. What the machine does beside it changes the ratio,
    # but not five times in a row; a text of another length was not checked before.
    ratios = (seconds(MAX_TEXT - n) / seconds(MAX_TEXT // 8 - n) for n in range(5))
    assert any(ratio < 16 for ratio in ratios)


def test_html_and_entities_are_told_apart() -> None:
    (tag,) = lint(Text("Some <b>words"), SLOTS)
    assert tag.message.startswith("raw HTML is not allowed")
    (entity,) = lint(Text("Some &amp; words"), SLOTS)
    assert entity.message.startswith("an HTML entity is not allowed")
