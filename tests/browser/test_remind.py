"""Days that are worked out, in the reader's words, and entries of a calendar that mean them."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from answertree.testing.phone import Phones
from icalendar import Calendar
from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader
from tests.conftest import ROOT

FRIDAY = "2026-11-20T09:00:00Z"
PARSER = ROOT / ".github" / "calendar"

Open = Callable[..., Reader]


@pytest.fixture
def reader_of(phones: Phones, library: str) -> Open:
    phones.address = library

    def reader_of(zone: str = "Europe/Berlin", locale: str = "en-GB", **options: Any) -> Reader:
        page = phones.open(timezone_id=zone, locale=locale, **options)
        return Reader(page, library).at(FRIDAY)

    return reader_of


@pytest.fixture
def reader(reader_of: Open) -> Reader:
    return reader_of()


def title(reader: Reader) -> Locator:
    return reader.shown.locator(".remind__title")


def add(reader: Reader) -> Locator:
    return reader.page.get_by_role("button", name="Add to calendar")


def entry(reader: Reader) -> str:
    """The file that the reader is given, and that it came from the page alone."""
    with reader.page.expect_download() as given:
        add(reader).tap()
    assert given.value.url.startswith("blob:")
    assert re.fullmatch(r"[a-z-]+\.ics", given.value.suggested_filename)
    return Path(given.value.path()).read_bytes().decode()


def read(text: str) -> dict[str, Any]:
    """What the one entry of a calendar says, as PyPI's icalendar reads it."""
    event: Any
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    start, end = (event[name].dt for name in ("DTSTART", "DTEND"))
    return {"title": str(event["SUMMARY"]), "start": start, "end": end,
            "alarms": len(event.walk("VALARM")), "uid": str(event["UID"])}  # fmt: skip


def read_by_ical_js(text: str) -> dict[str, Any]:
    """The same as npm's ical.js reads it."""
    node = shutil.which("node")
    if not node or not (PARSER / "node_modules").is_dir():
        assert "GITHUB_ACTIONS" not in os.environ, "the workflow has not set it up"
        pytest.skip("needs Node, and `npm ci --ignore-scripts --prefix .github/calendar`")
    done = subprocess.run([node, str(PARSER / "read.mjs")], input=text.encode(),
                          capture_output=True, timeout=60)  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


WORKED_OUT = [
    ("2026-11-17", "Tuesday 24 November, from 13:00"),
    ("2026-11-15", "Tuesday 24 November, from 13:00"),  # a Sunday, and no Monday
    ("2026-11-16", "Tuesday 24 November, from 13:00"),
    ("2026-11-18", "Wednesday 25 November, from 13:00"),
    ("2026-11-21", "Tuesday 1 December, from 13:00"),  # over the end of a month
    ("2026-12-24", "Thursday 31 December, from 13:00"),
    ("2026-12-26", "Tuesday, 5 January 2027, from 13:00"),  # and of a year
    ("2028-02-22", "Tuesday, 29 February 2028, from 13:00"),
    ("2027-03-23", "Tuesday, 30 March 2027, from 13:00"),  # past a change of the clock
    ("2027-10-26", "Tuesday, 2 November 2027, from 13:00"),
    ("2026-10-01", "Friday 20 November, from 13:00"),  # long due: today
]


def test_the_day_is_worked_out(reader: Reader) -> None:
    for lent, words in WORKED_OUT:
        reader.keeps(lent=lent).opens("book-read-on")
        expect(title(reader)).to_have_text(f"Bring the book back: {words}")


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-US", "Tuesday, November 24, from 1:00 PM"),
        ("fr-FR", "Tuesday, November 24, from 1:00 PM"),
    ],
)
def test_it_is_said_as_the_reader_writes_days(reader_of: Open, locale: str, words: str) -> None:
    """Of a language that the page does not speak, the page's own stands for it."""
    reader = reader_of(locale=locale).keeps(lent="2026-11-17").opens("book-read-on")
    expect(title(reader)).to_have_text(f"Bring the book back: {words}")


@pytest.mark.parametrize("lent", ["", "2026-02-30", "soon"])
def test_where_the_day_is_not_known_a_link_leads_to_its_field(reader: Reader, lent: str) -> None:
    reader.keeps(lent=lent, name="x").opens("book-read-on")
    expect(title(reader)).to_have_text("Bring the book back")
    expect(add(reader)).to_have_count(0)
    rule = reader.shown.locator(".remind__rule")
    expect(rule).to_contain_text("7 days after")
    expect(rule).to_contain_text("on the days and hours of “When the library is open”")
    if not lent:
        rule.get_by_role("link", name="day of lending").tap()
        expect(reader.page.get_by_label("day of lending")).to_be_focused()
        reader.page.get_by_label("day of lending").fill("2026-11-17")
        reader.page.go_back()
        expect(title(reader)).to_contain_text("Tuesday 24 November")


def test_without_javascript_the_rule_is_said_in_words(reader_of: Open) -> None:
    reader = reader_of(java_script_enabled=False)
    reader.page.goto(f"{reader.address}decide/#book-read-on")
    step = reader.step("book-read-on")
    expect(step.locator(".remind__title")).to_have_text("Bring the book back")
    expect(step.locator(".remind__rule")).to_have_text(
        "7 days after day of lending or later, on the days and hours of “When the library is open”"
    )
    rule = reader.step("book-closed").locator(".remind__rule")
    expect(rule).to_have_text("day of lending")


# Who is where, whose clock counts, and when 13:00 of that clock is in UTC.
PLACES = [
    ("Europe/Berlin", "", "Tuesday 24 November, from 13:00", "2026-11-24T12:00Z"),
    ("America/New_York", "", "Tuesday 24 November, from 13:00", "2026-11-24T18:00Z"),
    ("America/New_York", "Europe/Berlin",
     "Tuesday 24 November, from 13:00 Central European Time", "2026-11-24T12:00Z"),
    ("America/New_York", "Pacific/Kiritimati",
     "Tuesday 24 November, from 13:00 Line Islands Time", "2026-11-23T23:00Z"),
]  # fmt: skip


@pytest.mark.parametrize(("device", "zone", "words", "start"), PLACES)
def test_an_entry_means_the_right_moment(
    reader_of: Open, device: str, zone: str, words: str, start: str
) -> None:
    reader = reader_of(device).keeps(lent="2026-11-17", their_zone=zone).opens("book-read-on")
    expect(title(reader)).to_have_text(f"Bring the book back: {words}")
    text = entry(reader)
    moment = datetime.fromisoformat(start)
    found = read(text)
    assert found["title"] == "Bring the book back"
    assert found["start"] == moment
    assert (found["end"] - found["start"]).total_seconds() == 4 * 3600
    assert found["alarms"] == 1
    other = read_by_ical_js(text)
    assert other["title"] == found["title"]
    assert datetime.fromisoformat(other["start"]) == moment
    assert datetime.fromisoformat(other["end"]) == found["end"]
    assert other["alarms"] == ["PT0S"]


@pytest.mark.parametrize(
    ("lent", "start"),
    [
        ("2027-03-23", "2027-03-30T11:00Z"),  # it is summer in Berlin by then
        ("2027-10-26", "2027-11-02T12:00Z"),  # and winter again
    ],
)
def test_an_entry_means_the_clock_of_its_own_day(reader: Reader, lent: str, start: str) -> None:
    reader.keeps(lent=lent).opens("book-read-on")
    text = entry(reader)
    assert read(text)["start"] == datetime.fromisoformat(start)
    assert datetime.fromisoformat(read_by_ical_js(text)["start"]) == datetime.fromisoformat(start)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati"])
def test_a_whole_day_is_that_day_everywhere(reader_of: Open, zone: str) -> None:
    reader = reader_of(zone).keeps(lent="2026-11-30").opens("book-closed")
    expect(title(reader)).to_have_text("Last day; pay, then go: Monday 30 November")
    text = entry(reader)
    found, other = read(text), read_by_ical_js(text)
    assert found["title"] == other["title"] == "Last day; pay, then go"
    assert (found["start"], found["end"]) == (date(2026, 11, 30), date(2026, 12, 1))
    assert (other["start"], other["end"]) == ("2026-11-30", "2026-12-01")
    assert found["alarms"] == 0, "nobody wants to be woken at midnight"


def test_a_day_that_is_over_is_said_and_not_put_into_a_calendar(reader: Reader) -> None:
    reader.keeps(lent="2026-11-19").opens("book-closed")
    expect(title(reader)).to_have_text("Last day; pay, then go: Thursday 19 November")
    expect(add(reader)).to_have_count(0)


def test_the_same_entry_is_given_again_and_is_not_another(reader: Reader) -> None:
    reader.keeps(lent="2026-11-17").opens("book-read-on")
    first = read(entry(reader))
    reader.at("2026-11-21T09:00:00Z").opens("book-read-on")
    again = read(entry(reader))
    assert again == first
    reader.keeps(lent="2026-11-19").opens("book-read-on")
    assert read(entry(reader))["uid"] != first["uid"]


CALENDAR = """async ([module, event]) => {
    const at = (hour) => new Date(Date.UTC(2026, 0, 1, hour));
    const [made, start, end] = [0, 1, 2].map(at);
    return (await import(module)).calendar({ ...event, made, start, end });
}"""
ODD = ['\\;,"\n\r\n', "é" * 80, "🫖" * 40, "a" * 66, "a" * 67, "a" * 68, "", "BEGIN:VEVENT"]


def test_lines_are_folded_and_words_escaped(reader: Reader) -> None:
    reader.opens("book-read-on")
    module, texts = f"{reader.address}assets/remind/ics.js", {}
    for words in ODD:
        event = {"uid": f"x{words[:3]}", "title": words, "wholeDay": False}
        text = reader.page.evaluate(CALENDAR, [module, event])
        assert text.endswith("END:VCALENDAR\r\n")
        assert "\n" not in text.replace("\r\n", "")
        assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
        texts[words.replace("\r\n", "\n").replace("\r", "\n")] = text
    for expected, text in texts.items():
        assert read(text)["title"] == expected
        assert read(text)["start"] == datetime(2026, 1, 1, 1, tzinfo=UTC)
    for expected, text in texts.items():
        assert read_by_ical_js(text)["title"] == expected


def test_what_has_a_meaning_in_calendars_is_escaped(reader: Reader) -> None:
    """Parsers forgive much, and not all of them the same."""
    reader.keeps(lent="2026-11-30").opens("book-closed")
    assert "\r\nSUMMARY:Last day\\; pay\\, then go\r\n" in entry(reader)


def test_a_page_that_is_left_open_moves_on_when_the_hours_are_over(reader: Reader) -> None:
    reader.keeps(lent="2026-10-01")
    reader.page.clock.install(time="2026-11-20T15:00:00Z")
    reader.opens("book-read-on", waits=False)
    expect(title(reader)).to_contain_text("Friday 20 November")
    reader.page.clock.pause_at("2026-11-20T15:59:59Z")
    expect(title(reader)).to_contain_text("Friday 20 November")
    reader.page.clock.run_for(2_000)
    expect(title(reader)).to_contain_text("Tuesday 24 November")


def test_nothing_that_was_filled_in_gets_into_an_address(reader: Reader) -> None:
    asked: list[str] = []
    reader.page.context.on("request", lambda request: asked.append(request.url))
    reader.keeps(lent="2026-11-17", their_zone="Europe/Berlin").opens("book-read-on")
    entry(reader)
    page = reader.page
    seen = "".join((*asked, page.url, page.title(), page.evaluate("JSON.stringify(history.state)")))
    assert "2026" not in seen
    assert "Berlin" not in seen
