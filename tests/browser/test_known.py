"""What the phone knows is offered first, and what was answered is remembered; readers decide."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from answertree.reading.load import load
from answertree.testing.axe import by_day_and_night
from answertree.testing.browser import test_walk, test_without_javascript
from answertree.testing.decide import Decide, Graph
from answertree.testing.layout import LOW, TAP, TOO_WIDE
from answertree.testing.phone import SCREEN, SMALL, Phones
from answertree.testing.settled import settled
from playwright.sync_api import ViewportSize, expect

from tests.browser.reader import Reader
from tests.conftest import LIBRARY

TUESDAY = "2026-11-24T12:30:00Z"  # half past one in Berlin
DAYS = ["Since yesterday or today", "For some days", "For two weeks or more"]
HOURS = ["Monday", "Tuesday to Friday, before one", "Tuesday to Friday, after lunch",
         "Tuesday to Friday, after five", "Saturday or Sunday"]  # fmt: skip
REFUSED = """for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
    Object.defineProperty(globalThis, name, { get() { throw new Error("no"); } });"""
FULL = """Storage.prototype.setItem = () => { throw new Error("it is full"); };"""
# The first answer of a step whenever it is shown, from the tap that leads there: at once, as soon
# as the page has been told where the browser went, and in each frame.
FIRST_ANSWERS = """([from, to]) => new Promise((done) => {
    const step = document.getElementById(to);
    const seen = [];
    const look = () => {
        const first = step.querySelector(".answers a").firstChild;
        if (step.checkVisibility()) seen.push(first.data.trim());
    };
    const lookOn = () => {
        look();
        if (seen.length < 6) requestAnimationFrame(lookOn);
        else done(seen);
    };
    addEventListener("hashchange", look, { once: true });
    document.querySelector(`#${from} a[href="#${to}"]`).click();
    lookOn();
})"""

Open = Callable[..., Reader]


@pytest.fixture
def reader_of(phones: Phones, library: str) -> Open:
    """A reader on a phone of its own, in Berlin unless said otherwise."""
    phones.address = library

    def reader_of(**options: Any) -> Reader:
        settings = {"timezone_id": "Europe/Berlin", "locale": "en-GB"} | options
        return Reader(phones.open(**settings), library).at(TUESDAY)

    return reader_of


@pytest.fixture
def reader(reader_of: Open) -> Reader:
    return reader_of()


def test_the_answer_that_is_known_comes_first_and_says_why(reader: Reader) -> None:
    reader.keeps(lent="2026-11-18").opens("book-how-long")
    reader.expect_first("For some days", "day of lending: 6 days ago")
    expect(reader.answers).to_have_text([DAYS[1], DAYS[0], DAYS[2]])
    reader.taps("For two weeks or more").expect_at("book-find-it")  # the reader decides
    expect(reader.trail).to_contain_text("For two weeks or more")
    expect(reader.trail).not_to_contain_text("Known to your phone")


def test_the_answer_that_is_known_comes_first_from_the_first_moment(reader: Reader) -> None:
    reader.opens("book-closed")
    seen = reader.page.evaluate(FIRST_ANSWERS, ["book-closed", "book-hour"])
    assert set(seen) == {HOURS[2]}


def test_where_nothing_is_filled_in_the_answers_are_as_written(reader: Reader) -> None:
    for step in ("book-where", "book-how-long", "book-desk", "book-more", "asked-how-often"):
        reader.opens(step).expect_nothing_known()


DETAILS: list[tuple[str, dict[str, Any], str, str]] = [
    ("book-where", {"branch": "van"}, "From the van", "place: The library van"),
    ("book-where", {"house": "friend"}, "From a friend", "place: A friend"),  # by an old name
    ("book-more", {"books": "2"}, "Two or more", "number of books: 2"),
    ("book-how-long", {"lent": "2026-11-24"}, DAYS[0], "day of lending: today"),
    ("book-how-long", {"lent": "2026-11-25"}, DAYS[0], "day of lending: tomorrow"),
    ("book-how-long", {"lent": "2026-11-23"}, DAYS[0], "day of lending: yesterday"),
    ("book-how-long", {"lent": "2026-11-22"}, DAYS[1], "day of lending: 2 days ago"),
    ("book-how-long", {"lent": "2026-11-11"}, DAYS[1], "day of lending: 13 days ago"),
    ("book-how-long", {"lent": "2026-11-10"}, DAYS[2], "day of lending: 14 days ago"),
    ("book-how-long", {"lent": "2025-11-24"}, DAYS[2], "day of lending: 365 days ago"),
    ("asked-how-often", {"notes": 1}, "Once", "From your notes"),
    ("asked-how-often", {"notes": 2}, "Twice or more", "From your notes"),
]


def test_each_kind_of_detail_is_known(reader: Reader) -> None:
    for step, kept, answer, why in DETAILS:
        reader.keeps(**kept).opens(step).expect_first(answer, why)


@pytest.mark.parametrize(
    "kept",
    [
        {"lent": "2026-02-30"},
        {"lent": "yesterday"},
        {"lent": ""},
        {"branch": "moon", "books": "21"},
        {"name": "Ada"},
    ],
)
def test_what_cannot_be_is_not_known(reader: Reader, kept: dict[str, str]) -> None:
    reader.keeps(**kept)
    for step in ("book-where", "book-how-long", "book-more"):
        reader.opens(step).expect_nothing_known()


def test_the_clock_alone_is_enough(reader: Reader) -> None:
    reader.opens("book-hour").expect_first(HOURS[2], "Tuesday, 13:30")
    assert reader.page.evaluate("localStorage.length") == 0


EDGES_OF_HOURS = [
    ("2026-11-29T22:59:00Z", HOURS[4], "Sunday"),  # to Monday
    ("2026-11-29T23:00:00Z", HOURS[0], "Monday"),
    ("2026-11-30T22:59:00Z", HOURS[0], "Monday"),  # over the end of a month
    ("2026-11-30T23:00:00Z", HOURS[1], "Tuesday, 0:00"),
    ("2026-12-31T22:59:00Z", HOURS[3], "Thursday, 23:59"),  # and of a year
    ("2026-12-31T23:00:00Z", HOURS[1], "Friday, 0:00"),
    ("2028-02-29T11:59:00Z", HOURS[1], "Tuesday, 12:59"),  # a leap day
    ("2028-02-29T12:00:00Z", HOURS[2], "Tuesday, 13:00"),
    ("2028-02-29T15:59:00Z", HOURS[2], "Tuesday, 16:59"),
    ("2028-02-29T16:00:00Z", HOURS[3], "Tuesday, 17:00"),
    ("2027-03-28T00:59:00Z", HOURS[4], "Sunday"),  # the clock leaps an hour ahead
    ("2027-03-29T10:59:00Z", HOURS[0], "Monday"),
    ("2027-03-30T10:59:00Z", HOURS[1], "Tuesday, 12:59"),
    ("2027-03-30T11:00:00Z", HOURS[2], "Tuesday, 13:00"),
    ("2027-10-29T11:00:00Z", HOURS[2], "Friday, 13:00"),
    ("2027-10-31T22:59:00Z", HOURS[4], "Sunday"),  # the clock went an hour back
    ("2027-10-31T23:00:00Z", HOURS[0], "Monday"),
    ("2027-11-02T12:00:00Z", HOURS[2], "Tuesday, 13:00"),
]


def test_the_hour_at_its_edges(reader: Reader) -> None:
    for moment, answer, why in EDGES_OF_HOURS:
        reader.at(moment).opens("book-hour").expect_first(answer, why)


EDGES_OF_DAYS = [
    ("2026-11-29T22:59:00Z", "2026-11-28", "yesterday"),
    ("2026-11-29T23:00:00Z", "2026-11-28", "2 days ago"),
    ("2028-02-29T12:00:00Z", "2028-02-28", "yesterday"),
    ("2028-03-01T12:00:00Z", "2028-02-28", "2 days ago"),  # there was a leap day
    ("2027-03-01T12:00:00Z", "2027-02-28", "yesterday"),
    ("2027-01-01T12:00:00Z", "2026-12-31", "yesterday"),
    ("2027-03-28T22:30:00Z", "2027-03-27", "2 days ago"),  # a day of 23 hours is a day
    ("2027-03-28T21:30:00Z", "2027-03-27", "yesterday"),
    ("2027-10-31T22:30:00Z", "2027-10-30", "yesterday"),  # and so is one of 25
    ("2027-10-31T23:30:00Z", "2027-10-30", "2 days ago"),
]


def test_days_are_counted_at_their_edges(reader: Reader) -> None:
    for moment, lent, why in EDGES_OF_DAYS:
        reader.at(moment).keeps(lent=lent).opens("book-how-long")
        expect(reader.why).to_have_text(f"day of lending: {why}")


@pytest.mark.parametrize(
    ("device", "zone", "answer", "why"),
    [
        ("America/New_York", "", HOURS[1], "Tuesday, 7:30"),
        ("America/New_York", "America/New_York", HOURS[1], "Tuesday, 7:30"),
        ("America/New_York", "Europe/Berlin", HOURS[2], "Tuesday, 13:30 Central European Time"),
        ("America/New_York", "Pacific/Kiritimati", HOURS[1], "Wednesday, 02:30 Line Islands Time"),
        ("Europe/Berlin", "Middle/Earth", HOURS[2], "Tuesday, 13:30"),
    ],
)
def test_the_clock_on_the_other_side_counts(
    reader_of: Open, device: str, zone: str, answer: str, why: str
) -> None:
    reader = reader_of(timezone_id=device)
    reader.keeps(their_zone=zone, lent="2026-11-24").opens("book-hour").expect_first(answer, why)
    day = "yesterday" if zone == "Pacific/Kiritimati" else "today"
    reader.opens("book-how-long").expect_first(DAYS[0], f"day of lending: {day}")


def test_a_clock_that_was_set_back_after_saving_stops_nothing(reader: Reader) -> None:
    reader.keeps(lent="2026-11-24").at("2019-06-01T12:00:00Z").opens("book-how-long")
    reader.expect_first(DAYS[0], "day of lending: in 2,733 days")
    reader.at("2026-11-24T12:00:00Z").taps(DAYS[0]).expect_at("book-read-on")


def test_a_page_that_is_left_open_knows_when_the_day_is_over(reader: Reader) -> None:
    reader.keeps(lent="2026-11-23")
    reader.page.clock.install(time="2026-11-24T22:00:00Z")
    reader.opens("book-how-long", waits=False)
    reader.expect_first(DAYS[0], "day of lending: yesterday")
    reader.page.clock.pause_at("2026-11-24T22:59:59Z")
    expect(reader.why).to_have_text("day of lending: yesterday")
    reader.page.clock.run_for(2_000)
    reader.expect_first(DAYS[1], "day of lending: 2 days ago")
    reader.page.clock.run_for(24 * 3600 * 1000)
    expect(reader.why).to_have_text("day of lending: 3 days ago")


def test_a_page_that_is_left_open_knows_when_an_hour_begins(reader: Reader) -> None:
    reader.page.clock.install(time="2026-11-24T11:00:00Z")
    reader.opens("book-hour", waits=False)
    expect(reader.answers.first).to_have_text(HOURS[1])
    reader.page.clock.pause_at("2026-11-24T11:59:59Z")
    expect(reader.answers.first).to_have_text(HOURS[1])
    reader.page.clock.run_for(2_000)
    reader.expect_first(HOURS[2], "Tuesday, 13:00")
    reader.page.clock.run_for(4 * 3600 * 1000)
    reader.expect_first(HOURS[3], "Tuesday, 17:00")


def test_a_page_that_is_seen_again_asks_the_clock(reader: Reader) -> None:
    reader.opens("book-hour").expect_first(HOURS[2], "Tuesday, 13:30")
    reader.at("2026-11-28T12:00:00Z")
    reader.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    reader.expect_first(HOURS[4], "Saturday")


def test_each_step_asks_the_clock(reader: Reader) -> None:
    reader.opens("book-find-it").at("2026-11-28T12:00:00Z").taps("I have it")
    reader.expect_first(HOURS[4], "Saturday")


def test_what_has_the_focus_keeps_it_when_nothing_changes_its_place(reader: Reader) -> None:
    reader.opens("book-hour").expect_first(HOURS[2], "Tuesday, 13:30")
    reader.answers.nth(3).focus()
    reader.at("2026-11-24T12:31:00Z")
    reader.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(reader.why).to_have_text("Tuesday, 13:31")
    expect(reader.answers.nth(3)).to_be_focused()


def test_what_another_tab_fills_in_is_known_here(reader: Reader) -> None:
    reader.opens("book-more").expect_nothing_known()
    other = reader.page.context.new_page()
    other.goto(f"{reader.address}about-you/")
    other.get_by_label("number of books").fill("3")
    reader.expect_first("Two or more", "number of books: 3")
    other.get_by_label("number of books").fill("")
    reader.expect_nothing_known()
    expect(reader.answers).to_have_text(["Only one", "Two or more"])


# Skipping


def test_skipping_goes_to_the_first_step_that_is_not_known(reader: Reader) -> None:
    reader.keeps(branch="van", lent="2026-11-18").opens("book-where")
    reader.skip.tap()
    reader.expect_at("book-find-it")  # there is something to do
    expect(reader.shown.locator("h2")).to_be_focused()
    expect(reader.trail).to_have_count(2)
    for stop, words in zip(reader.trail.all(), ("From the van", "For some days"), strict=True):
        expect(stop).to_contain_text(words)
        expect(stop).to_contain_text("Known to your phone")
    reader.taps("I have it").expect_at("book-hour")
    reader.skip.tap()
    reader.expect_at("book-more")  # the clock, then the place; how many is not known
    expect(reader.trail).to_have_count(5)


def test_the_way_past_stands_below_the_answer_that_is_known(reader: Reader) -> None:
    reader.keeps(branch="van").opens("book-where")
    first = reader.shown.locator(".answers li").first
    expect(first.locator("a, button")).to_have_text(["From the van", "Skip what my phone knows"])


def test_from_home_one_tap_leads_past_all_that_is_known(reader: Reader) -> None:
    reader.keeps(branch="van", lent="2026-11-18")
    page = reader.page
    page.goto(reader.address)
    ahead = page.get_by_role("link", name="Skip what my phone knows: I have a book")
    expect(ahead).to_have_text("Skip what my phone knows")
    assert not page.evaluate(TOO_WIDE, SCREEN["width"])
    assert by_day_and_night(page, "home") == []
    ahead.tap()
    reader.expect_at("book-find-it")
    expect(reader.trail).to_have_count(2)
    for entry in reader.trail.all():
        expect(entry).to_contain_text("Known to your phone")
    page.go_back()
    reader.expect_at("book-where")  # once is enough: here the reader may decide
    reader.expect_first("From the van", "place: The library van")
    reader.opens("book-where").expect_first("From the van", "place: The library van")


@pytest.mark.parametrize("kept", [{}, {"name": "Ada"}])
def test_from_home_nothing_is_skipped_that_is_not_known(
    reader: Reader, kept: dict[str, str]
) -> None:
    if kept:
        reader.keeps(**kept)
    page = reader.page
    with settled(page):
        page.goto(reader.address)
    ahead = page.get_by_role("link", name="Skip what my phone knows")
    if not kept:
        expect(ahead).to_have_count(0)
        return
    ahead.first.tap()
    reader.expect_at("book-where").expect_nothing_known()


def test_what_was_skipped_can_be_changed(reader: Reader) -> None:
    reader.keeps(branch="van", lent="2026-11-18").opens("book-where")
    reader.skip.tap()
    reader.expect_at("book-find-it")
    reader.trail.nth(1).get_by_role("link").tap()
    reader.expect_at("book-how-long")
    expect(reader.trail).to_have_count(1)
    reader.taps(DAYS[0]).expect_at("book-read-on")
    expect(reader.trail).to_have_count(2)
    expect(reader.trail.nth(1)).not_to_contain_text("Known to your phone")


def test_skipping_is_one_step_back_for_the_browser_and_for_the_page(reader: Reader) -> None:
    reader.keeps(branch="van", lent="2026-11-18").opens("book-where")
    for _ in range(2):
        reader.skip.tap()
        reader.expect_at("book-find-it")
        reader.page.go_back()
        reader.expect_at("book-where")
        expect(reader.trail).to_have_count(0)
    reader.page.go_forward()
    reader.expect_at("book-find-it")
    expect(reader.trail).to_have_count(2)
    reader.page.reload()
    reader.expect_at("book-find-it")
    expect(reader.trail.first).to_contain_text("Known to your phone")
    reader.page.locator("[data-back]").tap()
    reader.expect_at("book-where")
    reader.page.go_forward()
    reader.expect_at("book-find-it")  # the page's own way back did not pile up history


def test_skipping_adds_no_branch(reader: Reader) -> None:
    links = "(all) => all.map((link) => [link.closest('section').id, link.hash]).sort()"
    page = reader.page
    page.goto(f"{reader.address}decide/")
    before = page.locator("section a[href^='#']").evaluate_all(links)
    reader.keeps(branch="van", lent="2026-11-18", books="3", notes=2)
    for step in ("book-where", "book-how-long", "book-hour", "book-give-back"):
        reader.opens(step)
    assert page.locator("section a[href^='#']").evaluate_all(links) == before
    reader.opens("book-where")
    assert reader.skip.evaluate("(button) => button.localName") == "button"


# Remembered


def test_what_was_answered_is_not_asked_again(reader: Reader) -> None:
    reader.opens("book-where").taps("From the van").expect_at("book-how-long")
    reader.taps("For some days").taps("I have it").expect_at("book-hour")
    reader.taps(HOURS[2]).expect_at("book-more")  # past the question whose book it is
    stop = reader.trail.nth(4)
    expect(stop).to_contain_text("Whose book is it?")
    expect(stop).to_contain_text("The van’s")
    expect(stop).to_contain_text("From an earlier answer")
    expect(reader.trail.nth(3)).not_to_contain_text("From an earlier answer")


def walked(reader: Reader) -> Reader:
    """A reader who has passed a question over."""
    reader.opens("book-where").taps("From the van").taps("For some days").taps("I have it")
    return reader.taps(HOURS[2]).expect_at("book-more")


def test_the_way_back_never_bounces(reader: Reader) -> None:
    walked(reader).page.go_back()
    reader.expect_at("book-hour")
    expect(reader.trail).to_have_count(3)
    reader.page.go_forward()
    reader.expect_at("book-more")
    expect(reader.trail).to_have_count(5)
    reader.page.reload()
    reader.expect_at("book-more")
    expect(reader.trail.nth(4)).to_contain_text("From an earlier answer")
    reader.page.locator("[data-back]").tap()
    reader.expect_at("book-hour")


def test_what_was_passed_over_can_be_changed(reader: Reader) -> None:
    walked(reader).trail.nth(4).get_by_role("link").tap()
    reader.expect_at("book-desk")
    reader.expect_first("The van’s", "place: The library van")
    expect(reader.trail).to_have_count(4)
    reader.taps("A friend’s").expect_at("book-give-back")
    expect(reader.trail).to_have_count(5)
    expect(reader.trail.nth(4)).not_to_contain_text("From an earlier answer")


def test_another_answer_is_remembered_in_the_place_of_the_old_one(reader: Reader) -> None:
    walked(reader).trail.first.get_by_role("link").tap()
    reader.expect_at("book-where").taps("From a friend").taps("For some days").taps("I have it")
    reader.taps(HOURS[2]).expect_at("book-give-back")
    expect(reader.trail.nth(4)).to_contain_text("A friend’s")


def test_what_was_answered_outdoes_what_is_filled_in(reader: Reader) -> None:
    reader.keeps(branch="friend")
    walked(reader)
    expect(reader.trail.nth(4)).to_contain_text("The van’s")


def test_what_is_filled_in_passes_nothing_over(reader: Reader) -> None:
    reader.keeps(branch="van", lent="2026-11-18").opens("book-how-long").taps("For some days")
    reader.taps("I have it").taps(HOURS[2]).expect_at("book-desk")


def test_a_shared_link_shows_its_question(reader: Reader) -> None:
    walked(reader)
    reader.opens("book-desk").expect_at("book-desk")
    expect(reader.trail).to_have_count(0)


def test_where_a_script_fails_every_question_is_asked(reader: Reader, phones: Phones) -> None:
    phones.watches.pop()  # it warns, as it should
    script: Any = {"body": "throw new Error('no')", "content_type": "text/javascript"}
    reader.page.route("**/facts/known.js", lambda route: route.fulfill(**script))
    reader.opens("book-where").taps("From the van").expect_at("book-how-long")
    reader.taps("For some days").taps("I have it").taps(HOURS[2]).expect_at("book-desk")


# What stands under a condition

GIVE_BACK = {
    "Bring some coins.": ("lent", "If day of lending is 14 days ago or earlier:"),
    "Go to the house": ("branch", "If place is “The town library”:"),
    "Wait at the stop": ("branch", "If place is “The library van”:"),
    "Ring twice": ("branch", "If place is “A friend”:"),
    "The other books": ("books", "If number of books is 2 or more:"),
    "Nothing else": ("books", "If number of books is 1 or less:"),
}


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_not_known_stands_under_its_condition(reader_of: Open, scripts: bool) -> None:
    reader = reader_of(java_script_enabled=scripts)
    with settled(reader.page):
        reader.page.goto(f"{reader.address}decide/#book-give-back")
    step = reader.step("book-give-back")
    for words, (_, condition) in GIVE_BACK.items():
        expect(step.get_by_text(words)).to_be_visible()
        expect(step.get_by_text(condition, exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("kept", "there"),
    [
        ({"lent": "2026-11-10", "branch": "town", "books": "2"},
         {"Bring some coins.", "Go to the house", "The other books"}),
        ({"lent": "2026-11-11", "branch": "van", "books": "1"},
         {"Wait at the stop", "Nothing else"}),
        ({"lent": "2026-11-11", "branch": "friend", "books": "0"},
         {"Ring twice", "Nothing else"}),
    ],
)  # fmt: skip
def test_what_is_known_is_shown_without_its_condition_or_not_at_all(
    reader: Reader, kept: dict[str, str], there: set[str]
) -> None:
    reader.keeps(**kept).opens("book-give-back")
    step = reader.step("book-give-back")
    for words, (_, condition) in GIVE_BACK.items():
        expect(step.get_by_text(words)).to_be_visible(visible=words in there)
        expect(step.get_by_text(condition, exact=True)).to_be_hidden()
    expect(step.locator(".dont")).to_be_visible(visible="Ring twice" in there)


def test_a_condition_on_two_facts_is_known_when_both_are_or_when_one_does_not_hold(
    reader: Reader,
) -> None:
    line = reader.step("book-give-back").locator("li", has_text="with you")
    condition = line.locator(".when")
    reader.keeps(books="2").opens("book-give-back")
    expect(condition).to_be_visible()
    reader.keeps(books="2", lent="2026-11-20").opens("book-give-back")
    expect(line).to_be_visible()
    expect(condition).to_be_hidden()
    reader.keeps(books="1").opens("book-give-back")
    expect(line).to_be_hidden()


def test_what_was_answered_decides_what_is_shown(reader: Reader) -> None:
    walked(reader).taps("Only one").expect_at("book-give-back")
    step = reader.step("book-give-back")
    expect(step.get_by_text("Wait at the stop")).to_be_visible()
    expect(step.get_by_text("Go to the house")).to_be_hidden()
    expect(step.locator(".next")).to_have_count(2)
    expect(step.locator(".next:visible")).to_contain_text("Nothing else")


# On paper


def test_on_paper_a_number_leads_on_from_what_is_to_be_done_first(reader: Reader) -> None:
    page = reader.page
    with settled(page):
        page.goto(f"{reader.address}decide/")
    page.emulate_media(media="print")
    expect(reader.step("book-find-it").get_by_text("I have it")).to_be_visible()
    expect(reader.step("book-read-on").locator(".next")).to_be_hidden()
    expect(page.locator(".hint, .when").locator("visible=true")).to_have_count(0)


# Every way


@pytest.fixture(scope="module")
def tree() -> Graph:
    return Graph.of(load(LIBRARY).base)


@pytest.mark.parametrize("part", ["book", "asked"])
def test_every_edge_is_walked_with_javascript(reader: Reader, tree: Graph, part: str) -> None:
    test_walk.walk_every_edge(Decide(reader.page, reader.address, tree), part)


@pytest.mark.parametrize("part", ["book", "asked"])
def test_every_edge_is_walked_without(reader_of: Open, tree: Graph, part: str) -> None:
    reader = reader_of(java_script_enabled=False)
    decide = Decide(reader.page, reader.address, tree)
    test_without_javascript.walk_every_edge(decide, part)


# Whatever happens


@pytest.mark.parametrize(
    "device",
    [REFUSED, FULL, "Storage.prototype.getItem = () => '{';",
     "Storage.prototype.getItem = () => '{\"values\": {\"lent\": \"2026-11-18\\u0000\"}}';"],
    ids=["refused", "full", "corrupt", "odd"],
)  # fmt: skip
def test_whatever_the_storage_does_the_clock_is_known(reader: Reader, device: str) -> None:
    reader.page.add_init_script(device)
    reader.opens("book-how-long").expect_nothing_known()
    reader.taps(DAYS[1]).taps("I have it").expect_first(HOURS[2], "Tuesday, 13:30")
    reader.taps(HOURS[2]).expect_at("book-desk")


FORGED = """[{trail: [{step: "book-where", answer: "From the van", taken: {}}]},
    {trail: [{step: "book-where", answer: "From the van", taken: "<img src=x>"}]},
    {trail: [{step: "book-where", answer: "From the moon", taken: "phone"}], from: "book-where"},
    {trail: [{step: "book-where", answer: "From the van", taken: 1n}], from: {}}]"""


def test_a_forged_history_stops_nothing(reader: Reader) -> None:
    reader.keeps(lent="2026-11-18").opens("book-how-long")
    for index in range(4):
        reader.page.evaluate(f"(index) => history.replaceState({FORGED}[index], '')", index)
        with settled(reader.page):
            reader.page.reload()
        reader.expect_at("book-how-long").expect_first(DAYS[1], "day of lending: 6 days ago")
        expect(reader.page.get_by_text("Known to your phone")).to_have_count(0)
    reader.skip.tap()
    reader.expect_at("book-find-it")


def test_nothing_that_is_known_leaves_the_page(reader: Reader) -> None:
    asked: list[str] = []
    reader.page.context.on("request", lambda request: asked.append(request.url))
    zone = "Pacific/Kiritimati"
    reader.keeps(name="Adabell", lent="2026-11-18", books="17", branch="van", their_zone=zone)
    reader.opens("book-where")
    reader.skip.tap()
    reader.taps("I have it")
    reader.skip.tap()
    reader.expect_at("book-closed")
    page = reader.page
    seen = "".join((*asked, page.url, page.title(), page.evaluate("JSON.stringify(history.state)")))
    for value in ("Adabell", "2026-11-18", "17", "Kiritimati"):
        assert not re.search(rf"(?<!\d){value}(?!\d)", seen), value


def test_its_scripts_are_fetched_for_the_steps_that_need_them(reader: Reader) -> None:
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url.partition("assets/")[2]))
    with settled(reader.page):
        reader.page.goto(f"{reader.address}decide/")
    reader.opens("asked-let-it-be")
    assert not [path for path in asked if path.startswith(("facts/", "remind/"))]
    reader.opens("book-hour")
    assert "facts/known.js" in asked
    assert "remind/remind.js" not in asked
    reader.opens("book-closed")
    assert "remind/remind.js" in asked


@pytest.mark.parametrize(
    ("screen", "text_size"),
    [(SCREEN, 100), (SMALL, 100), (SCREEN, 200)],
    ids=["phone", "small phone", "large text"],
)
def test_all_of_it_fits_and_can_be_hit_by_a_thumb(
    reader_of: Open, screen: ViewportSize, text_size: int
) -> None:
    reader = reader_of(screen=screen, text_size=text_size)
    page = reader.page
    page.goto(f"{reader.address}decide/#book-where")
    reader.keeps(lent="2026-11-18", branch="van", their_zone="Pacific/Kiritimati")
    for step in ("book-where", "book-read-on", "book-give-back", "about-you"):
        path = f"{step}/" if step == "about-you" else f"decide/#{step}"
        with settled(page):
            page.goto(f"{reader.address}{path}")
        with settled(page):
            page.reload()
        assert page.evaluate(TOO_WIDE, screen["width"]) is None, step
        controls = page.locator(":is(.quiet, select):visible")
        assert controls.count() == {"book-give-back": 0, "about-you": 2}.get(step, 1), step
        assert [low for low in controls.evaluate_all(LOW) if low[1] < TAP] == [], step


def test_axe_finds_nothing_in_what_is_known(reader: Reader) -> None:
    found = []
    kept: dict[str, Any]
    details = {"lent": "2026-11-18", "branch": "van", "books": "2", "notes": 2}
    for kept in ({}, details):
        reader.keeps(**kept)
        for step in ("book-where", "book-how-long", "book-find-it", "book-hour", "book-closed",
                     "book-read-on", "book-give-back", "asked-how-often"):  # fmt: skip
            found += by_day_and_night(reader.opens(step).page, f"{step} of {kept}")
    reader.opens("book-where").skip.tap()
    found += by_day_and_night(reader.expect_at("book-find-it").page, "the trail")
    reader.page.goto(f"{reader.address}about-you/")
    expect(reader.page.get_by_label("time zone of the library")).to_be_visible()
    found += by_day_and_night(reader.page, "the fields")
    assert not found, "\n".join(found)
