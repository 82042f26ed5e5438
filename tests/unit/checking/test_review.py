"""A guide says when it was last read, and is silent until that is too long ago."""

from datetime import date
from pathlib import Path

import pytest
from answertree.checking.review import review_due
from answertree.reading.load import load

from tests.unit.content import SMALL, copied

REVIEW = {"guide.yml": {"append": "review: {last: 2030-01-31, after-days: 30, say: We keep it.}"}}


@pytest.mark.parametrize(
    ("today", "due"), [("2030-01-31", False), ("2030-03-02", False), ("2030-03-03", True)]
)
def test_a_review_is_due_after_so_many_days(tmp_path: Path, today: str, due: bool) -> None:
    found = review_due(load(copied(tmp_path, REVIEW)), date.fromisoformat(today))
    assert [one.severity for one in found] == ["warning"] * due


@pytest.mark.parametrize(
    "review",
    ["{last: 9999-12-31, say: Us.}", "{last: 2030-01-31, after-days: 9999999999, say: Us.}"],
)
def test_one_that_is_due_after_the_end_of_all_calendars_is_not_due(
    tmp_path: Path, review: str
) -> None:
    content = copied(tmp_path, {"guide.yml": {"append": f"review: {review}"}})
    assert review_due(load(content), date.max) == []


def test_a_guide_whose_last_day_cannot_be_read_is_not_due_as_well(tmp_path: Path) -> None:
    review = "review: {last: last May, after-days: 30, say: We keep it.}"
    loaded = load(copied(tmp_path, {"guide.yml": {"append": review}}))
    assert [one.code for one in loaded.problems] == ["wrong-type"]
    assert review_due(loaded, date.max) == []


def test_a_guide_that_says_nothing_of_it_is_never_due() -> None:
    assert review_due(load(SMALL), date.max) == []
