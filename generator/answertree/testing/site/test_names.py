"""Readers meet sources by their titles: the names that files give to points are for the files."""

import json
import re
from pathlib import Path

import pytest

from answertree.build import Built
from answertree.knowledge.base import points
from answertree.testing.html import pages


@pytest.fixture(scope="module")
def ids(built: Built) -> re.Pattern[str]:
    """Every id of a point that cannot be an ordinary word."""
    found = [re.escape(point) for point in points(built.base) if re.search(r"\d", point)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(found) or '(?!)'})(?![\w-])")


def test_no_page_shows_the_id_of_a_point(site: Path, ids: re.Pattern[str]) -> None:
    for page in pages(site):
        assert not ids.findall(page.soup.get_text(" ")), page.address


def test_no_result_of_the_search_shows_one(site: Path, ids: re.Pattern[str]) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    for doc in index["docs"]:
        assert not ids.findall(f"{doc['title']} {doc['text']}"), doc["location"]
