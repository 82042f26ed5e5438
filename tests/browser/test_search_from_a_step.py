"""The search that is opened on the way finds what is asked for, and leads back to the step."""

import pytest
from answertree.knowledge.addresses import anchor
from answertree.knowledge.graph import Edge
from answertree.testing.decide import Decide
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.usefixtures("searching")


def search_from(decide: Decide, way: list[Edge]) -> Locator:
    """Walk a way and ask for the search there; gives the field of the search."""
    decide.open(anchor(way[0].source))
    decide.walk(way)
    decide.page.locator(".search button").tap()
    field = decide.page.get_by_role("textbox")
    expect(field).to_be_focused()
    decide.page.wait_for_load_state()  # the theme gives it the focus before all scripts are there
    return field


@pytest.fixture
def first(way: list[Edge]) -> list[Edge]:
    """The first answer of a way: after it a step is shown, at leisure or live."""
    return way[:1]


def test_the_decision_page_finds_what_is_asked_for(
    decide: Decide, first: list[Edge], sought: str
) -> None:
    search_from(decide, first).press_sequentially(sought)
    results = decide.page.locator(".md-search-result__item")
    expect(results.filter(has_text=sought).first).to_be_visible()


def test_the_way_back_from_the_search_is_to_the_step(decide: Decide, first: list[Edge]) -> None:
    search_from(decide, first)
    decide.page.go_back()
    decide.expect_step(first[-1].target, why="back from the search", focus=False)
    decide.expect_trail(first, "back from the search")


def test_shutting_the_search_leads_back_to_the_step(decide: Decide, first: list[Edge]) -> None:
    search_from(decide, first).press("Escape")
    decide.expect_step(first[-1].target, why="the search was shut", focus=False)
    decide.expect_trail(first, "the search was shut")


def test_what_was_found_is_where_the_reader_stays(
    decide: Decide, first: list[Edge], sought: str
) -> None:
    search_from(decide, first).press_sequentially(sought)
    decide.page.locator(".md-search-result__link").filter(has_text=sought).first.tap()
    expect(decide.page.get_by_role("heading", level=1, name=sought)).to_be_visible()


def test_shutting_a_search_that_was_opened_here_changes_nothing(
    phone: Page, address: str, inner: str
) -> None:
    phone.goto(address)
    phone.goto(address + inner)
    phone.locator("label.top__button").tap()
    phone.get_by_role("textbox").press("Escape")
    expect(phone).to_have_url(address + inner)
