"""The search index of a large guide: short texts alone, and all else as it was."""

import json

import pytest
from answertree.publishing.search_size import short_texts, trimmed
from answertree.reading.load import load

from tests.unit.content import SMALL

BASE = load(SMALL).base


def test_the_short_text_of_each_entry_by_its_location() -> None:
    found = short_texts(BASE)
    assert set(found) == {
        *(f"answers/#{name}" for name in BASE.faq),
        *(f"rules/#{name}" for name in BASE.rules),
        *(f"words/#{name}" for name in BASE.scripts),
    }
    assert found["answers/#scale"].startswith("<p>")
    assert "](" not in "".join(found.values())


@pytest.mark.parametrize("key", ["docs", "items"])
def test_only_what_is_listed_is_cut(key: str) -> None:
    entries = [
        {"location": "a/#b", "title": "B", "text": "<p>Short.</p><p>Long.</p>", "words": "w"},
        {"location": "a/", "title": "A", "text": "<p>Whole.</p>"},
    ]
    data = json.loads(
        trimmed(json.dumps({"config": 1, key: entries}), key, {"a/#b": "<p>Short.</p>"})
    )
    assert data["config"] == 1
    assert data[key] == [entries[0] | {"text": "<p>Short.</p>"}, entries[1]]


@pytest.mark.parametrize("index", ["[]", "{}", '{"docs": [1]}', "no JSON"])
def test_what_is_no_index_is_refused(index: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        trimmed(index, "docs", {})
