"""Each page and each step has one quiet link to where it can be edited: its file, or its line."""

import re
from pathlib import Path
from urllib.parse import unquote

from answertree.testing.html import HtmlPage, pages
from bs4 import Tag

from tests.conftest import EDIT_URI

AT_LINE = re.compile(re.escape(EDIT_URI.replace("/edit/", "/blob/")) + r"([^?]+)\?plain=1#L(\d+)")


def files(part: Tag) -> list[str]:
    """The files that can be edited from a part of a page."""
    addresses = [unquote(str(link["href"])) for link in part.find_all("a", href=True)]
    return [address.removeprefix(EDIT_URI) for address in addresses if address.startswith(EDIT_URI)]


def lines(part: Tag, content: Path) -> list[tuple[str, str]]:
    """The file, and the text of its line, that each link to a line leads to."""
    found = [AT_LINE.fullmatch(str(link["href"])) for link in part.find_all("a", href=True)]
    return [
        (match[1], (content / match[1]).read_text("utf-8").splitlines()[int(match[2]) - 1])
        for match in found
        if match
    ]


def edited(part: Tag, content: Path) -> list[str]:
    """The files that can be edited from a part of a page, as a whole or at a line."""
    return [*files(part), *(name for name, _ in lines(part, content))]


def test_every_content_file_can_be_edited_from_somewhere(site: Path, content: Path) -> None:
    found = {file for page in pages(site) for file in edited(page.soup, content)}
    assert found == {file.relative_to(content).as_posix() for file in content.rglob("*.yml")}


def test_no_page_is_without_one(site: Path, content: Path) -> None:
    without = [page.address for page in pages(site) if not edited(page.soup, content)]
    assert without == ["404.html"]  # which comes from no file


def test_the_last_thing_on_a_page_is_the_link_to_its_file(site: Path, content: Path) -> None:
    for page in pages(site):
        name = f"pages/{page.address.strip('/')}.yml" if page.address else "guide.yml"
        if (content / name).exists():
            last = page.content.select(".edit")[-1]
            assert files(last) == [name]
            assert [tag.name for tag in last.find_next_siblings() if tag.name != "script"] == []


def test_the_opening_of_the_decision_page_leads_to_its_ways_in(site: Path, content: Path) -> None:
    start = HtmlPage(site, "decide/").soup.find(id="start")
    assert isinstance(start, Tag)
    assert lines(start, content) == [("guide.yml", "starts:")]


def test_every_step_leads_to_its_own_line(site: Path, content: Path) -> None:
    found = HtmlPage(site, "decide/").soup.select("section[data-step]")
    assert found
    for section in found:
        ((file, line),) = lines(section, content)
        assert not files(section)
        scenario, step = Path(file).stem, line.strip().partition(":")[0]
        assert f"{scenario}-{step}" == section["id"]


def test_a_timetable_has_a_link_of_its_own(site: Path) -> None:
    for table in [table for page in pages(site) for table in page.content.select(".timetable")]:
        link = table.find_next(class_="edit")
        assert isinstance(link, Tag)
        assert files(link)[0].startswith("timetables/")
