"""Proofs of the answers of a question by itself: each reader has one, and just one."""

from collections.abc import Iterator

from answertree.checking.context import Context
from answertree.knowledge.facts import axis_of, has_readers
from answertree.knowledge.problems import DataPath, DataPlace, Problem
from answertree.knowledge.when import conditions
from answertree.proving.words import reader_in_words


def contradiction(context: Context) -> Iterator[Problem]:
    """A condition that holds for nobody, since it asks for a day in two ways that differ."""
    for scenario, entry in context.base.scenarios.items():
        for path, when in conditions(entry):
            box = context.box(scenario, path, when) or {}
            for name, spans in box.items():
                if not spans:
                    facts = [
                        fact for fact in when if axis_of(fact, context.inputs) == context.axes[name]
                    ]
                    both = " and ".join(f"`{fact}`" for fact in facts)
                    yield Problem(
                        DataPlace("scenarios", scenario, path, on_key=True),
                        "impossible-answer",
                        f"this holds for nobody: {both} exclude each other",
                        "they count the same days from two sides: keep one of them",
                    )


def answers_gap(context: Context) -> Iterator[Problem]:
    """A reader whom no answer of a question fits."""
    for (scenario, step), table in context.tables.items():
        if all(map(has_readers, table.boxes)) and table.gap is not None:
            yield Problem(
                DataPlace("scenarios", scenario, ("steps", step, "answers"), on_key=True),
                "answers-gap",
                f"nobody answers for: {reader_in_words(context.axes, context.inputs, table.gap)}",
                "let the `when` of one answer hold for them too, or add an answer",
            )


def answers_overlap(context: Context) -> Iterator[Problem]:
    """A reader whom two answers of a question fit."""
    for scenario, step, question in context.questions():
        table = context.tables.get((scenario, step))
        path: DataPath = ("steps", step, "answers")
        for later, (earlier, reader) in (table.overlaps if table else {}).items():
            first = context.place(DataPlace("scenarios", scenario, (*path, earlier, "when")))
            other = f"`{question.answers[earlier].say}` (line {first.line})"
            fits = reader_in_words(context.axes, context.inputs, reader)
            yield Problem(
                DataPlace("scenarios", scenario, (*path, later, "when"), on_key=True),
                "answers-overlap",
                f"this and {other} both hold for: {fits}",
                "let just one of them hold, so that each reader has one answer",
            )
