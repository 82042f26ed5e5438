"""Pages can be scanned: what is folded opens by a tap, by a link into it, and on paper."""

from pathlib import Path

import pytest
from answertree.testing.phone import Phones
from answertree.testing.publish import serve
from playwright.sync_api import Locator, Page, expect

from tests.browser.small import small_site

# px of a phone's height that an entry takes up on average: some six to a screen, its title and the
# short of it in a line or two each.
ENTRY = 150
SCALE = "answers/#scale"
POINT = "sources/#k-3"


@pytest.fixture
def reader(phones: Phones, small: str) -> Page:
    """A phone on which the small site is read."""
    phones.address = small
    return phones.open()


@pytest.fixture(params=[True, False], ids=["", "without JavaScript"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """Whether the phone runs JavaScript."""
    return bool(request.param)


@pytest.fixture
def any_reader(phones: Phones, small: str, scripts: bool) -> Page:
    """A phone on which the small site is read, with JavaScript or without."""
    phones.address = small
    return phones.open(java_script_enabled=scripts)


def entry(page: Page, anchor: str) -> Locator:
    """The entry with this anchor."""
    return page.locator(".entry", has=page.locator(f"#{anchor}"))


def inside(page: Page) -> Locator:
    """The first words that are folded of the answer that the tests open."""
    return entry(page, "scale").locator("details p").first


def test_titles_and_the_short_of_it_are_in_sight_and_the_rest_is_a_tap_away(
    reader: Page, small: str
) -> None:
    reader.goto(f"{small}answers/")
    scale = entry(reader, "scale")
    expect(scale.get_by_role("heading", level=3)).to_be_visible()
    expect(inside(reader)).to_be_hidden()
    summary = scale.locator("summary").bounding_box()
    assert summary
    scale.locator(".short").tap(force=True)  # what takes the tap lies over it
    expect(inside(reader)).to_be_visible()


def test_a_link_in_the_short_of_it_can_be_followed(phones: Phones, tmp_path: Path) -> None:
    link = {"replace": "From hard water.", "with": "From [hard water](page:rules)."}
    with serve(small_site(tmp_path, {"faq/scale.yml": link})) as phones.address:
        page = phones.open()
        page.goto(f"{phones.address}answers/")
        page.locator(".short a").tap()
        expect(page).to_have_url(f"{phones.address}rules/")
        page.wait_for_load_state()  # as long as there is a server


def test_a_link_to_an_entry_opens_it(any_reader: Page, small: str, scripts: bool) -> None:
    page = any_reader
    page.goto(f"{small}{SCALE}")
    expect(page.locator("#scale")).to_be_in_viewport()
    expect(inside(page)).to_be_visible()
    if scripts:
        entry(page, "scale").locator("summary").focus()
        page.keyboard.press("Enter")
        expect(inside(page)).to_be_hidden()


def test_an_old_id_opens_what_it_has_become(reader: Page, small: str) -> None:
    reader.goto(f"{small}answers/#plug")
    expect(entry(reader, "socket").locator("details p").first).to_be_visible()


def test_a_link_to_a_point_opens_the_points(any_reader: Page, small: str) -> None:
    any_reader.goto(f"{small}{POINT}")
    expect(any_reader.locator("#k-3")).to_be_in_viewport()


def test_a_link_within_the_page_opens_it(reader: Page, small: str) -> None:
    reader.goto(f"{small}answers/")
    reader.evaluate("location.hash = 'socket'")
    expect(entry(reader, "socket").locator("details")).to_have_attribute("open", "")
    expect(inside(reader)).to_be_hidden()


@pytest.mark.usefixtures("searching")
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
        entries = page.locator(".entry")
        heights: list[float] = entries.evaluate_all(
            "(entries) => entries.map((entry) => entry.offsetHeight)"
        )
        if heights:
            assert sum(heights) / len(heights) <= ENTRY, path
