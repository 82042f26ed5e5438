"""The documentation of the tool: a whole guide, with a line for each key of the model."""

import runpy

from answertree.knowledge.kinds import MODELS

from tests.conftest import ROOT
from tests.unit.content import problems

DOCS = ROOT / "generator" / "docs"


def test_the_documentation_is_a_whole_guide() -> None:
    assert problems(DOCS / "content") == []


def test_its_page_of_keys_is_what_the_model_says() -> None:
    made = runpy.run_path(str(DOCS / "key_reference.py"))
    assert made["PAGE"].read_text("utf-8") == made["text"]()


def test_its_page_of_keys_has_each_key_of_each_file() -> None:
    text = (DOCS / "content" / "pages" / "keys.yml").read_text("utf-8")
    for model in MODELS.values():
        for name, field in model.model_fields.items():
            assert f"- `{field.alias or name}` (" in text, (model, name)
