import pytest
from answertree.knowledge import model
from answertree.knowledge.base import KnowledgeBase, all_entries, points
from answertree.knowledge.kinds import BY_FOLDER
from answertree.knowledge.model import Guide, Hours, Timetable
from answertree.knowledge.steps import Outcome, Question, Scenario
from answertree.reading.load import load
from pydantic import BaseModel, ValidationError

from tests.unit.content import FACTS, SMALL

BASE = load(SMALL).base


def test_every_entry_is_named_with_its_kind_and_the_guide_comes_first() -> None:
    found = [(kind, name) for kind, name, _ in all_entries(BASE)]
    assert found[0] == ("guide", "guide")
    assert {kind for kind, _ in found} == {"guide", *BY_FOLDER}
    assert len(found) == len(list(SMALL.rglob("*.yml")))


def test_the_contents_for_tests_use_every_key() -> None:
    unused: dict[type[BaseModel], set[str]] = {}

    def visit(value: object) -> None:
        if isinstance(value, BaseModel):
            names = unused.setdefault(type(value), set(type(value).model_fields))
            names -= value.model_fields_set
            for name in type(value).model_fields:
                visit(getattr(value, name))
        elif isinstance(value, dict | tuple):
            for item in value.values() if isinstance(value, dict) else value:
                visit(item)

    for base in (BASE, load(FACTS).base):
        for _, _, entry in all_entries(base):
            visit(entry)
    # These have tests of their own, with changed copies.
    assert {kind.__name__: names for kind, names in unused.items() if names} == {
        "Answer": {"hear"},
        "Question": {"script"},
        "Outcome": {"dial", "verdict"},
        "Task": {"dial", "formerly", "script", "see"},
        "Scenario": {"live"},
        "Script": {"topic", "words_for_search"},
        "Guide": {"review", "unlisted"},
        "Page": {"words_for_search"},
        "Section": {"rehearse", "words_for_search"},
        **{key: {"words_for_search"} for key in ("Faq", "Rule")},
    }
    assert {page.shows for page in BASE.pages.values()} >= {
        "questions", "rules", "scripts", "sources", "scenarios"
    }  # fmt: skip


def test_walking_finds_every_text_with_its_path_in_the_words_of_the_yaml() -> None:
    found = dict(model.walk(BASE.timetables["week"]))
    assert found["hours", 0, "from"] == "9:00"
    assert found["marks", "good"] == "Go now"
    guide = dict(model.walk(BASE.guide))
    assert guide["longest-way",] == 3
    assert guide["starts", 1, "go"] == "kettle.light-on"


@pytest.mark.parametrize("base", [BASE, load(FACTS).base], ids=["small", "facts"])
def test_what_walking_finds_is_found_again_by_its_path(base: KnowledgeBase) -> None:
    for _, _, entry in all_entries(base):
        for path, value in model.walk(entry):
            assert model.value_at(entry, path) == value, path


def test_a_step_is_a_question_or_an_outcome() -> None:
    steps = BASE.scenarios["kettle"].steps
    assert isinstance(steps["light-on"], Question)
    assert isinstance(steps["descale"], Outcome)


@pytest.mark.parametrize("step", [{}, {"text": "x"}, [], "x", None, {"advise": "x", "ask": "y"}])
def test_anything_else_is_no_step(step: object) -> None:
    with pytest.raises(ValidationError):
        Scenario.model_validate({"title": "T", "start": "a", "steps": {"a": step}})


def test_nothing_in_the_model_can_be_changed() -> None:
    with pytest.raises(ValidationError):
        BASE.guide.title = BASE.guide.tagline  # type: ignore[misc,assignment]


def test_a_rule_says_what_it_is() -> None:
    assert BASE.rules["unplug-first"].text == "Unplug it first"
    assert BASE.rules["leave-it-shut"].text == "Open the base"


def test_minutes_of_a_time_of_day() -> None:
    assert model.minutes("9:05") == 545
    assert model.minutes("24:00") == 1440


@pytest.mark.parametrize("time", ["0:00", "9:00", "09:30", "23:59", "24:00"])
def test_times_of_day(time: str) -> None:
    assert Hours.model_validate({"from": "0:00", "to": time, "say": "x", "mark": "good"}).to == time


@pytest.mark.parametrize("time", ["9", "9h", "9:5", "9:60", "24:01", "25:00", "-1:00", "²:00", ""])
def test_what_is_no_time_of_day(time: str) -> None:
    with pytest.raises(ValidationError):
        Hours.model_validate({"from": "0:00", "to": time, "say": "x", "mark": "good"})


def test_a_legend_knows_only_the_three_marks() -> None:
    table = BASE.timetables["week"].model_dump(by_alias=True)
    with pytest.raises(ValidationError):
        Timetable.model_validate({**table, "marks": {"bad": "Never"}})


def test_every_point_by_id() -> None:
    assert list(points(BASE)) == ["own-1", "k-1", "k-2", "k-3"]


def test_a_guide_needs_a_way_in() -> None:
    with pytest.raises(ValidationError):
        Guide.model_validate({**BASE.guide.model_dump(by_alias=True), "starts": []})
