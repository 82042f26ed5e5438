"""The guide as data: as its schema says, and not kept on phones."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator


def test_the_data_is_as_the_schema_beside_it_says(site: Path, data: dict[str, Any]) -> None:
    schema = json.loads((site / data["$schema"]).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_phones_keep_neither_the_data_nor_the_feed(site: Path) -> None:
    worker = (site / "sw.js").read_text("utf-8")
    assert "guide." not in worker
    assert "changes.xml" not in worker
