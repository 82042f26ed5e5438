"""Plain data to the model's types, and every way in which it does not fit as a problem."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from answertree.knowledge.kinds import KINDS
from answertree.knowledge.model import plain_path
from answertree.knowledge.problems import (
    MOST_OF_A_FILE,
    DataPath,
    DataPlace,
    Problem,
    explained,
)
from answertree.reading.model_keys import keys_at, required_keys
from answertree.reading.recovery import errors_of, recover
from answertree.reading.source_file import SourceFile, data_at
from answertree.reading.validation_hints import meant_key
from answertree.reading.validation_messages import (
    empty,
    empty_file,
    is_beside_its_step,
    problem_of,
)


@dataclass(frozen=True)
class Validated:
    """A file's data as its model has it, or as much of it as could be understood.

    `entry` is None where nothing could; `replaced` are the paths at which something stands in for
    what did not fit.
    """

    entry: BaseModel | None
    problems: list[Problem]
    replaced: set[DataPath]


def validate(source: SourceFile, model: type[BaseModel]) -> Validated:
    """The data of a source as a `model`, and every way in which it does not fit."""
    if source.data is None:
        return Validated(None, [empty_file(source, model)], set())
    if elsewhere := _belongs_elsewhere(source, model):
        return Validated(None, [elsewhere], set())
    errors: list[ErrorDetails] = []
    entry: BaseModel | None = None
    try:
        entry = model.model_validate(source.data)
    except ValidationError as error:
        errors = errors_of(error)

    def position(error: ErrorDetails) -> tuple[int, int]:
        place = source.place(DataPlace(path=plain_path(error["loc"], model)))
        return place.line, place.column

    in_order = sorted(_without_consequences(source, model, errors), key=position)
    problems = explained(in_order, lambda error: problem_of(source, model, error))
    reported = {plain_path(error["loc"], model) for error in errors}
    empty_keys = [path for path in _empty_keys(source.data) if path not in reported]
    problems += explained(empty_keys, lambda path: empty(source, path))
    if not errors:
        return Validated(entry, problems, set(empty_keys))
    entry, replaced = recover(source.data, model)
    return Validated(entry, problems, replaced | set(empty_keys))


def _belongs_elsewhere(source: SourceFile, model: type[BaseModel]) -> Problem | None:
    """A problem when the file is whole, but of another kind than its folder holds."""
    if not isinstance(source.data, dict) or set(source.data) & set(required_keys(model)):
        return None
    for kind in KINDS:
        other = kind.model
        known = {info.alias or name for name, info in other.model_fields.items()}
        if set(required_keys(other)) <= set(source.data) <= known and other is not model:
            message = f"this looks like a file for {kind.folder}/"
            hint = f"move the file to {kind.folder}/"
            return Problem(source.place_at(0), "file-name", message, hint)
    return None


def _empty_keys(data: Any, path: DataPath = ()) -> Iterator[DataPath]:
    """Every key and list item that has nothing behind it."""
    if data is None:
        yield path
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            if not isinstance(value, str):
                yield from _empty_keys(value, (*path, key))


def _without_consequences(
    source: SourceFile, model: type[BaseModel], errors: list[ErrorDetails]
) -> Iterator[ErrorDetails]:
    """The errors, without those that follow from another: a misspelt key is missing as well."""
    groups: dict[DataPath, list[ErrorDetails]] = defaultdict(list)
    beside_their_step = {
        str(error["loc"][1])
        for error in errors
        if is_beside_its_step(plain_path(error["loc"], model), error["input"])
    }
    for error in errors:
        if error["type"] in ("missing", "extra_forbidden"):
            groups[plain_path(error["loc"], model)[:-1]].append(error)
        else:
            yield error
    for path, group in groups.items():
        unknown = _keys_of(group, "extra_forbidden")
        missing = _keys_of(group, "missing")
        known = keys_at(model, path, source)
        if unknown and not _has_a_known_key(source, path, known):
            unknown, missing = unknown[:1], []  # whatever this is, it is one mistake
        elif missing:
            meant = {meant_key(key, known, missing) for key in unknown[:MOST_OF_A_FILE]}
            missing = [key for key in missing if key not in meant]
        reported = {*unknown, *missing} - (beside_their_step if path[:1] == ("steps",) else set())
        yield from (error for error in group if str(error["loc"][-1]) in reported)


def _keys_of(errors: list[ErrorDetails], kind: str) -> list[str]:
    return [str(error["loc"][-1]) for error in errors if error["type"] == kind]


def _has_a_known_key(source: SourceFile, path: DataPath, known: Mapping[str, object]) -> bool:
    data = data_at(source.data, path)
    return isinstance(data, dict) and any(key in known for key in data)
