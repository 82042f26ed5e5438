"""From every page a pencil leads to the file that it comes from, and to the line."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import Tag

from tests.conftest import CONTENT, EDIT_URI, read_yaml
from tests.site.html import HtmlPage, pages

FILES = sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.yml"))
AT_LINE = re.compile(re.escape(EDIT_URI.replace("/edit/", "/blob/")) + r"([^?]+)\?plain=1#L(\d+)")


def pencils(part: Tag) -> list[str]:
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


def sections(page: HtmlPage) -> Iterator[tuple[str, Tag]]:
    """The last paragraph before the next heading, of each section of a page, by its id."""
    for heading in page.content.find_all("h2", id=True):
        following = heading.find_next_siblings()
        until = next((n for n, tag in enumerate(following) if tag.name == "h2"), len(following))
        for tag in following[:until]:
            if isinstance(tag, Tag) and "edit" in tag.get_attribute_list("class"):
                yield str(heading["id"]), tag


@pytest.fixture(scope="module")
def everything(site: Path) -> list[str]:
    return [file for page in pages(site) for file in pencils(page.soup)]


@pytest.mark.parametrize("name", FILES)
def test_every_content_file_has_a_pencil(everything: list[str], name: str) -> None:
    assert name in everything


def test_every_pencil_leads_to_a_content_file(everything: list[str]) -> None:
    assert set(everything) == set(FILES)


def test_no_page_is_without_one(site: Path) -> None:
    # A page at an old address only leads on, and one that is not found comes from no file.
    without = [page.address for page in pages(site) if not pencils(page.soup)]
    assert [address for address in without if address != "404.html"] == []


def test_the_last_thing_on_the_home_page_is_its_pencil(site: Path) -> None:
    last = HtmlPage(site, "").content.select(".home > *")[-1]
    assert last.get_attribute_list("class") == ["edit"]
    assert pencils(last) == ["guide.yml"]


def test_the_opening_of_the_decision_page_leads_to_its_ways_in(site: Path) -> None:
    start = HtmlPage(site, "decide/").soup.find(id="start")
    assert isinstance(start, Tag)
    assert pencils(start) == ["guide.yml"]


def test_every_step_leads_to_its_own_line(site: Path) -> None:
    found = HtmlPage(site, "decide/").soup.select("section[data-step]")
    assert found
    for section in found:
        ((file, line),) = lines(section)
        assert pencils(section) == [file]
        scenario, step = Path(file).stem, line.strip().partition(":")[0]
        assert f"{scenario}-{step}" == section["id"]


def test_every_section_of_a_page_leads_to_its_own_line(site: Path) -> None:
    seen = 0
    for page in pages(site):
        name = f"pages/{page.address.strip('/')}.yml"
        if name not in FILES:
            continue
        for section, pencil in sections(page):
            if name in pencils(pencil):
                ((file, line),) = lines(pencil)
                assert (file, line.strip().partition(":")[0]) == (name, section)
                seen += 1
    pages_ = [read_yaml(path) for path in (CONTENT / "pages").glob("*.yml")]
    assert seen == sum(len(page.get("sections", {})) for page in pages_)


def test_a_timetable_has_a_pencil_of_its_own(site: Path) -> None:
    for table in [table for page in pages(site) for table in page.content.select(".timetable")]:
        pencil = table.find_next(class_="edit")
        assert isinstance(pencil, Tag)
        assert pencils(pencil)[0].startswith("timetables/")
