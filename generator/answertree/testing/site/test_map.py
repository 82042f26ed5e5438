"""The map: a list that says what the tree says, and each link in it leads somewhere."""

from pathlib import Path

import pytest
from bs4 import Tag

from answertree.build import Built
from answertree.knowledge.addresses import anchor, pages_of_steps
from answertree.knowledge.graph import build_graph
from answertree.testing.html import HtmlPage, pages


@pytest.fixture(scope="module")
def page(site: Path, built: Built) -> HtmlPage | None:
    """The page with the map, if this guide has one."""
    name = next((name for name, p in built.base.pages.items() if p.shows == "scenarios"), None)
    return next((page for page in pages(site) if page.address == f"{name}/"), None)


def link(item: Tag) -> Tag:
    found = item.find("a", recursive=False)
    assert isinstance(found, Tag)
    return found


def test_every_step_is_drawn_once_and_leads_to_itself(page: HtmlPage | None, built: Built) -> None:
    graph = build_graph(built.base)
    drawn = page.soup.select(".map a[id]") if page else []
    found = {str(tag["id"]): page.target(str(tag["href"])) for tag in drawn if page}
    page_of = pages_of_steps(built.base)
    wanted = {f"map--{anchor(name)}": (f"{page_of[name]}/", anchor(name)) for name in graph.steps}
    assert found == (wanted if page else {})
    assert len(drawn) == len(found)


def test_below_each_step_are_its_answers_in_order(page: HtmlPage | None, built: Built) -> None:
    graph = build_graph(built.base)
    for name in graph.steps if page else ():
        assert page
        drawn = page.soup.select_one(f'.map a[id="map--{anchor(name)}"]')
        assert drawn
        assert drawn.parent
        items = drawn.parent.select(":scope > ul > li")
        said = [item.find("span", recursive=False) for item in items]
        assert [tag.get_text() for tag in said if tag] == [
            edge.say or built.language.label("parts.next") for edge in graph.edges[name]
        ]
        assert [target(link(item), page) for item in items] == [
            anchor(edge.target) for edge in graph.edges[name]
        ]


def target(tag: Tag, page: HtmlPage) -> str:
    """The anchor of the step that a box of the map is about."""
    place = page.target(str(tag["href"]))
    assert place
    return place[1].removeprefix("map--")
