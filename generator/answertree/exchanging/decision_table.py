"""A decision table as a tree: a question for each column, asked only where its answer matters.

The same rest of a table is one step, wherever it comes up, and values that lead to the same are one
answer. A column is what a device may know of its reader, so each answer says when it is right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from answertree.exchanging.foreign_tree import ForeignTree, Loss, Node, Refused, Way

MOST_STEPS = 100_000  # of work, not of the tree
MOST_TOLD = 10


@dataclass(frozen=True)
class Option:
    """A value that a column can have: its words, and what they mean."""

    words: str
    meaning: str = ""


@dataclass(frozen=True)
class Column:
    """What a table asks: its name, what it means, and the values by id."""

    name: str
    meaning: str
    options: Mapping[str, Option]


@dataclass(frozen=True)
class Row:
    """The values at which a row holds, column by column, and the id of its outcome."""

    line: int
    cells: tuple[frozenset[str], ...]
    outcome: str


@dataclass(frozen=True)
class Table:
    """A decision table; without a line of its own a row has 0."""

    title: str
    columns: Sequence[Column]
    outcomes: Mapping[str, Option]
    rows: Sequence[Row]


def as_tree(table: Table) -> ForeignTree:
    """The tree that a table describes.

    Raises Refused where no row holds or rows contradict each other, with every such place.
    """
    builder = _Builder(table)
    start = builder.step(tuple(range(len(table.rows))), ())
    if faults := sorted(builder.faults):
        left = len(faults) - MOST_TOLD
        raise Refused(*faults[:MOST_TOLD], *([Loss(0, f"and {left} more")] if left > 0 else []))
    if start not in builder.nodes:
        raise Refused(Loss(0, "every row of this table says the same"))
    tree = ForeignTree(table.title, start)
    _add(tree, start, builder.nodes)
    for column in table.columns:
        asked = any(node.title == column.name for node in tree.nodes)
        if asked:
            tree.choices[column.name] = {key: each.words for key, each in column.options.items()}
        else:
            tree.lose(0, f"the column “{column.name}”, which makes no difference")
    reached = {way.target for node in tree.nodes for way in node.ways}
    for key, outcome in table.outcomes.items():
        if (name := _name(table, key)) in reached:
            tree.nodes.append(Node(name, outcome.words, outcome.meaning))
        else:
            tree.lose(0, f"the outcome “{outcome.words}”, to which no row leads")
    return tree


def _name(table: Table, outcome: str) -> str:
    """The name of the step of an outcome, which no question has."""
    return f"→ {table.outcomes[outcome].words}"


def _add(tree: ForeignTree, name: str, nodes: Mapping[str, Node]) -> None:
    """Add a question and those that it leads to, the first one first."""
    if name not in nodes or any(node.name == name for node in tree.nodes):
        return
    tree.nodes.append(nodes[name])
    for way in nodes[name].ways:
        _add(tree, way.target, nodes)


@dataclass
class _Builder:
    table: Table
    nodes: dict[str, Node] = field(default_factory=dict)
    faults: list[Loss] = field(default_factory=list)
    _known: dict[tuple[int, tuple[int, ...]], str] = field(default_factory=dict)
    _names: dict[tuple[object, ...], str] = field(default_factory=dict)
    _work: int = 0

    def step(self, rows: tuple[int, ...], chosen: tuple[str, ...]) -> str:
        """The name of the step at which some rows are left, after some values were chosen."""
        depth = len(chosen)
        if (depth, rows) not in self._known:
            self._work += 1
            if self._work > MOST_STEPS:
                raise Refused(Loss(0, "this table has too many combinations"))
            is_last = depth == len(self.table.columns)
            made = self._outcome(rows, chosen) if is_last else self._question(rows, chosen)
            self._known[depth, rows] = made
        return self._known[depth, rows]

    def _outcome(self, rows: tuple[int, ...], chosen: tuple[str, ...]) -> str:
        found = {self.table.rows[row].outcome: self.table.rows[row].line for row in reversed(rows)}
        where = ", ".join(
            f"{column.name} = {column.options[key].words}"
            for column, key in zip(self.table.columns, chosen, strict=True)
        )
        if not found:
            self.faults.append(Loss(0, f"no row says what to do when {where}"))
            return ""
        if len(found) > 1:
            lines = sorted(found.values())
            told = f" (the other is in line {lines[0]})" if lines[0] else ""
            self.faults.append(Loss(lines[-1], f"two rows say otherwise when {where}{told}"))
        return _name(self.table, next(iter(found)))

    def _question(self, rows: tuple[int, ...], chosen: tuple[str, ...]) -> str:
        depth = len(chosen)
        column = self.table.columns[depth]
        ways: dict[str, list[str]] = {}
        for key in column.options:
            left = tuple(row for row in rows if key in self.table.rows[row].cells[depth])
            ways.setdefault(self.step(left, (*chosen, key)), []).append(key)
        if len(ways) == 1:
            return next(iter(ways))
        same = (depth, tuple((target, tuple(keys)) for target, keys in ways.items()))
        if same not in self._names:
            count = 1 + sum(node.title == column.name for node in self.nodes.values())
            name = column.name if count == 1 else f"{column.name} {count}"
            self._names[same] = name
            answers = tuple(_way(column, target, keys) for target, keys in ways.items())
            self.nodes[name] = Node(name, column.name, column.meaning, answers)
        return self._names[same]


def _way(column: Column, target: str, keys: list[str]) -> Way:
    options = [column.options[key] for key in keys]
    words = " / ".join(option.words for option in options)
    meaning = options[0].meaning if len(options) == 1 else ""
    return Way(words, target, hint=meaning, fact=column.name, values=tuple(keys))
