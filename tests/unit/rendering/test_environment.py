"""What the templates of the pages are given."""

import pytest
from answertree.reading.load import load
from answertree.rendering.environment import written_scripts

from tests.unit.content import SMALL

BASE = load(SMALL).base


@pytest.mark.parametrize(
    ("verdict", "written"), [("write", {"letter"}), ("say", set()), (None, set())]
)
def test_a_script_is_to_be_written_where_a_verdict_says_so(
    verdict: str | None, written: set[str]
) -> None:
    shop = BASE.scenarios["shop"]
    step = shop.steps["write"].model_copy(update={"verdict": verdict})
    changed = shop.model_copy(update={"steps": {**shop.steps, "write": step}})
    base = BASE.with_entries(scenarios={**BASE.scenarios, "shop": changed})
    assert written_scripts(base) == written
