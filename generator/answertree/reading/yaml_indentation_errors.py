"""Lines that are indented like none of those that they could belong to."""

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from answertree.knowledge.problems import Problem
from answertree.reading.source_file import SourceFile

HINT = "indent keys and list items of the same level alike"


class _Line(NamedTuple):
    """A line with something in it: where that starts, behind how many spaces, and what it is."""

    start: int
    indent: int
    words: str

    @property
    def is_item(self) -> bool:
        return self.words.startswith("- ")

    @property
    def holds_lines(self) -> bool:
        """Whether the lines below it may belong to it."""
        return self.words.endswith((":", "|", ">"))


def uneven_indentation(file: SourceFile, at: int) -> Problem:
    """The problem of a line at `at` that fits none above it: it is that line, or one of those.

    The one is blamed that is alone: what stands before and after it agrees.
    """
    lines = list(_lines(file.text))
    place = next((n for n, line in enumerate(lines) if line.start >= at), len(lines) - 1)
    here, above = lines[place], lines[:place][::-1]
    inside = list(takewhile(lambda line: line.indent > here.indent, above))
    outer = above[len(inside)] if len(inside) < len(above) else None
    if not outer or outer.indent == here.indent:
        return file.yaml_problem(at, "this line does not line up with the lines above it", HINT)
    first = inside[-1] if inside else outer  # what set the level at which this line could stand
    after = lines[place + 1] if place + 1 < len(lines) else None
    if after and after.indent == first.indent and not here.holds_lines:
        return _alone(file, here, first)
    if len(inside) == 1 and first.is_item == here.is_item:
        return _unlike(file, first, here, "the next one")
    before = next((each for each in above[len(inside) + 1 :] if each.indent <= here.indent), None)
    if before and before.indent == here.indent:
        return _alone(file, outer, here)
    if not inside:
        return _unlike(file, here, outer, "the one above it")
    return _unlike(file, here, first, f"line {file.place_at(first.start).line}")


def _alone(file: SourceFile, line: _Line, other: _Line) -> Problem:
    return _unlike(file, line, other, "those around it")


def _unlike(file: SourceFile, line: _Line, other: _Line, what: str) -> Problem:
    message = f"this line starts with {_spaces(line.indent)}, {what} with {_spaces(other.indent)}"
    return file.yaml_problem(line.start, message, HINT)


def _spaces(number: int) -> str:
    return f"{number or 'no'} space{'' if number == 1 else 's'}"


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        words = line.strip(" ")
        indent = len(line) - len(line.lstrip(" "))
        if words and not words.startswith("#"):
            yield _Line(start + indent, indent, words)
        start += len(line) + 1
