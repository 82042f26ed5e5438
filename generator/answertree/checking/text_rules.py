"""Checks of what is written: names that exist, and text that is safe to show."""

import re
from collections.abc import Iterator
from dataclasses import replace

from answertree.checking.context import Context
from answertree.checking.text_lint import lint
from answertree.knowledge import model
from answertree.knowledge.field_types import SLUG, Line, Link, Plain, Target, Text
from answertree.knowledge.kinds import BY_LINK
from answertree.knowledge.leaves import leaves
from answertree.knowledge.problems import Code, DataPath, DataPlace, Problem, did_you_mean
from answertree.knowledge.references import Reference, references
from answertree.reading.list_hints import curly_quotes, list_of_names

# A name that is missing in more places than these is one problem: something is gone, or renamed.
FEW_PLACES = 3
CODES: dict[str, Code] = {"step": "unknown-step", "list": "unknown-value"}
PATTERNS = {"step": Target.pattern or "", "link": Link.pattern or ""}


def unknown_reference(context: Context) -> Iterator[Problem]:
    """A name that nothing in the base has, be it a step, a point, a script or a link by id."""
    missing: dict[tuple[str, str], list[Reference]] = {}
    in_curly_quotes: dict[tuple[str, str, DataPath], Reference] = {}
    for ref in references(context.base):
        if context.names.has(ref):
            continue
        known = context.names.known(ref)
        if context.uncertainty.may_exist(ref.name, *ref.parts, among=known):
            continue
        if curly_quotes(ref.name):
            whole = ref.path[:-1] if isinstance(ref.path[-1], int) else ref.path
            in_curly_quotes.setdefault((ref.kind, ref.id, whole), ref)
        elif ref.what != "topic" or context.has_guide:
            missing.setdefault(_thing(ref), []).append(ref)
    yield from (_in_curly_quotes(context, ref) for ref in in_curly_quotes.values())
    for found in missing.values():
        if len(found) > FEW_PLACES:
            problem = _unknown(context, found[0])
            others = f" ({len(found) - 1} other places name it too)"
            yield replace(problem, message=problem.message + others)
        else:
            yield from (_unknown(context, ref) for ref in found)


def _thing(ref: Reference) -> tuple[str, str]:
    """What a reference means: `page:x`, `page:x.part` and the page `x` of the menu are the same."""
    prefix, _, name = ref.name.partition(":")
    if ref.what != "link" or prefix not in BY_LINK:
        return ref.what, ref.name
    return BY_LINK[prefix].noun, name.partition(".")[0]


def _unknown(context: Context, ref: Reference) -> Problem:
    code: Code = CODES.get(ref.what, "unknown-reference")
    there_is_no = "nothing is called" if ref.what == "link" else f"there is no {ref.what}"
    message = f"{there_is_no} `{ref.name}`"
    if not re.fullmatch(PATTERNS.get(ref.what, SLUG), ref.name):
        code, message = "bad-name", f"`{ref.name}` is not a valid name"
    place = DataPlace(ref.kind, ref.id, ref.path, snippet=ref.snippet)
    return Problem(place, code, message, context.suggestions.hint(ref))


def undiallable(context: Context) -> Iterator[Problem]:
    """An outcome that would dial what is no telephone number."""
    inputs = context.base.inputs
    numbers = [name for name, entry in inputs.items() if entry.type == "tel"]
    for ref in references(context.base):
        if ref.path[-1:] == ("dial",) and ref.name in inputs and ref.name not in numbers:
            yield Problem(
                DataPlace(ref.kind, ref.id, ref.path),
                "unknown-value",
                f"the input `{ref.name}` is not a telephone number",
                did_you_mean(ref.name, numbers) or "write `type: tel` in its file",
            )


def _in_curly_quotes(context: Context, ref: Reference) -> Problem:
    """The problem that quotes are a part of a name, and maybe of others in the same list."""
    hint = "write it without quotes, or with straight ones"
    if isinstance(ref.path[-1], int):
        items = model.value_at(context.base.entry(ref.kind, ref.id), ref.path[:-1])
        meant = list_of_names(" ".join(items))
    else:
        meant = list_of_names(ref.name)[1:-1]
    if meant:
        hint = f"write `{meant}`, without quotes or with straight ones"
    place = DataPlace(ref.kind, ref.id, ref.path)
    return Problem(place, "bad-name", curly_quotes(ref.name), hint)


def bad_text(context: Context) -> Iterator[Problem]:
    """Text that holds more than paragraphs, lists, emphasis, links and known slots."""
    slots = frozenset(context.base.slots)
    inputs = context.base.inputs.items()
    renamed: dict[str, str] = {old: name for name, entry in inputs for old in entry.formerly}
    for kind, name, path, value in leaves(context.base):
        if not isinstance(value, Plain | Line | Text):
            continue
        for problem in lint(value, slots):
            assert isinstance(problem.place, DataPlace)
            hint = problem.hint
            if problem.code == "unknown-slot":
                slot = problem.place.snippet.strip("{}")
                if not context.has_guide or context.uncertainty.may_exist(slot):
                    continue
                if slot in renamed and not isinstance(value, Plain):
                    hint = f"it is called `{{{renamed[slot]}}}` now"
            found = replace(problem.place, kind=kind, id=name, path=path)
            yield replace(problem, place=found, hint=hint)
