"""`new` writes correct files, in their place, and never over what is there."""

import shutil
from pathlib import Path

import pytest

from generator.checks import check
from generator.create import TEMPLATES, CreateError, add_answer, create
from generator.load import load
from tests.conftest import ROOT


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


@pytest.mark.parametrize("what", TEMPLATES)
def test_a_new_file_is_correct_as_it_is(content: Path, what: str) -> None:
    path = create(content, what, "brand-new")
    assert path == content / TEMPLATES[what][0] / "brand-new.yml"
    problems = check(load(content))
    wanted = ["unreachable-step"] if what == "scenario" else []
    assert [problem.code for problem in problems] == wanted


@pytest.mark.parametrize("what", TEMPLATES)
def test_nothing_is_written_over(content: Path, what: str) -> None:
    path = next((content / TEMPLATES[what][0]).glob("*.yml"))
    before = path.read_bytes()
    with pytest.raises(CreateError, match="there already"):
        create(content, what, path.stem)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["Two Words", "../away", "a--b", "", "é"])
def test_a_name_is_a_slug(content: Path, name: str) -> None:
    with pytest.raises(CreateError, match="a-z, 0-9"):
        create(content, "rule", name)


def test_an_answer_leads_to_a_new_scenario_and_the_rest_stays_as_it_is(content: Path) -> None:
    path = content / "scenarios" / "voicemail.yml"
    path.write_text("# a comment\n" + path.read_text() + "# the end\n")
    before = path.read_text().splitlines()
    step = next(
        f"voicemail.{name}"
        for name, found in load(content).base.scenarios["voicemail"].steps.items()
        if hasattr(found, "answers")
    )
    create(content, "scenario", "brand-new")
    add_answer(content, step, 'No, "never": why?', "brand-new")
    assert check(load(content)) == []
    after = path.read_text().splitlines()
    added = [line for line in after if line not in before]
    assert added == ['      - {say: "No, \\"never\\": why?", go: brand-new}']
    assert [line for line in after if line not in added] == before


def test_an_answer_needs_a_question(content: Path) -> None:
    with pytest.raises(CreateError, match="did you mean `voicemail"):
        add_answer(content, "voicemail.number-redy", "Yes", "brand-new")


def test_answers_written_in_one_line_are_left_alone(content: Path) -> None:
    path = content / "scenarios" / "short.yml"
    text = (
        "title: Short\nstart: a\nsteps:\n"
        "  a: {ask: Is it?, answers: [{say: A, go: b}, {say: B, go: b}]}\n"
        "  b: {advise: Do}\n"
    ).replace("Is it?", "Is it")
    path.write_text(text)
    with pytest.raises(CreateError, match="your hand"):
        add_answer(content, "short.a", "C", "b")
    assert path.read_text() == text
