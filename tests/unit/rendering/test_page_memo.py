"""Pages that are kept while somebody edits are those that would be rendered again as they were."""

from pathlib import Path
from typing import Any

import pytest
from answertree.knowledge.problems import DataPath
from answertree.reading.language import load_language
from answertree.reading.load import load
from answertree.rendering.environment import Edit, template_environments
from answertree.rendering.page_memo import PageMemo
from answertree.rendering.pages import MarkdownPage, render
from jinja2 import FileSystemBytecodeCache, UndefinedError

from tests.long_guide import lower_bounds, write_long_guide
from tests.unit.content import apply

# From what somebody edits, one thing after the other, to a page that shows it, if all do not, and
# to one that does not.
EDITS: dict[str, tuple[str, Any, str, str]] = {
    "an answer": (
        "faq/question-3.yml",
        {"replace": "tail3", "with": "tail-three"},
        "answers--power--4",
        "answers--water",
    ),
    "a title that others link": (
        "faq/socket.yml",
        {"replace": "ask: How do I test a socket?", "with": "ask: How do I try a socket?"},
        "rules--do",
        "words---1",
    ),
    "an old anchor": (
        "faq/question-4.yml",
        {"replace": "old-question-4", "with": "older-question-4"},
        "answers--water--2",
        "rules--do",
    ),
    "a new reference": (
        "rules/rule-2.yml",
        {"replace": '"because"', "with": '"see": ["faq:scale"], "because"'},
        "rules--do--3",
        "answers--water",
    ),
    "a link in a text": (
        "rules/rule-4.yml",
        {"replace": "Part 4 is round.", "with": "Part 4 is [round](faq:question-4)."},
        "rules--do--4",
        "answers--water",
    ),
    "a point": (
        "sources/book.yml",
        {"replace": "In the book, part 3 turns.", "with": "It does not turn."},
        "rules--dont--3",
        "words---1",
    ),
    "the title of a source": (
        "sources/book.yml",
        {"replace": "A long book", "with": "A short book"},
        "answers--power--2",
        "words---1",
    ),
    "who cites a point": (
        "faq/question-5.yml",
        {"replace": "k-1", "with": "k-2"},
        "answers--power--5",
        "words---1",
    ),
    "an order": (
        "scripts/script-7.yml",
        {"replace": '"title"', "with": '"order": 1, "title"'},
        "words---1",
        "answers--power",
    ),
    "another topic": (
        "faq/question-4.yml",
        {"replace": '"water"', "with": '"power"'},
        "answers--water",
        "words---1",
    ),
    "a new entry": (
        "faq/again.yml",
        "ask: Again?\ntopic: water\nshort: Once more.\nanswer: Yes.\nbecause: [long-2]\n",
        "answers--water",
        "words---1",
    ),
    "an entry less": ("faq/again.yml", None, "answers--water", "words---1"),
    "the name of a topic": (
        "guide.yml",
        {"replace": "  water: Water", "with": "  water: Rain"},
        "answers--water",
        "",
    ),
    "the order of topics": (
        "guide.yml",
        {"replace": "  power: Power\n  water: Rain", "with": "  water: Rain\n  power: Power"},
        "answers--power",
        "",
    ),
    "what readers fill in": (
        "inputs/name.yml",
        {"replace": "your name", "with": "your own name"},
        "words---1",
        "",
    ),
    "words that are written": (
        "scenarios/shop.yml",
        {"replace": "script: letter", "with": "script: letter\n    verdict: write"},
        "words---1",
        "",
    ),
    "other words that are written": (
        "scenarios/shop.yml",
        {"replace": "script: letter", "with": "script: script-6"},
        "words---2",
        "",
    ),
    "a step that others link": (
        "scenarios/kettle.yml",
        {"replace": "advise: Descale it", "with": "advise: Take the scale away"},
        "answers--power--2",
        "words---1",
    ),
}


@pytest.fixture(autouse=True)
def _low_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    lower_bounds(monkeypatch)


ENGLISH, GERMAN = load_language("en"), load_language("de")


def edit(kind: str, name: str, path: DataPath) -> Edit:
    return Edit(f"{kind}/{name}", f"{kind}/{name}#{path}", 1)


def elsewhere(kind: str, name: str, path: DataPath) -> Edit:
    return Edit("x", "y", 1)


def test_after_any_edit_the_pages_are_those_of_a_first_build(tmp_path: Path) -> None:
    content = write_long_guide(tmp_path)
    compiled = FileSystemBytecodeCache(str(tmp_path))

    def rendered(memo: PageMemo[MarkdownPage]) -> dict[str, MarkdownPage]:
        pages = render(load(content).base, ENGLISH, edit, compiled, memo)
        return {page.path.removesuffix(".md"): page for page in pages}

    memo: PageMemo[MarkdownPage] = PageMemo()
    last = rendered(memo)
    for what, (file, change, shows, does_not) in EDITS.items():
        apply(content / file, change)
        now = rendered(memo)
        assert now == rendered(PageMemo()), what
        if shows:
            assert now[shows] != last[shows], what
        if does_not:
            assert now[does_not] is last[does_not], what
        last = now


def test_other_labels_and_another_place_to_edit_are_shown(tmp_path: Path) -> None:
    base = load(write_long_guide(tmp_path)).base
    memo: PageMemo[MarkdownPage] = PageMemo()
    for language, place in ((ENGLISH, edit), (GERMAN, edit), (GERMAN, elsewhere)):
        assert render(base, language, place, memo=memo) == render(base, language, place)


def test_the_lists_cannot_reach_what_is_not_noted(tmp_path: Path) -> None:
    base = load(write_long_guide(tmp_path)).base
    memo: PageMemo[MarkdownPage] = PageMemo()
    lists = template_environments(base, load_language("en"), lambda *_: None, None, memo).lists
    for reached in ("base", "graph", "scenarios"):
        with pytest.raises(UndefinedError):
            lists.from_string(f"{{{{ {reached}.entries }}}}").render()


def test_a_page_is_made_again_when_what_it_was_given_or_told_changes() -> None:
    memo: PageMemo[str] = PageMemo()
    words = {"a": "one", "b": "two"}
    made: list[str] = []

    def page(given: str) -> str:
        asked = memo.noting({"word": words.__getitem__})

        def make() -> str:
            made.append(given)
            return f"{given} {asked['word']('a')}"

        return memo.page("page", given, make)

    assert [page("x"), page("x")] == ["x one", "x one"]
    assert made == ["x"]
    words["b"] = "three"
    assert page("x") == "x one"
    assert made == ["x"], "it did not ask for that"
    words["a"] = "four"
    assert page("x") == "x four"
    assert page("y") == "y four"
    assert made == ["x", "x", "y"]
