"""Plain data to the model's types, with what does not fit said in plain words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from answertree.knowledge.kinds import KINDS
from answertree.knowledge.model import plain_path
from answertree.knowledge.problems import Path, Problem
from answertree.reading import validation_messages as messages
from answertree.reading.recovery import salvage
from answertree.reading.yaml_reader import Source

# These are about a key rather than about what stands behind it.
ON_KEY = ("unknown-key", "unmarked-step", "do-or-dont", "empty")


@dataclass(frozen=True)
class Validated:
    """A file's data as its model has it, or as much of it as could be understood.

    `entry` is None where nothing could; `repaired` are the paths at which something stands in for
    what did not fit.
    """

    entry: BaseModel | None
    problems: list[Problem]
    repaired: set[Path]


def validate(source: Source, model: type[BaseModel]) -> Validated:
    """The data of a source as a `model`, and every way in which it does not fit."""
    if source.data is None:
        hint = f"it needs {messages.listed(messages.required(model))}"
        empty = Problem(source.file, 1, 1, "empty", "this file is empty", hint)
        return Validated(None, [empty], set())
    if elsewhere := _belongs_elsewhere(source, model):
        return Validated(None, [elsewhere], set())
    errors: list[ErrorDetails] = []
    entry: BaseModel | None = None
    try:
        entry = model.model_validate(source.data)
    except ValidationError as error:
        errors = error.errors()
    problems = [
        _problem(source, model, details)
        for details in errors
        if not _told_already(source, model, details, errors)
    ]
    told = {plain_path(details["loc"], model) for details in errors}
    empty_keys = [path for path in _empty_keys(source.data) if path not in told]
    problems += [_empty(source, path) for path in empty_keys]
    if not errors:
        return Validated(entry, problems, set(empty_keys))
    entry, repaired = salvage(source.data, model)
    return Validated(entry, problems, repaired | set(empty_keys))


def _belongs_elsewhere(source: Source, model: type[BaseModel]) -> Problem | None:
    """A problem when the file is whole, but of another kind than its folder holds."""
    if not isinstance(source.data, dict) or set(source.data) & set(messages.required(model)):
        return None
    for kind in KINDS:
        other = kind.model
        known = {info.alias or name for name, info in other.model_fields.items()}
        if set(messages.required(other)) <= set(source.data) <= known and other is not model:
            message = f"this looks like something for {kind.folder}/"
            return Problem(
                source.file, 1, 1, "file-name", message, f"move the file to {kind.folder}/"
            )
    return None


def _empty_keys(data: Any, path: Path = ()) -> Iterator[Path]:
    """Every key and list item that has nothing behind it."""
    if data is None:
        yield path
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _empty_keys(value, (*path, key))


def _empty(source: Source, path: Path) -> Problem:
    place = source.place(path, key=True)
    what = f"`{path[-1]}`" if isinstance(path[-1], str) else "this item"
    hint = "write something behind it, or delete it"
    return Problem(source.file, place.line, place.column, "empty", f"{what} is empty", hint)


def _told_already(
    source: Source, model: type[BaseModel], error: ErrorDetails, errors: list[ErrorDetails]
) -> bool:
    """Whether another error says the same: a key that is missing is there with a slip, say."""
    if error["type"] not in ("missing", "extra_forbidden"):
        return False
    siblings = [other for other in errors if other["loc"][:-1] == error["loc"][:-1]]
    unknown = [str(other["loc"][-1]) for other in siblings if other["type"] == "extra_forbidden"]
    missing = [str(other["loc"][-1]) for other in siblings if other["type"] == "missing"]
    path = plain_path(error["loc"], model)
    known = messages.fields(model, path[:-1], source)
    if not _has_a_known_key(source, path[:-1], known):  # only the first strange key is told
        return (error["type"] == "missing" and bool(unknown)) or str(path[-1]) in unknown[1:]
    if error["type"] == "missing":
        return any(messages.meant_key(key, known, missing) == path[-1] for key in unknown)
    return False


def _has_a_known_key(source: Source, path: Path, known: Mapping[str, object]) -> bool:
    data = messages.at(source.data, path)
    return isinstance(data, dict) and any(key in known for key in data)


def _problem(source: Source, model: type[BaseModel], error: ErrorDetails) -> Problem:
    path = plain_path(error["loc"], model)
    code, message, hint = messages.words(source, model, path, error)
    on_key = code in ON_KEY or path[-1:] == ("[key]",)
    if code == "do-or-dont" and "dont" in error["input"]:
        path = (*path, "dont")
    place = source.place(path, key=on_key)
    return Problem(source.file, place.line, place.column, code, message, hint)
