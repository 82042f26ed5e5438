"""What does not fit the model, in plain words."""

from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from answertree.knowledge.field_types import MAX_TEXT
from answertree.knowledge.model import plain_path
from answertree.knowledge.problems import Code, DataPath, DataPlace, Problem, did_you_mean
from answertree.knowledge.steps import STEP_KINDS
from answertree.reading.list_hints import curly_quotes
from answertree.reading.model_keys import keys_at, required_keys
from answertree.reading.source_file import SourceFile
from answertree.reading.validation_hints import (
    STEP_MARKS,
    hint_for_item,
    hint_for_key,
    hint_for_list,
    hint_for_name,
    hint_for_step,
    key_of_step,
    listed,
)

# Errors of pydantic that say of a value what it should have been: (what it should be, hint).
WRONG_TYPE = {
    "string_type": ("a text", "write the text after the colon, in quotes if need be"),
    "tuple_type": ("a list", ""),
    "dict_type": ("a group of keys", "indent `key: value` lines below it"),
    "model_type": ("a group of keys", "indent `key: value` lines below it"),
    "int_parsing": ("a whole number", "such as 10"),
    "bool_parsing": ("`true` or `false`", ""),
    "int_type": ("a whole number", "such as 10"),
    "int_parsing_size": ("a whole number of a few digits", "such as 10"),
    "greater_than_equal": ("a whole number of at least {ge}", "such as 10"),
    "bool_type": ("`true` or `false`", ""),
}

STEP_KEYS = {info.alias for kind in STEP_KINDS.values() for info in kind.model_fields.values()}

LONGEST_VALUE = 60  # of a wrong value as a message repeats it

# These are about a key rather than about what stands behind it.
ON_KEY = ("unknown-key", "do-or-dont", "empty")


def problem_of(source: SourceFile, model: type[BaseModel], error: ErrorDetails) -> Problem:
    """One error of pydantic as a problem."""
    path = plain_path(error["loc"], model)
    code, message, hint = _explain(source, model, path, error)
    on_key = code in ON_KEY
    if path[-1:] == ("[key]",):
        path, on_key = path[:-1], True
    if code == "do-or-dont" and "dont" in error["input"]:
        path = (*path, "dont")
    if code == "unmarked-step":
        path, on_key = _place_in_step(path, error["input"])
    return Problem(source.place(DataPlace(path=path, on_key=on_key)), code, message, hint)


def empty(source: SourceFile, path: DataPath) -> Problem:
    """The problem that nothing stands at a path."""
    place = source.place(DataPlace(path=path, on_key=True))
    return Problem(place, "empty", *_empty(path[-1]))


def empty_file(source: SourceFile, model: type[BaseModel]) -> Problem:
    """The problem that a whole file holds nothing."""
    hint = f"it needs {listed(required_keys(model))}"
    return Problem(source.place_at(0), "empty", "this file is empty", hint)


def is_beside_its_step(path: DataPath, value: object) -> bool:
    """Whether a key of a step stands among the steps, one level too high."""
    return path[:-1] == ("steps",) and path[-1] in STEP_KEYS and not isinstance(value, dict)


def _explain(
    source: SourceFile, model: type[BaseModel], path: DataPath, error: ErrorDetails
) -> tuple[Code, str, str]:
    """Code, message and hint."""
    kind, key = error["type"], path[-1] if path else ""
    value = error["input"]
    if kind == "missing":
        about = keys_at(model, path[:-1], source).get(str(key))
        return "missing-key", f"`{key}` is missing here", f"`{key}: …` {about or ''}".rstrip()
    if kind == "extra_forbidden":
        hint = hint_for_key(source, model, path)
        return "unknown-key", f"there is no key `{key}` here", hint
    if kind == "literal_error":
        known = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return "unknown-value", f"`{value}` is not allowed here", did_you_mean(str(value), known)
    if key == "[key]":
        return "bad-name", *_bad_name(str(path[-2]))
    if kind == "string_pattern_mismatch":
        return "bad-name", *_bad_name(str(value))
    if value is None or kind in ("string_too_short", "too_short"):
        return "empty", *_empty(key)
    if kind == "string_too_long":
        message = f"this text has {len(str(value)):,} characters; at most {MAX_TEXT:,} are allowed"
        return "too-long", message, "say less, or split it"
    if kind in WRONG_TYPE:
        return "wrong-type", *_wrong_type(source, model, path, error)
    if kind == "unmarked_step":
        return "unmarked-step", *_unmarked_step(path, value)
    if kind == "do_or_dont":
        return "do-or-dont", error["msg"], "keep one of them; if you need both, make it two"
    return "wrong-type", error["msg"], error.get("ctx", {}).get("hint", "")


def _empty(key: str | int) -> tuple[str, str]:
    what = f"`{key}`" if isinstance(key, str) else "this item"
    return f"{what} is empty", "write something after it, or delete it"


def _bad_name(written: str) -> tuple[str, str]:
    hint = hint_for_name(written)
    return curly_quotes(written) or f"`{written}` is not a valid name", hint


def _wrong_type(
    source: SourceFile, model: type[BaseModel], path: DataPath, error: ErrorDetails
) -> tuple[str, str]:
    expected, hint = WRONG_TYPE[error["type"]]
    expected = expected.format(**error.get("ctx", {}))
    value, key = error["input"], path[-1] if path else ""
    if not path:
        message = f"this file should hold `key: value` lines, not {_what(value, whole=True)}"
        needed = required_keys(model)
        first = next(iter(needed or keys_at(model, (), source)))
        rest = f"; it needs {listed(needed)}" if needed else ""
        return message, f"start it with a key such as `{first}: …`{rest}"
    if expected == "a list":
        hint = hint_for_list(source, model, path, value)
    if expected == "a text" and isinstance(value, dict) and isinstance(key, int):
        hint = hint_for_item(source, path, value)
    what = f"`{key}`" if key and isinstance(key, str) else "this"
    return f"{what} should be {expected}, not {_what(value)}", hint


def _place_in_step(path: DataPath, value: Any) -> tuple[DataPath, bool]:
    """Where a step goes wrong that does not say what it is, and whether that is a key.

    It is the key that was mistyped, the text in place of its keys, or else the step's own key.
    """
    if isinstance(value, dict) and not set(value) & set(STEP_MARKS) and (key := key_of_step(value)):
        return (*path, key), True
    return path, is_beside_its_step(path, value) or not isinstance(value, str)


def _unmarked_step(path: DataPath, value: Any) -> tuple[str, str]:
    key = path[-1]
    if is_beside_its_step(path, value):
        message = f"`{key}` is a key of a step, but is written where a step would be"
        return message, "indent it, so that it belongs to the step above"
    if isinstance(value, dict) and "advise" in value:
        both = "ask" if "ask" in value else "answers"
        message = f"the step `{key}` has both `{both}` and `advise`"
        return message, "a step either asks or advises: make it two steps"
    return f"the step `{key}` is neither a question nor an outcome", hint_for_step(value)


def _what(value: Any, *, whole: bool = False) -> str:
    if isinstance(value, list):
        return "a list"
    if whole and isinstance(value, str):
        return "plain text"
    if isinstance(value, dict):
        return "a group of keys"
    return f"`{value}`" if len(str(value)) <= LONGEST_VALUE else f"`{str(value)[:LONGEST_VALUE]}…`"
