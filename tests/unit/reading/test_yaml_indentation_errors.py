"""A line that is indented otherwise than its neighbours is named, or one beside it is."""

import re
from collections.abc import Iterator

import pytest
from answertree.reading.yaml_reader import read

from tests.unit.content import SMALL

LINES = (SMALL / "scenarios" / "kettle.yml").read_text("utf-8").splitlines()


def shifted(by: int) -> Iterator[tuple[int, list[str]]]:
    """For each line that can be shifted, its number and the file with that line shifted."""
    for index, line in enumerate(LINES):
        indent = len(line) - len(line.lstrip()) + by
        if line and indent >= 0:
            changed = " " * indent + line.lstrip()
            yield index + 1, [*LINES[:index], changed, *LINES[index + 1 :]]


@pytest.mark.parametrize("by", [-2, -1, 1, 2])
def test_a_shifted_line_is_named_or_one_beside_it(by: int) -> None:
    reported = 0
    for number, lines in shifted(by):
        _, problems = read("x", "\n".join(lines).encode())
        for problem in problems:
            if "this line starts with" in problem.message:
                reported += 1
                also = [int(found) for found in re.findall(r"\bline (\d+)", problem.message)]
                near = min(abs(line - number) for line in (problem.line, *also))
                assert near <= 2, problem  # a blank line may stand between the two
    assert reported >= 10


@pytest.mark.parametrize("by", [-2, -1, 1, 2])
def test_most_shifted_lines_are_named_themselves(by: int) -> None:
    found = [(number, read("x", "\n".join(lines).encode())[1]) for number, lines in shifted(by)]
    lines = [(number, problems[0].line) for number, problems in found if problems]
    assert sum(number == line for number, line in lines) / len(lines) > 0.6, lines


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a:\n    b: 1\n  c: 2", 2, "starts with 4 spaces, the next one with 2 spaces"),
        ("a:\n    - 1\n  c: 2", 3, "starts with 2 spaces, line 2 with 4 spaces"),
        ("a:\n  b: 1\n  c: 2\n d: 3", 4, "starts with 1 space, line 2 with 2 spaces"),
        ("a:\n  b: 1\n c: 2\n  d: 3", 3, "starts with 1 space, those around it with 2 spaces"),
        ("a: 1\n  b: 2\nc: 3", 2, "starts with 2 spaces, those around it with no spaces"),
        ("a: 1\n  b: 2", 2, "starts with 2 spaces, the one above it with no spaces"),
        ("a:\n  b: 1\nc: 2\n  d: 3", 3, "starts with no spaces, those around it with 2 spaces"),
        ("a:\n  b:\n    c: 1\n d:\n    - 2\n  e: 3", 4, "1 space, line 2 with 2 spaces"),
        ("a:\n  b: 1\n\n# why\n c: 2", 2, "starts with 2 spaces, the next one with 1 space"),
    ],
)
def test_the_line_that_is_alone_is_blamed(text: str, line: int, message: str) -> None:
    _, problems = read("x", text.encode())
    assert [(one.line, one.code) for one in problems] == [(line, "yaml")]
    assert message in problems[0].message
