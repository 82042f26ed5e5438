"""What the overrides are given of a guide, and which of their files a site has."""

from pathlib import Path

import pytest
from answertree.knowledge import paging
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Plain
from answertree.publishing.theme import extra, files, filled, names
from answertree.reading.language import load_language
from answertree.reading.load import load

from tests.unit.content import SMALL

BASE = load(SMALL).base
ENGLISH = load_language("en")


def titled(**words: str | None) -> KnowledgeBase:
    update = {name: text and Plain(text) for name, text in words.items()}
    return KnowledgeBase(BASE.guide.model_copy(update=update), BASE.entries)


def test_names_are_escaped_once() -> None:
    found = names(titled(title="Kettles & <b>", description='"Tea"'))
    assert found == {"site_name": "Kettles &amp; &lt;b&gt;", "site_description": "&#34;Tea&#34;"}


def test_the_short_title_is_the_title_where_there_is_none() -> None:
    found = [titled(short_title="A & B", title="C"), titled(short_title=None, title="C & D")]
    said = [extra(base, ENGLISH, True, "")["short_title"] for base in found]
    assert said == ["A &amp; B", "C &amp; D"]


def test_the_templates_find_all_that_they_ask_for() -> None:
    found = extra(BASE, ENGLISH, True, "feed.xml")
    assert set(found) == {
        "short_title", "details", "direction", "labels", "groups", "offline", "large",
        "long_lists", "feed",
    }  # fmt: skip
    assert (found["details"], found["offline"], found["large"]) == (True, True, False)
    assert (found["direction"], found["feed"]) == ("ltr", "feed.xml")
    without = extra(BASE.with_entries(inputs={}), load_language("en"), False, "")
    assert (without["details"], without["offline"], without["feed"]) == (False, False, "")


def test_labels_are_found_by_their_names_and_by_their_groups() -> None:
    found = extra(BASE, ENGLISH, True, "")
    labels, groups = found["labels"], found["groups"]
    assert isinstance(labels, dict)
    assert isinstance(groups, dict)
    assert labels["parts.do"] == "Do"
    assert groups["parts"]["do"] == "Do"
    assert {f"{group}.{key}": each for group in groups for key, each in groups[group].items()} == (
        labels
    )
    assert {type(each) for each in labels.values()} == {str, dict}  # which a template can write


def test_the_pages_of_long_lists_are_named_with_their_old_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert extra(BASE, ENGLISH, True, "")["long_lists"] == []
    monkeypatch.setattr(paging, "HEAVIEST", 1)
    found = extra(BASE.with_entries(), ENGLISH, True, "")["long_lists"]
    assert isinstance(found, list)
    assert found[:2] == ["answers", "questions"]


def test_a_file_of_an_earlier_folder_goes_first(tmp_path: Path) -> None:
    for folder, text in (("own", "own"), ("theirs", "theirs")):
        (tmp_path / folder / "assets").mkdir(parents=True)
        (tmp_path / folder / "assets" / "a.css").write_text(text)
    (tmp_path / "theirs" / "robots.txt").write_text("{{ config.site_name }}")
    folders = [tmp_path / "own", tmp_path / "theirs"]
    assert files(folders) == {
        "assets/a.css": b"own", "robots.txt": b"{{ config.site_name }}"
    }  # fmt: skip
    assert filled(folders, "robots.txt", {"site_name": "Kettles"}) == "Kettles"
