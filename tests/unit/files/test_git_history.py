"""Content as it was before a change, taken from git."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from answertree.files.git_history import HistoryError, content_before, snapshots, state


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


def git(folder: Path, *arguments: str, date: str = "") -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    when = {"GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z"} if date else {}
    environment = {**os.environ, **when}
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, env=environment)


def test_the_folder_is_as_it_was_and_gone_afterwards(repository: Path) -> None:
    with content_before("main", repository) as folder:
        assert folder
        assert (folder / "guide.yml").read_text() == "title: Old\n"
    assert not folder.exists()
    assert (repository / "guide.yml").read_text() == "title: New\n"


def test_before_there_was_a_folder_there_is_none(repository: Path) -> None:
    with content_before("main~1", repository) as folder:
        assert folder is None


def test_what_was_beside_a_folder_that_was_not_there_yet_is_no_content(repository: Path) -> None:
    (repository.parent / "other").mkdir()
    (repository.parent / "other" / "new.yml").write_text("title: New\n")
    git(repository, "add", "../other")
    with content_before("main", repository.parent / "other") as folder:
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


def commit_on(repository: Path, date: str, title: str) -> None:
    (repository / "guide.yml").write_text(f"title: {title}\n")
    git(repository, "commit", "-q", "-a", "-m", title, date=date)


def test_a_snapshot_is_the_folder_at_the_end_of_a_day_in_utc(repository: Path) -> None:
    (repository / "faq").mkdir()
    (repository / "faq" / "a.yml").write_bytes(b"caf\xc3\xa9\n\n")
    (repository.parent / "other.yml").write_text("not of the content")
    git(repository, "add", "..")
    commit_on(repository, "2030-01-01T08:00:00Z", "Morning")
    commit_on(repository, "2030-01-01T23:30:00-02:00", "Next day in UTC")
    commit_on(repository, "2030-01-02T20:00:00Z", "Evening")
    git(repository, "commit", "-q", "--allow-empty", "-m", "x", date="2030-01-03T08:00:00Z")
    *_, first, second = snapshots(repository, 10)
    assert first.time.isoformat() == "2030-01-01T08:00:00+00:00"
    assert first.files == {"guide.yml": b"title: Morning\n", "faq/a.yml": b"caf\xc3\xa9\n\n"}
    assert second.time.isoformat() == "2030-01-02T20:00:00+00:00"
    assert second.files["guide.yml"] == b"title: Evening\n"
    assert [each.time for each in snapshots(repository, 1)] == [second.time]


def test_what_was_merged_counts_on_the_day_of_the_merge(repository: Path) -> None:
    commit_on(repository, "2030-01-01T08:00:00Z", "Main")
    git(repository, "checkout", "-q", "-b", "mine")
    commit_on(repository, "2030-01-02T08:00:00Z", "Mine")
    git(repository, "checkout", "-q", "main")
    git(repository, "merge", "-q", "--no-ff", "-m", "x", "mine", date="2030-01-05T08:00:00Z")
    days = [each.time.day for each in snapshots(repository, 2)]
    assert days == [1, 5]


def test_a_shallow_clone_has_the_snapshots_that_it_has(repository: Path, tmp_path: Path) -> None:
    for day in (1, 2, 3):
        commit_on(repository, f"2030-01-0{day}T08:00:00Z", f"Day {day}")
    shallow = tmp_path / "shallow"
    source = f"file://{tmp_path}"
    subprocess.run(["git", "clone", "-q", "--depth=2", source, str(shallow)], check=True)
    found = snapshots(shallow / "guide" / "content", 10)
    assert [each.files["guide.yml"] for each in found] == [b"title: Day 2\n", b"title: Day 3\n"]


def test_a_folder_that_is_the_whole_repository_has_snapshots(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "guide.yml").write_text("title: A\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "x")
    assert [each.files for each in snapshots(tmp_path, 3)] == [{"guide.yml": b"title: A\n"}]


def test_a_folder_without_history_has_no_snapshots(tmp_path: Path) -> None:
    with pytest.raises(HistoryError):
        snapshots(tmp_path, 3)
    git(tmp_path, "init", "-q")
    with pytest.raises(HistoryError):
        snapshots(tmp_path, 3)


def test_a_folder_called_like_a_branch_has_snapshots(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "content")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "guide.yml").write_text("title: A\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "x")
    found = snapshots(tmp_path / "content", 3)
    assert [each.files for each in found] == [{"guide.yml": b"title: A\n"}]
    with content_before("HEAD", tmp_path / "content") as folder:
        assert folder


def test_another_commit_or_a_longer_history_is_another_state(
    repository: Path, tmp_path: Path
) -> None:
    before = state(repository)
    assert state(repository) == before
    commit(repository, "Other")
    other = state(repository)
    assert other != before
    git(repository, "commit", "-q", "--amend", "-m", "another in its place")
    whole = state(repository)
    assert whole != other
    shallow = tmp_path / "shallow"
    source = f"file://{tmp_path}"
    subprocess.run(["git", "clone", "-q", "--depth=1", source, str(shallow)], check=True)
    assert state(shallow) != whole
    git(shallow, "fetch", "-q", "--unshallow")
    assert state(shallow) == whole


def test_without_a_history_there_is_no_state(tmp_path: Path) -> None:
    with pytest.raises(HistoryError):
        state(tmp_path)
