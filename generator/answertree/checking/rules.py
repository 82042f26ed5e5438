"""The checks of a knowledge base, as a table. A new check is one function and one row.

A check looks at what was loaded and yields a problem for each place where a rule is broken. A file
that could not be understood is no reason to blame another (see `Uncertainty`).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from answertree.checking.answer_rules import answers_gap, answers_overlap, contradiction
from answertree.checking.context import Context
from answertree.checking.fact_rules import (
    bad_condition,
    bad_input,
    bad_memory,
    bad_reminder,
    partial_condition,
)
from answertree.checking.graph_rules import (
    ambiguous_step,
    loop,
    outcome_before_itself,
    same_answers,
    step_without_words,
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
from answertree.checking.path_rules import impossible_answer
from answertree.checking.placeholder_rules import unfilled
from answertree.checking.rehearsal_rules import unheard_reply
from answertree.checking.search_rules import same_words
from answertree.checking.text_rules import bad_text, undiallable, unknown_reference
from answertree.knowledge.problems import MOST_OF_A_FILE, DataPlace, Problem
from answertree.reading.load import Loaded

IN_ORDER = attrgetter("file", "line", "column", "code", "message", "hint")

CHECKS: tuple[Callable[[Context], Iterator[Problem]], ...] = (
    unknown_reference,
    undiallable,
    bad_input,
    bad_condition,
    bad_memory,
    partial_condition,
    contradiction,
    answers_gap,
    answers_overlap,
    impossible_answer,
    bad_reminder,
    bad_text,
    unfilled,
    too_few_answers,
    same_answers,
    loop,
    outcome_before_itself,
    unreachable_step,
    way_too_long,
    step_without_words,
    unheard_reply,
    ambiguous_step,
    same_question,
    same_words,
    anchor_clash,
    uncited_point,
    missing_because,
    unused_topic,
    unlisted_page,
    hours_gap,
)


def check(loaded: Loaded) -> list[Problem]:
    """Every problem of what was loaded, those of single files included, in order."""
    context = Context(loaded)
    problems = set(loaded.problems)
    for find in CHECKS:
        for problem in find(context):
            assert isinstance(problem.place, DataPlace)
            if not loaded.uncertainty.covers(problem.place):
                problems.add(replace(problem, place=loaded.place(problem.place)))
    return list(_limited(sorted(problems, key=IN_ORDER)))


def _limited(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Of each file the first `MOST_OF_A_FILE` problems, and one that stands for the rest."""
    for _, group in groupby(problems, key=attrgetter("file")):
        found = list(group)
        single = [problem for problem in found if problem.count == 1]
        yield from single[:MOST_OF_A_FILE]
        if rest := [*single[MOST_OF_A_FILE:], *(each for each in found if each.count > 1)]:
            count = sum(problem.count for problem in rest)
            message, hint = f"and {count:,} more from here on", "fix the problems above first"
            first = min(rest, key=IN_ORDER)
            yield Problem(first.place, first.code, message, hint, count=count)
