"""Markdown in fields: the links in it, and how it is shown."""

import markdown
import pytest
from answertree.knowledge.text import first_sentence, linked, links, plain, unlinked
from bs4 import BeautifulSoup

from tests.unit.checking.test_text_lint import HARMLESS, HOSTILE, TEXTS_ONLY

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "fenced_code"]


def rendered(text: str) -> BeautifulSoup:
    html = markdown.markdown(text, extensions=EXTENSIONS)
    return BeautifulSoup(html, "html.parser")


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


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Wait. Then call.", "Wait."),
        ("Wait until 3 p.m. or so, then call.", "Wait until 3 p.m. or so, then call."),
        ("Wait", "Wait"),
        ("Is it on? See. Go.", "Is it on?"),
        ("Wait **now. Then** call.", "Wait **now. Then** call."),
    ],
)
def test_the_first_sentence_of_a_text_is_whole(text: str, first: str) -> None:
    assert first_sentence(text) == first
