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
    of that name. `form` is the text of a new file.
    """

    folder: str
    model: type[Entry]
    noun: str
    heading: str
    link: str = ""
    parts: str = ""
    parts_by_themselves: bool = False
    listed: str = ""
    form: str = ""


SCENARIOS = Kind(
    "scenarios", Scenario, "scenario", "The decision tree", "scenario", "steps",
    listed="scenarios", form=forms.SCENARIO,
)  # fmt: skip
QUESTIONS = Kind(
    "faq", Faq, "question", "Questions and answers", "faq", listed="questions", form=forms.QUESTION
)
RULES = Kind("rules", Rule, "rule", "Dos and don’ts", "rule", listed="rules", form=forms.RULE)
SCRIPTS = Kind(
    "scripts", Script, "script", "Words to say", "script", listed="scripts", form=forms.SCRIPT
)
INPUTS = Kind(
    "inputs", Input, "input", "What readers fill in", "input", listed="inputs", form=forms.INPUT
)
TIMETABLES = Kind("timetables", Timetable, "timetable", "Timetables")
REMINDERS = Kind("reminders", Reminder, "reminder", "Days that are worked out", form=forms.REMINDER)
PAGES = Kind("pages", Page, "page", "Pages", "page", "sections", form=forms.PAGE)
SOURCES = Kind(
    "sources", Source, "source", "Sources", "point", "points", True, listed="sources",
    form=forms.SOURCE,
)  # fmt: skip

KINDS = (SCENARIOS, QUESTIONS, RULES, SCRIPTS, INPUTS, PAGES, SOURCES, TIMETABLES, REMINDERS)

BY_FOLDER = {kind.folder: kind for kind in KINDS}
# What a file holds, by its kind: the guide file is a kind of its own, without entries.
MODELS: dict[str, type[Record]] = {"guide": Guide, **{kind.folder: kind.model for kind in KINDS}}
BY_LINK = {kind.link: kind for kind in KINDS if kind.link}
BY_LIST = {kind.listed: kind for kind in KINDS if kind.listed}
WITH_FORM = {kind.noun: kind for kind in KINDS if kind.form}
