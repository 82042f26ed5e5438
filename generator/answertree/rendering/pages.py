"""The model to Markdown pages, as values: nothing is read or written here.

Every page stands at the top of the site, so that a link is a file's name and an anchor. Markdown
needs the extensions attr_list and md_in_html; links go to Markdown files, so that whatever builds
the pages can check them.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import jinja2
import yaml

from answertree.knowledge import graph, model
from answertree.knowledge.addresses import (
    DECISION,
    HOME,
    addresses,
    anchor,
    anchors_file,
    decision_pages,
    map_address,
    pages_of_steps,
    step_address,
)
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.language import Language
from answertree.knowledge.paging import Group, groups, in_order, list_parts
from answertree.knowledge.problems import DataPath
from answertree.knowledge.steps import Outcome, Scenario, kind_of_step, title_of, ways_on
from answertree.knowledge.text_output import escape
from answertree.knowledge.text_parser import parse
from answertree.rendering import conditions, json_ld, labels, reminders, script_data, step_pages
from answertree.rendering.tree_map import tree_map


@dataclass(frozen=True)
class Edit:
    """Where an entry can be edited: the address of its file, and that of its line."""

    file: str
    at_line: str
    line: int


# From an entry (kind, id, path in its file) to where it can be edited, None for nowhere.
Editing = Callable[[str, str, DataPath], Edit | None]


@dataclass(frozen=True)
class MarkdownPage:
    """A page to be: its file name, its text, and the entry (kind, id) it mostly comes from.

    A `hidden` page is not in the menu: links lead to it, or it is an old address and leads on.
    `template` is the one of the theme's overrides that shows it, "" for that of all pages.
    `structured` is its structured data (JSON-LD) for search engines, "" for none.
    """

    path: str
    markdown: str
    kind: str
    id: str
    hidden: bool = False
    template: str = ""
    structured: str = ""


def render(
    base: KnowledgeBase,
    language: Language,
    edit: Editing = lambda *_: None,
    compiled: jinja2.BytecodeCache | None = None,
) -> list[MarkdownPage]:
    """Every page of the guide, in the order of its menu; the base has passed every check.

    What is said around the content is in the given language; `edit` knows where it can be edited.
    `compiled` has the templates of earlier builds.
    """
    environment = _environment(base, language, edit, compiled)

    def page(path: str, template: str, kind: str, name: str, **values: Any) -> MarkdownPage:
        meta = yaml.safe_dump(_meta(values.pop("meta")), sort_keys=False, allow_unicode=True)
        body = environment.get_template(template).render(
            page_name=path.removesuffix(".md"), name=name, **values
        )
        body = re.sub(r"\n{3,}", "\n\n", body)
        return MarkdownPage(path, f"---\n{meta}---\n\n{body.strip()}\n", kind, name)

    guide, written = base.guide, _written(base)
    home = {
        "title": guide.title,
        "description": guide.description,
        "hide": ["navigation", "toc"],
    }
    found = page(f"{HOME}.md", "home.md.j2", "guide", "guide", meta=home)
    pages = [replace(found, template="home.html")]
    for name in decision_pages(base):
        meta = step_pages.meta(base, name)
        found = page(f"{name}.md", "decide.md.j2", "guide", "guide", meta=meta)
        pages.append(replace(found, hidden=name != DECISION, template="decide.html"))
    for name in (*guide.pages, *guide.unlisted):
        entry, unlisted = base.pages[name], name in guide.unlisted
        meta = {
            "title": entry.menu or entry.title,
            "description": entry.description,
        }
        if unlisted:
            meta["search"] = {"exclude": True}
        if scripts := _scripts(entry, written):
            meta["scripts"] = scripts
        listed, parts = groups(base, entry.shows), list_parts(base).get(name, ())
        if parts:
            meta["anchors"] = anchors_file(name)
        values = {"page": entry, "page_parts": parts}
        found = page(
            f"{name}.md", "page.md.j2", "pages", name,
            meta=meta, groups=listed, page_part=None, **values,
        )  # fmt: skip
        structured = "" if parts else _structured(base, entry, listed)
        pages.append(replace(found, structured=structured, hidden=unlisted))
        for part in parts:
            title = labels.title_of_part(base, entry, part, language)
            found = page(
                f"{part.name}.md", "list_part.md.j2", "pages", name,
                meta={**meta, "title": f"{title} – {meta['title']}"},
                groups=[part.group], page_part=part, **values,
            )  # fmt: skip
            structured = _structured(base, entry, [part.group])
            pages.append(replace(found, structured=structured, hidden=True))
        for old in entry.formerly:
            moved = {
                "title": entry.title,
                "moved_to": f"{name}.md",
                "search": {"exclude": True},
            }
            found = page(f"{old}.md", "moved.md.j2", "pages", name, meta=moved, to=name, page=entry)
            pages.append(replace(found, hidden=True, template="moved.html"))
    return pages


def _structured(base: KnowledgeBase, page: model.Page, listed: Iterable[Group]) -> str:
    """The structured data of a page with some groups of the list that it shows."""
    if page.shows != "questions":
        return ""
    return json_ld.questions(base, (name for group in listed for name in group.entries))


def _meta(values: dict[str, Any]) -> dict[str, Any]:
    """Front matter: themes put it into pages as it is, so it is escaped here."""
    return {
        key: html.escape(str(value)) if isinstance(value, str) else value
        for key, value in values.items()
    }


def _written(base: KnowledgeBase) -> set[str]:
    """The scripts that are to be written, not said: outcomes say so by their verdict."""
    steps = (step for scenario in base.scenarios.values() for step in scenario.steps.values())
    return {
        step.script
        for step in steps
        if isinstance(step, Outcome) and step.script and step.verdict == "write"
    }


def _scripts(page: model.Page, written: set[str]) -> list[str]:
    """The scripts that only this page needs."""
    sections = page.sections.values()
    needed = {
        "details/form.js": page.shows == "inputs",
        "details/notes.js": any(section.notes for section in sections),
        "rehearsal/rehearsal.js": any(section.rehearse for section in sections),
        "share/copy.js": page.shows == "scripts" and bool(written),
    }
    return [name for name, is_needed in needed.items() if is_needed]


def _environment(
    base: KnowledgeBase, language: Language, edit: Editing, compiled: jinja2.BytecodeCache | None
) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("answertree.rendering"),
        bytecode_cache=compiled,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found = addresses(base)
    reasons = labels.reasons(base, found, language)
    tree = graph.build_graph(base)
    environment.filters |= {
        "plain": escape,
        "markdown": lambda written: labels.on_page(base, found, written),
        "quoted": lambda written: _quoted(labels.on_page(base, found, written)),
        "sentence": lambda thing: labels.sentence(thing, language),
        "dont": lambda line: labels.dont(line, language),
        "in_order": in_order,
        "reasons": lambda because: _unique(reasons[point] for point in because),
        "by_source": lambda points: labels.by_source(base, points),
        "in_link": lambda written: labels.in_link(base, parse(written)),
        "point_words": cache(lambda point: labels.point_words(base, point)),
        "title_of": title_of,
        "ways": ways_on,
        "label": cache(lambda link: labels.label(base, link, language)),
        "label_of_words": lambda step: labels.label_of_words(step, language),
        "address": found.__getitem__,
        "anchor": anchor,
        "day": lambda iso: language.day(date.fromisoformat(iso), language.label("review.day")),
        "page_of_step": pages_of_steps(base).__getitem__,
        "step_address": lambda step, page="": step_address(base, step, page),
        "map_address": lambda step, page: map_address(base, step, page),
        "title_of_group": lambda group, page: labels.title_of_group(base, page, group, language),
        "title_of_part": lambda part, page: labels.title_of_part(base, page, part, language),
        "size_of_group": lambda group, page: labels.size_of_group(base, page, group, language),
        "condition": lambda when: conditions.in_words(when, base.inputs, language),
        "when_data": lambda when: conditions.as_data(when, base.inputs),
        "sets_data": lambda sets: conditions.sets_as_data(sets, base.inputs),
        "rule": lambda reminder: labels.on_page(
            base, found, reminders.rule(base, reminder, language)
        ),
    }
    environment.tests["linked_from"] = lambda link, reasons: any(
        found[link] == reason.address for reason in reasons
    )
    scenarios = {name: base.scenarios[name] for name in graph.scenario_order(tree)}
    environment.globals |= {
        "base": base,
        "guide": base.guide,
        "written": _written(base),
        "edit": edit,
        "t": language.label,
        "kind_of_step": kind_of_step,
        "graph": tree,
        "distances": graph.distances(tree),
        "scenarios": scenarios,
        "numbers": step_pages.numbers(base, scenarios),
        "step_parts": step_pages.parts(base, scenarios),
        "main_page": DECISION,
        "tree_map": lambda name: tree_map(tree, name, scenarios[name].start),
        "heard": lambda name: graph.heard(tree, name),
        "rehearsal": lambda target: graph.rehearsal(
            tree, graph.resolve(base, None, target) or target
        ),
        "next_label": lambda way, target: labels.next_label(base, way, target, language),
        "cited_by": labels.cited_by(base),
        "old_anchors": _old_anchors,
        "script_data": script_data,
        "half_hours": _half_hours,
    }
    return environment


def _quoted(markdown: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in markdown.splitlines())


def _unique(reasons: Iterable[labels.Reason]) -> list[labels.Reason]:
    return list({reason.address: reason for reason in reasons}.values())


def _old_anchors(scenario_id: str, scenario: Scenario, step_id: str) -> Iterator[str]:
    """The anchors that a step had before, through its own old ids and its scenario's."""
    for name, _ in graph.former(scenario_id, scenario, step_id):
        yield anchor(name)


def _half_hours(row: model.Hours) -> int:
    """The height of a row of a timetable, in half hours: the style sheet has 1 to 8."""
    return min(8, max(1, round((model.minutes(row.to) - model.minutes(row.from_)) / 30)))
