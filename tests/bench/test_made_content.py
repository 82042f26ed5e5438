"""The content of the benchmarks: as much as was asked for, the same each time, and whole."""

from pathlib import Path

import pytest
from answertree.knowledge.base import all_entries
from answertree.knowledge.references import references
from answertree.reading.load import load

from tests.bench.made_content import word, write_content
from tests.unit.content import problems


@pytest.mark.parametrize(("entries", "steps"), [(10, 3), (60, 40), (200, 41), (60, 500)])
def test_it_is_whole_and_of_its_size(entries: int, steps: int, tmp_path: Path) -> None:
    write_content(tmp_path, entries, steps)
    assert problems(tmp_path) == []
    base = load(tmp_path).base
    assert len(base.faq) + len(base.rules) + len(base.scripts) == entries
    assert sum(len(scenario.steps) for scenario in base.scenarios.values()) == steps


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_content(tmp_path / name, 60, 40)
    one, other = (
        {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*.yml")}
        for folder in (tmp_path / "one", tmp_path / "other")
    )
    assert one == other


def test_it_is_linked_as_real_content_is(tmp_path: Path) -> None:
    write_content(tmp_path, 60, 40)
    base = load(tmp_path).base
    assert {ref.what for ref in references(base)} >= {"step", "point", "script", "topic", "link"}
    linking = {(ref.kind, ref.id) for ref in references(base) if ref.what == "link"}
    assert {("faq", name) for name in base.faq} <= linking
    assert len(list(all_entries(base))) > 60


def test_no_two_words_are_the_same() -> None:
    assert len({word(number) for number in range(20_000)}) == 20_000
