"""Conditions on facts, and what may stand under one: a line, a paragraph, a way on.

What a condition means is in `facts`. What stands under none is written as a text by itself.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field
from pydantic_core import PydanticKnownError

from answertree.knowledge.field_types import SLUG, FactValue, Key, Line, Plain, Target, Text
from answertree.knowledge.problems import DataPath
from answertree.knowledge.record import Record

# `weekday`, `time`, `notes`, an input, or `days-since.` or `days-until.` with an input.
FactName = Annotated[str, Field(pattern=rf"^{SLUG}(\.{SLUG})?$", max_length=100)]


def _values(written: Any) -> Any:
    return written if isinstance(written, list) or written is None else [written]


Values = Annotated[
    tuple[FactValue, ...],
    BeforeValidator(_values, json_schema_input_type=FactValue | tuple[FactValue, ...]),
    Field(min_length=1),
]
When = Annotated[
    dict[FactName, Values],
    Field(
        min_length=1,
        description="When it is right, as far as the reader’s device knows: "
        "facts, each with a value, a list of values, or a range such as `2..6`.",
    ),
]
Sets = Annotated[
    dict[Key, FactValue],
    Field(
        description="What the answer says of inputs of `type: choice` or `number`.",
    ),
]


def _under(key: str, *others: str) -> Any:
    """From what is written by itself to the group of keys that it is short for."""

    def read(written: Any) -> Any:
        if isinstance(written, Record) or (
            isinstance(written, dict) and written.keys() & {key, "when", *others}
        ):
            return written
        if not isinstance(written, str):
            raise PydanticKnownError("string_type")
        if not written.strip():
            raise PydanticKnownError("string_too_short", {"min_length": 1})
        return {key: written}

    return read


def _as_list(written: Any) -> Any:
    return [written] if isinstance(written, str) else written


class Said(Record):
    """A line of advice."""

    say: Line = Field(title="Line", description="The line.")
    when: When | None = Field(None, title="When it is right")


class Paragraphs(Record):
    """A part of a text."""

    say: Text = Field(title="Text", description="Paragraphs and lists.")
    when: When | None = Field(None, title="When it is right")


class WayOn(Record):
    """A way on from a step that does not ask."""

    go: Target = Field(
        title="Leads to", description="A step of this file, a scenario, or `scenario.step`."
    )
    say: Plain | None = Field(
        None, title="Wording", description="What it says, if not where it leads."
    )
    when: When | None = Field(None, title="When it is right")


Lines = tuple[
    Annotated[Said, BeforeValidator(_under("say"), json_schema_input_type=Line | Said)], ...
]
Texts = Annotated[
    tuple[
        Annotated[
            Paragraphs, BeforeValidator(_under("say"), json_schema_input_type=Text | Paragraphs)
        ],
        ...,
    ],
    BeforeValidator(_as_list, json_schema_input_type=Text | list[Text | Paragraphs]),
]
Ways = Annotated[
    tuple[
        Annotated[
            WayOn, BeforeValidator(_under("go", "say"), json_schema_input_type=Target | WayOn)
        ],
        ...,
    ],
    BeforeValidator(_as_list, json_schema_input_type=Target | list[Target | WayOn]),
]


def conditions(value: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, Mapping[str, Any]]]:
    """Every condition below a value, and where it stands, in the words of the YAML."""
    if isinstance(value, dict | tuple):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            if not isinstance(item, str):
                yield from conditions(item, (*path, key))
    elif isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            below = getattr(value, name)
            if name == "when" and below:
                yield (*path, "when"), below
            elif below and not isinstance(below, str):
                yield from conditions(below, (*path, info.alias or name))
