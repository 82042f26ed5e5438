"""Each error is explained where whoever meets it can read that."""

from pathlib import Path
from typing import get_args

import pytest
from answertree.authoring.explanations import FILE, explanations, for_guide, where
from answertree.authoring.init import init
from answertree.cli import main
from answertree.knowledge.problems import Code
from answertree.knowledge.report import in_contributing

from tests.unit.content import copied


def test_every_error_is_explained() -> None:
    assert tuple(explanations()) == get_args(Code)
    assert all("# wrong" in text and "# right" in text for text in explanations().values())


def test_a_new_guide_explains_every_error_and_says_nothing_of_this_repository(
    tmp_path: Path,
) -> None:
    init(tmp_path)
    assert (tmp_path / FILE).read_text("utf-8") == for_guide()
    assert [where(tmp_path)(code) for code in explanations()] == [
        in_contributing(code) for code in explanations()
    ]
    for ours in ("`make ", "python -m generator", "## For maintainers", "model.py"):
        assert ours not in for_guide()
    assert "\n\n\n" not in for_guide()


def test_where_no_file_explains_an_error_a_command_does(tmp_path: Path) -> None:
    assert where(tmp_path)("yaml") == "explained by: answertree explain yaml"
    (tmp_path / FILE).write_bytes(b"# Ours\xff\n\n## The rules\n\n### yaml\n\nTidy.\n")
    assert where(tmp_path)("yaml") == in_contributing("yaml")
    assert where(tmp_path)("empty") == "explained by: answertree explain empty"


def test_that_command_prints_the_explanation(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "yaml"]) == 0
    assert capsys.readouterr().out == explanations()["yaml"] + "\n"
    assert main(["explain", "ymal"]) == 2
    assert "did you mean `yaml`?" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "github"])
def test_a_check_leads_to_what_is_there(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    form: str,
) -> None:
    copied(tmp_path, {"faq/scale.yml": {"replace": "topic: water", "with": "topic: watre"}})
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--format", form]) == 1
    assert "explained by: answertree explain unknown-reference" in capsys.readouterr().out
    (tmp_path / FILE).write_text(for_guide(), "utf-8")
    assert main(["check", "--format", form]) == 1
    assert "explained in CONTRIBUTING.md#unknown-reference" in capsys.readouterr().out
