"""Checks of what a device may know: facts that exist, with values that they can have."""

from collections.abc import Iterator
from dataclasses import replace

from answertree.checking.context import Context
from answertree.knowledge.base import all_entries
from answertree.knowledge.facts import OF_THE_DEVICE, FactError, axis_of, known_facts, spans_of
from answertree.knowledge.model import WEEKDAYS, Input
from answertree.knowledge.problems import DataPath, DataPlace, Problem, did_you_mean
from answertree.knowledge.when import conditions

# The types of input that are for facts, and the keys that only these have.
KEYS = {"number": ("from", "to"), "choice": ("options",)}


def bad_input(context: Context) -> Iterator[Problem]:
    """An input with keys of another type, or without those of its own."""
    for name, entry in context.base.inputs.items():
        if context.uncertainty.covers(DataPlace("inputs", name, ("type",))):
            continue
        given = {"from": entry.from_, "to": entry.to, "options": entry.options or None}
        for type_, keys in KEYS.items():
            for key in keys:
                if given[key] is not None and entry.type != type_:
                    yield Problem(
                        DataPlace("inputs", name, (key,), on_key=True),
                        "unknown-key",
                        f"an input of `type: {entry.type}` has no `{key}`",
                        f"write `type: {type_}`, or delete this",
                    )
        yield from _incomplete(name, entry)
    zones = [name for name, entry in context.base.inputs.items() if entry.type == "zone"]
    for name in zones[1:]:
        yield Problem(
            DataPlace("inputs", name, ("type",)),
            "unknown-value",
            f"this guide has a time zone already: `{zones[0]}`",
            "there can be one, since there is one clock",
        )


def _incomplete(name: str, entry: Input) -> Iterator[Problem]:
    if name in OF_THE_DEVICE and entry.type in (*KEYS, "date"):
        yield Problem(
            DataPlace("inputs", name, ("type",)),
            "bad-name",
            f"`{name}` in a `when` is what the phone knows by itself",
            f"give the file another name, such as your-{name}.yml",
        )
    if entry.type == "choice" and len(entry.options) < 2:
        yield Problem(
            DataPlace("inputs", name, ("options",), on_key=True),
            "missing-key",
            "there is nothing to choose from here",
            "give it two or more `options`: an id and its words for each",
        )
    if entry.from_ is not None and entry.to is not None and entry.from_ > entry.to:
        yield Problem(
            DataPlace("inputs", name, ("to",)),
            "fact-value",
            f"`to` is less than `from`, which is {entry.from_}",
            f"write `to: {entry.from_}` or more",
        )


def bad_condition(context: Context) -> Iterator[Problem]:
    """A condition on a fact that does not exist, or with a value that it cannot have."""
    inputs = context.base.inputs
    for kind, name, entry in all_entries(context.base):
        for path, when in conditions(entry):
            for fact, written in when.items():
                place = DataPlace(kind, name, (*path, fact), on_key=True)
                if axis_of(fact, inputs):
                    yield from _bad_value(context, kind, name, (*path, fact), written)
                elif not context.uncertainty.may_exist(fact, fact.rpartition(".")[2]):
                    known = set(known_facts(inputs))
                    yield _unknown(place, f"there is no fact `{fact}`", fact, known)


def bad_memory(context: Context) -> Iterator[Problem]:
    """An answer that sets what cannot be set, or sets it to what it cannot be."""
    inputs = {name: each for name, each in context.base.inputs.items() if each.type in KEYS}
    for scenario, step, question in context.questions():
        for index, answer in enumerate(question.answers):
            for name, value in (answer.sets or {}).items():
                path: DataPath = ("steps", step, "answers", index, "sets", name)
                place = DataPlace("scenarios", scenario, path)
                if name not in inputs:
                    if not context.uncertainty.may_exist(name):
                        message = f"an answer cannot set `{name}`: it is no choice and no number"
                        yield _unknown(replace(place, on_key=True), message, name, set(inputs))
                elif ".." in value:
                    message = f"`{value}` is more than one value"
                    yield Problem(place, "fact-value", message, "write the one that it is")
                else:
                    yield from _bad_value(context, "scenarios", scenario, path, (value,))


def partial_condition(context: Context) -> Iterator[Problem]:
    """A question of which some answers have a condition and some have none."""
    for scenario, step, question in context.questions():
        without = [index for index, answer in enumerate(question.answers) if not answer.when]
        if len(without) == len(question.answers):
            continue
        for index in without:
            yield Problem(
                DataPlace("scenarios", scenario, ("steps", step, "answers", index)),
                "partial-when",
                f"the answer `{question.answers[index].say}` has no `when`, but others here do",
                "give every answer of a question a `when`, or none of them",
            )


def bad_reminder(context: Context) -> Iterator[Problem]:
    """A reminder that counts from what is no day, or by a timetable whose days are not known."""
    base = context.base
    dates = [name for name, entry in base.inputs.items() if entry.type == "date"]
    for name, entry in base.reminders.items():
        if entry.after in base.inputs and entry.after not in dates:
            yield Problem(
                DataPlace("reminders", name, ("after",)),
                "unknown-value",
                f"the input `{entry.after}` is not a day",
                did_you_mean(entry.after, dates) or "write `type: date` in its file",
            )
        week = base.timetables.get(entry.timetable or "")
        for index, day in enumerate(week.days if week else ()):
            if not day.weekday:
                yield Problem(
                    DataPlace("timetables", str(entry.timetable), ("days", index), on_key=True),
                    "missing-key",
                    f"the reminder `{name}` needs to know which day `{day.day}` is",
                    f"`weekday: …` {', '.join(WEEKDAYS)}",
                )


def _bad_value(
    context: Context, kind: str, name: str, path: DataPath, written: tuple[str, ...]
) -> Iterator[Problem]:
    fact = str(path[-1])
    axis = axis_of(fact, context.inputs)
    if not axis:
        return  # its input is wrong itself
    try:
        spans_of(axis, fact, written)
    except FactError as error:
        place = DataPlace(kind, name, (*path, error.index))
        yield Problem(place, "fact-value", str(error), error.hint)


def _unknown(place: DataPlace, message: str, name: str, known: set[str]) -> Problem:
    return Problem(place, "unknown-fact", message, did_you_mean(name, known))
