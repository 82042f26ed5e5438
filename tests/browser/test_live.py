"""While something goes on: words, replies and the way out; a screen that stays awake; a clock."""

from collections.abc import Iterator

import pytest
from answertree.testing.axe import by_day_and_night
from answertree.testing.layout import too_low, too_wide
from answertree.testing.phone import Phones
from answertree.testing.publish import serve
from answertree.testing.settled import settled
from playwright.sync_api import Page, expect

from tests.browser.reader import Reader
from tests.browser.small import small_site

MINUTES = 60_000  # ms
LIVE = {
    "guide.yml": {
        "replace": "  - {say: It boils badly,",
        "with": "  - {say: In the shop, go: shop}\n  - {say: It boils badly,",
    },
    "scenarios/shop.yml": [
        {"replace": "start: warranty", "with": "start: warranty\nlive: true"},
        {"replace": "ask: Is it under warranty?", "with": "ask: Valid?\n    script: letter"},
        {"replace": "advise: Write to the shop", "with": "advise: Write to it\n    do: [Sign it]"},
    ],
}
SIZE = "(it) => parseFloat(getComputedStyle(it).fontSize)"
CLASSES = "(parts) => parts.map((part) => part.className)"
ENDS = """(parts) => parts.map((part) =>
    document.querySelector(part).getBoundingClientRect().bottom)"""
# Notes what becomes of the screen's lock, in place of the browser's own.
LOCK = """const note = (change) => {
    const { dataset } = document.documentElement;
    dataset.locks = Number(dataset.locks ?? 0) + change;
};
Object.defineProperty(navigator, "wakeLock", { value: {
    request: async () => { note(1); return { release: async () => note(-1) }; },
} });"""
REFUSED = """Object.defineProperty(navigator, "wakeLock", { value: {
    request: () => Promise.reject(new Error("the battery is low")),
} });"""
REFUSED_LATE = """Object.defineProperty(navigator, "wakeLock", { value: {
    request: () => new Promise((_, refuse) => setTimeout(refuse, 500, new Error("too late"))),
} });"""
MISSING = "delete Navigator.prototype.wakeLock;"


@pytest.fixture(scope="module")
def live_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a live scenario, and a clock that speaks after three minutes."""
    with serve(small_site(tmp_path_factory.mktemp("live"), LIVE)) as address:
        yield address


@pytest.fixture
def page(phones: Phones, live_site: str) -> Page:
    """A phone at the question before it begins, whose time passes only when told."""
    phones.address = live_site
    page = phones.open()
    page.clock.install()
    return page


def begin(page: Page, live_site: str) -> None:
    """Come to the first live step, from one that is not."""
    page.goto(f"{live_site}decide/#kettle-light-on")
    page.locator(".answers a[href='#shop-warranty']").tap()
    expect(page.locator("#shop-warranty h2")).to_be_focused()


def reply(page: Page) -> None:
    """Say which reply was given there: another live step follows."""
    page.locator("#shop-warranty .answers a").first.tap()
    expect(page.locator("#shop-write h2")).to_be_focused()


def test_a_live_step_shows_words_replies_and_the_way_out_alone(page: Page, live_site: str) -> None:
    begin(page, live_site)
    expect(page.locator("header, input, .trail")).to_have_count(3)
    for part in page.locator("header, input, [data-share]").all():
        expect(part).to_be_hidden()
    words = page.locator("#shop-warranty blockquote")
    expect(words).to_be_in_viewport()
    assert words.evaluate(SIZE) >= 22
    expect(page.locator("#shop-warranty .answers a").last).to_be_in_viewport()
    page.get_by_role("link", name="Close").tap()
    expect(page.locator("[data-start]")).to_be_visible()
    expect(page.locator("header")).to_be_visible()


def test_who_has_something_filled_in_answers_a_live_question_from_home(
    page: Page, live_site: str
) -> None:
    answers = page.get_by_role("group", name="Valid?").get_by_role("link")
    with settled(page):
        page.goto(live_site)
    expect(answers).to_have_count(0)
    Reader(page, live_site).keeps(name="Ada")
    page.goto(live_site)
    expect(answers).to_have_text(["It is", "No longer"])
    wrong = [*too_wide(page, "home"), *too_low(answers, "home"), *by_day_and_night(page, "home")]
    assert not wrong, "\n".join(wrong)
    page.set_viewport_size({"width": 1280, "height": 800})
    ends = page.evaluate(ENDS, [".shortcuts li:last-child", ".essentials h2"])
    assert ends == sorted(ends)  # nothing lies over it
    answers.first.tap()
    expect(page.locator("#shop-write")).to_be_visible()
    expect(page.locator("header")).to_be_hidden()
    page.locator("[data-back]").tap()
    expect(page.locator("[data-start]")).to_be_visible()


def test_the_way_on_follows_the_words_at_once(page: Page, live_site: str) -> None:
    page.goto(f"{live_site}decide/#shop-write")
    expect(page.locator("#shop-write .next a")).to_be_in_viewport()
    parts = page.locator("#shop-write").locator("blockquote, .next, .do, .why")
    assert parts.evaluate_all(CLASSES) == ["", "next", "do", "why"]


def test_the_way_back_is_in_sight_in_a_live_step(page: Page, live_site: str) -> None:
    begin(page, live_site)
    page.locator("[data-back]").tap()
    expect(page.locator("#kettle-light-on h2")).to_be_focused()
    expect(page.locator("header")).to_be_visible()


def test_what_a_live_step_needs_is_loaded_with_the_first(page: Page, live_site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with settled(page):
        page.goto(f"{live_site}decide/#kettle-light-on")
    assert not [url for url in asked if "/live/" in url]
    with page.expect_request("**/live/live.js"):
        page.locator("#kettle-light-on a[href='#shop-warranty']").tap()


def test_the_clock_counts_from_the_first_reply(page: Page, live_site: str) -> None:
    begin(page, live_site)
    clock, said = page.locator(".clock"), page.locator("[role=status].unseen")
    page.clock.run_for(10 * MINUTES)
    expect(clock).to_be_hidden()
    reply(page)
    expect(clock).to_have_text("0 min")
    page.clock.run_for(2 * MINUTES)
    expect(clock).to_have_text("2 min")
    expect(said).to_be_empty()
    page.clock.run_for(MINUTES)
    expect(clock).to_have_text("3 min")
    expect(clock).to_have_attribute("data-say", "It should boil by now")
    expect(said).to_have_text("It should boil by now")


def test_the_clock_goes_on_after_a_reload_and_on_the_way_back(page: Page, live_site: str) -> None:
    begin(page, live_site)
    reply(page)
    page.clock.run_for(2 * MINUTES)
    page.reload()
    expect(page.locator(".clock")).to_have_text("2 min")
    page.go_back()
    expect(page.locator("#shop-warranty h2")).to_be_in_viewport()
    expect(page.locator(".clock")).to_have_text("2 min")


def test_the_clock_begins_anew_when_it_is_over(page: Page, live_site: str) -> None:
    begin(page, live_site)
    reply(page)
    page.clock.run_for(MINUTES)
    page.locator(".out").tap()
    expect(page.locator(".clock")).to_be_hidden()
    begin(page, live_site)
    expect(page.locator(".clock")).to_be_hidden()
    reply(page)
    expect(page.locator(".clock")).to_have_text("0 min")


def test_axe_finds_nothing_while_it_goes_on(page: Page, live_site: str) -> None:
    begin(page, live_site)
    reply(page)
    page.clock.run_for(4 * MINUTES)
    expect(page.locator(".clock")).to_have_attribute("data-say", "It should boil by now")
    page.clock.resume()
    assert by_day_and_night(page, "a live step") == []


def test_a_clock_that_was_forgotten_is_not_shown(page: Page, live_site: str) -> None:
    begin(page, live_site)
    reply(page)
    page.clock.run_for(61 * MINUTES)
    expect(page.locator(".clock")).to_be_hidden()


def test_the_screen_stays_awake_as_long_as_it_goes_on(page: Page, live_site: str) -> None:
    page.add_init_script(LOCK)
    begin(page, live_site)
    locks = page.locator("html")
    expect(locks).to_have_attribute("data-locks", "1")
    reply(page)
    expect(locks).to_have_attribute("data-locks", "1")
    page.locator(".out").tap()
    expect(locks).to_have_attribute("data-locks", "0")


@pytest.mark.parametrize("device", [MISSING, REFUSED], ids=["missing", "refused"])
def test_a_screen_that_cannot_stay_awake_is_no_fault(
    page: Page, live_site: str, device: str
) -> None:
    page.add_init_script(device)
    begin(page, live_site)
    reply(page)
    expect(page.locator(".clock")).to_have_text("0 min")


def test_a_screen_that_is_let_sleep_before_it_could_stay_awake_is_no_fault(
    page: Page, live_site: str
) -> None:
    page.add_init_script(REFUSED_LATE)
    begin(page, live_site)
    page.locator(".out").tap()
    page.wait_for_timeout(700)  # until after the refusal: an error would be noted then


def test_without_javascript_words_replies_and_the_way_out_are_there(
    phones: Phones, live_site: str
) -> None:
    phones.address = live_site
    page = phones.open(java_script_enabled=False)
    page.goto(f"{live_site}decide/#shop-warranty")
    expect(page.locator("#shop-warranty blockquote")).to_be_in_viewport()
    page.locator("#shop-warranty .answers a").first.tap()
    expect(page.locator("#shop-write blockquote")).to_be_in_viewport()
    expect(page.locator(".bar a[href='#start']:visible")).to_have_count(1)
