"""Plain data to the model: what fits; nothing is reported twice or makes it fall over."""

import random

import pytest
from answertree.knowledge.kinds import BY_FOLDER
from answertree.knowledge.model import Faq, Guide
from answertree.knowledge.problems import Problem
from answertree.knowledge.steps import Scenario
from answertree.reading.validation import validate
from answertree.reading.yaml_reader import read
from pydantic import BaseModel

from tests.unit.content import SMALL
from tests.unit.reading.test_yaml_reader import mutations


def problems_of(text: str, kind: str = "faq") -> list[Problem]:
    source, problems = read("a.yml", text.encode())
    assert source, problems
    return validate(source, BY_FOLDER[kind].model).problems


def test_what_fits_becomes_a_value_and_numbers_are_fine_as_texts() -> None:
    source, _ = read("a.yml", b"ask: 12\ntopic: x\nshort: 3.5\nanswer: 14:30\norder: 7\n")
    assert source is not None
    validated = validate(source, Faq)
    assert not validated.problems
    assert not validated.replaced
    entry = validated.entry
    assert isinstance(entry, Faq)
    assert (entry.ask, entry.short, entry.answer, entry.order) == ("12", "3.5", "14:30", 7)


def test_every_misfit_of_a_file_is_reported() -> None:
    problems = problems_of("ask:\nformerly: [A B]\nshort: [x]\nordr: 3\n")
    assert sorted((one.line, one.column, one.code) for one in problems) == [
        (1, 1, "empty"),
        (1, 1, "missing-key"),
        (1, 1, "missing-key"),
        (2, 12, "bad-name"),
        (3, 8, "wrong-type"),
        (4, 1, "unknown-key"),
    ]


def test_a_missing_key_is_reported_with_what_it_is_for() -> None:
    problem = problems_of("ask: x\ntopic: x\nshort: x\n")[0]
    assert "`answer`" in problem.message
    assert "The reasons and the details." in problem.hint


def test_a_mistyped_key_that_has_to_be_there_is_reported_once() -> None:
    problems = problems_of("ask: x\ntopik: x\nshort: x\nanswer: x\n")
    assert [(one.line, one.code) for one in problems] == [(2, "unknown-key")]
    assert "`topic`" in problems[0].hint


@pytest.mark.parametrize("name", ["question", "outcome", "steps", "answers", "ask"])
def test_a_step_may_be_named_like_a_word_of_the_model(name: str) -> None:
    text = f"title: x\nstart: {name}\nsteps:\n  {name}:\n    ask: x\n    hepl: x\n    answers: []\n"
    problems = problems_of(text, "scenarios")
    assert [(one.line, one.column, one.code) for one in problems] == [(6, 5, "unknown-key")]
    assert "`help`" in problems[0].hint


@pytest.mark.parametrize("name", ["numbers", "text", "sections", "see"])
def test_a_section_may_be_named_like_a_word_of_the_model(name: str) -> None:
    text = f"title: x\ndescription: x\nlead: x\nsections:\n  {name}:\n    titel: x\n"
    problems = problems_of(text, "pages")
    assert [(one.line, one.column, one.code) for one in problems] == [(6, 5, "unknown-key")]
    assert "`title`" in problems[0].hint


def test_no_data_makes_it_fall_over() -> None:
    chance = random.Random(5)
    models: list[type[BaseModel]] = [Guide, Scenario, *(kind.model for kind in BY_FOLDER.values())]
    tried = 0
    for raw in mutations(300):
        source, _ = read("a.yml", raw)
        if source:
            tried += 1
            validated = validate(source, chance.choice(models))
            problems = validated.problems
            assert validated.entry is not None or problems
            assert len({(one.line, one.column, one.message) for one in problems}) == len(problems)
    assert tried > 50


@pytest.mark.parametrize("kind", BY_FOLDER)
def test_every_small_file_read_as_any_other_kind_is_reported_in_plain_words(kind: str) -> None:
    for file in sorted(SMALL.rglob("*.yml")):
        source, _ = read(file.name, file.read_bytes())
        assert source is not None
        problems = validate(source, BY_FOLDER[kind].model).problems
        assert bool(problems) == (file.parent.name != kind)
        for problem in problems:
            assert "Input should" not in problem.message
            assert "valid" not in problem.message
