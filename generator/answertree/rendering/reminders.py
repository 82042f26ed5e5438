"""Days that are worked out: the rule in words, and the hours in which it holds."""

from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.facts import Spans, joined
from answertree.knowledge.language import Language
from answertree.knowledge.model import Reminder, Timetable, minutes
from answertree.knowledge.text_nodes import Characters, Document, Paragraph, Slot

_SLOT = "\0"  # holds the place of the slot: no text has it


def rule(base: KnowledgeBase, reminder: Reminder, language: Language) -> Document:
    """When it is, in words, with a slot for the day from which it is counted."""
    words = _SLOT
    if reminder.days:
        words = language.label("remind.after", count=reminder.days, day=words)
    if reminder.timetable:
        title = base.timetables[reminder.timetable].title
        words = language.label("remind.within", day=words, timetable=title)
    before, _, after = words.partition(_SLOT)
    return Document((Paragraph((Characters(before), Slot(reminder.after), Characters(after))),))


def good_hours(timetable: Timetable) -> dict[str, Spans]:
    """The good minutes of each day by its `weekday`, since midnight, both ends included.

    Where a timetable has no good hours, those that are fine count. A day to avoid has none.
    """
    marked = [
        (str(day.weekday), day.mark or row.mark, (minutes(row.from_), minutes(row.to) - 1))
        for day in timetable.days
        for row in timetable.hours
    ]
    best = "good" if any(mark == "good" for _, mark, _ in marked) else "fine"
    found: dict[str, Spans] = {}
    for day, mark, span in marked:
        if mark == best:
            found[day] = joined((*found.get(day, ()), span))
    return found
