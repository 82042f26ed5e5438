"""A guide that was found whole is not checked again until something changes."""

from datetime import date
from pathlib import Path

import pytest
from answertree.checking.whole import Whole, keep_whole, known_whole
from answertree.cli import main
from answertree.files.build_cache import BuildCache
from answertree.files.fingerprint import folder_fingerprint
from answertree.reading import load as loading
from answertree.reading.load import load

from tests.unit.content import copied

REVIEW = {"guide.yml": {"append": "review: {last: 2020-01-31, after-days: 9, say: We keep it.}"}}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    (tmp_path / "mkdocs.yml").touch()
    return copied(tmp_path)


def never(*_: object) -> None:
    raise AssertionError


def test_whole_content_is_not_read_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["check", str(project)]) == 0
    monkeypatch.setattr(loading, "survey", never)
    assert main(["check", str(project)]) == 0


def test_an_edit_is_checked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(project)]) == 0
    file = project / "scenarios" / "kettle.yml"
    before = file.read_text()
    file.write_text(before.replace("go: descale", "go: desacle"))
    assert main(["check", str(project)]) == 1
    assert main(["check", str(project)]) == 1
    assert capsys.readouterr().out.count("error[unknown-step]") == 2
    file.write_text(before)
    assert main(["check", str(project)]) == 0


def test_a_stray_file_is_reported(project: Path) -> None:
    assert main(["check", str(project)]) == 0
    (project / "stray.txt").touch()
    assert main(["check", str(project)]) == 1


def test_the_issue_form_is_looked_at_all_the_same(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(project)]) == 0
    form = project.parent / ".github" / "ISSUE_TEMPLATE" / "suggest-a-question.yml"
    form.parent.mkdir(parents=True)
    form.write_text("body: [{id: topic, attributes: {options: [Nothing, Else]}}]")
    assert main(["check", str(project)]) == 1
    assert "the topics in this form" in capsys.readouterr().out


def test_a_review_that_has_come_due_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    (tmp_path / "mkdocs.yml").touch()
    content = copied(tmp_path, REVIEW)
    for _ in range(2):
        assert main(["check", str(content)]) == 0
        assert "warning[review-due]" in capsys.readouterr().out


@pytest.mark.parametrize(("day", "due"), [("2020-02-09", False), ("2020-02-10", True)])
def test_when_a_review_is_due(day: str, due: bool) -> None:
    assert Whole((), "2020-01-31", 9).is_review_due(date.fromisoformat(day)) == due
    assert not Whole((), "", 0).is_review_due(date.max)


def test_an_edit_while_it_is_checked_is_not_taken_for_what_was_checked(project: Path) -> None:
    cache = BuildCache(project.parent / "cache", "1", b"secret")
    key, loaded = folder_fingerprint(project), load(project)
    (project / "stray.txt").touch()
    keep_whole(cache, key, project, loaded)
    assert known_whole(cache, key) is None
    assert known_whole(cache, folder_fingerprint(project)) is None


def test_no_folder_is_never_whole(tmp_path: Path) -> None:
    assert main(["check", str(tmp_path / "missing")]) == 2
