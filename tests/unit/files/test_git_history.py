"""Content as it was, taken from git."""

import subprocess
from pathlib import Path

import pytest
from answertree.files.git_history import HistoryError, content_at


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    content = tmp_path / "guide" / "content"
    content.mkdir(parents=True)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "empty")
    (content / "guide.yml").write_text("title: Old\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "old")
    (content / "guide.yml").write_text("title: New\n")
    return content


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True)


def test_the_folder_is_as_it_was_and_gone_afterwards(repository: Path) -> None:
    with content_at("main", repository) as folder:
        assert folder
        assert (folder / "guide.yml").read_text() == "title: Old\n"
    assert not folder.exists()
    assert (repository / "guide.yml").read_text() == "title: New\n"


def test_before_there_was_a_folder_there_is_none(repository: Path) -> None:
    with content_at("main~1", repository) as folder:
        assert folder is None


@pytest.mark.parametrize("revision", ["nowhere", "--help", "main:guide", ""])
def test_an_unknown_revision_is_told(repository: Path, revision: str) -> None:
    with pytest.raises(HistoryError), content_at(revision, repository):
        pass


def test_a_folder_in_no_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(HistoryError), content_at("main", tmp_path):
        pass
