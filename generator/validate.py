"""Plain data to the model's types, with what does not fit said in plain words."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model import Outcome, Question, Scenario, kind_of_step
from generator.problems import Code, Path, Problem, did_you_mean, near
from generator.source import Source
from generator.words import MAX_TEXT, Link

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

# These are about a key rather than about what stands behind it.
ON_KEY = ("unknown-key", "unmarked-step", "do-or-dont", "empty")


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
    errors: list[ErrorDetails] = []
    entry = None
    try:
        entry = model.model_validate(source.data)
    except ValidationError as error:
        errors = error.errors()
    problems = [
        _problem(source, model, details)
        for details in errors
        if not _is_misspelled(source, model, details, errors)
    ]
    told = {_path(details["loc"], model) for details in errors}
    problems += [_empty(source, path) for path in _empty_keys(source.data) if path not in told]
    return (None if problems else entry), problems


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


def _is_misspelled(
    source: Source, model: type[BaseModel], error: ErrorDetails, errors: list[ErrorDetails]
) -> bool:
    """Whether a key is missing only because it is there with a slip, which is told anyway."""
    if error["type"] != "missing":
        return False
    path = _path(error["loc"], model)
    known = _fields(model, path[:-1], source)
    return any(
        other["type"] == "extra_forbidden"
        and other["loc"][:-1] == error["loc"][:-1]
        and near(str(other["loc"][-1]), known) == path[-1]
        for other in errors
    )


def _problem(source: Source, model: type[BaseModel], error: ErrorDetails) -> Problem:
    path = _path(error["loc"], model)
    code, message, hint = _words(source, model, path, error)
    on_key = code in ("unknown-key", "unmarked-step", "do-or-dont", "empty") or path[-1:] == (
        "[key]",
    )
    if code == "do-or-dont" and "dont" in error["input"]:
        path = (*path, "dont")
    place = source.place(path, key=on_key)
    return Problem(source.file, place.line, place.column, code, message, hint)


def _path(loc: tuple[str | int, ...], model: type[BaseModel]) -> Path:
    """Where an error is, without the name of the kind of step that pydantic puts in."""
    if model is Scenario and len(loc) > 2 and loc[0] == "steps" and loc[2] in _STEPS:
        loc = loc[:2] + loc[3:]
    return loc


def _words(
    source: Source, model: type[BaseModel], path: Path, error: ErrorDetails
) -> tuple[Code, str, str]:
    """Code, message and hint for one error."""
    kind, key = error["type"], path[-1] if path else ""
    value = error["input"]
    if kind == "missing":
        about = _fields(model, path[:-1], source).get(str(key))
        return "missing-key", f"`{key}` is missing here", f"`{key}: …` {about or ''}".rstrip()
    if kind == "extra_forbidden":
        known = _fields(model, path[:-1], source)
        if value is None and not near(str(key), known):
            hint = "a comma inside `{…}` ends the text: put the whole text in quotes"
            return "unknown-key", f"there is no key `{key}` here", hint
        return "unknown-key", f"there is no key `{key}` here", did_you_mean(str(key), known)
    if kind == "literal_error":
        known = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return "unknown-value", f"`{value}` cannot stand here", did_you_mean(str(value), known)
    if key == "[key]":
        return "bad-name", *_name(str(path[-2]))
    if kind == "string_pattern_mismatch":
        message, hint = _name(str(value))
        if error["ctx"]["pattern"] == Link.pattern:
            hint = "a link has a kind and an id: `rule:some-id`, `page:some-id.section`"
        return "bad-name", message, hint
    if value is None or kind in ("string_too_short", "too_short"):
        what = f"`{key}`" if isinstance(key, str) else "this item"
        return "empty", f"{what} is empty", "write something behind it, or delete it"
    if kind == "string_too_long":
        return (
            "too-long",
            f"this text has {len(str(value))} characters, {MAX_TEXT} are allowed",
            "say less, or split it",
        )
    if kind in WRONG_TYPE:
        expected, hint = WRONG_TYPE[kind]
        what = f"`{key}`" if key and isinstance(key, str) else "this"
        return "wrong-type", f"{what} should be {expected}, not {_what(value)}", hint
    if kind == "unmarked_step":
        return (
            "unmarked-step",
            f"the step `{key}` is neither a question nor an outcome",
            _marks_of_step(value),
        )
    if kind == "do_or_dont":
        return "do-or-dont", error["msg"], "keep one of the two, and split it if both are needed"
    return "wrong-type", error["msg"], ""


def _marks_of_step(value: Any) -> str:
    for written in value if isinstance(value, dict) else ():
        if meant := near(str(written), ("ask", "answers", "advise")):
            return f"did you mean `{meant}` where it says `{written}`?"
    return "give it `ask` and `answers`, or `advise`"


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
    data: Any = source.data
    is_name = False  # of a section, say: it may read like a key
    for part in path:
        data = data[part]
        fields = {} if is_name else {info.alias: info for info in model.model_fields.values()}
        field = fields.get(str(part))
        is_name = field is not None and get_origin(field.annotation) is dict
        if field is None:  # a name or an index: what is below it was found already
            if model is Scenario:
                model = _STEPS[kind_of_step(data) or "question"]
            continue
        below = list(_models(field.annotation))
        model = model if model is Scenario and len(below) > 1 else (below or [model])[0]
    return {info.alias or name: info.description for name, info in model.model_fields.items()}


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
