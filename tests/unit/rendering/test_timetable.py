"""A timetable's rows are as high as their hours are long, within what the style sheet knows."""

import re
from pathlib import Path

import pytest
from answertree.build import build

from tests.unit.content import copied


@pytest.mark.parametrize(
    ("to", "height"), [("9:10", 1), ("9:30", 1), ("10:30", 3), ("13:00", 8), ("17:00", 8)]
)
def test_a_row_is_as_high_as_it_has_half_hours_up_to_eight(
    tmp_path: Path, to: str, height: int
) -> None:
    hours = {"replace": "to: 12:30, say: Morning", "with": f"to: {to}, say: Morning"}
    after = {"replace": "from: 12:30, to: 17:00", "with": f"from: {to}, to: 20:00"}
    pages = build(copied(tmp_path, {"timetables/week.yml": [hours, after]})).pages
    spans = [int(span) for page in pages for span in re.findall(r"span-(\d+)", page.markdown)]
    assert spans[0] == height
