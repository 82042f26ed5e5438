"""How a text changed, sentence by sentence, and that it is shown as nothing but text."""

import markdown
import pytest
from answertree.comparing.texts import (
    LONG,
    block,
    changed_lines,
    changed_text,
    changed_value,
    shown,
)


def named(address: str) -> str:
    return {"faq:a": "What is A?", "faq:b": "What is B?"}.get(address, address)


@pytest.mark.parametrize(
    ("was", "now", "lines"),
    [
        ("One. Two.", "One. Two.", []),
        ("One. Two. Three.", "One. 2. Three.", ["- before: Two.", "- now: 2."]),
        ("One. Two.", "One. And a half. Two.", ["- new: And a half."]),
        ("One. Two.", "One.", ["- gone: Two."]),
        (None, "One.", ["- new: One."]),
        ("One.", None, ["- gone: One."]),
        ("One.\n\nTwo.", "One. Two.", ["- the same words, set out differently"]),
        ("An *old* one.", "An old one.", ["- the same words, set out differently"]),
        ("- One\n- Two", "- One\n- Three", ["- before: Two", "- now: Three"]),
        (
            "See [this](faq:a).",
            "See [this](faq:b).",
            ["- “this” links to “What is B?” now, not to “What is A?”"],
        ),
        ("See this.", "See [this](faq:a).", ["- “this” links to “What is A?”"]),
        ("See [this](faq:a).", "See this.", ["- “this” is no link any more"]),
        (
            "See [this](faq:a).",
            "Do see [this](faq:b).",
            [
                "- before: See this.",
                "- now: Do see this.",
                "- “this” links to “What is B?” now, not to “What is A?”",
            ],
        ),
    ],
)
def test_a_text(was: str | None, now: str | None, lines: list[str]) -> None:
    assert changed_text(was, now, named) == lines


def test_of_a_long_sentence_the_part_that_differs_is_shown() -> None:
    start = " ".join(["word"] * 200)
    before, now = changed_text(f"{start} early.", f"{start} late.", named)
    assert before == "- before: … word word word word word word early."
    assert now.endswith("late.")


def test_a_long_text_is_cut_off_between_words() -> None:
    (line,) = changed_text(None, " ".join(["word"] * 200), named)
    assert line.endswith("word …")
    assert len(line) <= LONG + len("- new: ")


@pytest.mark.parametrize(
    ("was", "now", "lines"),
    [
        (["A", "B"], ["B", "A"], ["- in another order now"]),
        (["A", "B"], ["A", "B", "C"], ["- new: C"]),
        (["A", "B", "B"], ["A", "B"], ["- gone: B"]),
        (["A", "B", "C"], ["C", "A"], ["- gone: B", "- in another order now"]),
        (
            ["Say your name twice", "Wait"],
            ["Wait", "Say your name slowly"],
            ["- before: Say your name twice", "- now: Say your name slowly"],
        ),
    ],
)
def test_a_list_of_lines(was: list[str], now: list[str], lines: list[str]) -> None:
    assert changed_lines(was, now, named) == lines


def test_a_block_has_lines_or_is_not_there() -> None:
    assert block("What", []) == []
    assert block("What", ["- new: X"]) == ["- What", "    - new: X"]
    assert block("What", ["- in another order now"]) == ["- What: in another order now"]


def test_a_value() -> None:
    assert changed_value("The mark", "good", "avoid") == ["- The mark: avoid now, good before"]
    assert changed_value("The mark", "good", "good") == []


@pytest.mark.parametrize(
    "words",
    ["*a* _b_ `c` ~~d~~", "<b>x</b> &lt; <!-- y", "[a](b) ![c](d) [e]", "a\\b | c", "1 < 2 & 3"],
)
def test_words_are_shown_as_they_are(words: str) -> None:
    page = markdown.markdown(f"- {shown(words)}", output_format="html")
    inside = page.removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>")
    assert "<" not in inside
    assert not set("<>") & set(shown(words))


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("@you", "@you"),
        ("see #12", "#12"),
        ("me/it#3", "#3"),
        ("https://evil.test", "://"),
        ("www.evil.test", "www."),
        ("a :smile: b", ":smile:"),
    ],
)
def test_github_makes_nothing_of_words(words: str, apart: str) -> None:
    assert apart not in shown(words)
    assert shown(words).replace("\u2060", "") == words


@pytest.mark.parametrize("words", ["17:30", "Why? No. 5 (of 6)!", "don’t - ever", "{name}"])
def test_most_words_need_nothing(words: str) -> None:
    assert shown(words) == words
    assert shown(f" {words}\n{words} ") == f"{words} {words}"
