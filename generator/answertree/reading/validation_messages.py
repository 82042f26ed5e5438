"""What does not fit the model, in plain words: what is wrong, and what was most likely meant."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from answertree.knowledge.field_types import MAX_TEXT
from answertree.knowledge.kinds import BY_LINK
from answertree.knowledge.model import STEP_KINDS, Scenario, kind_of_step, plain_path
from answertree.knowledge.problems import Code, DataPath, DataPlace, Problem, did_you_mean, near
from answertree.reading.source_file import SourceFile

# Errors of pydantic that say of a value what it should have been: (what it should be, hint).
WRONG_TYPE = {
    "string_type": ("a text", "write the text behind the colon, in quotes if need be"),
    "tuple_type": ("a list", "start each item with `- `, or write `[one, two]`"),
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
ON_KEY = ("unknown-key", "unmarked-step", "do-or-dont", "empty")


def problem_of(source: SourceFile, model: type[BaseModel], error: ErrorDetails) -> Problem:
    """One error of pydantic as a problem."""
    path = plain_path(error["loc"], model)
    code, message, hint = _explain(source, model, path, error)
    on_key = code in ON_KEY or path[-1:] == ("[key]",)
    if code == "do-or-dont" and "dont" in error["input"]:
        path = (*path, "dont")
    return Problem(source.place(DataPlace(path=path, on_key=on_key)), code, message, hint)


def empty(source: SourceFile, path: DataPath) -> Problem:
    """The problem that nothing stands at a path."""
    place = source.place(DataPlace(path=path, on_key=True))
    return Problem(place, "empty", *_empty(path[-1]))


def _empty(key: str | int) -> tuple[str, str]:
    what = f"`{key}`" if isinstance(key, str) else "this item"
    return f"{what} is empty", "write something behind it, or delete it"


def _explain(
    source: SourceFile, model: type[BaseModel], path: DataPath, error: ErrorDetails
) -> tuple[Code, str, str]:
    """Code, message and hint."""
    kind, key = error["type"], path[-1] if path else ""
    value = error["input"]
    if kind == "missing":
        about = fields(model, path[:-1], source).get(str(key))
        return "missing-key", f"`{key}` is missing here", f"`{key}: …` {about or ''}".rstrip()
    if kind == "extra_forbidden":
        known = fields(model, path[:-1], source)
        return "unknown-key", f"there is no key `{key}` here", _hint_for(source, model, path, known)
    if kind == "literal_error":
        known = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return "unknown-value", f"`{value}` cannot stand here", did_you_mean(str(value), known)
    if key == "[key]":
        return "bad-name", *_name(str(path[-2]))
    if kind == "string_pattern_mismatch":
        return "bad-name", *_name(str(value))
    if value is None or kind in ("string_too_short", "too_short"):
        return "empty", *_empty(key)
    if kind == "string_too_long":
        return (
            "too-long",
            f"this text has {len(str(value))} characters, {MAX_TEXT} are allowed",
            "say less, or split it",
        )
    if kind in WRONG_TYPE:
        expected, hint = WRONG_TYPE[kind]
        expected = expected.format(**error.get("ctx", {}))
        if not path:
            message = f"this file should hold `key: value` lines, not {_what(value, whole=True)}"
            first = next(iter(required(model) or fields(model, (), source)))
            needed = f"; it needs {listed(required(model))}" if required(model) else ""
            return "wrong-type", message, f"start it with a key such as `{first}: …`{needed}"
        if kind == "string_type" and isinstance(value, dict) and isinstance(key, int):
            hint = _item_hint(value)
        what = f"`{key}`" if key and isinstance(key, str) else "this"
        return "wrong-type", f"{what} should be {expected}, not {_what(value)}", hint
    if kind == "unmarked_step":
        if is_beside_its_step(path, value):
            return (
                "unmarked-step",
                f"`{key}` is a key of a step, but stands where a step would",
                "indent it, so that it stands below the step it belongs to",
            )
        if isinstance(value, dict) and "advise" in value:
            both = "ask" if "ask" in value else "answers"
            return (
                "unmarked-step",
                f"the step `{key}` has both `{both}` and `advise`",
                "a step asks or advises: make two steps of it",
            )
        return (
            "unmarked-step",
            f"the step `{key}` is neither a question nor an outcome",
            _marks_of_step(value),
        )
    if kind == "do_or_dont":
        return "do-or-dont", error["msg"], "keep one of the two, and split it if both are needed"
    return "wrong-type", error["msg"], error.get("ctx", {}).get("hint", "")


def is_beside_its_step(path: DataPath, value: object) -> bool:
    """Whether a key of a step stands among the steps, one level too high."""
    return path[:-1] == ("steps",) and path[-1] in STEP_KEYS and not isinstance(value, dict)


def _hint_for(
    source: SourceFile, model: type[BaseModel], path: DataPath, known: Mapping[str, object]
) -> str:
    """What somebody most likely meant who wrote an unknown key."""
    key, holder = str(path[-1]), at(source.data, path[:-1])
    place = source.place(DataPlace(path=path, on_key=True))
    if ":" in key and key.partition(":")[0] in known:
        return f"a space is missing after `{key.partition(':')[0]}:`"
    in_braces = "{" in place.excerpt[: place.column]
    if holder[key] is None and in_braces and not near(key, known):
        return "a comma inside `{…}` ends the text: put the whole text in quotes"
    required = [name for name in _required_at(model, path[:-1], source) if name not in holder]
    if not any(name in known for name in holder) and required:
        return "it needs " + listed(required)
    meant = meant_key(key, known, required if len(set(holder) - set(known)) == 1 else [])
    return f"did you mean `{meant}`?" if meant else did_you_mean(key, known)


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


def _item_hint(value: dict[str, Any]) -> str:
    """What to do about an item that was to be a text, and has a colon in it."""
    first, behind = next(iter(value.items()), ("", None))
    if first in BY_LINK and isinstance(behind, str):
        return f"delete the space after the colon: `{first}:{behind}`"
    return "put quotes around the whole item: a colon and a space make a key of what is before"


def _what(value: Any, *, whole: bool = False) -> str:
    if isinstance(value, list):
        return "a list"
    if whole and isinstance(value, str):
        return "a text alone"
    if isinstance(value, dict):
        return "a group of keys"
    return f"`{value}`" if len(str(value)) <= LONGEST_VALUE else f"`{str(value)[:LONGEST_VALUE]}…`"


def _required_at(model: type[BaseModel], path: DataPath, source: SourceFile) -> list[str]:
    return required(_model_at(model, path, source))


def required(model: type[BaseModel]) -> list[str]:
    """The keys that a model cannot do without."""
    return [info.alias or name for name, info in model.model_fields.items() if info.is_required()]


def listed(names: list[str]) -> str:
    """Names in a sentence."""
    return ", ".join(f"`{name}`" for name in names)


def fields(model: type[BaseModel], path: DataPath, source: SourceFile) -> dict[str, str | None]:
    """The keys that may stand at `path` in a `model`, each with its description."""
    fields = _model_at(model, path, source).model_fields
    return {info.alias or name: info.description for name, info in fields.items()}


def _model_at(model: type[BaseModel], path: DataPath, source: SourceFile) -> type[BaseModel]:
    """The model of what stands at `path` in the data of a source."""
    data: Any = source.data
    is_name = False  # of a section, say: it may read like a key
    for part in path:
        data = data[part]
        fields = {} if is_name else {info.alias: info for info in model.model_fields.values()}
        field = fields.get(str(part))
        is_name = field is not None and get_origin(field.annotation) is dict
        if field is None:  # a name or an index: what is below it was found already
            if model is Scenario:
                model = STEP_KINDS[kind_of_step(data) or "question"]
            continue
        below = list(_models(field.annotation))
        model = model if model is Scenario and len(below) > 1 else (below or [model])[0]
    return model


def at(data: Any, path: DataPath) -> Any:
    """What stands at a path in the data of a source."""
    for part in path:
        data = data[part]
    return data


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def meant_key(key: str, known: Iterable[str], missing: list[str]) -> str | None:
    """The key that an unknown one was most likely meant to be."""
    if ":" in key and key.partition(":")[0] in known:
        return key.partition(":")[0]
    return near(key, known) or (missing[0] if len(missing) == 1 else None)
