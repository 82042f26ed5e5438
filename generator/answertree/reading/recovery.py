"""A file that does not fit its model, as far as it can be understood.

One mistake must not hide the others in the same file. So what does not fit is replaced by a
stand-in, and the rest is checked like any other file; what was replaced is not judged again.
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from answertree.knowledge.model import plain_path
from answertree.knowledge.problems import DataPath

Entry = TypeVar("Entry", bound=BaseModel)

STAND_IN = "not-understood"
ROUNDS = 8  # each may bring up what is below a value that was replaced before

# For errors of pydantic the value to try; a text fits names and words alike.
STAND_INS: dict[str, Any] = {
    "tuple_type": [],
    "dict_type": {STAND_IN: STAND_IN},
    "model_type": {},
    "int_parsing": "99",
    "int_type": "99",
    "greater_than_equal": "99",
    "bool_parsing": "false",
    "bool_type": "false",
    "clock": "0:00",
    "day": "2030-01-31",
    "unmarked_step": {"advise": STAND_IN},
}


def errors_of(error: ValidationError) -> list[ErrorDetails]:
    """What pydantic found. A list is not too short when it merely has no item that fits."""
    errors = error.errors(include_url=False)
    return [each for each in errors if each["type"] != "too_short" or not each["input"]]


def recover(data: Any, model: type[Entry]) -> tuple[Entry | None, set[DataPath]]:
    """The data as a `model` with stand-ins for what does not fit, and where they are.

    Gives None where nothing can be recovered. No list changes its length, so places stay right.
    """
    repaired = deepcopy(data)
    replaced: set[DataPath] = set()
    for _ in range(ROUNDS):
        try:
            return model.model_validate(repaired), replaced
        except ValidationError as error:
            for details in errors_of(error):
                path = plain_path(details["loc"], model)
                if details["type"] == "do_or_dont":
                    path = (*path, "do")
                if not path:
                    return None, replaced
                _repair(repaired, _written(repaired, path), details)
                replaced.add(path[:-1] if path[-1] == "[key]" else path)
    return None, replaced


def _repair(data: Any, path: DataPath, error: ErrorDetails) -> None:
    """Replace one value, or take away a key that is not known."""
    kind = error["type"]
    if kind == "do_or_dont":
        kind = "extra_forbidden" if "do" in error["input"] else "missing"
    if path[-1] == "[key]":
        path, kind = path[:-1], "extra_forbidden"
    holder = _at(data, path[:-1])
    if kind == "extra_forbidden" and isinstance(holder, dict):
        holder.pop(str(path[-1]), None)
        return
    value = STAND_INS.get(kind, STAND_IN)
    if kind == "too_short":
        value = {STAND_IN: STAND_IN} if isinstance(error["input"], dict) else [STAND_IN]
    if kind == "literal_error":
        value = str(error["ctx"]["expected"]).split("'")[1]
    if isinstance(holder, dict):
        holder[str(path[-1])] = deepcopy(value)
    elif isinstance(holder, list) and isinstance(path[-1], int):
        holder[path[-1]] = deepcopy(value)


def _written(data: Any, path: DataPath) -> DataPath:
    """The part of a path that is in the data: a text may be short for a group of keys."""
    for end, part in enumerate(path):
        if isinstance(data, str) and part != "[key]":
            return path[:end]
        data = _at(data, (part,))
    return path


def _at(data: Any, path: Sequence[str | int]) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data
