"""What a change does to the decision tree: its questions, answers and outcomes, and the ways."""

from collections.abc import Iterator
from dataclasses import replace

from answertree.comparing.fields import changed_fields
from answertree.comparing.matching import Change, pairs
from answertree.comparing.texts import block, shown
from answertree.comparing.wording import bold, called, kind_of, links, renamed, step_called
from answertree.knowledge import graph
from answertree.knowledge.graph import Edge
from answertree.knowledge.model import Outcome, Question


def changed_scenarios(change: Change) -> dict[str, list[str]]:
    """For each scenario that changed its title and what changed; those that are gone come last."""
    found = {name: list(_scenario(change, name)) for name in change.after.scenarios}
    told = {name: lines for name, lines in found.items() if lines}
    for name, entry in change.before.scenarios.items():
        if change.now("scenarios", name) is None:
            steps = [f"- {bold(step)}" for step in _gone(change, name)]
            told[f"-{name}"] = block(f"Gone as a whole: “{shown(entry.title)}”", steps)
    return told


def changed_reach(change: Change) -> Iterator[str]:
    """Steps to which a way leads now or no longer, and the longest way."""
    old, new = change.trees
    could, can = graph.reachable(old, old.starts), graph.reachable(new, new.starts)
    for name, was in change.was["steps"].items():
        if name in can and was not in could:
            yield f"- **{step_called(change.trees[1], name)}** can be reached now"
        if name not in can and was in could:
            yield f"- **{step_called(change.trees[1], name)}** can no longer be reached"
    longest = [
        max((way[1] for way in graph.distances(grown).values()), default=0) for grown in (old, new)
    ]
    if longest[0] != longest[1]:
        yield f"- The longest way to an outcome takes {longest[1]} answers now, {longest[0]} before"


def _scenario(change: Change, name: str) -> Iterator[str]:
    entry = change.after.scenarios[name]
    was = change.was["scenarios"].get(name)
    if was is not None:
        before = change.before.scenarios[was]
        if before.title != entry.title:
            yield f"- The title was “{shown(before.title)}” before"
        yield from renamed(name, was, was in entry.formerly)
        starts = [f"{was}.{before.start}", f"{name}.{entry.start}"]
        if change.now("steps", starts[0]) != starts[1] and starts[0] in change.trees[0].steps:
            begins = step_called(change.trees[1], starts[1])
            not_with = step_called(change.trees[0], starts[0])
            yield f"- It begins with **{begins}** now, not with “{not_with}”"
    for step in (f"{name}.{step}" for step in entry.steps):
        yield from _step(change, step)
    if was is not None:
        yield from (f"- Gone: the {kind_of(step)} {bold(step)}" for step in _gone(change, was))


def _gone(change: Change, scenario: str) -> Iterator[Question | Outcome]:
    for name, step in change.before.scenarios[scenario].steps.items():
        if change.now("steps", f"{scenario}.{name}") is None:
            yield step


def _step(change: Change, name: str) -> Iterator[str]:
    old, new = change.trees
    step, was = new.steps[name], change.was["steps"].get(name)
    if was is None:
        yield f"- New {kind_of(step)}: {bold(step)}"
        if isinstance(step, Outcome):
            yield from (f"    - {shown(called(line))}" for line in [step.text] if line)
        for edge in new.edges[name]:
            yield f"    - {_the(edge.say)} leads to {_to(change, edge)}"
        return
    before = old.steps[was]
    lines = _moved(change, name, was)
    if type(before) is not type(step):
        articles = {"question": "a question", "outcome": "an outcome"}
        lines.append(f"- It was {articles[kind_of(before)]} and is {articles[kind_of(step)]} now")
    if called(before) != called(step):
        lines.append(f"- It was “{shown(called(before))}” before")
    lines += _ways(change, old.edges[was], new.edges[name])
    lines += changed_fields(change, before, step, ("ask", "advise", "answers", "next"))
    yield from block(f"The {kind_of(step)} {bold(step)}", lines)


def _moved(change: Change, name: str, was: str) -> list[str]:
    """The lines about a step that has another id or is in another scenario."""
    scenario, _, step = name.partition(".")
    old_scenario, _, old_step = was.partition(".")
    here = change.was["scenarios"].get(scenario) == old_scenario
    kept = was in {old for old, _ in graph.former(scenario, change.after.scenarios[scenario], step)}
    if here:
        return renamed(step, old_step, kept)
    title = shown(change.before.scenarios[old_scenario].title)
    return [f"- It has moved here from “{title}”; {links(kept)}"]


def _ways(change: Change, was: tuple[Edge, ...], now: tuple[Edge, ...]) -> Iterator[str]:
    before = [replace(edge, target=change.now("steps", edge.target) or "") for edge in was]
    found = pairs(before, now, lambda edge: edge.say, lambda edge: (bool(edge.say), edge.target))
    for old, new in found:
        if old and new and old.say != new.say:
            yield f"- The answer “{shown(old.say)}” reads “{shown(new.say)}” now"
        if old and new and old.target != new.target:
            not_to = step_called(change.trees[0], was[before.index(old)].target)
            yield f"- {_the(new.say)} leads to {_to(change, new)} now, not to “{not_to}”"
        elif old and not new:
            yield f"- {_the(old.say)} is gone"
        elif new and not old:
            what = f"a new answer “{shown(new.say)}”" if new.say else "a way on"
            yield f"- It has {what} now, which leads to {_to(change, new)}"
    kept = [before.index(old) for old, new in found if old and new]
    if kept != sorted(kept):
        order = ", ".join(f"“{shown(edge.say)}”" for edge in now)
        yield f"- The answers come in another order now: {order}"


def _the(say: str) -> str:
    return f"The answer “{shown(say)}”" if say else "The way on"


def _to(change: Change, edge: Edge) -> str:
    return f"**{step_called(change.trees[1], edge.target)}**"
