"""A new guide is whole from the first minute, and is never written over another."""

from pathlib import Path

import pytest
from answertree.authoring.init import InitError, init
from answertree.cli import main
from answertree.knowledge.kinds import KINDS
from answertree.reading.load import load

from tests.unit.content import problems


def test_its_content_is_whole_and_shows_every_kind_that_can_be_made(tmp_path: Path) -> None:
    init(tmp_path)
    assert problems(tmp_path / "content") == []
    base = load(tmp_path / "content").base
    shown = {kind.noun for kind in KINDS if base.entries[kind.folder]}
    assert {"page", "question", "rule", "scenario", "script", "source"} <= shown


def test_each_of_its_kinds_is_explained_by_a_comment(tmp_path: Path) -> None:
    init(tmp_path)
    for folder in (tmp_path / "content").iterdir():
        files = [folder] if folder.is_file() else sorted(folder.iterdir())
        assert any(file.read_text("utf-8").startswith("# ") for file in files), folder


def test_what_github_and_git_look_for_is_where_they_look(tmp_path: Path) -> None:
    names = {path.relative_to(tmp_path).as_posix() for path in init(tmp_path)}
    assert {".gitattributes", ".gitignore", "LICENSE", "README.md", "mkdocs.yml"} <= names
    assert {".github/workflows/publish.yml", ".github/workflows/pull-request.yml"} <= names


def test_it_has_the_command_line_that_it_was_made_by(tmp_path: Path) -> None:
    init(tmp_path)
    (line,) = [
        line
        for line in (tmp_path / "requirements.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert line.startswith("answertree[test]==")
    assert "{" not in line


@pytest.mark.parametrize("name", ["README.md", "content/guide.yml"])
def test_nothing_is_written_over(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(InitError, match="already exists"):
        init(tmp_path)
    assert sorted(tmp_path.rglob("*")) == before
    assert file.read_text() == "mine"


def test_the_command_says_what_it_did_and_refuses_to_do_it_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "guide")
    assert main(["init", folder]) == 0
    assert "README.md" in capsys.readouterr().out
    assert main(["init", folder]) == 2
    assert "already exists" in capsys.readouterr().err
