"""Every condition of an answer is there for a reason: whatever is changed in one is reported."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from answertree.checking.rules import check
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.facts import CLOCK, NUMBER, Axis, FactError, axis_of, box
from answertree.knowledge.model import minutes
from answertree.knowledge.steps import Question
from answertree.reading.load import Loaded, load

from tests.conftest import CONTENT
from tests.unit.content import FACTS

Condition = Mapping[str, tuple[str, ...]]


def altered(when: Condition, base: KnowledgeBase) -> Iterator[Condition | None]:
    """A condition with each bound moved by one, each value or fact more or less, or none at all."""
    yield None
    for fact, written in when.items():
        others = {name: each for name, each in when.items() if name != fact}
        if others:
            yield others
        axis = axis_of(fact, base.inputs)
        assert axis
        for other in altered_values(axis, written):
            yield {**others, fact: other}


def altered_values(axis: Axis, written: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for index, value in enumerate(written):
        rest = written[:index] + written[index + 1 :]
        if rest:
            yield rest
        first, dots, last = value.partition("..")
        for by in (-1, 1) if not axis.names else ():
            if not dots:
                yield (*rest, moved(first, by))
            if dots and first:
                yield (f"{moved(first, by)}..{last}",)
            if dots and last:
                yield (f"{first}..{moved(last, by)}",)
    for name in axis.names:
        if name not in written:
            yield (*written, name)


def moved(bound: str, by: int) -> str:
    if not CLOCK.fullmatch(bound):
        assert NUMBER.fullmatch(bound)
        return str(int(bound) + by)
    now = minutes(bound) + by
    return f"{now // 60}:{now % 60:02}"


def with_answers(loaded: Loaded, scenario: str, step: str, answers: tuple[Any, ...]) -> Loaded:
    entry = loaded.base.scenarios[scenario]
    question = entry.steps[step].model_copy(update={"answers": answers})
    changed = entry.model_copy(update={"steps": {**entry.steps, step: question}})
    scenarios = {**loaded.base.scenarios, scenario: changed}
    return replace(loaded, base=loaded.base.with_entries(scenarios=scenarios))


def is_the_same(base: KnowledgeBase, when: Condition, other: Condition | None) -> bool:
    """Whether a condition holds for just the same readers, as `0..` does for what begins with 0."""
    try:
        return box(when, base.inputs) == box(other or {}, base.inputs)
    except FactError:
        return False


def changes(loaded: Loaded) -> Iterator[tuple[str, Loaded]]:
    """The content with one condition of an answer altered, or with one such answer left out."""
    for scenario, entry in loaded.base.scenarios.items():
        for name, step in entry.steps.items():
            if not isinstance(step, Question):
                continue
            for index, answer in enumerate(step.answers):
                if not answer.when:
                    continue
                before, after = step.answers[:index], step.answers[index + 1 :]
                what = f"{scenario}.{name}, answer {index}"
                yield f"{what} is left out", with_answers(loaded, scenario, name, before + after)
                for when in altered(answer.when, loaded.base):
                    if not is_the_same(loaded.base, answer.when, when):
                        other = answer.model_copy(update={"when": when})
                        answers = (*before, other, *after)
                        yield f"{what}: {when}", with_answers(loaded, scenario, name, answers)


@pytest.mark.parametrize("content", [FACTS, CONTENT], ids=["facts", "content"])
def test_whatever_is_changed_in_a_condition_is_reported(content: Path) -> None:
    loaded = load(content)
    assert check(loaded) == []
    assert [what for what, other in changes(loaded) if not check(other)] == []


def test_a_good_many_changes_are_tried() -> None:
    tried = [what for what, _ in changes(load(FACTS))]
    assert len(tried) > 100
    assert len(set(tried)) == len(tried)
    assert {
        "repair.how-old, answer 1: {'days-since.bought': ('29..729',)}",
        "repair.how-old, answer 1: {'days-since.bought': ('30..730',)}",
        "repair.what-price, answer 2: {'price': ('40..999',)}",
        "repair.where-from, answer 0: {'place': ('shop', 'gift')}",
        "shop.open-now, answer 3: {'weekday': ('mon',)}",
        "shop.open-now, answer 3 is left out",
        "shop.open-now, answer 3: None",
    } <= set(tried)
