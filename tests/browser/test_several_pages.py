"""A guide whose steps stand on several pages is walked as one that has them on a single page.

It is the library guide with three steps on a page. "A book at home" begins on the first, is looked
for on the second and brought back on the third; those who have asked are on the fourth.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from answertree.knowledge import addresses
from answertree.reading.load import load
from answertree.testing.browser import test_walk, test_without_javascript
from answertree.testing.decide import Decide, Graph
from answertree.testing.phone import Phones
from answertree.testing.publish import serve
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.small import split_site
from tests.browser.test_live import LIVE, MINUTES
from tests.conftest import LIBRARY
from tests.unit.content import SMALL

TUESDAY = "2026-11-24T12:30:00Z"  # half past one in Berlin
REFUSED = """Object.defineProperty(globalThis, "sessionStorage", {
    get() { throw new Error("no"); },
});"""
TO_PAPER = """() => [...document.querySelectorAll("section.step")].map((step) => step.id)"""


@pytest.fixture(scope="module")
def graph() -> Iterator[Graph]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(addresses, "STEPS_ON_A_PAGE", 3)
        yield Graph.of(load(LIBRARY).base)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(split_site(tmp_path_factory.mktemp("split"), 3, LIBRARY)) as address:
        yield address


@pytest.fixture
def reader(phones: Phones, address: str) -> Reader:
    phones.address = address
    page = phones.open(timezone_id="Europe/Berlin", locale="en-GB")
    return Reader(page, address).at(TUESDAY)


def expect_at(reader: Reader, step: str, page: str) -> None:
    """This step alone is shown, on that page."""
    expect(reader.page).to_have_url(f"{reader.address}{page}/#{step}")
    expect(reader.shown).to_have_count(1)
    expect(reader.shown).to_have_id(step)


def to_the_second(reader: Reader) -> None:
    """Walk across the first edge, by two answers."""
    reader.opens("book-where").taps("From a friend").taps("For some days")
    expect_at(reader, "book-find-it", "decide-2")
    expect(reader.page.locator("#book-find-it h2")).to_be_focused()


ASKED = ["Where did you get it?", "How long have you had it?"]


def expect_asked(reader: Reader, *questions: str) -> None:
    stops = reader.page.locator(".trail li span")
    expect(stops).to_have_count(len(questions))
    for stop, question in zip(stops.all(), questions, strict=True):
        expect(stop).to_contain_text(question)


@pytest.mark.parametrize("scenario", ["book", "asked"])
def test_every_edge_leads_to_its_step_and_back_returns(
    reader: Reader, graph: Graph, scenario: str
) -> None:
    test_walk.walk_every_edge(Decide(reader.page, reader.address, graph), scenario)


def test_it_is_walked_and_read_without_javascript(
    phones: Phones, address: str, graph: Graph
) -> None:
    phones.address = address
    plain = Decide(phones.open(java_script_enabled=False), address, graph)
    test_without_javascript.test_every_step_can_be_read(plain)
    test_without_javascript.walk_every_edge(plain, "book")


def test_the_trail_goes_along_and_stays(reader: Reader) -> None:
    to_the_second(reader)
    expect_asked(reader, *ASKED)
    reader.page.reload()
    expect_asked(reader, *ASKED)
    reader.page.go_back()
    expect_at(reader, "book-how-long", "decide")
    expect_asked(reader, ASKED[0])
    reader.page.go_forward()
    expect_at(reader, "book-find-it", "decide-2")
    expect_asked(reader, *ASKED)


def test_an_answer_is_changed_on_the_page_before(reader: Reader) -> None:
    to_the_second(reader)
    reader.page.locator(".trail a").nth(1).tap()
    expect_at(reader, "book-how-long", "decide")
    expect_asked(reader, ASKED[0])
    reader.taps("For two weeks or more")
    expect_at(reader, "book-find-it", "decide-2")
    expect_asked(reader, *ASKED)
    expect(reader.page.locator(".trail li").last).to_contain_text("For two weeks or more")


def test_the_pages_own_back_leads_over_the_edge(reader: Reader) -> None:
    to_the_second(reader)
    before = reader.page.evaluate("history.length")
    reader.page.locator("[data-back]").tap()
    expect_at(reader, "book-how-long", "decide")
    expect_asked(reader, ASKED[0])
    assert reader.page.evaluate("history.length") == before


def test_back_after_the_step_is_reached_by_its_address(reader: Reader) -> None:
    to_the_second(reader)
    reader.page.evaluate("history.replaceState({ ...history.state, from: undefined }, '')")
    reader.page.reload()
    reader.page.locator("[data-back]").tap()
    expect_at(reader, "book-how-long", "decide")
    expect_asked(reader, ASKED[0])


def test_what_was_said_pages_ago_is_not_asked_again(reader: Reader) -> None:
    to_the_second(reader)
    reader.page.locator("#book-find-it .next a").tap()
    expect_at(reader, "book-hour", "decide-2")
    reader.page.get_by_role("link", name="Tuesday to Friday, after lunch").tap()
    expect_at(
        reader, "book-give-back", "decide-3"
    )  # a friend's book: whose it is was said on the first page
    expect(reader.page.locator(".trail li").last).to_contain_text("Whose book is it?")
    expect(reader.page.locator(".trail li").last).to_contain_text("A friend’s")
    expect(reader.page.locator("#book-give-back h2")).to_be_focused()
    reader.page.go_back()
    expect_at(reader, "book-hour", "decide-2")


def test_what_is_known_leads_over_the_edge(reader: Reader) -> None:
    reader.keeps(lent="2026-11-18", branch="van").opens("book-where")
    reader.page.get_by_role("button", name="Skip").tap()
    expect_at(reader, "book-find-it", "decide-2")
    expect_asked(reader, *ASKED)
    expect(reader.page.locator(".trail li").last).to_contain_text("Known to your phone")


def test_an_address_from_before_leads_to_its_page(reader: Reader) -> None:
    for old in ("decide", "decide-4"):
        reader.page.goto("about:blank")
        reader.page.goto(f"{reader.address}{old}/#book-desk")
        expect_at(reader, "book-desk", "decide-3")
    for lost in ("book-no-such-step", "asked-no-such-step", "%E0%A4%A", "none"):
        reader.page.goto("about:blank")
        reader.page.goto(f"{reader.address}decide/#{lost}")
        expect(reader.page.locator(".notice")).to_be_visible()


def test_without_storage_the_walk_goes_on(phones: Phones, address: str) -> None:
    phones.address = address
    page = phones.open()
    page.add_init_script(REFUSED)
    reader = Reader(page, address)
    reader.opens("book-where").taps("From a friend").taps("For some days")
    expect_at(reader, "book-find-it", "decide-2")
    reader.taps("I have it")
    expect_at(reader, "book-hour", "decide-2")
    expect_asked(reader, "Find the book")


def test_another_way_in_finds_nothing_handed_over(reader: Reader) -> None:
    to_the_second(reader)
    assert reader.page.evaluate("sessionStorage.length") == 0
    reader.page.goto(f"{reader.address}decide-3/#book-desk")
    expect_asked(reader)


def test_numbers_on_paper_go_on(reader: Reader) -> None:
    reader.page.goto(f"{reader.address}decide-2/")
    reader.page.emulate_media(media="print")
    ids = reader.page.evaluate(TO_PAPER)
    assert ids == ["book-find-it", "book-hour", "book-closed"]
    counted = "getComputedStyle(document.querySelector('.intro')).counterIncrement"
    assert reader.page.evaluate(counted) == "step 3"
    expect(reader.page.locator(".elsewhere")).to_be_hidden()


def test_the_clock_counts_on_over_the_edge(phones: Phones, tmp_path: Path) -> None:
    """Each step of a live scenario is on a page of its own."""
    with serve(split_site(tmp_path, 1, SMALL, LIVE)) as phones.address:
        page = phones.open()
        page.clock.install()
        page.goto(f"{phones.address}decide-5/#shop-warranty")
        page.locator("#shop-warranty .answers a[href$='#shop-write']").tap()
        expect(page).to_have_url(f"{phones.address}decide-6/#shop-write")
        expect(page.locator(".clock")).to_contain_text("0")
        page.clock.run_for(4 * MINUTES)
        expect(page.locator(".clock")).to_contain_text("4")
