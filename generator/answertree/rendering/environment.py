"""What the templates of the pages can use: the base, and everything that is worked out of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import jinja2

from answertree.knowledge import graph, model
from answertree.knowledge.addresses import (
    DECISION,
    addresses,
    anchor,
    map_address,
    pages_of_steps,
    step_address,
)
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.language import Language
from answertree.knowledge.paging import in_order
from answertree.knowledge.problems import DataPath
from answertree.knowledge.steps import Outcome, Scenario, kind_of_step, title_of, ways_on
from answertree.knowledge.text_nodes import Document
from answertree.knowledge.text_output import escape
from answertree.rendering import (
    conditions,
    labels,
    reasons,
    reminders,
    script_data,
    step_pages,
)
from answertree.rendering.list_titles import size_of_group, title_of_group
from answertree.rendering.page_memo import Function, PageMemo
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
class Environments:
    """Where templates are rendered: those of most pages, and those of the parts of long lists.

    The latter get nothing of the base but what they are given, and what they ask for by functions:
    so a memo knows all that they follow from, together with what is `common` to them.
    """

    pages: jinja2.Environment
    lists: jinja2.Environment
    common: tuple[object, ...]


def template_environments(
    base: KnowledgeBase,
    language: Language,
    edit: Editing,
    compiled: jinja2.BytecodeCache | None,
    memo: PageMemo[Any] | None,
) -> Environments:
    """The templates of the pages; `compiled` has those of earlier builds."""
    lists = jinja2.Environment(
        loader=jinja2.PackageLoader("answertree.rendering"),
        bytecode_cache=compiled,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found = addresses(base)
    asked = _of_base(base, language, found, edit)
    if memo:
        asked = memo.noting(asked)
    written = written_scripts(base)
    lists.filters |= _of_arguments(base, language, asked["leads_to"]) | asked
    lists.globals |= {
        "topics": base.guide.topics,
        "written": written,
        "choices": script_data.of_choices(base),
        "t": language.label,
        "edit": asked["edit"],
    }
    pages = lists.overlay()
    pages.tests = lists.tests | {
        "linked_from": lambda link, shown: found[link] in {reason.address for reason in shown}
    }
    pages.filters = lists.filters | _of_pages(base, language, lists.filters["markdown"])
    pages.globals = lists.globals | _of_the_tree(base, language)
    return Environments(pages, lists, (language, base.guide.topics, base.inputs, written))


def _of_base(
    base: KnowledgeBase, language: Language, found: Mapping[str, str], edit: Editing
) -> dict[str, Function]:
    """What looks for something in the base; `found` has the address of each link."""
    links = reasons.explanations(base)
    reason = cache(lambda point: reasons.reason(base, point, links[point], found, language))
    return {
        "reasons": lambda because: _unique(reason(point) for point in because),
        "by_source": lambda points: reasons.by_source(base, points),
        "point_words": cache(lambda point: reasons.point_words(base, point)),
        "label": cache(lambda link: labels.label(base, link, language)),
        "address": found.__getitem__,
        "leads_to": lambda link: found.get(link, link),
        "cited_by": reasons.cited_by(base).__getitem__,
        "edit": edit,
    }


def _of_arguments(
    base: KnowledgeBase, language: Language, leads_to: Callable[[str], str]
) -> dict[str, Function]:
    """What follows from what it is given, what is common, and where links lead."""

    def on_page(written: str | Document) -> str:
        return labels.on_page(base, leads_to, written)

    return {
        "plain": escape,
        "markdown": on_page,
        "quoted": lambda written: _quoted(on_page(written)),
        "sentence": lambda thing: labels.sentence(thing, language),
        "dont": lambda line: labels.dont(line, language),
        "in_order": in_order,
        "in_link": lambda written: labels.in_link(base, written),
        "condition": lambda when: conditions.in_words(when, base.inputs, language),
    }


def _of_pages(
    base: KnowledgeBase, language: Language, on_page: Callable[[Document], str]
) -> dict[str, Function]:
    """Further filters, for pages that are no part of a list."""
    return {
        "title_of": title_of,
        "ways": ways_on,
        "label_of_words": lambda step: labels.label_of_words(step, language),
        "anchor": anchor,
        "day": lambda iso: language.day(date.fromisoformat(iso), language.label("review.day")),
        "page_of_step": pages_of_steps(base).__getitem__,
        "step_address": lambda step, page="": step_address(base, step, page),
        "map_address": lambda step, page: map_address(base, step, page),
        "title_of_group": lambda group, page: title_of_group(base, page, group, language),
        "size_of_group": lambda group, page: size_of_group(base, page, group, language),
        "when_data": lambda when: conditions.as_data(when, base.inputs),
        "sets_data": lambda sets: conditions.sets_as_data(sets, base.inputs),
        "rule": lambda reminder: on_page(reminders.rule(base, reminder, language)),
    }


def _of_the_tree(base: KnowledgeBase, language: Language) -> dict[str, Any]:
    """The base itself and its decision tree, for pages that are no part of a list."""
    tree = graph.build_graph(base)
    scenarios = {name: base.scenarios[name] for name in graph.scenario_order(tree)}
    return {
        "base": base,
        "guide": base.guide,
        "kind_of_step": kind_of_step,
        "graph": tree,
        "distances": graph.distances(tree),
        "scenarios": scenarios,
        "numbers": step_pages.numbers(base, scenarios),
        "step_parts": step_pages.parts(base, scenarios),
        "shortcuts": step_pages.shortcuts(base, tree),
        "main_page": DECISION,
        "tree_map": lambda name: tree_map(tree, name, scenarios[name].start),
        "heard": lambda name: graph.heard(tree, name),
        "rehearsal": lambda target: graph.rehearsal(
            tree, graph.resolve(base, None, target) or target
        ),
        "next_label": lambda way, target: labels.next_label(base, way, target, language),
        "old_anchors": _old_anchors,
        "script_data": script_data,
        "half_hours": _half_hours,
    }


def _quoted(markdown: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in markdown.splitlines())


def _unique(found: Iterable[reasons.Reason]) -> list[reasons.Reason]:
    return list({reason.address: reason for reason in found}.values())


def _old_anchors(scenario_id: str, scenario: Scenario, step_id: str) -> Iterator[str]:
    """The anchors that a step had before, through its own old ids and its scenario's."""
    for name, _ in graph.former(scenario_id, scenario, step_id):
        yield anchor(name)


def _half_hours(row: model.Hours) -> int:
    """The height of a row of a timetable, in half hours: the style sheet has 1 to 8."""
    return min(8, max(1, round((model.minutes(row.to) - model.minutes(row.from_)) / 30)))


def written_scripts(base: KnowledgeBase) -> set[str]:
    """The scripts that are to be written, not said: outcomes say so by their verdict."""
    steps = (step for scenario in base.scenarios.values() for step in scenario.steps.values())
    return {
        step.script
        for step in steps
        if isinstance(step, Outcome) and step.script and step.verdict == "write"
    }
