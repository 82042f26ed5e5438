"""What a change does to the reader, told in Markdown to somebody who reads no YAML."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator import drawing, model, tree
from generator.model import KnowledgeBase, Outcome, Question
from generator.naming import label
from generator.text import unlinked

# The kinds of entry beside the decision tree: their name, and the prefix of a link to them.
ENTRIES = {
    "faq": ("Questions and answers", "faq"),
    "rules": ("Dos and don’ts", "rule"),
    "scripts": ("Words to say", "script"),
    "pages": ("Pages", "page"),
    "sources": ("Sources", ""),
    "timetables": ("Timetables", ""),
}


def compare(before: KnowledgeBase, after: KnowledgeBase) -> str:
    """The differences between two whole knowledge bases, as Markdown with a picture of each
    scenario that changed."""
    parts = [
        *_section("The decision tree", _steps(before, after)),
        *_section("Where readers can get", _reach(before, after)),
        *(
            line
            for kind, (title, prefix) in ENTRIES.items()
            for line in _section(title, _entries(kind, prefix, before, after))
        ),
        *_section("The guide as a whole", _guide(before, after)),
        *_section("Links that will break", _lost_ids(before, after)),
        *_pictures(before, after),
    ]
    if not parts:
        parts = ["Nothing changes for the reader.", ""]
    return "\n".join(["# What changes for the reader", "", *parts]).rstrip() + "\n"


def _section(title: str, lines: Iterator[str]) -> list[str]:
    found = list(lines)
    return [f"## {title}", "", *found, ""] if found else []


def _steps(before: KnowledgeBase, after: KnowledgeBase) -> Iterator[str]:
    old, new = tree.grow(before), tree.grow(after)
    former = _former_steps(after)
    renamed = {former[name]: name for name in old.steps if name in former and name not in new.steps}
    for name, step in new.steps.items():
        was = renamed.get(name, name)
        if was not in old.steps:
            yield f"- New {_kind(step)} in {_where(after, name)}: **{_said(step)}**"
            if isinstance(step, Question):
                for edge in new.edges[name]:
                    yield f"    - “{edge.say}” leads to **{_said(new.steps[edge.target])}**"
            continue
        if was != name:
            yield f"- The step `{was}` is called `{name}` now; old links still work"
        yield from _changed_step(name, old.steps[was], step, after)
        yield from _changed_ways(name, was, old, new)
    for name in old.steps:
        if name not in new.steps and name not in renamed.values():
            yield f"- Gone from {_where(before, name)}: **{_said(old.steps[name])}**"


def _changed_step(
    name: str, was: Question | Outcome, now: Question | Outcome, base: KnowledgeBase
) -> Iterator[str]:
    if type(was) is not type(now):
        yield f"- **{_said(now)}** was {_kind(was)} and is {_kind(now)} now"
        return
    if _said(was) != _said(now):
        yield f"- The {_kind(now)} “{_said(was)}” reads **{_said(now)}** now"
    changed = [
        key
        for key, old, new in _fields(was, now)
        if key not in ("ask", "advise", "answers", "next", "formerly") and old != new
    ]
    if changed:
        keys = ", ".join(f"`{key}`" for key in changed)
        yield f"- {_kind(now).capitalize()} **{_said(now)}** ({_where(base, name)}): {keys} changed"


def _changed_ways(name: str, was: str, old: tree.Tree, new: tree.Tree) -> Iterator[str]:
    before = {edge.say: edge.target for edge in old.edges[was]}
    after = {edge.say: edge.target for edge in new.edges[name]}
    asked = _said(new.steps[name])
    for say, target in after.items():
        words = f"the answer “{say}”" if say else "the way on"
        to = _said(new.steps[target])
        if say not in before:
            yield f"- **{asked}** has {words} now, which leads to **{to}**"
        elif before[say] != target and _said(old.steps[before[say]]) != to:
            was_to = _said(old.steps[before[say]])
            yield f"- **{asked}**: {words} leads to **{to}** now, not to “{was_to}”"
    for say in before:
        if say not in after:
            words = f"the answer “{say}”" if say else "the way on"
            yield f"- **{asked}** has lost {words}"


def _reach(before: KnowledgeBase, after: KnowledgeBase) -> Iterator[str]:
    old, new = tree.grow(before), tree.grow(after)
    could, can = tree.reachable(old, old.starts), tree.reachable(new, new.starts)
    for name in new.steps:
        if name in can and name in old.steps and name not in could:
            yield f"- **{_said(new.steps[name])}** can be reached now"
    for name in old.steps:
        if name in could and name in new.steps and name not in can:
            yield f"- **{_said(old.steps[name])}** can no longer be reached"
    longest = [
        max((way[1] for way in tree.ways(grown).values()), default=0) for grown in (old, new)
    ]
    if longest[0] != longest[1]:
        yield f"- The longest way to an outcome takes {longest[1]} answers, not {longest[0]}"


def _entries(kind: str, prefix: str, before: KnowledgeBase, after: KnowledgeBase) -> Iterator[str]:
    old: Mapping[str, Any] = getattr(before, kind)
    new: Mapping[str, Any] = getattr(after, kind)
    former = {was: name for name, entry in new.items() for was in entry.formerly}

    def named(base: KnowledgeBase, name: str) -> str:
        return label(base, f"{prefix}:{name}") if prefix else getattr(base, kind)[name].title

    for name in new:
        was = next((old_id for old_id in former if former[old_id] == name and old_id in old), name)
        if was not in old:
            yield f"- New: **{named(after, name)}**"
            continue
        if was != name:
            yield f"- `{was}` is called `{name}` now; old links still work"
        if named(before, was) != named(after, name):
            yield f"- “{named(before, was)}” reads **{named(after, name)}** now"
        yield from _changed_texts(named(after, name), old[was], new[name])
    for name in old:
        if name not in new and name not in former:
            yield f"- Gone: **{named(before, name)}**"


def _changed_texts(title: str, was: Any, now: Any) -> Iterator[str]:
    """The texts of an entry beside its title: what is gone, and what is there now."""
    before, after = _texts(was), _texts(now)
    lines = []
    for key in dict.fromkeys([*before, *after]):
        gone = [text for text in before.get(key, []) if text not in after.get(key, [])]
        new = [text for text in after.get(key, []) if text not in before.get(key, [])]
        if [unlinked(text) for text in gone] == [unlinked(text) for text in new]:
            lines += [f"    - {key}: a link leads elsewhere now"] if gone else []
            continue
        lines += [f"    - {key}, before: {_short(text)}" for text in gone]
        lines += [f"    - {key}, now: {_short(text)}" for text in new]
    if lines:
        yield f"- **{title}** changed"
        yield from lines


def _texts(entry: Any) -> dict[str, list[str]]:
    """The values of an entry beside its title, by key; those of a list are together."""
    found: dict[str, list[str]] = {}
    for path, value in model.walk(entry):
        if path[0] not in ("ask", "title", "formerly"):
            key = " ".join(str(part) for part in path if not isinstance(part, int))
            found.setdefault(key, []).append(str(value))
    return found


def _guide(before: KnowledgeBase, after: KnowledgeBase) -> Iterator[str]:
    yield from _changed_texts(after.guide.title, before.guide, after.guide)
    if before.guide.title != after.guide.title:
        yield f"- The title is **{after.guide.title}** now"


def _lost_ids(before: KnowledgeBase, after: KnowledgeBase) -> Iterator[str]:
    former = _former_steps(after)
    for name in tree.grow(before).steps:
        if name not in tree.grow(after).steps and name not in former:
            yield (
                f"- `{tree.anchor(name)}` (a step) vanishes. If another step replaces it, "
                f"write `formerly: [{name.partition('.')[2]}]` there"
            )
    for kind in ENTRIES:
        new = getattr(after, kind)
        kept = {*new, *(was for entry in new.values() for was in entry.formerly)}
        for name in getattr(before, kind):
            if name not in kept:
                yield (
                    f"- `{name}` (in {kind}/) vanishes. If another file replaces it, "
                    f"write `formerly: [{name}]` there"
                )


def _pictures(before: KnowledgeBase, after: KnowledgeBase) -> Iterator[str]:
    changed = [
        name for name, scenario in after.scenarios.items() if before.scenarios.get(name) != scenario
    ]
    for name in changed:
        yield from (
            f"## {after.scenarios[name].title}, as it is now",
            "",
            "```mermaid",
            drawing.as_mermaid(after, [name]),
            "```",
            "",
        )


def _former_steps(base: KnowledgeBase) -> dict[str, str]:
    """The names that steps had before, and the names that they have."""
    found = {}
    for scenario, entry in base.scenarios.items():
        for name, step in entry.steps.items():
            for old_scenario in (scenario, *entry.formerly):
                for old_name in (name, *step.formerly):
                    found[f"{old_scenario}.{old_name}"] = f"{scenario}.{name}"
    return found


def _fields(was: Any, now: Any) -> Iterator[tuple[str, Any, Any]]:
    for key in type(now).model_fields:
        yield key, getattr(was, key), getattr(now, key)


_said: Callable[[Question | Outcome], str] = drawing.words


def _kind(step: Question | Outcome) -> str:
    return "outcome" if isinstance(step, Outcome) else "question"


def _where(base: KnowledgeBase, name: str) -> str:
    return f"“{base.scenarios[name.partition('.')[0]].title}”"


def _short(text: str) -> str:
    joined = " ".join(unlinked(text).split())
    return joined if len(joined) <= 300 else joined[:297] + "…"
