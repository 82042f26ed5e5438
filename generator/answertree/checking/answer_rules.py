"""Proofs about conditions: each reader has one answer, and each answer has a reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from answertree.checking.context import Context
from answertree.knowledge.facts import Box
from answertree.knowledge.problems import DataPath, DataPlace, Problem
from answertree.proving.words import reader_in_words


def answers_gap(context: Context) -> Iterator[Problem]:
    """A reader whom no answer of a question fits."""
    for (scenario, step), table in context.tables.items():
        if all(map(has_readers, table.boxes)) and table.gap is not None:
            reader = reader_in_words(context.axes, context.inputs, table.gap)
            yield Problem(
                DataPlace("scenarios", scenario, ("steps", step, "answers"), on_key=True),
                "answers-gap",
                f"nobody answers for: {reader}",
                "widen the `when` of an answer, or add one",
            )


def answers_overlap(context: Context) -> Iterator[Problem]:
    """A reader whom two answers of a question fit."""
    for (scenario, step), table in context.tables.items():
        path: DataPath = ("steps", step, "answers")
        for later, (earlier, reader) in table.overlaps.items():
            first = DataPlace("scenarios", scenario, (*path, earlier, "when"), on_key=True)
            said = context.base.scenarios[scenario].steps[step].answers[earlier].say
            yield Problem(
                DataPlace("scenarios", scenario, (*path, later, "when"), on_key=True),
                "answers-overlap",
                f"two answers fit: {reader_in_words(context.axes, context.inputs, reader)}",
                f"the other is `{said}` in line {context.place(first).line}: narrow one of the two",
            )
