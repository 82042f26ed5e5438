"""Checks of rehearsals: what can be heard is heard in one of them."""

from collections.abc import Iterator

from answertree.checking.context import Context
from answertree.knowledge.graph import resolve
from answertree.knowledge.problems import DataPlace, Problem
from answertree.knowledge.steps import Question


def unheard_reply(context: Context) -> Iterator[Problem]:
    """What is heard after an answer to which no rehearsal leads."""
    rehearsed = _rehearsed(context)
    for scenario, entry in context.base.scenarios.items():
        for name, step in entry.steps.items():
            if not isinstance(step, Question) or f"{scenario}.{name}" in rehearsed:
                continue
            for index, answer in enumerate(step.answers):
                if answer.hear:
                    yield Problem(
                        DataPlace("scenarios", scenario, ("steps", name, "answers", index, "hear")),
                        "unheard-reply",
                        f"nobody hears this: no rehearsal leads to the question `{name}`",
                        "give the answers that lead to it a `hear`, "
                        "let a part of a page `rehearse` it, or delete this",
                    )


def _rehearsed(context: Context) -> set[str]:
    """The steps that rehearsals lead to; all of them where a name on the way is not known."""
    base, steps = context.base, context.graph.steps
    sections = (section for page in base.pages.values() for section in page.sections.values())
    found = [resolve(base, None, section.rehearse) for section in sections if section.rehearse]
    for name in found:
        step = steps[name] if name else None
        if isinstance(step, Question):
            scenario = str(name).partition(".")[0]
            ways = (resolve(base, scenario, answer.go) for answer in step.answers if answer.hear)
            found += [target for target in ways if target not in found]
    if None in found or context.uncertainty.may_be_used(*base.scenarios):
        return set(steps)
    return {name for name in found if name}
