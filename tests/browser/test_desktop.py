"""On a wide screen everything hangs on two edges: header, menu, text and footer share them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

WIDE: ViewportSize = {"width": 1280, "height": 900}
NEAR = 4  # px: the icons of the header have some air of their own
EDGES = """(selectors) => selectors.map((selector) => {
    const found = [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
    if (!found) return null;
    const { left, right } = found.getBoundingClientRect();
    const { paddingLeft, paddingRight } = getComputedStyle(found);
    return [left + parseFloat(paddingLeft), right - parseFloat(paddingRight)];
})"""


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A page on a wide screen."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_header_menu_text_and_footer_share_their_edges(
    desk: Page, address: str, inner: str
) -> None:
    for path in ("", inner):
        desk.goto(address + path)
        icon, side, search, text, foot = desk.evaluate(
            EDGES, ["header .icon", ".side", ".md-search__form", "article", ".foot__inner"]
        )
        left, right = (side or text)[0], text[1]
        assert abs(icon[0] - left) <= NEAR, f"{path}: the menu is at {icon[0]}, not at {left}"
        assert abs(foot[0] - left) <= NEAR, f"{path}: the footer is at {foot[0]}, not at {left}"
        assert abs(foot[1] - right) <= NEAR, f"{path}: the footer ends at {foot[1]}, not {right}"
        assert abs(search[1] - right) <= NEAR, f"{path}: the search ends at {search[1]}"


def test_the_decision_page_has_the_same_edges(desk: Page, address: str) -> None:
    desk.goto(address)
    home = desk.evaluate(EDGES, ["header .icon", ".md-search__form", "article"])
    desk.goto(f"{address}decide/")
    icon, search, *text = desk.evaluate(
        EDGES, ["header .icon", ".search", "main", "footer", ".bar"]
    )
    assert icon[0] == home[0][0]
    assert abs(search[1] - home[1][1]) <= NEAR
    for left, right in (part for part in text if part):
        assert abs(left - home[2][0]) <= NEAR
        assert right < home[2][1]


def test_the_parts_of_a_page_stand_below_its_name_in_the_menu(
    desk: Page, address: str, inner: str
) -> None:
    desk.goto(address + inner)
    headings = desk.locator("article h2").all_inner_texts()
    assert desk.locator(".side [aria-current=page] + ul a").all_inner_texts() == headings
