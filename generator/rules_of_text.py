"""Rules of what is written: names that exist, and text that is safe to show."""

from collections.abc import Iterator

from generator import model, text
from generator.finding import Context, Finding
from generator.problems import Code, did_you_mean
from generator.references import references
from generator.words import Line, Plain, Text


def unknown_reference(context: Context) -> Iterator[Finding]:
    """A name that nothing in the base has, be it a step, a point, a script or a link by id."""
    for ref in references(context.base):
        known = context.names.known(ref)
        if ref.name in known or context.excused(ref.name, *ref.parts):
            continue
        if ref.what == "topic" and not context.has_guide:
            continue
        code: Code = "unknown-step" if ref.what == "step" else "unknown-reference"
        yield Finding(
            ref.kind,
            ref.id,
            ref.path,
            f"there is no {ref.what} `{ref.name}`",
            did_you_mean(ref.name, known),
            snippet=ref.snippet,
            code=code,
        )


def bad_text(context: Context) -> Iterator[Finding]:
    """Text that holds more than paragraphs, lists, emphasis, links and known slots."""
    slots: set[str] = set(context.base.guide.slots)
    for kind, name, entry in model.entries(context.base):
        for path, value in model.walk(entry):
            if not isinstance(value, Plain | Line | Text):
                continue
            for fault in text.faults(value, slots):
                if fault.code == "unknown-slot" and (
                    not context.has_guide or context.excused(fault.snippet.strip("{}"))
                ):
                    continue
                yield Finding(
                    kind,
                    name,
                    path,
                    fault.message,
                    fault.hint,
                    snippet=fault.snippet,
                    code=fault.code,
                )
