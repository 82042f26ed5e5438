"""The pages on which steps stand: what each says of itself, and where a reader finds the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from answertree.knowledge import graph
from answertree.knowledge.addresses import DECISION, anchor, decision_pages, pages_of_steps
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.steps import Question, Scenario


def meta(base: KnowledgeBase, page: str) -> dict[str, Any]:
    """The front matter of one of the pages.

    Only where there are several it names them all, and says how many steps stand on those before.
    """
    title, pages = base.guide.starts[0].say, decision_pages(base)
    found: dict[str, Any] = {"title": title, "description": base.guide.description}
    if page == DECISION:
        found["first_step"] = anchor(graph.build_graph(base).starts[0])
    if len(pages) > 1:
        before = pages[: pages.index(page)]
        found["pages"] = list(pages)
        found["steps_before"] = sum(each in before for each in pages_of_steps(base).values())
    if page != DECISION:
        found["title"] = f"{title} ({pages.index(page) + 1})"
    return found


def numbers(base: KnowledgeBase, scenarios: Mapping[str, Scenario]) -> dict[str, int]:
    """The number of each step, in the order of the pages: on paper they take the place of links."""
    pages, page_of = decision_pages(base), pages_of_steps(base)
    names = [f"{scenario}.{step}" for scenario, entry in scenarios.items() for step in entry.steps]
    names.sort(key=lambda name: pages.index(page_of[name]))
    return {name: number for number, name in enumerate(names, 1)}


def shortcuts(base: KnowledgeBase, tree: graph.Graph) -> list[str]:
    """The live questions with which a way in begins: one tap at home can already be their answer.

    One whose answers set something is left out: they have to be given where they are remembered.
    """
    return [
        name
        for name in dict.fromkeys(tree.starts)
        if base.scenarios[name.partition(".")[0]].live
        and isinstance(step := tree.steps[name], Question)
        and not any(answer.sets for answer in step.answers)
    ]


@dataclass(frozen=True)
class Part:
    """The steps of a scenario that stand on the same page, and the first of them.

    `holds` are their anchors, old ones too; what ends in a hyphen stands for all that begin so.
    """

    title: str
    step: str
    holds: str


def parts(base: KnowledgeBase, scenarios: Mapping[str, Scenario]) -> list[Part]:
    """Every scenario, a part for each page on which it stands; none where there is one page."""
    page_of = pages_of_steps(base)
    found: list[Part] = []
    for scenario, entry in scenarios.items() if len(decision_pages(base)) > 1 else ():
        steps = [f"{scenario}.{step}" for step in (entry.start, *entry.steps)]
        pages = list(dict.fromkeys(page_of[step] for step in steps))
        whole = [f"{anchor(name)}-" for name in (scenario, *entry.formerly)]
        for number, page in enumerate(pages, 1):
            here = [step for step in dict.fromkeys(steps) if page_of[step] == page]
            held = [anchor(old) for step in here for old in _names(scenario, entry, step)]
            if len(pages) == 1:
                held = [*whole, *(each for each in held if not each.startswith(tuple(whole)))]
            title = entry.title if number == 1 else f"{entry.title} ({number})"
            found.append(Part(title, here[0], " ".join(held)))
    return found


def _names(scenario: str, entry: Scenario, step: str) -> list[str]:
    """The names of a step `scenario.step`, now and formerly."""
    former = graph.former(scenario, entry, step.partition(".")[2])
    return [step, *(old for old, _ in former)]
