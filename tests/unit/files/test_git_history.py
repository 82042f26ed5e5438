"""Content as it was before a change, taken from git."""

import re
import subprocess
from pathlib import Path

import pytest
from answertree.files.git_history import HistoryError, content_before


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
    with content_before("main", repository) as folder:
        assert folder
        assert (folder / "guide.yml").read_text() == "title: Old\n"
    assert not folder.exists()
    assert (repository / "guide.yml").read_text() == "title: New\n"


def test_before_there_was_a_folder_there_is_none(repository: Path) -> None:
    with content_before("main~1", repository) as folder:
        assert folder is None


@pytest.mark.parametrize("revision", ["nowhere", "--help", "main:guide", ""])
def test_an_unknown_revision_is_an_error(repository: Path, revision: str) -> None:
    with (
        pytest.raises(HistoryError, match=re.escape(f"the revision `{revision}`")),
        content_before(revision, repository),
    ):
        pass


def test_a_folder_in_no_repository_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(HistoryError), content_before("main", tmp_path):
        pass


def commit(repository: Path, title: str) -> None:
    (repository / "guide.yml").write_text(f"title: {title}\n")
    git(repository, "commit", "-q", "-a", "-m", title)


def test_what_was_committed_to_the_branch_since_then_does_not_count(repository: Path) -> None:
    git(repository, "stash", "-q")
    git(repository, "checkout", "-q", "-b", "mine")
    commit(repository, "Mine")
    git(repository, "checkout", "-q", "main")
    commit(repository, "Theirs")
    git(repository, "checkout", "-q", "mine")
    with content_before("main", repository) as folder:
        assert folder
        assert (folder / "guide.yml").read_text() == "title: Old\n"


def test_the_first_parent_of_a_merge_counts_as_it_is(repository: Path) -> None:
    git(repository, "stash", "-q")
    git(repository, "checkout", "-q", "-b", "mine")
    git(repository, "commit", "-q", "--allow-empty", "-m", "mine")
    git(repository, "checkout", "-q", "main")
    commit(repository, "Theirs")
    git(repository, "merge", "-q", "--no-ff", "-m", "as GitHub merges", "mine")
    with content_before("HEAD^1", repository) as folder:
        assert folder
        assert (folder / "guide.yml").read_text() == "title: Theirs\n"


def test_without_a_common_commit_it_is_an_error(repository: Path) -> None:
    git(repository, "stash", "-q")
    git(repository, "checkout", "-q", "--orphan", "other")
    git(repository, "commit", "-q", "-m", "other")
    with (
        pytest.raises(HistoryError, match="no commit in common"),
        content_before("main", repository),
    ):
        pass
