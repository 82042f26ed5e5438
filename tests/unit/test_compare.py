"""What a change does to the reader, in words for somebody who reads no YAML."""

from pathlib import Path
from typing import Any

import pytest

from generator.compare import compare
from generator.load import load
from generator.model import KnowledgeBase
from tests.unit.content import SMALL, copied, problems

GOLDEN = Path(__file__).parent / "golden" / "change.md"

# A change as a pull request might have it: a little of everything.
CHANGE: dict[str, Any] = {
    "scenarios/kettle.yml": [
        {"replace": "Is it plugged in?", "with": "Is the plug in the wall?"},
        {"replace": "go: descale}", "with": "go: scale-check}"},
        {"replace": "  descale:\n", "with": "  remove-scale:\n"},
        {"replace": "formerly: [delime]", "with": "formerly: [delime, descale]"},
        {
            "append": "  scale-check:\n    ask: Is there scale inside?\n    answers:\n"
            "      - {say: White crust, go: remove-scale}\n      - {say: It is clean, go: shop}"
        },
    ],
    "scenarios/shop.yml": [
        {"replace": "next: kettle.descale", "with": "next: kettle.remove-scale"},
        {"replace": "go: repair}", "with": "go: write}"},
        {
            "replace": "  repair:\n    advise: Find a repair café\n    because: [own-1]\n",
            "with": "",
        },
    ],
    "faq/scale.yml": {"replace": "kettle.descale", "with": "kettle.remove-scale"},
    "faq/socket.yml": {"replace": "short: Plug in a lamp.", "with": "short: Try a lamp in it."},
    "faq/noise.yml": "ask: Why is it so loud?\ntopic: water\nshort: Scale.\nanswer: It rattles.\n",
    "rules/leave-it-shut.yml": None,
    "guide.yml": {"replace": "longest-way: 3", "with": "longest-way: 4"},
}


def changed(folder: Path, change: dict[str, Any]) -> str:
    return compare(load(SMALL).base, load(copied(folder, change)).base)


def test_an_example_reads_as_it_should(tmp_path: Path) -> None:
    assert problems(copied(tmp_path / "whole", CHANGE)) == []
    assert changed(tmp_path / "again", CHANGE) == GOLDEN.read_text(encoding="utf-8")


def test_without_a_change_nothing_is_told() -> None:
    base = load(SMALL).base
    assert (
        compare(base, base) == "# What changes for the reader\n\nNothing changes for the reader.\n"
    )


def test_from_nothing_all_is_new() -> None:
    told = compare(KnowledgeBase.of(None), load(SMALL).base)
    assert "New outcome in “The kettle stays cold”: **Plug it in**" in told
    assert told.count("```mermaid") == 2


@pytest.mark.parametrize(
    ("change", "line"),
    [
        pytest.param(
            {"scenarios/kettle.yml": {"replace": "go: plug-it-in", "with": "go: descale"}},
            "- **Plug it in** can no longer be reached",
            id="no longer reached",
        ),
        pytest.param(
            {"scenarios/kettle.yml": {"replace": "say: Not yet", "with": "say: Nope"}},
            "- **Is it plugged in?** has lost the answer “Not yet”",
            id="an answer reworded",
        ),
        pytest.param(
            {"scenarios/kettle.yml": {"replace": "    next: light-on\n", "with": ""}},
            "- **Plug it in** has lost the way on",
            id="a way on removed",
        ),
        pytest.param(
            {"scenarios/kettle.yml": {"replace": "Push until it clicks.", "with": "Push."}},
            "- Outcome **Plug it in** (“The kettle stays cold”): `text` changed",
            id="an outcome changed",
        ),
        pytest.param(
            {"faq/scale.yml": None},
            "- `scale` (in faq/) vanishes. If another file replaces it, "
            "write `formerly: [scale]` there",
            id="an id vanishes",
        ),
        pytest.param(
            {"guide.yml": {"replace": "title: The Kettle Guide", "with": "title: Kettles"}},
            "- The title is **Kettles** now",
            id="the title changed",
        ),
    ],
)
def test_each_kind_of_change_is_told(tmp_path: Path, change: dict[str, Any], line: str) -> None:
    assert line in changed(tmp_path, change).splitlines()
