"""What changed in the entries of a kind and in their parts, such as steps and sections."""

from collections.abc import Iterator, Mapping
from typing import Any

from answertree.comparing.fields import all_fields, changed_fields, label
from answertree.comparing.index import PARTS
from answertree.comparing.matching import Change
from answertree.comparing.texts import block, escaped, indented
from answertree.comparing.titles import title
from answertree.comparing.wording import bold, noun


def changed_entries(change: Change, kind: str) -> Iterator[str]:
    """A heading for each entry of a kind that is new, changed or gone, and below it a list."""
    for name, entry in change.new[kind].items():
        was = change.was[kind].get(name)
        lines = [*_changes(change, kind, name), *_changed_parts(change, kind, was, name)]
        if was is None:
            yield from _section(f"{title(entry)} (new)", lines)
        elif lines:
            yield from _section(title(entry), lines)
    for name, entry in change.old[kind].items():
        if change.now(kind, name) is None:
            yield from _section(
                f"{title(entry)} (gone)", [*_changed_parts(change, kind, name, None)]
            )


def _section(heading: str, lines: list[str]) -> list[str]:
    return [f"### {escaped(heading)}", "", *([*lines, ""] if lines else [])]


def _changes(change: Change, kind: str, name: str) -> list[str]:
    """The fields of something new, or what changed in them."""
    thing, was = change.new[kind][name], change.was[kind].get(name)
    if was is None:
        return [*all_fields(change, thing), *_missing_reasons(thing)]
    before = change.old[kind][was]
    lines = [*_renamed(change, kind, was, name)]
    if type(before) is not type(thing):
        lines.append(f"- Kind: {noun(thing)} now, {noun(before)} before")
    return [*lines, *changed_fields(change, before, thing)]


def _missing_reasons(thing: Any) -> Iterator[str]:
    """A line that says so when something could rest on reasons and rests on none."""
    if "because" in getattr(type(thing), "model_fields", {}) and not thing.because:
        yield f"- {label('because', type(thing).model_fields['because'])}: none"


def _renamed(change: Change, kind: str, was: str, name: str) -> Iterator[str]:
    (entry_was, _, old), (entry, _, new) = was.rpartition("."), name.rpartition(".")
    entries = next((each for each, parts in PARTS.items() if parts == kind), "")
    if entries and change.now(entries, entry_was) != entry:
        yield f"- Moved here from “{escaped(title(change.old[entries][entry_was]))}”"
    if old != new:
        yield f"- Name in links: `{new}` now, `{old}` before"


def _changed_parts(change: Change, kind: str, was: str | None, name: str | None) -> Iterator[str]:
    """What changed in the parts of an entry; it may be new (`was` is None) or gone."""
    if kind not in PARTS:
        return
    parts = PARTS[kind]
    old, new = _parts_of(change.old[parts], was), _parts_of(change.new[parts], name)
    for each, part in new.items():
        lines = _changes(change, parts, each)
        if each in change.was[parts]:
            yield from block(f"{noun(part).capitalize()} {bold(part)}", lines)
        else:
            yield from (f"- New {noun(part)} {bold(part)}", *indented(lines))
    for each, part in old.items():
        now = change.now(parts, each)
        if now is None:
            yield f"- Gone: {noun(part)} {bold(part)}"
        elif now not in new:
            entry = change.new[kind][now.partition(".")[0]]
            yield f"- Moved to “{escaped(title(entry))}”: {noun(part)} {bold(part)}"
    stayed = [now for each in old if (now := change.now(parts, each)) in new]
    if stayed != [each for each in new if each in stayed]:
        yield f"- The {parts} are in another order now"


def _parts_of(things: Mapping[str, Any], entry: str | None) -> dict[str, Any]:
    return {name: part for name, part in things.items() if name.partition(".")[0] == entry}
