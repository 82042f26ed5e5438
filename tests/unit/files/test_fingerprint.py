"""What stands for a folder changes with whatever changes in it, and with nothing else."""

import os
import sys
from pathlib import Path

import pytest
from answertree.files import fingerprint as module
from answertree.files.fingerprint import (
    MOST_OF_A_FILE,
    code_fingerprint,
    fingerprint,
    folder_fingerprint,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.yml").write_text("title: One")
    (tmp_path / "guide.yml").write_text("title: A guide")
    return tmp_path


def edit(folder: Path) -> None:
    (folder / "guide.yml").write_text("title: B guide")


def rename(folder: Path) -> None:
    (folder / "pages" / "one.yml").rename(folder / "pages" / "two.yml")


def add(folder: Path) -> None:
    (folder / ".hidden").touch()


def remove(folder: Path) -> None:
    (folder / "guide.yml").unlink()


def link(folder: Path) -> None:
    (folder / "linked").symlink_to(folder / "pages")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")


def swap(folder: Path) -> None:
    (folder / "pages" / "one.yml").write_text("title: A guide")
    (folder / "guide.yml").write_text("title: One")


def grow(folder: Path) -> None:
    with (folder / "guide.yml").open("wb") as file:
        file.truncate(MOST_OF_A_FILE + 1)


@pytest.mark.parametrize("change", [edit, rename, add, remove, link, pipe, swap, grow])
def test_a_change_shows(folder: Path, change: object) -> None:
    before = folder_fingerprint(folder)
    change(folder)  # type: ignore[operator]
    assert folder_fingerprint(folder) != before


def test_the_same_files_are_the_same_whenever_they_were_written(folder: Path) -> None:
    before = folder_fingerprint(folder)
    os.utime(folder / "guide.yml", (1, 1))
    edit(folder)
    (folder / "guide.yml").write_text("title: A guide")
    assert folder_fingerprint(folder) == before


def test_where_one_part_ends_matters() -> None:
    assert fingerprint(["ab", "c"]) != fingerprint(["a", "bc"])
    assert fingerprint(["a", b"b"]) == fingerprint([b"a", "b"])


def test_nothing_stands_for_a_folder_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert folder_fingerprint(tmp_path / "missing") == ""
    assert folder_fingerprint(tmp_path / "file") == ""


def test_another_package_is_other_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = code_fingerprint()
    assert code_fingerprint() == before
    monkeypatch.syspath_prepend(tmp_path)
    assert code_fingerprint() == before
    (tmp_path / "other-1.0.dist-info").mkdir()
    assert code_fingerprint() != before


def test_a_change_of_the_package_is_other_code(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PACKAGE", str(folder))
    before = code_fingerprint()
    (folder / "pages" / "one.pyc").touch()
    assert code_fingerprint() == before
    found = os.stat(folder / "guide.yml")
    edit(folder)  # which leaves the size as it is
    os.utime(folder / "guide.yml", ns=(found.st_atime_ns, found.st_mtime_ns + 1))
    edited = code_fingerprint()
    assert edited != before
    (folder / "guide.yml").write_text("longer than it was")
    os.utime(folder / "guide.yml", ns=(found.st_atime_ns, found.st_mtime_ns + 1))
    longer = code_fingerprint()
    assert longer != edited
    rename(folder)
    assert code_fingerprint() != longer


def test_another_python_is_other_code(monkeypatch: pytest.MonkeyPatch) -> None:
    before = code_fingerprint()
    monkeypatch.setattr(sys, "version", "4.0")
    assert code_fingerprint() != before
