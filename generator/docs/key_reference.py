"""Writes content/pages/keys.yml, which explains each key of each kind: made from the model.

Run it after a change to answertree/knowledge/model.py or steps.py.
"""

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from answertree.knowledge import field_types
from answertree.knowledge.kinds import BY_LIST, MODELS
from answertree.knowledge.record import Record
from answertree.knowledge.steps import STEP_KINDS, kind_of_step
from answertree.knowledge.when import Paragraphs, Said, WayOn
from pydantic.fields import FieldInfo

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# Content in which examples are found: of each key the shortest.
FOLDERS = (
    ROOT / "generator" / "answertree" / "authoring" / "starter" / "content",
    ROOT / "tests" / "library",
    ROOT / "tests" / "unit" / "small",
    ROOT / "tests" / "unit" / "facts",
)
PAGE = HERE / "content" / "pages" / "keys.yml"
HEAD = """\
# Made by key_reference.py from the model: what is changed here is lost.
title: All keys
description: Each key of each file of a guide, what it takes, what it does, and an example.
lead: What each key takes, what it does, and an example. Keys that are not needed can be left out.
"""

WORDS: dict[Any, str] = {
    bool: "true or false",
    int: "a whole number",
    str: "a day",
    field_types.Plain: "a text without Markdown",
    field_types.Line: "a line of text",
    field_types.Text: "paragraphs and lists",
    field_types.FactValue: "a value or a range",
    field_types.Target: "a step",
    field_types.FormerStep: "an id",
    field_types.Link: "a link by id",
    Said: "a line, or `say` and `when`",
    Paragraphs: "paragraphs, or `say` and `when`",
    WayOn: "a step, or `go`, `say` and `when`",
}
STEPS = STEP_KINDS.values()
LONGEST = 90  # characters of an example

Examples = dict[tuple[type[Record], str], Any]


def text() -> str:
    """The whole file."""
    parts = yaml.safe_dump(
        {"sections": sections()}, allow_unicode=True, sort_keys=False, width=10_000
    )
    return HEAD + parts


def sections() -> dict[str, dict[str, str]]:
    """The parts of the page, by id: one for each group of keys, with a line for each key.

    Raises KeyError for a key of which no content has an example.
    """
    examples = _examples(FOLDERS)
    found: dict[str, dict[str, str]] = {}
    for title, model in _groups():
        found[_id(model)] = {"title": title, "text": "\n".join(_lines(model, examples))}
    return found


def _groups() -> Iterator[tuple[str, type[Record]]]:
    """Each group of keys once, with its title: a file of a kind, then what stands in it."""
    seen: set[type[Record]] = set()
    for kind, top in MODELS.items():
        file = "guide.yml" if kind == "guide" else f"{kind}/ID.yml"
        for model in _within(top):
            if model not in seen:
                seen.add(model)
                yield (file if model is top else f"{_name(model)}, in {file}"), model


def _within(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for field in model.model_fields.values():
        for inner in _records(field.annotation):
            if inner is not model:
                yield from _within(inner)


def _records(kind: Any) -> Iterator[type[Record]]:
    if isinstance(kind, type) and issubclass(kind, Record):
        yield kind
    for inner in get_args(kind):
        if get_origin(kind) is not Literal:
            yield from _records(inner)


def _lines(model: type[Record], examples: Examples) -> Iterator[str]:
    if model.__doc__:
        yield f"{model.__doc__.splitlines()[0]}\n"
    for name, field in model.model_fields.items():
        key = field.alias or name
        needed = "needed; " if field.is_required() else ""
        yield (
            f"- `{key}` ({needed}{_words(field)}): {_description(field)}"
            f"{_example(model, key, field, examples)}"
        )


def _example(model: type[Record], key: str, field: FieldInfo, examples: Examples) -> str:
    """The end of a line; of what has keys of its own these are told of below."""
    if any(issubclass(inner, Record) for inner in _records(field.annotation)) and not (
        {Said, Paragraphs, WayOn} & set(_records(field.annotation))
    ):
        return " Its keys are explained below."
    example = field.examples[0] if field.examples else examples[model, key]
    if isinstance(example, dict):
        return f" Such as `{_written(dict([next(iter(example.items()))]))}` below it."
    return f" Such as `{_written({key: example})}`."


def _description(field: FieldInfo) -> str:
    """What a key does: what the field says, or else its type."""
    types_of = [field.annotation, *get_args(field.annotation)]
    infos = [field, *(info for each in types_of for info in get_args(each)[1:])]
    return next(str(info.description) for info in infos if getattr(info, "description", None))


def _words(field: FieldInfo) -> str:
    """What a key takes, in words."""
    if field.alias == "shows":
        return ", ".join(f"`{name}`" for name in BY_LIST)
    if field.alias == "when":
        return "facts, each with what has to hold"
    return _of(field.annotation)


def _of(kind: Any) -> str:
    origin, inner = get_origin(kind), [each for each in get_args(kind) if each is not type(None)]
    if origin is Annotated:
        return _of(inner[0])
    if origin is Literal:
        return ", ".join(f"`{each}`" for each in inner)
    if origin in (Union, types.UnionType):
        return " or ".join(dict.fromkeys(_of(each) for each in inner))
    if origin is tuple:
        return f"a list: {_of(inner[0])}"
    if origin is not None and issubclass(origin, Mapping):
        return f"by id: {_of(inner[1])}"
    return WORDS.get(kind, _name(kind) if issubclass(kind, Record) else "an id")


def _name(model: type[Record]) -> str:
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()


def _id(model: type[Record]) -> str:
    return f"keys-of-{_name(model).replace(' ', '-')}"


def _examples(folders: Iterable[Path]) -> Examples:
    """The shortest example of each key."""
    found: Examples = {}
    for folder in folders:
        for file in sorted(folder.rglob("*.yml")):
            data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            _collect(MODELS[file.stem if file.parent == folder else file.parent.name], data, found)
    return found


def _collect(kind: Any, data: Any, found: Examples) -> None:
    if isinstance(kind, type) and issubclass(kind, Record):
        if isinstance(data, dict) and (kind not in STEPS or kind_of_step(data) == _name(kind)):
            for name, field in kind.model_fields.items():
                key = field.alias or name
                if key in data:
                    known = found.get((kind, key), data[key])
                    found[kind, key] = min(known, data[key], key=_effort)
                    _collect(field.annotation, data[key], found)
    elif get_origin(kind) is not Literal:
        for inner in get_args(kind):
            for each in _parts(data):
                _collect(inner, each, found)


def _parts(data: Any) -> list[Any]:
    if isinstance(data, dict):
        return [data, *data.values()]
    return data if isinstance(data, list) else [data]


def _effort(value: Any) -> int:
    """What makes an example a bad one: that it is long."""
    return len(_written({"": value}))


def _written(data: dict[str, Any]) -> str:
    """One key and its value as they stand in a file, on one line."""
    written = yaml.safe_dump(
        data, default_flow_style=True, width=10_000, allow_unicode=True, sort_keys=False
    )
    text = written.strip().removeprefix("{").removesuffix("}").replace("'", "")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 2]} …"


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
