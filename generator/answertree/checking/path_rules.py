"""Proofs along the ways through the tree: what stands under a condition is for somebody.

What was reported about a question is no reason to blame those behind it: where its conditions are
not understood, or not whole, everybody is taken to come by each of its answers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from answertree.checking.context import Context
from answertree.checking.graph_rules import ways_in
from answertree.knowledge.facts import OF_THE_DEVICE, Box, FactError, has_readers, spans_of
from answertree.knowledge.graph import resolve
from answertree.knowledge.problems import DataPath, DataPlace, Problem
from answertree.knowledge.steps import Question, Step, title_of, ways_on
from answertree.knowledge.when import conditions
from answertree.proving.paths import Reach, Way, ruled_out
from answertree.proving.readers import Diagrams
from answertree.proving.words import in_words

MOST_AXES = 200  # by which readers are told apart
MOST_SAID = 6  # answers that a hint repeats

WHAT = {"answers": "can give this answer", "next": "can go on here"}


def impossible_answer(context: Context) -> Iterator[Problem]:
    """What stands under a condition that nobody fulfils who comes there, and steps behind such."""
    if not context.has_guide:
        return  # the guide file could not be read
    steps = context.graph.steps.items()
    ways = {name: list(_ways(context, name, step)) for name, step in steps}
    diagrams = Diagrams(list(islice(context.axes.values(), MOST_AXES)))
    starts = [start for start in ways_in(context) if start in ways]
    reach = Reach(diagrams, ways, starts)
    found: dict[tuple[str, DataPath], Box] = {}
    for name, step in steps:
        if reach.anybody(name):
            for path, wanted in _wanted_at(context, name, step):
                if has_readers(wanted) and not reach.anybody(name, wanted):
                    found[name, path] = wanted
        elif any(reach.anybody(way.source) for way in reach.ways_to(name)):
            yield _unreachable(name)
    if found:
        excused = Reach(diagrams, _excusing(reach, ways), starts)
        by_themselves = [at for at in found if not excused.anybody(at[0], found[at])]
        for name, path in by_themselves or found:
            yield _impossible(context, reach, name, path, found[name, path])


def _excusing(reach: Reach, ways: Mapping[str, Sequence[Way]]) -> dict[str, list[Way]]:
    """The same ways, but whoever comes to one that nobody could take can take it.

    What is impossible all the same does not follow from another that is.
    """
    return {
        name: [
            way
            if reach.anybody(name, way.when)
            else replace(way, forgets=way.forgets | way.when.keys())
            for way in after
        ]
        for name, after in ways.items()
    }


def _ways(context: Context, name: str, step: Step) -> Iterator[Way]:
    scenario, _, id_ = name.partition(".")
    path: DataPath = ("steps", id_)
    if isinstance(step, Question):
        for index, answer in enumerate(step.answers):
            target = resolve(context.base, scenario, answer.go) or ""
            when = _wanted(context, scenario, (*path, "answers", index, "when"), answer.when)
            sets = _sets(context, scenario, (*path, "answers", index), answer.sets or {})
            yield Way(name, target, answer.say, when, sets)
    else:
        for index, way in enumerate(ways_on(step)):
            target = resolve(context.base, scenario, way.go) or ""
            when = _wanted(context, scenario, (*path, "next", index, "when"), way.when)
            yield Way(name, target, way.say or title_of(step), when, {}, _passing(context, "next"))


def _wanted_at(context: Context, name: str, step: Step) -> Iterator[tuple[DataPath, Box]]:
    """What each condition at a step asks of those who come there."""
    scenario, _, id_ = name.partition(".")
    for path, when in conditions(step, ("steps", id_)):
        yield path, _wanted(context, scenario, path, when)


def _wanted(context: Context, scenario: str, path: DataPath, when: Mapping[str, Any] | None) -> Box:
    """What a condition asks of those who come to it, as far as that stays as it is meanwhile."""
    part, step = str(path[2]), str(path[1])
    box = context.box(scenario, path, when) if when else None
    if not box or (part == "answers" and not context.is_whole(scenario, step)):
        return {}
    passing = _passing(context, part) if has_readers(box) else ()
    return {axis: spans for axis, spans in box.items() if axis not in passing}


def _passing(context: Context, part: str) -> frozenset[str]:
    """The axes on which a reader may be elsewhere by the time they come to a part of a step.

    An answer is given at once. While advice is read, the clock goes on and notes are written. Until
    readers go on from it, days may have gone by, and another day may count.
    """
    if part == "answers":
        return frozenset()
    days = {name for name, entry in context.base.inputs.items() if entry.type == "date"}
    return frozenset(OF_THE_DEVICE) | (days if part == "next" else set())


def _sets(context: Context, scenario: str, path: DataPath, sets: Mapping[str, str]) -> Box:
    """What an answer says; anything where that could not be understood."""
    if context.uncertainty.covers(DataPlace("scenarios", scenario, path)):
        return {name: axis.all for name, axis in context.axes.items()}
    found = {}
    for name, value in sets.items():
        if axis := context.axes.get(name):
            try:
                found[name] = spans_of(axis, name, [value])
            except FactError:
                found[name] = axis.all
    return found


def _impossible(context: Context, reach: Reach, name: str, path: DataPath, wanted: Box) -> Problem:
    scenario, _, _ = name.partition(".")
    is_answer = path[2] == "answers"
    message = f"nobody who comes here {WHAT.get(str(path[2]), 'is told this')}"
    hint = "change its `when`, or delete it"
    chain = reach.shortest_way(name)
    if why := ruled_out(context.axes, chain, wanted):
        axis, spans, ways = why
        said = " and ".join(f"“{way.say}” in `{way.source}`" for way in ways)
        verb = "say" if len(ways) > 1 else "says"
        message += f": {said} {verb} “{in_words(axis, context.inputs, spans)}”"
        hint = f"the shortest way here is {_in_short(chain)}, and no other allows it: {hint}"
    place = DataPlace("scenarios", scenario, path[:-1] if is_answer else path, not is_answer)
    return Problem(place, "impossible-answer", message, hint)


def _in_short(chain: tuple[Way, ...]) -> str:
    said = [f"“{way.say}”" for way in chain]
    if len(said) > MOST_SAID:
        said[1 : 1 - MOST_SAID] = ["…"]
    return ", ".join(said)


def _unreachable(name: str) -> Problem:
    scenario, _, step = name.partition(".")
    return Problem(
        DataPlace("scenarios", scenario, ("steps", step), on_key=True),
        "unreachable-step",
        f"nobody can give an answer that leads to the step `{step}`",
        "see what rules out those answers, or delete the step",
    )
