"""What an entry says is found under its own title, folded or not, and nothing else is."""

import json
import re
from pathlib import Path

import pytest

from answertree.build import Built
from answertree.knowledge.addresses import addresses
from answertree.knowledge.size import is_large
from answertree.testing.site.test_content import letters, plain


@pytest.fixture(scope="module")
def index(site: Path) -> dict[str, str]:
    """From the location of each part of a page to its text."""
    docs = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    return {doc["location"]: re.sub("<[^>]*>", " ", doc["text"]) for doc in docs}


def test_an_answer_is_found_under_its_question(index: dict[str, str], built: Built) -> None:
    found = addresses(built.base)
    for name, faq in built.base.faq.items():
        text = letters(plain(index[found[f"faq:{name}"].replace(".md", "/")]))
        rest = () if is_large(built.base) else faq.answer.split("\n\n")
        for line in (faq.short, *rest):
            assert letters(plain(line)) in text, name


def test_no_result_shows_what_stands_around_the_words(index: dict[str, str], built: Built) -> None:
    around = [built.language.label(name) for name in ("parts.edit", "parts.see", "parts.more-on")]
    for location, text in index.items():
        assert not [words for words in around if words in text], location
