"""What a change does beside the decision tree: to questions, rules, pages, and the guide itself."""

from collections.abc import Iterator, Mapping
from typing import Any

from answertree.comparing.fields import changed_fields
from answertree.comparing.matching import Change
from answertree.comparing.texts import block, shown
from answertree.comparing.wording import bold, called, renamed
from answertree.knowledge.model import Faq, Page, Rule, Script, Section

# The keys that hold what an entry is called: they are told as such.
_CALLED = ("ask", "title")


def changed_entries(change: Change, kind: str) -> Iterator[str]:
    """What is new, changed and gone among the entries of a kind."""
    old: Mapping[str, Any] = change.before.entries[kind]
    new: Mapping[str, Any] = change.after.entries[kind]
    for name, entry in new.items():
        was = change.was[kind].get(name)
        if was is None:
            yield f"- New: {bold(entry)}"
            yield from (f"    - {shown(line)}" for line in _main(entry))
            continue
        lines = renamed(name, was, was in entry.formerly) if kind != "timetables" else []
        if called(old[was]) != called(entry):
            lines.append(f"- It was “{shown(called(old[was]))}” before")
        skip = (*_CALLED, "do", "dont", "sections") if isinstance(entry, Rule) else _CALLED
        lines += changed_fields(change, old[was], entry, (*skip, "sections"))
        if isinstance(entry, Page):
            lines += _sections(change, was, name)
        yield from block(bold(entry), lines)
    for name, entry in old.items():
        if change.now(kind, name) is None:
            yield f"- Gone: {bold(entry)}"


def changed_guide(change: Change) -> Iterator[str]:
    """What changed about the guide as a whole."""
    before, after = change.before.guide, change.after.guide
    if not before.title:  # there was none, or none that could be read
        yield f"- New: {bold(after)}"
        return
    if before.title != after.title:
        yield f"- The guide is called {bold(after)} now, not “{shown(before.title)}”"
    yield from changed_fields(change, before, after, _CALLED)


def _main(entry: Any) -> Iterator[str]:
    """The line of a new entry that says most of it."""
    for kind, key in ((Faq, "short"), (Rule, "reason"), (Script, "use"), (Page, "lead")):
        if isinstance(entry, kind) and getattr(entry, key):
            yield called(getattr(entry, key))


def _sections(change: Change, old_page: str, page: str) -> list[str]:
    before, after = change.before.pages[old_page], change.after.pages[page]
    lines: list[str] = []
    for name, section in after.sections.items():
        lines += _section(change, f"{page}.{name}", section)
    for name, section in before.sections.items():
        now = change.now("sections", f"{old_page}.{name}")
        if now is None:
            lines.append(f"- Gone: the part {bold(section)}")
        elif not now.startswith(f"{page}."):
            other = change.after.pages[now.partition(".")[0]]
            lines.append(f"- The part {bold(section)} has moved to the page “{shown(other.title)}”")
    stayed = [change.now("sections", f"{old_page}.{name}") for name in before.sections]
    now_here = [f"{page}.{name}" for name in after.sections]
    if [name for name in stayed if name in now_here] != [n for n in now_here if n in stayed]:
        lines.append("- The parts come in another order now")
    return lines


def _section(change: Change, name: str, section: Section) -> list[str]:
    was = change.was["sections"].get(name)
    if was is None:
        return [f"- New part: {bold(section)}"]
    page, _, part = was.partition(".")
    old = change.before.pages[page].sections[part]
    lines: list[str] = []
    if change.now("pages", page) != name.partition(".")[0]:
        title = shown(change.before.pages[page].title)
        lines.append(f"- It has moved here from the page “{title}”")
    else:
        lines += renamed(name.partition(".")[2], part, part in section.formerly)
    if old.title != section.title:
        lines.append(f"- It was “{shown(old.title)}” before")
    lines += changed_fields(change, old, section, _CALLED)
    return block(f"The part {bold(section)}", lines)
