"""`check` says where the form for suggesting a question offers other topics than the guide has."""

import json
from pathlib import Path
from typing import Any

import pytest
from answertree.authoring.issue_form import FORM, check_issue_form
from answertree.cli import main

from tests.unit.content import copied

TOPICS = ["Power", "Water"]


def write(folder: Path, text: str) -> Path:
    """Put a form beside a content folder; gives that folder."""
    (folder / FORM).parent.mkdir(parents=True)
    (folder / FORM).write_text(text)
    return folder / "content"


def form(*options: str) -> str:
    field: dict[str, Any] = {"id": "topic", "attributes": {"options": options}}
    return json.dumps({"body": [{"type": "markdown"}, {"id": "ask"}, field]})


def test_the_topics_in_order_and_one_option_more_are_right(tmp_path: Path) -> None:
    assert check_issue_form(write(tmp_path, form("Power", "Water", "Other")), TOPICS) == []


@pytest.mark.parametrize(
    "options",
    [("Power", "Water"), ("Water", "Power", "Other"), ("Power", "Steam", "Other"), ("Other",), ()],
    ids=str,
)
def test_other_topics_are_reported_where_they_stand(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    text = form(*options)
    (problem,) = check_issue_form(write(tmp_path, text), TOPICS)
    assert (problem.code, problem.line, problem.column) == (
        "unknown-value",
        1,
        text.rindex("[") + 1,
    )
    assert "`Power`, `Water`" in problem.hint


@pytest.mark.parametrize(
    "text", ["", "a", "body: a", "body: [a]", "body: [{id: topic}]", "body: [{id: ask}]"]
)
def test_a_form_that_asks_for_no_topic_is_right(tmp_path: Path, text: str) -> None:
    assert check_issue_form(write(tmp_path, text), TOPICS) == []


def test_a_guide_without_the_form_or_without_topics_is_right(tmp_path: Path) -> None:
    assert check_issue_form(tmp_path / "content", TOPICS) == []
    assert check_issue_form(write(tmp_path, form("Power", "Other")), []) == []


@pytest.mark.parametrize("text", ["body: [", "body: \0", "a: 'b"])
def test_a_form_that_is_no_yaml_is_reported(tmp_path: Path, text: str) -> None:
    (problem,) = check_issue_form(write(tmp_path, text), TOPICS)
    assert problem.code == "yaml"


def test_check_reports_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = copied(tmp_path)
    write(tmp_path, form("Power", "Steam", "Other"))
    assert main(["check", str(content)]) == 1
    assert f"{tmp_path / FORM}:1:" in capsys.readouterr().out


OTHER = {"replace": "topic: water", "with": "topik: water"}
OF_THE_GUIDE = {"replace": "longest-way: 3", "with": "longest-way: three"}
OF_A_TITLE = {"replace": "power: Power", "with": "power:"}
OF_A_KEY = {"replace": "topics:", "with": "topicks:"}
OF_YAML = {"replace": "topics:", "with": "topics: ["}


@pytest.mark.parametrize(
    ("change", "reported"),
    [
        ({"faq/scale.yml": OTHER}, True),
        ({"guide.yml": OF_THE_GUIDE}, True),
        ({"guide.yml": OF_A_TITLE}, False),
        ({"guide.yml": OF_A_KEY}, False),
        ({"guide.yml": OF_YAML}, False),
    ],
    ids=str,
)
def test_check_reports_it_beside_other_problems_while_the_topics_can_be_read(
    tmp_path: Path, change: dict[str, Any], reported: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copied(tmp_path, change)
    write(tmp_path, form("Power", "Steam", "Other"))
    assert main(["check", str(content)]) == 1
    printed = capsys.readouterr().out
    assert (f"{tmp_path / FORM}:1:" in printed) == reported
    assert str(content / next(iter(change))) in printed
