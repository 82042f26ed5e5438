"""What the model says of each kind, as the JSON Schemas that the command writes from it."""

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from answertree.cli import main


@cache
def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        assert main(["schema", folder]) == 0
        files = sorted(Path(folder).glob("*.json"))
        return {file.stem: json.loads(file.read_text("utf-8")) for file in files}


def types_of(schema: dict[str, Any]) -> dict[str, Any]:
    """The schemas that this one refers to, by name."""
    found: dict[str, Any] = schema.get("$defs", {})
    return found


def referred(schema: dict[str, Any]) -> str:
    """The name of the schema that a reference is to."""
    name: str = schema["$ref"].rpartition("/")[2]
    return name


def is_text(schema: dict[str, Any]) -> bool:
    """Whether this is a text for people: names and times have patterns of their own."""
    return schema.get("pattern") == r"\S"


def choices(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The schemas of which one has to fit, those of a list's items too."""
    found = [choice for each in schema.get("anyOf", [schema]) for choice in (each, *_items(each))]
    return [inner for each in found for inner in (choices(each) if "anyOf" in each else [each])]


def _items(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [schema["items"]] if isinstance(schema.get("items"), dict) else []


def further_values(schema: dict[str, Any]) -> dict[str, Any] | None:
    """What the values of a mapping are whose keys are names, or None when it has none of those."""
    found = schema.get("additionalProperties") or next(
        iter(schema.get("patternProperties", {}).values()), None
    )
    return found if isinstance(found, dict) else None
