"""Plain data to the model's types, with what does not fit said in plain words."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model import Outcome, Question, Scenario
from generator.problems import Path, Problem, did_you_mean
from generator.source import Source
from generator.words import MAX_TEXT

Entry = TypeVar("Entry", bound=BaseModel)

# Errors of pydantic that say of a value what it should have been: (what it should be, hint).
WRONG_TYPE = {
    "string_type": ("a text", "write the text behind the colon, in quotes if need be"),
    "tuple_type": ("a list", "start each item with `- `, or write `[one, two]`"),
    "dict_type": ("a group of keys", "indent `key: value` lines below it"),
    "model_type": ("a group of keys", "indent `key: value` lines below it"),
    "model_attributes_type": ("a group of keys", "indent `key: value` lines below it"),
    "int_parsing": ("a whole number", "such as 10"),
    "bool_parsing": ("`true` or `false`", ""),
    "int_type": ("a whole number", "such as 10"),
    "bool_type": ("`true` or `false`", ""),
}


def validate(source: Source, model: type[Entry]) -> tuple[Entry | None, list[Problem]]:
    """The data of a source as a `model`, or None and every way in which it does not fit."""
    if source.data is None:
        return None, [
            Problem(
                source.file,
                1,
                1,
                "empty",
                "this file is empty",
                f"it needs {_listed(_required(model))}",
            )
        ]
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        return None, [_problem(source, model, details) for details in error.errors()]


def _problem(source: Source, model: type[BaseModel], error: ErrorDetails) -> Problem:
    path = _path(error["loc"], model)
    code, message, hint = _words(source, model, path, error)
    on_key = code in ("unknown-key", "unmarked-step", "do-or-dont", "bad-name:key")
    place = source.place(path, key=on_key)
    return Problem(source.file, place.line, place.column, code.removesuffix(":key"), message, hint)


def _path(loc: tuple[str | int, ...], model: type[BaseModel]) -> Path:
    """Where an error is, without the name of the kind of step that pydantic puts in."""
    if model is Scenario and len(loc) > 2 and loc[0] == "steps" and loc[2] in _STEPS:
        loc = loc[:2] + loc[3:]
    return loc


def _words(
    source: Source, model: type[BaseModel], path: Path, error: ErrorDetails
) -> tuple[str, str, str]:
    """Code, message and hint for one error."""
    kind, key = error["type"], path[-1] if path else ""
    value = error["input"]
    if kind == "missing":
        about = _fields(model, path[:-1], source).get(str(key))
        return "missing-key", f"`{key}` is missing here", f"`{key}: …` {about or ''}".rstrip()
    if kind == "extra_forbidden":
        known = _fields(model, path[:-1], source)
        if value is None:
            hint = "a comma inside `{…}` ends the text: put the whole text in quotes"
            return "unknown-key", f"there is no key `{key}` here", hint
        return "unknown-key", f"there is no key `{key}` here", did_you_mean(str(key), known)
    if key == "[key]":
        return "bad-name:key", *_name(str(path[-2]))
    if kind == "string_pattern_mismatch":
        return "bad-name", *_name(str(value))
    if value is None or kind in ("string_too_short", "too_short"):
        return "empty", f"`{key}` is empty", "write something behind it, or delete the key"
    if kind == "string_too_long":
        return (
            "too-long",
            f"this text has {len(str(value))} characters, {MAX_TEXT} are allowed",
            "say less, or split it",
        )
    if kind == "literal_error":
        known = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return "unknown-value", f"`{value}` cannot stand here", did_you_mean(str(value), known)
    if kind in WRONG_TYPE:
        expected, hint = WRONG_TYPE[kind]
        return "wrong-type", f"`{key}` should be {expected}, not {_what(value)}", hint
    if kind == "unmarked_step":
        return (
            "unmarked-step",
            f"the step `{key}` is neither a question nor an outcome",
            ("give it `ask` and `answers`, or `advise`"),
        )
    if kind == "do_or_dont":
        return "do-or-dont", error["msg"], "keep one of the two, and split it if both are needed"
    return "wrong-type", error["msg"], ""


def _name(written: str) -> tuple[str, str]:
    better = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in written).split())
    return (
        f"`{written}` is not a name as it is used here",
        f"use a-z, 0-9 and hyphens: `{better.lower() or 'some-name'}`",
    )


def _what(value: Any) -> str:
    if isinstance(value, list):
        return "a list"
    return "a group of keys" if isinstance(value, dict) else f"`{value}`"


def _required(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items() if info.is_required()]


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


_STEPS: Mapping[str, type[BaseModel]] = {"question": Question, "outcome": Outcome}


def _fields(model: type[BaseModel], path: Path, source: Source) -> dict[str, str | None]:
    """The keys that may stand at `path` in a `model`, each with its description."""
    for index, part in enumerate(path):
        fields = {info.alias: info.annotation for info in model.model_fields.values()}
        if isinstance(part, str) and part in fields:
            below = list(_models(fields[part]))
            if len(below) > 1:  # only a step is of more than one kind
                return (
                    _step_fields(source, path[: index + 2])
                    if len(path) == index + 2
                    else (
                        _fields(
                            Question if path[index + 2] == "answers" else Outcome,
                            path[index + 2 :],
                            source,
                        )
                    )
                )
            if below:
                model = below[0]
    return {info.alias or name: info.description for name, info in model.model_fields.items()}


def _step_fields(source: Source, path: Path) -> dict[str, str | None]:
    data: Any = source.data
    for part in path:
        data = data[part]
    return _fields(Outcome if "advise" in data and "ask" not in data else Question, (), source)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
