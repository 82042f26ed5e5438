"""Checks of what is written: names that exist, and text that is safe to show."""

import re
from collections.abc import Iterator
from dataclasses import replace

from answertree.checking.context import Context
from answertree.checking.text_lint import faults
from answertree.knowledge import model
from answertree.knowledge.base import all_entries
from answertree.knowledge.field_types import SLUG, Line, Link, Plain, Target, Text
from answertree.knowledge.problems import Code, DataPlace, Problem
from answertree.knowledge.references import references

CODES: dict[str, Code] = {"step": "unknown-step", "list": "unknown-value"}
PATTERNS = {"step": Target.pattern or "", "link": Link.pattern or ""}


def unknown_reference(context: Context) -> Iterator[Problem]:
    """A name that nothing in the base has, be it a step, a point, a script or a link by id."""
    for ref in references(context.base):
        known = context.names.known(ref)
        if ref.name in known or context.uncertainty.may_exist(ref.name, *ref.parts, among=known):
            continue
        if ref.what == "topic" and not context.has_guide:
            continue
        code: Code = CODES.get(ref.what, "unknown-reference")
        message = f"there is no {ref.what} `{ref.name}`"
        if not re.fullmatch(PATTERNS.get(ref.what, SLUG), ref.name):
            code, message = "bad-name", f"`{ref.name}` is not a name as it is used here"
        hint = context.suggestions.hint(ref)
        if ";" in ref.name:
            hint = "put commas between the items of a list"
        yield Problem(
            DataPlace(ref.kind, ref.id, ref.path, snippet=ref.snippet),
            code,
            message,
            hint,
        )


def bad_text(context: Context) -> Iterator[Problem]:
    """Text that holds more than paragraphs, lists, emphasis, links and known slots."""
    slots: set[str] = set(context.base.guide.slots)
    for kind, name, entry in all_entries(context.base):
        for path, value in model.walk(entry):
            if not isinstance(value, Plain | Line | Text):
                continue
            for problem in faults(value, slots):
                assert isinstance(problem.place, DataPlace)
                if problem.code == "unknown-slot" and (
                    not context.has_guide
                    or context.uncertainty.may_exist(problem.place.snippet.strip("{}"))
                ):
                    continue
                yield replace(problem, place=replace(problem.place, kind=kind, id=name, path=path))
