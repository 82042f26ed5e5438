"""What scripts need to know of the guide, as JSON within a page."""

import json
from collections.abc import Iterator
from typing import Any

from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.facts import WITH_DAYS
from answertree.knowledge.model import WEEKDAYS, Input, Reminder
from answertree.knowledge.steps import Outcome, Question
from answertree.knowledge.when import conditions
from answertree.rendering.reminders import good_hours


def in_script(data: Any) -> str:
    """Data as JSON for use in a script element."""
    # An HTML parser ends a script at the first `</script`, wherever that stands.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def of_steps(base: KnowledgeBase) -> str:
    """The inputs and reminders that steps ask for, for use in a script element; "" for none."""
    reminders = {
        step.remind: base.reminders[step.remind]
        for scenario in base.scenarios.values()
        for step in scenario.steps.values()
        if isinstance(step, Outcome) and step.remind
    }
    wanted = {*_facts(base), *(reminder.after for reminder in reminders.values())}
    data = {
        "inputs": {
            name: _input(entry)
            for name, entry in base.inputs.items()
            if name in wanted or entry.options or (wanted and entry.type == "zone")
        },
        "reminders": {name: _reminder(base, entry) for name, entry in reminders.items()},
    }
    return in_script(data) if any(data.values()) else ""


def of_choices(base: KnowledgeBase) -> str:
    """The inputs at which readers choose, for use in a script element; "" for none."""
    found = {name: _input(entry) for name, entry in base.inputs.items() if entry.options}
    return in_script({"inputs": found}) if found else ""


def _facts(base: KnowledgeBase) -> Iterator[str]:
    """What conditions and answers of steps are about: inputs, and what a device knows by itself."""
    for scenario in base.scenarios.values():
        for _, when in conditions(scenario):
            for fact in when:
                days = WITH_DAYS.fullmatch(fact)
                yield days[2] if days else fact
        for step in scenario.steps.values():
            if isinstance(step, Question):
                for answer in step.answers:
                    yield from answer.sets or ()


def _input(entry: Input) -> dict[str, Any]:
    data = {
        "ask": entry.ask,
        "type": entry.type,
        "options": list(entry.options.items()),
        "from": entry.from_,
        "to": entry.to,
        "formerly": entry.formerly,
    }
    return {key: value for key, value in data.items() if value not in (None, (), [])}


def _reminder(base: KnowledgeBase, reminder: Reminder) -> dict[str, Any]:
    data = {"title": reminder.title, "after": reminder.after, "days": reminder.days}
    if reminder.timetable:
        hours = good_hours(base.timetables[reminder.timetable])
        data["hours"] = [hours.get(day, ()) for day in WEEKDAYS]
    return data
