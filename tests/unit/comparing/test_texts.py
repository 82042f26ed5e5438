"""How a text changed, sentence by sentence, and that it stays nothing but text."""

import markdown
import pytest
from answertree.comparing.texts import LONG, block, changed_text, escaped, item, text_lines
from answertree.knowledge.field_types import Plain


def named(address: str) -> str:
    return {"faq:a": "What is A?", "faq:b": "What is B?"}.get(address, address)


@pytest.mark.parametrize(
    ("was", "now", "lines"),
    [
        ("One. Two. Three.", "One. 2. Three.", ["- “2.” now, “Two.” before"]),
        ("One. Two.", "One. And a half. Two.", ["- new: And a half."]),
        ("One. Two.", "One.", ["- gone: Two."]),
        ("One.\n\nTwo.", "One. Two.", ["- the same words, set out differently"]),
        ("An *old* one.", "An old one.", ["- the same words, set out differently"]),
        ("- One\n- Two", "- One\n- Three", ["- “Three” now, “Two” before"]),
        (
            "See [this](faq:a).",
            "See [this](faq:b).",
            ["- “this” links to “What is B?” now, not to “What is A?”"],
        ),
        ("See this.", "See [this](faq:a).", ["- “this” links to “What is A?”"]),
        ("See [this](faq:a).", "See this.", ["- “this” is no longer a link"]),
        (
            "See [this](faq:a).",
            "Do see [this](faq:b).",
            [
                "- “Do see this.” now, “See this.” before",
                "- “this” links to “What is B?” now, not to “What is A?”",
            ],
        ),
    ],
)
def test_a_text(was: str, now: str, lines: list[str]) -> None:
    assert changed_text(was, now, named) == lines


def test_of_a_long_sentence_the_part_that_differs_is_escaped() -> None:
    start = " ".join(["word"] * 200)
    before, now = changed_text(f"{start} early.", f"{start} late.", named)
    assert before == "- before: … word word word word word word early."
    assert now == "- now: … word word word word word word late."


def test_a_long_text_is_cut_off_between_words() -> None:
    (line,) = changed_text("One.", f"One. {' '.join(['word'] * 200)}", named)
    assert line.endswith("word …")
    assert len(line) <= LONG + len("- new: ")


def test_sentences_that_fit_on_no_line_are_on_two() -> None:
    early, late = (f"Try it again {'and again ' * 6}{when}." for when in ("early", "late"))
    assert changed_text(early, late, named) == [f"- before: {early}", f"- now: {late}"]


def test_a_whole_text_is_a_line_for_each_paragraph_and_link() -> None:
    assert text_lines("One.\nTwo.\n\n- See [this](faq:a).\n- *Four*", named) == [
        "- One. Two.",
        "- See this.",
        "- Four",
        "- “this” links to “What is A?”",
    ]


def test_a_title_holds_no_markdown() -> None:
    assert text_lines(Plain("1. of 2 < 3"), named) == ["- 1\\. of 2 &lt; 3"]


def test_a_block_has_lines_or_is_not_there() -> None:
    assert block("What", []) == item("What", []) == []
    assert block("What", ["- new: X"]) == ["- What", "    - new: X"]
    assert item("What", ["- new: X"]) == ["- What: new: X"]
    assert item("What", ["- X", "- Y"]) == ["- What", "    - X", "    - Y"]


@pytest.mark.parametrize(
    "words",
    [
        "*a* _b_ `c` ~~d~~", "<b>x</b> &lt; <!-- y", "[a](b) ![c](d) [e]", "a\\b | c", "1 < 2 & 3",
        "1. a", "- a", "# a", "---", "+ a", "2) a", "> a",
    ],
)  # fmt: skip
def test_words_are_shown_as_they_are(words: str) -> None:
    page = markdown.markdown(f"- {escaped(words)}", output_format="html")
    inside = page.removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>")
    assert "<" not in inside
    assert not set("<>") & set(escaped(words))


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
    assert apart not in escaped(words)
    assert escaped(words).replace("\u2060", "") == words


@pytest.mark.parametrize("words", ["17:30", "Why? No. 5 (of 6)!", "don’t - ever", "{name}"])
def test_most_words_need_nothing(words: str) -> None:
    assert escaped(words) == words
    assert escaped(f" {words}\n{words} ") == f"{words} {words}"
