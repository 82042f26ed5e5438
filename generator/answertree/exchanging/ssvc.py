"""Decision tables in the JSON of SSVC, with the decision points that they are about."""

from collections.abc import Mapping
from typing import Any

from answertree.exchanging.decision_table import Column, Option, Row, Table, as_tree
from answertree.exchanging.foreign_tree import ForeignTree, Loss, Refused


def is_table(data: Any) -> bool:
    """Whether the data of a JSON file is meant as a decision table of SSVC."""
    return isinstance(data, dict) and "decision_points" in data and "mapping" in data


def read(data: Mapping[str, Any]) -> ForeignTree:
    """The tree of such a table. Raises Refused."""
    try:
        points = {key: _column(point) for key, point in data["decision_points"].items()}
        outcome = str(data["outcome"])
        columns = [column for key, column in points.items() if key != outcome]
        rows = [
            Row(
                0,
                tuple(frozenset({row[key]}) for key in points if key != outcome),
                row[outcome],
            )
            for row in data["mapping"]
        ]
        table = Table(str(data.get("name", "")), columns, points[outcome].options, rows)
        _refuse_unknown(data["mapping"], points)
    except (AttributeError, KeyError, TypeError) as error:
        raise Refused(Loss(0, f"this is no decision table of SSVC: {error} is not right")) from None
    tree = as_tree(table)
    if "definition" in data:
        tree.lose(0, f"what the table is: {data['definition']}")
    return tree


def _column(point: Mapping[str, Any]) -> Column:
    options = {
        str(value["key"]): Option(str(value["name"]), _meaning(value)) for value in point["values"]
    }
    return Column(str(point["name"]), _meaning(point), options)


def _meaning(thing: Mapping[str, Any]) -> str:
    """What something means, unless that is only its name once more."""
    said = str(thing.get("definition") or thing.get("description") or "")
    return "" if said.casefold() == str(thing["name"]).casefold() else said


def _refuse_unknown(mapping: list[Mapping[str, Any]], points: Mapping[str, Column]) -> None:
    faults = [
        Loss(0, f"row {number} says {key} = {row[key]}, which is none of its values")
        for number, row in enumerate(mapping, 1)
        for key, column in points.items()
        if row[key] not in column.options
    ]
    if faults:
        raise Refused(*faults[:20])
