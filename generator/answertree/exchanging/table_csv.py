"""Decision tables in CSV: a row of headings, a column for each question, and the outcome last.

A cell holds a value, several with commas between them, `not(…)`, or `-` for any value.
"""

import csv
import re
from collections.abc import Iterable, Iterator

from answertree.exchanging.decision_table import Column, Option, Row, Table, as_tree
from answertree.exchanging.foreign_tree import ForeignTree, Loss, Refused

_ANY = {"", "-", "*", "any"}
_NUMBERS = re.compile(r"[<>]=?\s*-?\d.*|[\[(\]]\s*-?\d+.*\.\.\s*-?\d+.*[\])\[]")
_VERSION = re.compile(r" v\d+(?:\.\d+)*(?: \([\w.-]+\))?$")  # as SSVC writes behind a name
_COUNTERS = {"row", "#", "no", "no.", "rule", "id"}
MOST_FAULTS = 20


def read(text: str) -> ForeignTree:
    """The tree of a CSV file. Raises Refused."""
    lines = _lines(text)
    if len(lines) < 2 or len(lines[0][1]) < 2:
        raise Refused(Loss(1, "a decision table has headings, and an outcome in its last column"))
    heads = [_VERSION.sub("", head.strip()) for head in lines[0][1]]
    rows = [(line, [cell.strip() for cell in cells]) for line, cells in lines[1:]]
    if heads[0].casefold() in _COUNTERS:
        heads, rows = heads[1:], [(line, cells[1:]) for line, cells in rows]
    if faults := sorted({*_faults(heads, rows)}):
        raise Refused(*faults[:MOST_FAULTS])
    columns = [
        Column(head, "", _options(part for _, cells in rows for part in _parts(cells[index])))
        for index, head in enumerate(heads[:-1])
    ]
    outcomes = _options(cells[-1] for _, cells in rows)
    made = [
        Row(line, tuple(map(_chosen, cells, columns)), cells[-1])  # the outcome has no column
        for line, cells in rows
    ]
    return as_tree(Table("", columns, outcomes, made))


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """Every row that is not empty, with its line."""
    first = text.partition("\n")[0]
    reader = csv.reader(text.splitlines(), delimiter=max(",;\t", key=first.count))
    try:
        return [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise Refused(Loss(reader.line_num, f"this is not CSV: {error}")) from None


def _faults(heads: list[str], rows: list[tuple[int, list[str]]]) -> Iterator[Loss]:
    """What keeps a table from being read."""
    if len(set(heads)) < len(heads) or not all(heads):
        yield Loss(1, "each column needs a heading of its own")
    if len(heads) < 2:
        yield Loss(1, "a decision table has a column for a question, and one for the outcome")
    for line, cells in rows:
        if len(cells) != len(heads):
            said = f"this row has {len(cells)} cells, and there are {len(heads)} headings"
            yield Loss(line, said)
        elif not cells[-1]:
            yield Loss(line, "this row has no outcome")
        for cell in cells[:-1]:
            if _NUMBERS.fullmatch(cell):
                yield Loss(line, f"`{cell}` is about numbers: only values by name are read")


def _parts(cell: str) -> list[str]:
    """The values that a cell names."""
    inside = re.sub(r"not\s*\((.*)\)", r"\1", cell, flags=re.IGNORECASE)
    values = (value.strip().strip('"').strip() for value in inside.split(","))
    return [value for value in values if value.casefold() not in _ANY]


def _options(values: Iterable[str]) -> dict[str, Option]:
    return {value: Option(value) for value in dict.fromkeys(values)}


def _chosen(cell: str, column: Column) -> frozenset[str]:
    """The values at which a cell holds."""
    named, every = frozenset(_parts(cell)), frozenset(column.options)
    if not named:
        return every
    return every - named if cell.casefold().startswith("not") and cell.endswith(")") else named
