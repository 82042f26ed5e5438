"""The map: a list that says what the tree says, and each link in it leads somewhere."""

from pathlib import Path

import pytest
from bs4 import Tag

from answertree.build import Built
from answertree.knowledge.addresses import anchor, pages_of_steps
from answertree.knowledge.graph import build_graph
from answertree.testing.html import HtmlPage, pages


@pytest.fixture(scope="module")
def drawn(site: Path, built: Built) -> dict[str, tuple[Tag, HtmlPage]]:
    """Each box of the map in which a step is drawn, by its id, and the page that has it."""
    shown = [name for name, page in built.base.pages.items() if page.shows == "scenarios"]
    of_map = [page for page in pages(site) if page.address.partition("--")[0].strip("/") in shown]
    found = [(tag, page) for page in of_map for tag in page.soup.select(".map a[id]")]
    assert len({str(tag["id"]) for tag, _ in found}) == len(found)
    return {str(tag["id"]): (tag, page) for tag, page in found}


def link(item: Tag) -> Tag:
    found = item.find("a", recursive=False)
    assert isinstance(found, Tag)
    return found


def test_every_step_is_drawn_once_and_leads_to_itself(
    drawn: dict[str, tuple[Tag, HtmlPage]], built: Built
) -> None:
    graph = build_graph(built.base)
    has_map = any(page.shows == "scenarios" for page in built.base.pages.values())
    page_of = pages_of_steps(built.base)
    found = {name: page.target(str(tag["href"])) for name, (tag, page) in drawn.items()}
    wanted = {f"map--{anchor(name)}": (f"{page_of[name]}/", anchor(name)) for name in graph.steps}
    assert found == (wanted if has_map else {})


def test_below_each_step_are_its_answers_in_order(
    drawn: dict[str, tuple[Tag, HtmlPage]], built: Built
) -> None:
    graph = build_graph(built.base)
    for name in graph.steps if drawn else ():
        box, page = drawn[f"map--{anchor(name)}"]
        assert box.parent
        items = box.parent.select(":scope > ul > li")
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
