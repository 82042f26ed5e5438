"""What is worked out on the device: days and hours of clocks, conditions, good hours, calendars."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from answertree.knowledge.facts import Box, box
from answertree.knowledge.model import Input
from answertree.testing.phone import Phones
from playwright.sync_api import Browser, Page

EPOCH = date(1970, 1, 1)
INPUTS = {
    "lent": Input(type="date", ask="day"),
    "books": Input(type="number", ask="number", **{"from": 0, "to": 20}),
    "place": Input(type="choice", ask="place", options={"town": "Town", "10": "Ten", "2": "Two"}),
}
# In the order that zones are told in: west, east, half an hour of daylight saving, a day ahead.
ZONES = ("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Kiritimati", "UTC",
         "Asia/Kathmandu", "America/St_Johns")  # fmt: skip

Call = Callable[..., Any]


@pytest.fixture(scope="module")
def page(browser: Browser, library: str) -> Iterator[Page]:
    """A page in which functions without a state are called, so that one does for all tests."""
    phones = Phones(browser, library)
    page = phones.open(timezone_id="Europe/Berlin")
    page.goto(f"{library}decide/")
    yield page
    assert phones.put_away() == []


@pytest.fixture
def call(page: Page, library: str) -> Call:
    """Calls a function of a module in the browser: `call("facts/clock", "dayOf", "2030-01-31")`."""

    def call(module: str, name: str, *arguments: Any) -> Any:
        return page.evaluate(
            "async ([module, name, args]) => (await import(module))[name](...args)",
            [f"{library}assets/{module}.js", name, list(arguments)],
        )

    return call


@pytest.fixture
def each(page: Page, library: str) -> Call:
    """The same for many calls in one go: a list of lists of arguments."""

    def each(module: str, name: str, arguments: list[list[Any]]) -> Any:
        return page.evaluate(
            "async ([module, name, all]) => {"
            " const act = (await import(module))[name]; return all.map((args) => act(...args)); }",
            [f"{library}assets/{module}.js", name, arguments],
        )

    return each


def number(day: date) -> int:
    return (day - EPOCH).days


def reading(moment: datetime) -> dict[str, int]:
    """What a clock shows, as the scripts have it."""
    return {"day": number(moment.date()), "minutes": moment.hour * 60 + moment.minute}


def moments(zone: str) -> list[datetime]:
    """Moments of UTC: each half hour near the changes of the clock in three years, and others."""
    tz, start = ZoneInfo(zone), datetime(2027, 1, 1, tzinfo=UTC)
    hours = [start + timedelta(hours=hour) for hour in range(3 * 366 * 24)]
    changes = [
        hour
        for hour in hours
        if hour.astimezone(tz).utcoffset() != (hour + timedelta(hours=1)).astimezone(tz).utcoffset()
    ]
    near = [hour + timedelta(minutes=half) for hour in changes for half in range(-180, 240, 30)]
    return near + random.Random(zone).sample(hours, 100)


@pytest.mark.parametrize("zone", ZONES)
def test_a_clock_is_read_as_it_is_there(each: Call, zone: str) -> None:
    found = moments(zone)
    read = each("facts/clock", "read", [[at.timestamp() * 1000, zone] for at in found])
    assert read == [reading(at.astimezone(ZoneInfo(zone))) for at in found]


@pytest.mark.parametrize("zone", ZONES)
def test_what_a_clock_shows_is_a_moment(each: Call, zone: str) -> None:
    """The first, where it shows the same twice; what it leaps over is as long after the leap."""
    tz = ZoneInfo(zone)
    shown = {at.astimezone(tz).replace(tzinfo=None) for at in moments(zone)}
    shown |= {at + timedelta(hours=1) for at in shown}
    wanted = sorted(shown)
    read = each("facts/clock", "momentOf", [[reading(at), zone] for at in wanted])
    expected = [at.replace(tzinfo=tz, fold=0).timestamp() * 1000 for at in wanted]
    assert read == expected


def test_days_are_counted_by_the_calendar(each: Call) -> None:
    days = [EPOCH + timedelta(days=offset) for offset in range(-80_000, 40_000, 97)]
    days += [date(2028, 2, 29), date(2027, 3, 1), date(2000, 2, 29), date(1, 1, 1)]
    days += [date(9999, 12, 31)]
    texts = [[day.isoformat()] for day in days]
    assert each("facts/clock", "dayOf", texts) == [number(day) for day in days]
    numbers = [[number(day)] for day in days]
    assert each("facts/clock", "weekdayOf", numbers) == [day.weekday() for day in days]


def test_what_is_no_day_is_none(each: Call) -> None:
    wrong = ["", "2027-02-29", "2028-02-30", "2027-04-31", "2027-13-01", "2027-00-10", "27-1-1",
             "2027-01-00", "tomorrow", "2027-01-01T00:00", "+02027-01-01", "2027-1-1"]  # fmt: skip
    assert each("facts/clock", "dayOf", [[text] for text in wrong]) == [None] * len(wrong)


def test_a_zone_that_is_none_is_that_of_the_device(each: Call) -> None:
    names = ["Europe/Berlin", "", "Middle/Earth", "<b>", "9", "constructor", "x" * 10_000]
    found = each("facts/clock", "zoneOf", [[name] for name in names])
    assert found == ["Europe/Berlin", *[None] * 6]


WHENS: tuple[dict[str, list[str]], ...] = (
    {"days-since.lent": ["2..6"]},
    {"days-since.lent": ["7.."], "weekday": ["tue", "thu"]},
    {"days-until.lent": ["..3"]},
    {"days-until.lent": ["1", "3"], "days-since.lent": ["..0"]},
    {"time": ["13:00..16:59"]},
    {"time": ["..8:59"], "weekday": ["mon"]},
    {"place": ["10"]},
    {"place": ["town", "2"], "books": ["2.."]},
    {"notes": ["..1"]},
    {"books": ["0"], "notes": ["2..6"], "time": ["23:00.."]},
)


def matches(condition: Box, facts: dict[str, int]) -> bool | None:
    """What a condition means, said anew: false as soon as one fact is known not to hold."""
    found = [
        None if name not in facts else any(low <= facts[name] <= high for low, high in spans)
        for name, spans in condition.items()
    ]
    return False if False in found else None if None in found else True


def test_conditions_mean_what_the_check_takes_them_for(each: Call) -> None:
    chance = random.Random(10)
    axes = {"lent": (-5, 9), "weekday": (0, 6), "time": (0, 1439), "place": (0, 2),
            "books": (0, 4), "notes": (1, 8)}  # fmt: skip
    cases: list[tuple[Box, dict[str, int]]] = []
    for when in WHENS:
        condition = box(when, INPUTS)
        bounds = [at + by for spans in condition.values() for span in spans for at in span
                  for by in (-1, 0, 1)]  # fmt: skip
        for _ in range(200):
            known = chance.sample(sorted(axes), chance.randint(0, len(axes)))
            facts = {
                name: chance.choice([at for at in bounds if axes[name][0] <= at <= axes[name][1]])
                if chance.random() < 0.5
                and any(axes[name][0] <= at <= axes[name][1] for at in bounds)
                else chance.randint(*axes[name])
                for name in known
            }
            cases.append((condition, facts))
    expected = [matches(condition, facts) for condition, facts in cases]
    assert {True, False, None} == set(expected)
    assert each("facts/conditions", "holds", [[*case] for case in cases]) == expected


@pytest.fixture
def known(call: Call, page: Page) -> Call:
    """The facts of a reader at noon of 2027-03-01, a Monday."""

    def known(
        values: dict[str, str], answered: dict[str, int] | None = None, notes: int = 0
    ) -> Any:
        inputs = {
            name: {"type": entry.type, "ask": "", "options": [*entry.options.items()]}
            | ({"from": 0, "to": 20} if entry.type == "number" else {})
            for name, entry in INPUTS.items()
        }
        kept = {"values": values, "notes": [{}] * notes}
        clock = {"day": number(date(2027, 3, 1)), "minutes": 720}
        return call("facts/facts", "factsOf", inputs, kept, answered or {}, clock)

    return known


CLOCK = {"weekday": 0, "time": 720}


@pytest.mark.parametrize(
    ("values", "facts"),
    [
        ({}, {}),
        ({"lent": "2027-02-28"}, {"lent": 1}),
        ({"lent": "2027-03-02"}, {"lent": -1}),
        ({"lent": "2027-02-30", "books": "many", "place": "moon"}, {}),
        ({"lent": "0001-01-01"}, {"lent": 740_040}),
        ({"lent": "9999-12-31"}, {"lent": -1_000_000}),
        ({"books": "0"}, {"books": 0}),
        ({"books": " 20 "}, {"books": 20}),
        ({"books": "21"}, {}),
        ({"books": "-1"}, {}),
        ({"books": "1.5"}, {}),
        ({"books": "1e1"}, {}),
        ({"books": ""}, {}),
        ({"place": "10"}, {"place": 1}),  # in the order of the content, not of numbers
        ({"place": "constructor"}, {}),
        ({"time": "5", "weekday": "sun", "notes": "3", "__proto__": "x"}, {}),
    ],
)
def test_what_is_filled_in_is_known_if_it_can_be(
    known: Call, values: dict[str, str], facts: dict[str, int]
) -> None:
    assert known(values) == CLOCK | facts


def test_what_was_answered_outdoes_what_was_filled_in(known: Call) -> None:
    assert known({"place": "town", "books": "3"}, {"place": 2}) == CLOCK | {"place": 2, "books": 3}


def test_who_keeps_no_notes_may_have_some_to_keep(known: Call) -> None:
    assert known({}) == CLOCK
    assert known({}, notes=2) == CLOCK | {"notes": 2}


AFTERNOON = [[780, 1019]]
WEEK = [[], AFTERNOON, AFTERNOON, [[600, 659], [900, 959]], AFTERNOON, [], []]  # not on Mondays


@pytest.mark.parametrize(
    ("soonest", "now", "expected"),
    [
        ("2026-11-24", "2026-11-20T09:00", ("2026-11-24", 780, 1020)),  # a Tuesday
        ("2026-11-22", "2026-11-20T09:00", ("2026-11-24", 780, 1020)),  # Sunday, and no Monday
        ("2026-11-28", "2026-11-20T09:00", ("2026-12-01", 780, 1020)),  # over the end of a month
        ("2026-12-31", "2026-11-20T09:00", ("2026-12-31", 600, 660)),
        ("2027-01-01", "2026-11-20T09:00", ("2027-01-01", 780, 1020)),
        ("2027-01-02", "2026-11-20T09:00", ("2027-01-05", 780, 1020)),
        ("2028-02-29", "2028-02-01T09:00", ("2028-02-29", 780, 1020)),
        ("2026-11-01", "2026-11-24T16:59", ("2026-11-24", 780, 1020)),  # long due: today
        ("2026-11-01", "2026-11-24T17:00", ("2026-11-25", 780, 1020)),  # over for today
        ("2026-11-01", "2026-11-26T11:00", ("2026-11-26", 900, 960)),  # the later hours
        ("2026-11-01", "2026-11-27T17:00", ("2026-12-01", 780, 1020)),
    ],
)
def test_the_first_good_hours(
    call: Call, soonest: str, now: str, expected: tuple[str, int, int]
) -> None:
    at = reading(datetime.fromisoformat(now))
    found = call("remind/day", "firstTime", number(date.fromisoformat(soonest)), WEEK, at)
    day, start, end = expected
    assert found == {"day": number(date.fromisoformat(day)), "from": start, "to": end}


def test_a_day_without_hours_is_that_day_and_no_good_hours_are_no_day(call: Call) -> None:
    now = {"day": 100, "minutes": 0}
    assert call("remind/day", "firstTime", 90, None, now) == {"day": 90}
    assert call("remind/day", "firstTime", 90, [[]] * 7, now) is None
    only = [[], [], [[0, 10]], [], [], [], []]
    found = call("remind/day", "firstTime", 100, only, {"day": 100, "minutes": 11})
    assert (found["day"] + 3) % 7 == 2
    assert 100 < found["day"] <= 107


def answer(say: str, to: str, when: Any = None, sets: Any = None) -> dict[str, Any]:
    return {"say": say, "to": to, "when": when, "sets": sets or {}}


TREE = {
    "a": [answer("1", "b", {"x": [[1, 1]]}, {"y": 2}), answer("2", "d", {"x": [[2, 2]]})],
    "b": [answer("3", "c", {"y": [[0, 1]]}), answer("4", "d", {"y": [[2, 9]]})],
    "d": [answer("5", "a", {"z": [[0, 9]]}), answer("6", "e", {"z": [[9, 9]]})],
    "open": [answer("7", "a"), answer("8", "b")],
    "round": [answer("9", "about", {"x": [[1, 1]]})],
    "about": [answer("0", "round", {"x": [[1, 1]]})],
}
WAY = """async ([module, from, tree, facts]) =>
    (await import(module)).knownWay(from, (step) => tree[step] ?? [], facts)"""


@pytest.mark.parametrize(
    ("start", "facts", "given", "end"),
    [
        ("a", {}, "", "a"),
        ("a", {"x": 2}, "2", "d"),
        ("a", {"x": 1}, "14", "d"),  # what an answer says is known after it
        ("a", {"x": 1, "y": 0}, "14", "d"),
        ("d", {"z": 3}, "5", "a"),
        ("d", {"z": 9}, "", "d"),  # two answers match: nothing is taken for granted
        ("open", {"x": 1}, "", "open"),
        ("c", {"x": 1}, "", "c"),
        ("round", {"x": 1}, "90", "round"),  # it ends, also where the content does not
    ],
)
def test_the_known_way_goes_to_what_is_open(
    page: Page, library: str, start: str, facts: dict[str, int], given: str, end: str
) -> None:
    module = f"{library}assets/facts/conditions.js"
    way = page.evaluate(WAY, [module, start, TREE, facts])
    assert ("".join(entry["answer"] for entry in way["entries"]), way["to"]) == (given, end)
