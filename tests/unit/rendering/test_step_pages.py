"""Which live questions can be answered from the home page."""

from pathlib import Path
from typing import Any

import pytest
from answertree.knowledge.graph import build_graph
from answertree.reading.load import load
from answertree.rendering.step_pages import shortcuts

from tests.unit.content import copied

START = {"replace": "go: kettle.light-on", "with": "go: shop"}
LIVE = {"replace": "start: warranty", "with": "start: warranty\nlive: true"}
SETS = {"replace": "go: write}", "with": "go: write, sets: {kind: old}}"}
AT_ADVICE = {"replace": "start: warranty", "with": "start: write\nlive: true"}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"guide.yml": START, "scenarios/shop.yml": LIVE}, ["shop.warranty"]),
        ({"guide.yml": START}, []),  # not live
        ({"scenarios/shop.yml": LIVE}, []),  # no way in
        ({"guide.yml": START, "scenarios/shop.yml": AT_ADVICE}, []),  # no question
        ({"guide.yml": START, "scenarios/shop.yml": [LIVE, SETS]}, []),  # to be remembered
    ],
)
def test_shortcuts(tmp_path: Path, change: dict[str, Any], found: list[str]) -> None:
    base = load(copied(tmp_path, change)).base
    assert shortcuts(base, build_graph(base)) == found
