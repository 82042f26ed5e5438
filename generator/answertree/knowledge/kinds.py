"""The kinds of entry, as one table.

A new kind is a class in `model.py`, a template in `rendering/templates/shows/`, and a row here.
"""

from dataclasses import dataclass

from answertree.knowledge import forms
from answertree.knowledge.model import (
    Faq,
    Guide,
    Input,
    Page,
    Reminder,
    Rule,
    Script,
    Source,
    Timetable,
)
from answertree.knowledge.record import Entry, Record
from answertree.knowledge.steps import Scenario


@dataclass(frozen=True)
class Kind:
    """A kind of entry; each file of its folder holds one.

    `folder` is also its id. `noun` is the word for one entry, and `heading` stands above the
    changes to its entries. Links to them start with `link`, as in `faq:length`; `parts` is the
    field that holds what can be linked inside an entry, as `page:ID.PART`, or as `point:PART` where
    parts are linked by themselves. A page that says `shows: LISTED` lists them all, by the template
    of that name.
    """

    folder: str
    model: type[Entry]
    noun: str
    heading: str
    link: str = ""
    parts: str = ""
    parts_by_themselves: bool = False
    listed: str = ""

    @property
    def form(self) -> str:
        """The text of a new file; "" for none."""
        return forms.BY_NOUN.get(self.noun, "")


SCENARIOS = Kind(
    "scenarios", Scenario, "scenario", "The decision tree", "scenario", "steps", listed="scenarios"
)
QUESTIONS = Kind("faq", Faq, "question", "Questions and answers", "faq", listed="questions")
RULES = Kind("rules", Rule, "rule", "Dos and don’ts", "rule", listed="rules")
SCRIPTS = Kind("scripts", Script, "script", "Words to say", "script", listed="scripts")
INPUTS = Kind("inputs", Input, "input", "What readers fill in", "input", listed="inputs")
TIMETABLES = Kind("timetables", Timetable, "timetable", "Timetables")
REMINDERS = Kind("reminders", Reminder, "reminder", "Days that are worked out")
PAGES = Kind("pages", Page, "page", "Pages", "page", "sections")
SOURCES = Kind(
    "sources", Source, "source", "Sources", "point", "points", True, listed="sources",
)  # fmt: skip

KINDS = (SCENARIOS, QUESTIONS, RULES, SCRIPTS, INPUTS, PAGES, SOURCES, TIMETABLES, REMINDERS)

BY_FOLDER = {kind.folder: kind for kind in KINDS}
# What a file holds, by its kind: the guide file is a kind of its own, without entries.
MODELS: dict[str, type[Record]] = {"guide": Guide, **{kind.folder: kind.model for kind in KINDS}}
BY_LINK = {kind.link: kind for kind in KINDS if kind.link}
BY_LIST = {kind.listed: kind for kind in KINDS if kind.listed}
WITH_FORM = {kind.noun: kind for kind in KINDS if kind.form}
