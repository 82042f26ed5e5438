"""A guide whose lists are too long for a page, once the bounds of that are low enough."""

import shutil
from pathlib import Path

import pytest
from answertree.knowledge import paging, size
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.browser.small import write_settings
from tests.conftest import EDIT_URI, write_yaml
from tests.unit.content import SMALL

COUNT = 8  # of each kind
HEAVIEST = 160  # bytes: a question, a rule, or four texts to say
SITE_URL = "https://guide.example/guide/"


def lower_bounds(monkeypatch: pytest.MonkeyPatch, large: bool = True) -> None:
    """Let few entries be a long list, and little text a `large` guide."""
    monkeypatch.setattr(paging, "HEAVIEST", HEAVIEST)
    if large:
        monkeypatch.setattr(size, "LARGE", HEAVIEST)


def long_site(folder: Path, language: str = "en", large: bool = True) -> Path:
    """Build it in a folder, with its lists on several pages."""
    settings = write_settings(folder, write_long_guide(folder), language)
    with pytest.MonkeyPatch.context() as monkeypatch:
        lower_bounds(monkeypatch, large)
        monkeypatch.setenv("SITE_URL", SITE_URL)
        monkeypatch.setenv("EDIT_URI", EDIT_URI)
        site = folder / "site"
        config = load_config(str(settings), site_dir=str(site), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    return site


def write_long_guide(folder: Path) -> Path:
    """Write the small content of the unit tests, and more of each kind: gives its folder.

    There are two topics, one of which has several pages.
    """
    content = folder / "content"
    shutil.copytree(SMALL, content)
    points = {f"long-{number}": f"In the book, part {number} turns." for number in range(COUNT)}
    book = {"title": "A long book", "points": points, "formerly": ["tome"]}
    write_yaml(content / "sources" / "book.yml", book)
    for number in range(COUNT):
        because = [f"long-{number}", "k-1"]
        question = {
            "ask": f"What about part {number}?",
            "topic": "power" if number % 4 else "water",
            "short": f"Part {number} [is like another](faq:question-{(number + 1) % COUNT}).",
            "answer": f"Part {number} has a tail that nobody else has: tail{number}.",
            "because": because,
            "see": [f"rule:rule-{number}", "scenario:kettle.descale"],
            "words-for-search": [f"particle {number}"],
            "formerly": [f"old-question-{number}"],
        }
        rule = {
            "do" if number % 3 else "dont": f"Turn part {number} over",
            "reason": f"Part {number} is round.",
            "because": because,
        }
        script = {"title": f"Ask for part {number}", "say": f"I am {{name}}. Is {number} there?"}
        write_yaml(content / "faq" / f"question-{number}.yml", question)
        write_yaml(content / "rules" / f"rule-{number}.yml", rule)
        write_yaml(content / "scripts" / f"script-{number}.yml", script)
    return content
