"""One file: the way from a place in its data to line and column."""

import pytest
from answertree.knowledge.problems import DataPlace
from answertree.reading.source_file import SourceFile
from answertree.reading.yaml_reader import read

TEXT = """\
ask: One x, and two x.
see:
  - x
short: x
"""


@pytest.fixture
def source() -> SourceFile:
    file, problems = read("a.yml", TEXT.encode())
    assert file is not None
    assert not problems
    return file


@pytest.mark.parametrize(
    ("place", "line", "column"),
    [
        (DataPlace(path=("ask",)), 1, 6),
        (DataPlace(path=("ask",), on_key=True), 1, 1),
        (DataPlace(path=("see", 0)), 3, 5),
        (DataPlace(path=("see", 0), on_key=True), 3, 5),
        (DataPlace(path=()), 1, 1),
    ],
)
def test_a_value_and_its_key(source: SourceFile, place: DataPlace, line: int, column: int) -> None:
    found = source.place(place)
    assert (found.file, found.line, found.column) == ("a.yml", line, column)
    assert found.excerpt == TEXT.splitlines()[line - 1]


@pytest.mark.parametrize(
    ("path", "line"), [(("see", 5), 2), (("see", 0, "a", "b"), 3), (("nothing", 0), 1)]
)
def test_what_is_not_there_is_at_its_nearest_parent(
    source: SourceFile, path: tuple[str | int, ...], line: int
) -> None:
    assert source.place(DataPlace(path=path)).line == line


@pytest.mark.parametrize(
    ("snippet", "nth", "column"),
    [("x", 0, 10), ("x", 1, 21), ("x", 2, 21), ("nothing", 0, 6), ("nothing", 3, 6)],
)
def test_a_snippet_is_looked_for_within_its_value_alone(
    source: SourceFile, snippet: str, nth: int, column: int
) -> None:
    found = source.place(DataPlace(path=("ask",), snippet=snippet, nth=nth))
    assert (found.line, found.column) == (1, column)
