"""The rules that a knowledge base must keep, as a table. A new rule is one function and one row.

A rule looks at what was loaded and yields a `Finding` for each place where it is broken. Names that
a file mentions which could not be understood are taken to exist and to be used (`Loaded.mentions`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.finding import Context, Finding
from generator.load import Loaded
from generator.problems import Code, Problem
from generator.rules_of_pages import anchor_clash, hours_gap, uncited_point, unlisted_page
from generator.rules_of_text import bad_text, unknown_reference
from generator.rules_of_tree import (
    ambiguous_step,
    loop,
    same_answers,
    too_few_answers,
    unreachable_step,
    way_too_long,
)


@dataclass(frozen=True)
class Rule:
    """A row of the table: the code that problems carry, and the function that finds them."""

    code: Code
    find: Callable[[Context], Iterator[Finding]]


RULES = (
    Rule("unknown-reference", unknown_reference),
    Rule("text-markup", bad_text),
    Rule("too-few-answers", too_few_answers),
    Rule("same-answers", same_answers),
    Rule("endless-loop", loop),
    Rule("unreachable-step", unreachable_step),
    Rule("way-too-long", way_too_long),
    Rule("ambiguous-step", ambiguous_step),
    Rule("anchor-clash", anchor_clash),
    Rule("uncited-point", uncited_point),
    Rule("unlisted-page", unlisted_page),
    Rule("hours-gap", hours_gap),
)


def check(loaded: Loaded) -> list[Problem]:
    """Every problem of what was loaded, those of single files included, in order."""
    context = Context(loaded)
    problems = set(loaded.problems)
    for rule in RULES:
        for finding in rule.find(context):
            source = loaded.sources[finding.kind, finding.id]
            place = source.place(finding.path, key=finding.on_key, snippet=finding.snippet)
            code = finding.code or rule.code
            problems.add(
                Problem(source.file, place.line, place.column, code, finding.message, finding.hint)
            )
    return sorted(_with_excerpt(loaded, problem) for problem in problems)


def _with_excerpt(loaded: Loaded, problem: Problem) -> Problem:
    lines = loaded.texts.get(problem.file, "").splitlines()
    excerpt = lines[problem.line - 1] if problem.line <= len(lines) else ""
    return replace(problem, excerpt=excerpt)
