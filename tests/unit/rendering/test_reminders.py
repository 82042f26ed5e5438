"""Days that are worked out: the rule in words, and the hours that count."""

from typing import Any

import pytest
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.model import Day, Hours, Reminder, Timetable
from answertree.knowledge.text_output import to_markdown
from answertree.reading.language import load_language
from answertree.reading.load import load
from answertree.rendering.reminders import good_hours, rule

from tests.unit.content import SMALL

BASE: KnowledgeBase = load(SMALL).base
ENGLISH = load_language("en")


@pytest.mark.parametrize(
    ("days", "timetable", "words"),
    [
        (0, None, "{bought}"),
        (1, None, "1 day after {bought}"),
        (7, None, "7 days after {bought}"),
        (
            7,
            "week",
            "7 days after {bought} or later, on the days and hours of “When the shop is quiet”",
        ),
        (0, "week", "{bought} or later, on the days and hours of “When the shop is quiet”"),
    ],
)
def test_the_rule_in_words_has_a_slot_for_its_day(
    days: int, timetable: str | None, words: str
) -> None:
    reminder = Reminder.model_validate(
        {"title": "x", "after": "bought", "days": days, "timetable": timetable}
    )
    assert to_markdown(rule(BASE, reminder, ENGLISH), slot="{{{}}}".format) == words


def table(marks: list[str], days: dict[str, str | None]) -> Timetable:
    """A timetable of an hour for each mark, from 9:00 on."""
    hours: list[Any] = [
        {"from": f"{9 + at}:00", "to": f"{10 + at}:00", "say": "x", "mark": mark}
        for at, mark in enumerate(marks)
    ]
    return Timetable(
        title="x",
        days=tuple(
            Day.model_validate({"day": day, "short": day, "weekday": day, "mark": mark})
            for day, mark in days.items()
        ),
        hours=tuple(map(Hours.model_validate, hours)),
        marks={},
    )


@pytest.mark.parametrize(
    ("marks", "days", "hours"),
    [
        (["avoid", "good", "fine"], {"tue": None}, {"tue": ((600, 659),)}),
        (["good", "good", "avoid"], {"tue": None}, {"tue": ((540, 659),)}),
        (["good", "avoid", "good"], {"tue": None}, {"tue": ((540, 599), (660, 719))}),
        (["avoid", "fine"], {"tue": None}, {"tue": ((600, 659),)}),
        (["good"], {"mon": "avoid", "tue": None}, {"tue": ((540, 599),)}),
        (["good"], {"mon": "fine", "tue": None}, {"tue": ((540, 599),)}),
        (["fine"], {"mon": "good", "tue": None}, {"mon": ((540, 599),)}),
        (["avoid"], {"mon": None}, {}),
    ],
)
def test_good_hours_count_or_else_those_that_are_fine(
    marks: list[str], days: dict[str, str | None], hours: object
) -> None:
    assert good_hours(table(marks, days)) == hours
