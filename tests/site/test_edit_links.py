"""Each page and each step has one quiet link to where it can be edited: its file, or its line."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import Tag

from tests.conftest import CONTENT, EDIT_URI
from tests.site.html import HtmlPage, pages

FILES = sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.yml"))
AT_LINE = re.compile(re.escape(EDIT_URI.replace("/edit/", "/blob/")) + r"([^?]+)\?plain=1#L(\d+)")


def files(part: Tag) -> list[str]:
    """The files that can be edited from a part of a page."""
    addresses = [unquote(str(link["href"])) for link in part.find_all("a", href=True)]
    return [address.removeprefix(EDIT_URI) for address in addresses if address.startswith(EDIT_URI)]


def lines(part: Tag) -> list[tuple[str, str]]:
    """The file, and the text of its line, that each link to a line leads to."""
    found = [AT_LINE.fullmatch(str(link["href"])) for link in part.find_all("a", href=True)]
    return [
        (match[1], (CONTENT / match[1]).read_text("utf-8").splitlines()[int(match[2]) - 1])
        for match in found
        if match
    ]


@pytest.fixture(scope="module")
def everything(site: Path) -> set[str]:
    soups = [page.soup for page in pages(site)]
    return {file for soup in soups for file in [*files(soup), *(name for name, _ in lines(soup))]}


@pytest.mark.parametrize("name", FILES)
def test_every_content_file_can_be_edited_from_somewhere(everything: set[str], name: str) -> None:
    assert name in everything


def test_every_edit_link_leads_to_a_content_file(everything: set[str]) -> None:
    assert everything == set(FILES)


def test_no_page_is_without_one(site: Path) -> None:
    # A page at an old address only leads on, and one that is not found comes from no file.
    without = [page.address for page in pages(site) if not files(page.soup) + lines(page.soup)]
    assert [address for address in without if address != "404.html"] == []


def test_the_last_thing_on_a_page_is_the_link_to_its_file(site: Path) -> None:
    for page in pages(site):
        name = f"pages/{page.address.strip('/')}.yml" if page.address else "guide.yml"
        if name in FILES:
            last = page.content.select(".edit")[-1]
            assert files(last) == [name]
            assert not last.find_next_siblings()


def test_the_opening_of_the_decision_page_leads_to_its_ways_in(site: Path) -> None:
    start = HtmlPage(site, "decide/").soup.find(id="start")
    assert isinstance(start, Tag)
    assert lines(start) == [("guide.yml", "starts:")]


def test_every_step_leads_to_its_own_line(site: Path) -> None:
    found = HtmlPage(site, "decide/").soup.select("section[data-step]")
    assert found
    for section in found:
        ((file, line),) = lines(section)
        assert not files(section)
        scenario, step = Path(file).stem, line.strip().partition(":")[0]
        assert f"{scenario}-{step}" == section["id"]


def test_a_timetable_has_a_link_of_its_own(site: Path) -> None:
    for table in [table for page in pages(site) for table in page.content.select(".timetable")]:
        link = table.find_next(class_="edit")
        assert isinstance(link, Tag)
        assert files(link)[0].startswith("timetables/")
