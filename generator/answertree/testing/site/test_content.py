"""Everything that the YAML says is on a page."""

import copy
import re
from pathlib import Path

import pytest
from bs4 import Tag

from answertree.build import Built
from answertree.knowledge.addresses import addresses
from answertree.testing.content import read_yaml
from answertree.testing.html import HtmlPage, pages


def plain(text: str) -> str:
    """A text without Markdown, links, slots and line breaks, for comparison."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^[-*] ", "", text, flags=re.MULTILINE)
    return " ".join(re.sub(r"[*_`]|\{[^}]*\}", " ", text).split())


def words(tag: Tag) -> str:
    """What a reader sees of a part of a page, without what fills the slots."""
    shown = copy.copy(tag)
    for slot in shown.select(".slot"):
        slot.replace_with(" ")
    return shown.get_text(" ")


# What readers do not see of a file: names, and what the device reckons with.
HIDDEN = {"because", "see", "go", "next", "start", "script", "formerly", "topic", "order",
          "timetable", "shows", "pages", "needed-in-tree", "mark", "minutes", "own",
          "longest-way", "menu", "description", "language", "require-because",
          "words-for-search", "verdict", "live", "last", "after-days", "unlisted", "list-first",
          "type", "dial", "notes", "rehearse", "hear", "when", "sets", "remind"}  # fmt: skip
HIDDEN_IN = {"inputs": {"from", "to"}, "reminders": {"after", "days"}, "timetables": {"weekday"}}


def texts(value: object, hidden: set[str]) -> list[str]:
    """Every text that readers see in the data of a file."""
    if isinstance(value, dict):
        return [text for name, item in value.items() if name not in hidden
                for text in texts(item, hidden)]  # fmt: skip
    if isinstance(value, list):
        return [text for item in value for text in texts(item, hidden)]
    return [str(value)]


def shown_files(content: Path) -> list[Path]:
    """Every file, but for timetables that only reminders go by."""
    sections = [read_yaml(file).get("sections", {}) for file in (content / "pages").glob("*.yml")]
    shown = {part.get("timetable") for each in sections for part in each.values()}
    return [
        file
        for file in sorted(content.rglob("*.yml"))
        if file.parent.name != "timetables" or file.stem in shown
    ]


@pytest.fixture(scope="module")
def everything(site: Path) -> str:
    return letters(" ".join(words(page.content) for page in pages(site)))


def letters(text: str) -> str:
    """Only letters and digits: spacing around links and slots does not matter."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def test_every_text_of_every_file_is_on_a_page(everything: str, content: Path) -> None:
    lines = [
        (file.relative_to(content).as_posix(), line)
        for file in shown_files(content)
        for text in texts(read_yaml(file), HIDDEN | HIDDEN_IN.get(file.parent.name, set()))
        for line in text.split("\n\n")
    ]
    missing = [f"{name}: {line}" for name, line in lines if letters(plain(line)) not in everything]
    assert not missing, "\n".join(missing)


def test_every_question_stands_above_its_answer(site: Path, content: Path, built: Built) -> None:
    found = addresses(built.base)
    for file in sorted((content / "faq").glob("*.yml")):
        data = read_yaml(file)
        heading = HtmlPage(site, found[f"faq:{file.stem}"].partition(".md")[0] + "/").soup.find(
            id=file.stem
        )
        assert isinstance(heading, Tag), file.name
        assert letters(words(heading)) == letters(data["ask"]), file.name
        short = heading.find_next_sibling(class_="short")
        assert isinstance(short, Tag), file.name
        assert letters(words(short)) == letters(plain(data["short"])), file.name
