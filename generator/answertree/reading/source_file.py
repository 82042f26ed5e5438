"""One file: its text, the data in it, and the way from either back to line and column."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple, TypeAlias

from answertree.knowledge.problems import DataPath, DataPlace, Place, Problem

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"


class Span(NamedTuple):
    """The characters of a text that something takes up."""

    start: int
    end: int


def data_at(data: Any, path: DataPath) -> Any:
    """What stands at a path in the data of a source."""
    for part in path:
        data = data[part]
    return data


@dataclass
class SourceFile:
    """A file as people know it: `name` is shown to them, and every line break in `text` is `\\n`.

    `keys` and `values` say where each part of the data stands in the text.
    """

    name: str
    text: str
    data: Data = None
    keys: dict[DataPath, Span] = field(default_factory=dict)
    values: dict[DataPath, Span] = field(default_factory=dict)

    def place_at(self, index: int) -> Place:
        """Where the character with this index stands."""
        line = bisect_right(self._line_starts, index)
        column = index - self._line_starts[line - 1] + 1
        return Place(self.name, line, column, self._lines[line - 1])

    def yaml_problem(self, index: int, message: str, hint: str = "") -> Problem:
        """That the character with this index is not YAML as it is used here."""
        return Problem(self.place_at(index), "yaml", message, hint)

    def place(self, place: DataPlace) -> Place:
        """Where a place in the data stands in the file.

        A path that is not in the file is at its nearest parent that is: on its key, unless it is a
        text, which may be short for a group of keys. A snippet that is not in the text is at its
        start.
        """
        path, on_key = place.path, place.on_key
        while path and path not in self.values:
            path = path[:-1]
        if path != place.path:
            on_key = not isinstance(data_at(self.data, path), str)
        if on_key and path in self.keys:
            return self.place_at(self.keys[path].start)
        start, end = self.values[path]
        if place.snippet:
            found = self.text.find(place.snippet, start, end)
            for _ in range(place.nth):
                further = self.text.find(place.snippet, found + len(place.snippet), end)
                found = further if further >= 0 else found
            start = max(found, start)
        return self.place_at(start)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _line_starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self._lines[:-1]), initial=0))
