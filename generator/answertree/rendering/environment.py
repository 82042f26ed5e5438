"""What the templates of the pages can use: the base, and everything that is worked out of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

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
from answertree.knowledge.text_output import escape
from answertree.knowledge.text_parser import parse
from answertree.rendering import conditions, labels, reminders, script_data, step_pages
from answertree.rendering.tree_map import tree_map


@dataclass(frozen=True)
class Edit:
    """Where an entry can be edited: the address of its file, and that of its line."""

    file: str
    at_line: str
    line: int


# From an entry (kind, id, path in its file) to where it can be edited, None for nowhere.
Editing = Callable[[str, str, DataPath], Edit | None]


def template_environment(
    base: KnowledgeBase, language: Language, edit: Editing, compiled: jinja2.BytecodeCache | None
) -> jinja2.Environment:
    """Where the templates of the pages are rendered; `compiled` has those of earlier builds."""
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
        "written": written_scripts(base),
        "edit": edit,
        "t": language.label,
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


def written_scripts(base: KnowledgeBase) -> set[str]:
    """The scripts that are to be written, not said: outcomes say so by their verdict."""
    steps = (step for scenario in base.scenarios.values() for step in scenario.steps.values())
    return {
        step.script
        for step in steps
        if isinstance(step, Outcome) and step.script and step.verdict == "write"
    }
