"""The schemas for editors: as the model has it, and of one mind with the checker."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from answertree.authoring.json_schema import schemas
from answertree.checking.rules import check
from answertree.knowledge.kinds import BY_FOLDER
from answertree.reading.load import load
from jsonschema import Draft202012Validator

from tests.conftest import ROOT
from tests.unit.content import FACTS, SMALL, copied

FOLDER = ROOT / "generator" / "answertree" / "authoring" / "schemas"
# What a schema can see: the form of one file. Names that lead nowhere are the checker's alone.
OF_FORM = {
    "empty", "missing-key", "unknown-key", "wrong-type", "unknown-value", "bad-name", "too-long",
    "do-or-dont", "unmarked-step", "too-few-answers",
}  # fmt: skip


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only true, false, null and numbers are not text."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("tag:yaml.org,2002:bool", r"^(true|false)$", "tf"),
    ("tag:yaml.org,2002:int", r"^-?\d+$", "-0123456789"),
    ("tag:yaml.org,2002:null", r"^(null|~|)$", ["n", "~", ""]),
):
    EditorLoader.add_implicit_resolver(tag, re.compile(pattern), list(first))


def as_an_editor_reads(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=EditorLoader)


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8")))


def kind_of(path: Path) -> str:
    return "guide" if path.name == "guide.yml" else path.parent.name


def test_the_committed_schemas_are_those_of_the_model() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert committed == schemas(), "run: .venv/bin/python -m generator schema"


@pytest.mark.parametrize("name", ["guide", *BY_FOLDER])
def test_every_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schemas()[f"{name}.json"]))


@pytest.mark.parametrize("name", ["guide", *BY_FOLDER])
def test_every_key_is_explained(name: str) -> None:
    schema = json.loads(schemas()[f"{name}.json"])
    for part in (schema, *schema.get("$defs", {}).values()):
        for key, value in part.get("properties", {}).items():
            assert value.get("description"), f"{part.get('title')}: {key}"


@pytest.mark.parametrize(
    "path",
    sorted([*SMALL.rglob("*.yml"), *FACTS.rglob("*.yml")]),
    ids=lambda path: path.relative_to(SMALL.parent).as_posix(),
)
def test_the_content_fits_its_schema(path: Path) -> None:
    errors = [
        error.message for error in validator(kind_of(path)).iter_errors(as_an_editor_reads(path))
    ]
    assert errors == []


FAULTS = [
    ("scenarios/kettle.yml", "advise:", "advice:"),
    ("scenarios/kettle.yml", "start:", "begin:"),
    ("faq/scale.yml", "topic:", "topik:"),
    ("faq/scale.yml", "because: [", "because: k-3 #["),
    ("rules/leave-it-shut.yml", "dont:", "do: Both\ndont:"),
    ("timetables/week.yml", "mark: good", "mark: great"),
    ("timetables/week.yml", "from: 9:00", "from: nine"),
    ("scripts/letter.yml", "say:", "say: ''\nold:"),
    ("guide.yml", "title:", "title:\nold:"),
    ("sources/editors.yml", "own: true", "own: perhaps"),
]


@pytest.mark.parametrize(("name", "old", "new"), FAULTS, ids=[f"{n}: {w}" for n, _, w in FAULTS])
def test_schema_and_checker_refuse_the_same(tmp_path: Path, name: str, old: str, new: str) -> None:
    folder = copied(tmp_path)
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert list(validator(kind_of(folder / name)).iter_errors(as_an_editor_reads(folder / name)))
    assert {problem.code for problem in check(load(folder))} & OF_FORM


def test_editors_find_a_schema_for_every_content_file() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    found = settings["yaml.schemas"]
    for path in SMALL.rglob("*.yml"):
        place = f"content/{path.relative_to(SMALL).as_posix()}"
        matching = [schema for schema, glob in found.items() if Path(place).match(glob)]
        assert matching == [f"./generator/answertree/authoring/schemas/{kind_of(path)}.json"], place
