"""The words that people search for stand in the index of the search, and nowhere else."""

import json
from pathlib import Path

import pytest
from answertree.build import build
from answertree.publishing.search_words import FIELD, with_words, words_by_location

from tests.unit.content import copied

INDEX = {"config": {"fields": {"title": {"boost": 1000.0}}}, "docs": [
    {"location": "answers/#scale", "title": "Scale", "text": "Hard water"},
    {"location": "answers/#socket", "title": "Socket", "text": "A lamp"},
]}  # fmt: skip
CHANGE = {
    "faq/scale.yml": {"append": "words-for-search: [chalk, white stuff]"},
    "pages/words.yml": {"append": "words-for-search: [letter]"},
    "pages/rules.yml": {"append": "    words-for-search: [Sunday]"},
    "rules/unplug-first.yml": {"append": "words-for-search: [cord]"},
    "scripts/letter.yml": {"append": "words-for-search: [email]"},
}


def test_everything_that_has_words_is_found_by_its_location(tmp_path: Path) -> None:
    base = build(copied(tmp_path, CHANGE)).base
    assert words_by_location(base) == {
        "answers/#scale": "chalk, white stuff",
        "words/": "letter",
        "rules/#shop-hours": "Sunday",
        "rules/#unplug-first": "cord",
        "words/#letter": "email",
    }


def test_words_outweigh_titles_and_stand_with_what_they_mean_alone() -> None:
    found = json.loads(with_words(json.dumps(INDEX), {"answers/#scale": "chalk"}))
    fields = found["config"]["fields"]
    assert fields[FIELD]["boost"] > fields["title"]["boost"]
    assert [doc.get(FIELD) for doc in found["docs"]] == ["chalk", None]


def test_adding_them_again_changes_nothing() -> None:
    once = with_words(json.dumps(INDEX), {"answers/#scale": "chalk"})
    assert with_words(once, {"answers/#scale": "chalk"}) == once


@pytest.mark.parametrize("index", ["nothing", "[]", "{}", '{"config": {}}', '{"config": 1}'])
def test_an_index_of_another_kind_is_refused(index: str) -> None:
    with pytest.raises(ValueError, match=r"not a search index|Expecting value"):
        with_words(index, {})
