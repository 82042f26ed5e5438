"""The rules that a knowledge base must keep, as a table. A new rule is one function and one row.

A rule looks at what was loaded and yields a `Finding` for each place where it is broken. A file
that could not be understood is no reason to blame another (see `Loaded`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from answertree.checking.context import Context, Finding
from answertree.checking.graph_rules import (
    ambiguous_step,
    loop,
    outcome_before_itself,
    same_answers,
    too_few_answers,
    unreachable_step,
    way_too_long,
)
from answertree.checking.page_rules import (
    anchor_clash,
    hours_gap,
    missing_because,
    same_question,
    uncited_point,
    unlisted_page,
    unused_topic,
)
from answertree.checking.placeholder_rules import unfilled
from answertree.checking.text_rules import bad_text, unknown_reference
from answertree.knowledge.problems import Code, Problem
from answertree.reading.load import Loaded


@dataclass(frozen=True)
class Rule:
    """A row of the table: the code that problems carry, and the function that finds them."""

    code: Code
    find: Callable[[Context], Iterator[Finding]]


RULES = (
    Rule("unknown-reference", unknown_reference),
    Rule("text-markup", bad_text),
    Rule("unfilled", unfilled),
    Rule("too-few-answers", too_few_answers),
    Rule("same-answers", same_answers),
    Rule("endless-loop", loop),
    Rule("endless-loop", outcome_before_itself),
    Rule("unreachable-step", unreachable_step),
    Rule("way-too-long", way_too_long),
    Rule("ambiguous-step", ambiguous_step),
    Rule("same-question", same_question),
    Rule("anchor-clash", anchor_clash),
    Rule("uncited-point", uncited_point),
    Rule("missing-because", missing_because),
    Rule("unused-topic", unused_topic),
    Rule("unlisted-page", unlisted_page),
    Rule("hours-gap", hours_gap),
)


def check(loaded: Loaded) -> list[Problem]:
    """Every problem of what was loaded, those of single files included, in order."""
    context = Context(loaded)
    problems = set(loaded.problems)
    for rule in RULES:
        for finding in rule.find(context):
            if _on_stand_in(loaded, finding):
                continue
            source = loaded.sources[finding.kind, finding.id]
            place = source.place(
                finding.path, key=finding.on_key, snippet=finding.snippet, nth=finding.nth
            )
            code = finding.code or rule.code
            problems.add(
                Problem(source.file, place.line, place.column, code, finding.message, finding.hint)
            )
    return sorted(_with_excerpt(loaded, problem) for problem in problems)


def _with_excerpt(loaded: Loaded, problem: Problem) -> Problem:
    text = loaded.texts.get(problem.file, "").removeprefix("\ufeff")
    lines = re.split(r"\r\n|\r|\n", text)
    excerpt = lines[problem.line - 1] if problem.line <= len(lines) else ""
    return replace(problem, excerpt=excerpt)


def _on_stand_in(loaded: Loaded, finding: Finding) -> bool:
    """Whether a finding is about something that stands in for what could not be understood."""
    path = finding.path
    for kind, name, repaired in loaded.repaired:
        if (kind, name) == (finding.kind, finding.id):
            inside = path[: len(repaired)] == repaired
            directly_above = bool(path) and repaired[:-1] == path
            if inside or directly_above:
                return True
    return False
