"""Pages can be scanned: what is folded opens by a tap, by a link into it, and on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.phone import Phones
from tests.browser.publish import serve
from tests.browser.small import small_site

# px of a phone's height that an entry takes up on average: some six to a screen, its title and the
# short of it in a line or two each.
ENTRY = 150
SCALE = "answers/#scale"
POINT = "sources/#k-3"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site."""
    with serve(small_site(tmp_path_factory.mktemp("small"))) as address:
        yield address


@pytest.fixture
def reader(phones: Phones, small: str) -> Page:
    """A phone on which the small site is read."""
    phones.address = small
    return phones.open()


def fold(page: Page, anchor: str) -> Locator:
    """What folds the thing with this anchor."""
    return page.locator("details", has=page.locator(f"#{anchor}")).first


def inside(page: Page) -> Locator:
    """The last words of the answer that the tests open."""
    return fold(page, "scale").locator("p").first


def test_titles_and_the_short_of_it_are_in_sight_and_the_rest_is_a_tap_away(
    reader: Page, small: str
) -> None:
    reader.goto(f"{small}answers/")
    summary = fold(reader, "scale").locator("summary")
    expect(summary.get_by_role("heading", level=3)).to_be_visible()
    expect(summary.locator(".short")).to_be_visible()
    expect(inside(reader)).to_be_hidden()
    summary.tap()
    expect(inside(reader)).to_be_visible()


@pytest.mark.parametrize(("address", "anchor"), [(SCALE, "scale"), (POINT, "k-3")])
@pytest.mark.parametrize("scripts", [True, False], ids=["", "without JavaScript"])
def test_a_link_into_it_opens_it(
    phones: Phones, small: str, address: str, anchor: str, scripts: bool
) -> None:
    phones.address = small
    page = phones.open(java_script_enabled=scripts)
    page.goto(f"{small}{address}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    expect(fold(page, anchor).locator("p").first).to_be_visible()


def test_a_link_within_the_page_opens_it(reader: Page, small: str) -> None:
    reader.goto(f"{small}answers/")
    reader.evaluate("location.hash = 'socket'")
    expect(fold(reader, "socket")).to_have_attribute("open", "")
    expect(fold(reader, "scale")).not_to_have_attribute("open", "")


def test_a_result_of_the_search_opens_it(reader: Page, small: str) -> None:
    reader.goto(small)
    reader.locator("label[for=__search]").first.tap()
    reader.locator(".md-search__input").press_sequentially("scale")
    reader.locator(f".md-search-result__item a[href*='{SCALE.partition('#')[2]}']").first.tap()
    expect(inside(reader)).to_be_visible()


def test_on_paper_everything_is_open(reader: Page, small: str) -> None:
    reader.goto(f"{small}answers/")
    reader.emulate_media(media="print")
    expect(inside(reader)).to_be_visible()


def test_a_list_of_folded_entries_can_be_scanned(phones: Phones, paths: list[str]) -> None:
    page = phones.open()
    for path in paths:
        page.goto(phones.address + path)
        entries = page.locator("details.entry")
        heights: list[float] = entries.evaluate_all(
            "(entries) => entries.map((entry) => entry.offsetHeight)"
        )
        if heights:
            assert sum(heights) / len(heights) <= ENTRY, path
