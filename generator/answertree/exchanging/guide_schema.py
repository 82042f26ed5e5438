"""The JSON Schema of the guide as data, made from the model: a new field or kind is in it too."""

import json
from types import GenericAlias
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from answertree.authoring.json_schema import ModelSchema
from answertree.knowledge.field_types import SLUG, Key, Line, StepId, Target, Text
from answertree.knowledge.kinds import KINDS
from answertree.knowledge.model import Guide

# To be raised when something is left out, or means something else; not when something is added.
VERSION = 1
SCHEMA = "guide.schema.json"

_COLLECTIONS: dict[str, Any] = {
    kind.folder: (GenericAlias(dict, (Key, kind.model)), Field(title=kind.heading))
    for kind in KINDS
}
Collections: type[BaseModel] = create_model(
    "Collections",
    __config__=ConfigDict(extra="forbid"),
    __doc__="The entries of each kind, by id, in the order of their ids.",
    **_COLLECTIONS,
)


class Words(BaseModel):
    """A text, twice; `{ID}` in it stands for what a reader fills in for that input."""

    model_config = ConfigDict(extra="forbid")

    markdown: str = Field(description="As CommonMark without HTML; its links lead to addresses.")
    plain: str = Field(description="Its characters alone; each paragraph and item is a line.")


class WholeGuide(BaseModel):
    """A whole guide. What is not said is left out. Things are named by their ids, and a step is
    always SCENARIO.STEP: `addresses` says where each can be read.
    """

    model_config = ConfigDict(extra="forbid")

    schema_: str = Field(alias="$schema", description="The address of this schema.")
    version: int = Field(
        json_schema_extra={"const": VERSION},
        description="Another number means that something was left out, or means something else. "
        "Something may be added without that.",
    )
    language: str = Field(description="Its code, such as `en` or `pt-BR`.")
    address: str | None = Field(
        None, description="Where the guide is; without it, addresses are relative to this file."
    )
    guide: Guide = Field(description="What is said of the whole.")
    entries: Collections = Field(description="All else.")
    addresses: dict[str, str] = Field(
        description="The address of everything that has one, by KIND:ID or KIND:ID.PART."
    )


class _Schema(ModelSchema):
    """The schema of what is written, not of what is read: texts and names of steps are others."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return field["schema"].get("default", ...) is not None  # what is None is left out

    def generate_inner(self, schema: Any) -> JsonSchemaValue:
        of_type = _type_of(schema)
        if issubclass(of_type, Line | Text):
            return super().generate_inner(Words.__pydantic_core_schema__)
        found = super().generate_inner(schema)
        if issubclass(of_type, Target | StepId):
            return {"type": "string", "pattern": rf"^{SLUG}\.{SLUG}$"}
        return {**found, "type": "string"} if issubclass(of_type, str) else found


def _type_of(schema: CoreSchema) -> type:
    """The class of string that is read by a schema; of any other schema it is `object`."""
    reads = schema["function"]["function"] if schema["type"] == "function-after" else None
    owner = getattr(reads, "__self__", None)
    return owner if isinstance(owner, type) and issubclass(owner, str) else object


def schema() -> str:
    """The text of the schema file."""
    made = WholeGuide.model_json_schema(schema_generator=_Schema, mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**head, **made}, indent=2, ensure_ascii=False) + "\n"
