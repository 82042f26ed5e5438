"""The map on a phone: boxes for a thumb, and links that open what is folded."""

import pytest
from answertree.testing.layout import TAP
from answertree.testing.phone import SMALL, Phones
from playwright.sync_api import Page, expect

# px that a box may be narrow: a word of its title is still on one line.
NARROW = 120
BOXES = """(links) => links.map((link) => {
    const { width, height } = link.getBoundingClientRect();
    return [link.textContent, width, height];
})"""
OPEN_ALL = "() => document.querySelectorAll('details').forEach((each) => each.open = true)"
ELSEWHERE = "#way--shop .map__elsewhere"
DRAWN = "#map--kettle-descale"


def test_boxes_are_large_enough_on_a_small_phone(phones: Phones, paths: list[str]) -> None:
    page = phones.open(SMALL)
    for path in paths:
        page.goto(phones.address + path)
        page.evaluate(OPEN_ALL)
        for said, width, height in page.locator(".map a").evaluate_all(BOXES):
            assert (width >= NARROW, height >= TAP) == (True, True), f"{path}: {said}"


@pytest.mark.parametrize("scripts", [True, False], ids=["", "without JavaScript"])
def test_a_box_that_is_drawn_elsewhere_leads_there(
    phones: Phones, small: str, scripts: bool
) -> None:
    phones.address = small
    page = phones.open(java_script_enabled=scripts)
    page.goto(f"{small}ways/")
    expect(page.locator(DRAWN)).to_be_hidden()
    page.locator("#way--shop summary").tap()
    page.locator(ELSEWHERE).tap()
    expect(page.locator(DRAWN)).to_be_in_viewport()
    page.locator(DRAWN).tap()
    expect(page).to_have_url(f"{small}decide/#kettle-descale")


def test_on_paper_the_whole_map_is_there(phones: Phones, small: str) -> None:
    phones.address = small
    page = phones.open()
    page.goto(f"{small}ways/")
    page.emulate_media(media="print")
    expect(page.locator(DRAWN)).to_be_visible()


def test_lines_lead_from_a_step_to_its_answers(phones: Phones, small: str) -> None:
    phones.address = small
    page = phones.open()
    page.goto(f"{small}ways/")
    page.evaluate(OPEN_ALL)
    assert lines(page, ".map li li") == {"solid"}
    assert lines(page, ".map > ul > li") == {"none"}


def lines(page: Page, items: str) -> set[str]:
    """How the lines to these items are drawn."""
    script = "(all) => all.map((it) => getComputedStyle(it, '::before').borderBottomStyle)"
    return set(page.locator(items).evaluate_all(script))
