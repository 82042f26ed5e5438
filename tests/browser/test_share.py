"""What is handed on: the address of a step, and words to write."""

from collections.abc import Iterator
from typing import Any

import pytest
from answertree.testing.phone import Phones
from answertree.testing.publish import serve
from answertree.testing.settled import settled
from playwright.sync_api import Page, expect

from tests.browser.small import small_site

WRITE = {
    "scenarios/shop.yml": {
        "replace": "advise: Write to the shop",
        "with": "advise: Write to the shop\n    verdict: write",
    }
}
STEP = "shop-write"
# What the browser offers, and notes what it is given.
CLIPBOARD = """Object.defineProperty(navigator, "clipboard", { value: {
    writeText: async (text) => { window.given = text; },
} });"""
REFUSING = """Object.defineProperty(navigator, "clipboard", { value: {
    writeText: () => Promise.reject(new Error("not allowed")),
} });"""
NO_CLIPBOARD = 'Object.defineProperty(navigator, "clipboard", { value: undefined });'
SHEET = "navigator.share = async ({ url }) => { document.documentElement.dataset.given = url; };"
NO_SHEET = "delete Navigator.prototype.share;"


@pytest.fixture(scope="module")
def letter_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with an outcome that has words to write."""
    with serve(small_site(tmp_path_factory.mktemp("letter"), WRITE)) as address:
        yield address


def outcome(phones: Phones, letter_site: str, device: str = "", **options: Any) -> Page:
    """This outcome on a phone, with something done to its browser before."""
    phones.address = letter_site
    page = phones.open(**options)
    if device:
        page.add_init_script(device)
    page.goto(f"{letter_site}decide/#{STEP}")
    return page


def test_words_to_write_can_be_copied(phones: Phones, letter_site: str) -> None:
    page = outcome(phones, letter_site, CLIPBOARD)
    page.get_by_role("button", name="Copy", exact=True).tap()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    expect(page.locator("[role=status].unseen")).to_have_text("Copied")
    assert page.evaluate("window.given") == (
        "Hello, my name is [your name].\n\nMy [model of the kettle] stays cold."
    )


def test_there_is_one_button_however_often_the_step_is_shown(
    phones: Phones, letter_site: str
) -> None:
    page = outcome(phones, letter_site, CLIPBOARD)
    for _ in range(2):
        expect(page.locator(f"#{STEP} .copy")).to_have_count(1)
        page.locator(".bar a[href='#start']:visible").first.tap()
        page.go_back()
    expect(page.locator(f"#{STEP} .copy")).to_have_count(1)


def test_words_that_cannot_be_copied_are_left_to_the_reader(
    phones: Phones, letter_site: str
) -> None:
    page = outcome(phones, letter_site, REFUSING)
    page.locator(".copy").tap()
    expect(page.locator(".copy")).to_have_text("Select and copy them")


def test_they_can_be_copied_where_all_words_stand(phones: Phones, letter_site: str) -> None:
    page = outcome(phones, letter_site, CLIPBOARD)
    page.goto(f"{letter_site}words/#letter")
    page.get_by_role("button", name="Copy", exact=True).tap()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert page.evaluate("window.given").startswith("Hello, my name is [your name].")


@pytest.mark.parametrize("options", [{"java_script_enabled": False}, {"device": NO_CLIPBOARD}])
def test_nothing_is_offered_where_it_cannot_work(
    phones: Phones, letter_site: str, options: dict[str, Any]
) -> None:
    page = outcome(phones, letter_site, **options)
    expect(page.locator(f"#{STEP} blockquote")).to_be_visible()
    with settled(page):
        page.reload()
    expect(page.locator(".copy")).to_have_count(0)
    with settled(page):
        page.goto(f"{letter_site}words/#letter")
    expect(page.locator(".copy")).to_have_count(0)


def test_the_address_of_a_step_goes_to_the_sheet_of_the_device(
    phones: Phones, letter_site: str
) -> None:
    page = outcome(phones, letter_site, SHEET)
    page.locator("[data-share]").tap()
    given = f"{letter_site}decide/#{STEP}"
    expect(page.locator("html")).to_have_attribute("data-given", given)


def test_where_there_is_no_sheet_the_address_is_copied(phones: Phones, letter_site: str) -> None:
    page = outcome(phones, letter_site, NO_SHEET + CLIPBOARD)
    page.locator("[data-share]").tap()
    expect(page.locator("[data-share]")).to_have_text("Link copied")
    assert page.evaluate("window.given") == f"{letter_site}decide/#{STEP}"


def test_without_javascript_there_is_no_button_to_share(phones: Phones, letter_site: str) -> None:
    page = outcome(phones, letter_site, java_script_enabled=False)
    expect(page.locator("[data-share]")).to_be_hidden()
