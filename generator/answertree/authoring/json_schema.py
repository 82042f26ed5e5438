"""JSON Schemas for editors, made from the model: completion, explanations, and a red line early."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from answertree.knowledge.kinds import BY_LIST, MODELS


class ModelSchema(GenerateJsonSchema):
    """Schemas as the checker reads YAML: a key without a value is an error."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """The schema of what may be left out, but not be null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """The schema without a default: nobody is to write it out."""
        found = super().default_schema(schema)
        found.pop("default", None)
        return found

    def get_title_from_name(self, name: str) -> str:
        """The key as it is written."""
        return name.rstrip("_").replace("_", "-")


def schemas() -> dict[str, str]:
    """The text of each schema file, by its name."""
    return {f"{kind}.json": _text(kind, model) for kind, model in MODELS.items()}


def _text(kind: str, model: Any) -> str:
    schema = model.model_json_schema(by_alias=True, schema_generator=ModelSchema, mode="validation")
    if kind == "pages":
        schema["properties"]["shows"]["enum"] = list(BY_LIST)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$comment": _COMMENT}
    return json.dumps({**head, **schema}, indent=2, ensure_ascii=False) + "\n"


_COMMENT = "Made by `python -m generator schema` from answertree/knowledge/model.py."
