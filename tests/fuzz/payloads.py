"""Payloads in every text field that the model has, and what of them the checker lets through."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from math import gcd
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from answertree.checking.rules import check
from answertree.knowledge.problems import DataPath, Problem
from answertree.reading.load import load

from tests.fuzz.schemas import choices, further_values, is_text, referred, schemas, types_of

# The file of a content folder, and the keys and indices that lead to a text in it.
Place: TypeAlias = "tuple[str, DataPath]"


@cache
def classes() -> dict[str, list[str]]:
    """The payloads by class."""
    text = Path(__file__).with_name("payloads.yml").read_text(encoding="utf-8")
    found: dict[str, list[str]] = yaml.safe_load(text)
    return found


def text_fields(kind: str) -> set[str]:
    """Every text field of the kind, as `Type.key`."""
    schema = schemas()[kind]
    return {
        f"{name}.{key}"
        for name, part in {kind: schema, **types_of(schema)}.items()
        for key, value in part.get("properties", {}).items()
        if any(map(is_text, (*choices(value), *choices(further_values(value) or {}))))
    }


def texts_of(kind: str, data: Any) -> Iterator[tuple[str, DataPath]]:
    """Every text in the data of such a file: its field, and where it stands."""
    schema = schemas()[kind]
    return _texts(data, schema, types_of(schema), kind, ())


def _texts(
    data: Any, schema: dict[str, Any], types: dict[str, Any], name: str, path: DataPath
) -> Iterator[tuple[str, DataPath]]:
    if "anyOf" in schema:
        for choice in schema["anyOf"]:
            if _fits(data, choice):
                yield from _texts(data, choice, types, name, path)
    elif is_text(schema):
        yield name, path
    elif "$ref" in schema:
        name = referred(schema)
        yield from _texts(data, types[name], types, name, path)
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _texts(item, schema["items"], types, name, (*path, index))
    elif isinstance(data, dict) and "properties" in schema:
        for key, value in data.items():
            inner = schema["properties"][key]
            yield from _texts(value, inner, types, f"{name}.{key}", (*path, key))
    elif isinstance(data, dict) and (options := schema.get("oneOf")):
        fits = (each for each in options if set(data) <= set(types[referred(each)]["properties"]))
        yield from _texts(data, next(fits), types, name, path)
    elif isinstance(data, dict):
        further = further_values(schema)
        assert further, f"{name} is a group of keys that no schema describes"
        for key, value in data.items():
            yield from _texts(value, further, types, name, (*path, key))


def _fits(data: Any, schema: dict[str, Any]) -> bool:
    if isinstance(data, dict):
        return "$ref" in schema
    return schema.get("type") == "array" if isinstance(data, list) else is_text(schema)


@dataclass
class Injected:
    """A content folder whose texts can be replaced, each written on a line of its own."""

    folder: Path
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Place, str] = field(default_factory=dict)  # and the name of the field

    def __post_init__(self) -> None:
        for file in sorted(self.folder.rglob("*.yml")):
            name = file.relative_to(self.folder).as_posix()
            kind = "guide" if name == "guide.yml" else file.parent.name
            self.data[name] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
            for field_name, path in texts_of(kind, self.data[name]):
                self.places[name, path] = field_name

    def write(self, texts: Mapping[Place, str]) -> dict[tuple[Path, int], Place]:
        """Put the texts in their places; gives the place of each line that holds one."""
        lines = {}
        for name, data in self.data.items():
            here = {path: text for (file, path), text in texts.items() if file == name}
            made = _replaced(data, here)
            text = yaml.safe_dump(made, default_style='"', width=10**6, sort_keys=False)
            (self.folder / name).write_text(text, encoding="utf-8")
            for path, line in _lines(yaml.compose(text, yaml.BaseLoader)):
                if path in here:
                    lines[self.folder / name, line] = (name, path)
        return lines

    def let_through(self, texts: Mapping[Place, str]) -> tuple[dict[Place, str], list[Problem]]:
        """What the checker has nothing against, and its problems with all the rest.

        Raises AssertionError when a problem is reported in no line that was changed.
        """
        left = dict(texts)
        refused: list[Problem] = []
        while True:
            lines = self.write(left)
            problems = check(load(self.folder))
            if not problems:
                return left, refused
            refused += problems
            blamed = {
                lines[place] for one in problems if (place := (Path(one.file), one.line)) in lines
            }
            assert blamed, problems
            left = {place: text for place, text in left.items() if place not in blamed}


def _replaced(data: Any, texts: Mapping[Any, str], path: Any = ()) -> Any:
    if isinstance(data, dict):
        return {key: _replaced(item, texts, (*path, key)) for key, item in data.items()}
    if isinstance(data, list):
        return [_replaced(item, texts, (*path, index)) for index, item in enumerate(data)]
    return texts.get(path, data)


def _lines(node: yaml.Node | None, path: Any = ()) -> Iterator[tuple[Any, int]]:
    """The line of each scalar."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _lines(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _lines(item, (*path, index))
    elif node:
        yield path, node.start_mark.line + 1


def spread(places: list[Place], rounds: int) -> Iterator[dict[Place, str]]:
    """For each round a payload for every place; enough rounds bring each payload to each place.

    Every other time it stands in the midst of words; a number keeps each text apart from others.
    """
    payloads = [payload for each in classes().values() for payload in each]
    step = next(step for step in count(len(places)) if gcd(step, len(payloads)) == 1)
    for turn in range(rounds):
        alone = sum(divmod(turn, len(payloads))) % 2  # the other way when they come round again
        texts = {}
        for index, place in enumerate(places):
            payload = payloads[(turn * step + index) % len(payloads)]
            texts[place] = payload if alone else f"Zq{index} {payload} zq{turn}"
        yield texts
