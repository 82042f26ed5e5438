"""Rules of what is written: names that exist, and text that is safe to show."""

import re
from collections.abc import Iterator

from answertree.checking.context import Context, Finding
from answertree.checking.text_lint import faults
from answertree.knowledge import model
from answertree.knowledge.base import all_entries
from answertree.knowledge.field_types import SLUG, Line, Link, Plain, Target, Text
from answertree.knowledge.problems import Code
from answertree.knowledge.references import references
from answertree.reading.recovery import STAND_IN

CODES: dict[str, Code] = {"step": "unknown-step", "list": "unknown-value"}
PATTERNS = {"step": Target.pattern or "", "link": Link.pattern or ""}


def unknown_reference(context: Context) -> Iterator[Finding]:
    """A name that nothing in the base has, be it a step, a point, a script or a link by id."""
    for ref in references(context.base):
        known = context.names.known(ref)
        if ref.name in known or STAND_IN in known or context.may_exist(ref.name, *ref.parts):
            continue
        if ref.what == "topic" and not context.has_guide:
            continue
        code: Code = CODES.get(ref.what, "unknown-reference")
        said = f"there is no {ref.what} `{ref.name}`"
        if not re.fullmatch(PATTERNS.get(ref.what, SLUG), ref.name):
            code, said = "bad-name", f"`{ref.name}` is not a name as it is used here"
        yield Finding(
            ref.kind,
            ref.id,
            ref.path,
            said,
            context.suggestions.hint(ref),
            snippet=ref.snippet,
            code=code,
        )


def bad_text(context: Context) -> Iterator[Finding]:
    """Text that holds more than paragraphs, lists, emphasis, links and known slots."""
    slots: set[str] = set(context.base.guide.slots)
    for kind, name, entry in all_entries(context.base):
        for path, value in model.walk(entry):
            if not isinstance(value, Plain | Line | Text):
                continue
            for fault in faults(value, slots):
                if fault.code == "unknown-slot" and (
                    not context.has_guide or context.may_exist(fault.snippet.strip("{}"))
                ):
                    continue
                yield Finding(
                    kind,
                    name,
                    path,
                    fault.message,
                    fault.hint,
                    snippet=fault.snippet,
                    nth=fault.nth,
                    code=fault.code,
                )
