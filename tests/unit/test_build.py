import re
from pathlib import Path

import pytest
from answertree.build import build
from answertree.knowledge.problems import ContentError

from tests.unit.content import SMALL, copied

EDIT = "https://git.example.org/owner/kettle/edit/main/content/"


def test_whole_content_becomes_a_base_and_pages() -> None:
    built = build(SMALL)
    assert built.base.guide.title == "The Kettle Guide"
    assert built.pages[0].path == "index.md"


def test_the_same_content_becomes_the_same_pages() -> None:
    assert build(SMALL).pages == build(SMALL).pages


def test_broken_content_is_an_error_that_carries_every_problem(tmp_path: Path) -> None:
    change = {
        "scenarios/kettle.yml": {"replace": "go: descale", "with": "go: desacle"},
        "faq/scale.yml": {"replace": "topic: water", "with": "topic: watre"},
    }
    with pytest.raises(ContentError) as caught:
        build(copied(tmp_path, change))
    assert [one.code for one in caught.value.problems] == ["unknown-reference", "unknown-step"]


def test_a_folder_that_is_not_there_is_an_error_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError):
        build(tmp_path / "nowhere")


def test_without_an_address_no_page_has_a_link_to_edit_it() -> None:
    assert not any("{: .edit" in page.markdown for page in build(SMALL).pages)
    assert any("{: .edit" in page.markdown for page in build(SMALL, EDIT).pages)


def test_every_link_to_edit_leads_to_a_file_and_a_line_that_are_there() -> None:
    pages = build(SMALL, EDIT).pages
    text = "\n".join(page.markdown for page in pages)
    base = re.escape(EDIT.replace("/edit/", "/blob/"))
    lines = re.findall(rf"{base}([\w/-]+\.yml)\?plain=1#L(\d+)", text)
    assert {file for file, _ in lines} >= {"scenarios/shop.yml", "scenarios/kettle.yml"}
    for file, line in lines:
        assert int(line) <= len((SMALL / file).read_text(encoding="utf-8").splitlines())
    files = re.findall(rf"{re.escape(EDIT)}([^)\s\"]+)", text)
    assert {"faq/socket.yml", "rules/unplug-first.yml", "scripts/letter.yml"} <= set(files)
    assert all((SMALL / file).is_file() for file in files)


def test_the_link_of_a_step_leads_to_its_own_line() -> None:
    decide = next(page for page in build(SMALL, EDIT).pages if page.path == "decide.md")
    lines = (SMALL / "scenarios/shop.yml").read_text(encoding="utf-8").splitlines()
    number = lines.index("  write:") + 1
    section = decide.markdown.partition('id="shop-write"')[2].partition("</section>")[0]
    assert f"scenarios/shop.yml?plain=1#L{number}" in section


@pytest.mark.parametrize(
    ("folder", "shown"),
    [
        ("owner/kettle/edit/ours/edit/it", "owner/kettle/blob/ours/edit/it"),
        ("edit/kettle/edit/main", "edit/kettle/blob/main"),
        ("owner/edit/edit/edit", "owner/edit/blob/edit"),
        ("owner/group/kettle/-/edit/main", "owner/group/kettle/-/blob/main"),
    ],
)
def test_only_the_edit_of_the_address_becomes_the_page_that_shows_a_line(
    folder: str, shown: str
) -> None:
    address = f"https://git.example.org/{folder}/content/"
    text = "".join(page.markdown for page in build(SMALL, address).pages)
    assert f"https://git.example.org/{shown}/content/scenarios/shop.yml?plain=1#L" in text
    assert f"{address}pages/sources.yml)" in text
