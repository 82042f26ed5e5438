"""How things in the base are named on its pages: their addresses, their words, their reasons."""

import re
from dataclasses import dataclass
from typing import Any

from answertree.knowledge import graph, model, text
from answertree.knowledge.field_types import Line, PointId
from answertree.knowledge.model import KnowledgeBase, Outcome
from answertree.knowledge.references import COLLECTIONS, LINK_KINDS

HOME, DECIDE = "index.md", "decide.md"


def addresses(base: KnowledgeBase) -> dict[str, str]:
    """The address of everything that can be linked by id."""
    shown: dict[str, str] = {
        page.shows: f"{name}.md" for name, page in base.pages.items() if page.shows
    }
    found: dict[str, str] = {}
    for name, page in base.pages.items():
        found[f"page:{name}"] = f"{name}.md"
        found |= {f"page:{name}.{part}": f"{name}.md#{part}" for part in page.sections}
    for name, scenario in base.scenarios.items():
        start = graph.anchor(f"{name}.{scenario.start}")
        found[f"scenario:{name}"] = f"{DECIDE}#{start}"
        for step in scenario.steps:
            found[f"scenario:{name}.{step}"] = f"{DECIDE}#{graph.anchor(f'{name}.{step}')}"
    for collection, kind in COLLECTIONS.items():
        prefix = next(word for word, of in LINK_KINDS.items() if of == kind)
        names = model.points(base) if kind == "sources" else getattr(base, kind)
        found |= {f"{prefix}:{name}": f"{shown.get(collection)}#{name}" for name in names}
    return found


@dataclass(frozen=True)
class Reason:
    """Why something is said: words, where to read more, and whether only the editors say so."""

    words: str
    address: str
    own: bool


def reasons(base: KnowledgeBase, addresses: dict[str, str]) -> dict[str, Reason]:
    """For each point what explains it best: a question or a rule that rests on it, or itself.

    Of a point only the first sentence is said: the link leads to all of it.
    """
    own = {point for source in base.sources.values() if source.own for point in source.points}
    found: dict[str, Reason] = {}

    def explain(point: str, said: str, link: str) -> None:
        found.setdefault(point, Reason(said, addresses[link], point in own))

    for name, faq in in_order(base.faq):
        for point in faq.because[:1]:
            explain(point, text.unlinked(faq.short), f"faq:{name}")
    for name, rule in in_order(base.rules):
        for point in rule.because[:1]:
            explain(
                point,
                text.unlinked(rule.reason or "") or label(base, f"rule:{name}"),
                f"rule:{name}",
            )
    for point, said in model.points(base).items():
        explain(point, text.unlinked(text.first_sentence(said)), f"point:{point}")
    return found


def by_source(base: KnowledgeBase, cited: tuple[str, ...]) -> list[tuple[model.Source, list[str]]]:
    """The points, put together by the source that they come from."""
    found = []
    for source in base.sources.values():
        if points := [point for point in cited if point in source.points]:
            found.append((source, points))
    return found


def cited_by(base: KnowledgeBase) -> dict[str, list[str]]:
    """For each point the links, by id, to everything that rests on it."""
    prefixes = {kind: prefix for prefix, kind in LINK_KINDS.items()}
    found: dict[str, list[str]] = {point: [] for point in model.points(base)}
    for kind, name, entry in model.entries(base):
        for path, value in model.walk(entry):
            if not isinstance(value, PointId) or "because" not in path:
                continue
            if kind not in prefixes:
                continue  # the home page and the pictures have no links by id
            part = path[1] if path[0] in ("steps", "sections") else ""
            link = f"{prefixes[kind]}:{name}" + (f".{part}" if part else "")
            if link not in found[value]:
                found[value].append(link)
    return found


def label(base: KnowledgeBase, link: str) -> str:
    """What a link by id says when nobody wrote words for it."""
    kind, _, name = link.partition(":")
    if kind == "point":
        return text.unlinked(model.points(base)[name])
    name, _, part = name.partition(".")
    entry = getattr(base, LINK_KINDS[kind])[name]
    if isinstance(entry, model.Scenario):
        step = entry.steps[part] if part else None
        if step is None:
            return text.plain(entry.title)
        return text.plain(step.advise if isinstance(step, Outcome) else step.ask)
    if isinstance(entry, model.Page):
        return text.plain(entry.sections[part].title if part else entry.title)
    if isinstance(entry, model.Rule):
        return text.unlinked(entry.do or dont(entry.text))
    return text.plain(entry.ask if isinstance(entry, model.Faq) else entry.title)


def dont(line: str) -> Line:
    """A don't as a sentence: “Don’t open the lid”. Names such as USB stay as they are."""
    first = line[:1].lower() if line[1:2].islower() else line[:1]
    return Line(f"Don’t {first}{line[1:]}")


def next_label(base: KnowledgeBase, scenario: str, step: Outcome) -> str:
    """What an outcome's way on says: its own words, the scenario it leads to, or else the step."""
    target = step.next or ""
    if step.next_say:
        return text.plain(step.next_say)
    if target in base.scenarios:
        return text.plain(base.scenarios[target].title)
    return label(base, f"scenario:{graph.resolve(base, scenario, target)}")


def words(base: KnowledgeBase, addresses: dict[str, str], written: str) -> str:
    """A text for use in a page: links by id are resolved, slots are marked."""

    def slot(match: re.Match[str]) -> str:
        shown = text.plain(base.guide.slots[match[1]])
        return f'<span class="slot" data-slot="{match[1]}">{shown}</span>'

    linked = text.linked(written, addresses.__getitem__)
    # A no-break space stays: it keeps the parts of a number together.
    joined = re.sub(r"[ \t\n]+", " ", linked).strip(" ") if isinstance(written, Line) else linked
    return re.sub(r"\{([^{}]*)\}", slot, joined)


def in_order(entries: dict[str, Any]) -> list[tuple[str, Any]]:
    """Entries by their `order`, then by id."""
    return sorted(entries.items(), key=lambda item: (item[1].order, item[0]))
