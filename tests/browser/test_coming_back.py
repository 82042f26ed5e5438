"""Whoever follows a link out of a step finds the place again on coming back."""

from collections.abc import Iterator

import pytest
from answertree.testing.phone import SMALL, Phones
from answertree.testing.publish import serve
from answertree.testing.settled import settled
from playwright.sync_api import Page, expect

from tests.browser.small import small_site

LONG = {
    "scenarios/kettle.yml": {
        "replace": "      Push until it clicks.\n",
        "with": "      Push until it clicks.\n\n      - First the pin\n      - Then the plug\n\n"
        + "      Wait for a while.\n\n" * 30,
    }
}
STEP = "kettle-plug-it-in"
# An answer, and back as soon as the browser has gone there: before the step is painted.
BACK_AT_ONCE = """(to) => new Promise((done) => {
    const away = () => {
        addEventListener("hashchange", () => done(), { once: true });
        history.back();
    };
    addEventListener("hashchange", away, { once: true });
    document.querySelector(`.here .answers a[href$="#${to}"]`).click();
})"""


@pytest.fixture(scope="module")
def long_outcome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with an outcome longer than a screen, with a list in its text."""
    with serve(small_site(tmp_path_factory.mktemp("long"), LONG)) as address:
        yield address


@pytest.fixture
def outcome(phones: Phones, long_outcome: str) -> Page:
    """A phone on which this outcome was reached by its answer."""
    phones.address = long_outcome
    page = phones.open(SMALL)
    page.goto(f"{long_outcome}decide/#kettle-plugged-in")
    page.locator(f".answers a[href$='#{STEP}']").tap()
    expect(page.locator(f"#{STEP} h2")).to_be_focused()
    return page


def test_back_from_a_reason_leads_to_the_same_place(outcome: Page) -> None:
    outcome.locator(f"#{STEP} .why > summary").tap()
    reason = outcome.locator(f"#{STEP} .why a").first
    reason.scroll_into_view_if_needed()
    top = outcome.evaluate("scrollY")
    assert top > 300, "the page was scrolled"
    reason.tap()
    expect(outcome.locator("main h1")).to_be_visible()
    outcome.go_back()
    expect(reason).to_be_in_viewport()
    assert abs(outcome.evaluate("scrollY") - top) < 2
    expect(outcome.locator(".trail li")).to_have_count(1)


def test_forward_after_going_back_at_once_finds_the_answer(
    phones: Phones, long_outcome: str
) -> None:
    phones.address = long_outcome
    page = phones.open(SMALL)
    with settled(page):
        page.goto(f"{long_outcome}decide/#kettle-plugged-in")
    page.evaluate(BACK_AT_ONCE, STEP)
    expect(page.locator("#kettle-plugged-in")).to_be_visible()
    expect(page.locator(".trail li")).to_have_count(0)
    page.wait_for_timeout(200)  # what comes after the paint is done
    page.go_forward()
    expect(page.locator(f"#{STEP} h2")).to_be_focused()
    expect(page.locator(".trail li")).to_have_count(1)
    page.reload()
    expect(page.locator(".trail li")).to_have_count(1)


def test_back_from_the_next_step_starts_at_the_top(outcome: Page) -> None:
    outcome.locator(f"#{STEP} .next a").tap()
    expect(outcome.locator("#kettle-light-on h2")).to_be_focused()
    outcome.go_back()
    expect(outcome.locator(f"#{STEP} h2")).to_be_in_viewport()


def test_a_place_that_cannot_be_understood_is_the_top(outcome: Page) -> None:
    outcome.evaluate("history.replaceState({ ...history.state, place: { open: 7, top: 'x' } }, '')")
    outcome.reload()
    expect(outcome.locator(f"#{STEP} h2")).to_be_in_viewport()


def test_a_list_in_the_text_of_an_outcome_has_bullets(outcome: Page) -> None:
    found = outcome.locator(f"#{STEP} > ul > li").evaluate_all(
        "(items) => items.map((item) => [getComputedStyle(item).listStyleType,"
        " parseFloat(getComputedStyle(item.parentElement).paddingInlineStart) > 16])"
    )
    assert found == [["disc", True]] * 2
