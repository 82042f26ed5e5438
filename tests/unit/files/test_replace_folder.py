"""A folder is replaced in one step: at any moment the old one or the new one is there, whole."""

import ctypes
import errno
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from answertree.files import replace_folder as module
from answertree.files.replace_folder import ABANDONED, new_folder, replace_folder


def made(target: Path, name: str) -> Path:
    folder = new_folder(target)
    for file in ("a", "b"):
        (folder / file).write_text(name)
    return folder


def names(target: Path) -> set[str]:
    """What the files of a folder say."""
    return {(target / file).read_text() for file in ("a", "b")}


def replaced(target: Path, times: int) -> None:
    for number in range(times):
        replace_folder(target, made(target, str(number)))


@pytest.fixture(params=["exchanged", "renamed twice"])
def target(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "renamed twice":
        monkeypatch.setattr(module, "_exchange", module._rename_twice)
    return tmp_path / "site"


def test_the_new_one_takes_the_place_and_nothing_else_is_left(target: Path) -> None:
    for name in ("first", "second"):
        replace_folder(target, made(target, name))
        assert names(target) == {name}
        assert os.listdir(target.parent) == ["site"]


def test_hidden_files_stay(target: Path) -> None:
    replace_folder(target, made(target, "first"))
    (target / ".git").mkdir()
    (target / ".git" / "HEAD").write_text("ref")
    (target / ".nojekyll").write_text("")
    (target / ".git" / "link").symlink_to("nowhere")
    replace_folder(target, made(target, "second"))
    assert (target / ".git" / "link").readlink() == Path("nowhere")
    assert (target / ".git" / "HEAD").read_text() == "ref"
    assert (target / ".nojekyll").is_file()


def test_a_folder_in_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    target = tmp_path / "public" / "site"
    replace_folder(target, made(target, "first"))
    assert names(target) == {"first"}


def test_many_at_once_leave_one_whole_folder(target: Path) -> None:
    folders = [made(target, str(number)) for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda folder: replace_folder(target, folder), folders))
    assert len(names(target)) == 1
    assert os.listdir(target.parent) == ["site"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges folders in one step")
def test_there_is_no_moment_without_it(tmp_path: Path) -> None:
    target = tmp_path / "site"
    replace_folder(target, made(target, "0"))
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(replaced, target, 200)
        looks = 0
        while not done.done():
            assert target.is_dir()
            looks += 1
        done.result()
    assert looks > 100


@dataclass
class System:
    """A C library whose `renameat2` refuses with an error, or does what it is asked to."""

    refusal: int = 0
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def library(self, name: None, use_errno: bool = False) -> "System":
        assert use_errno
        return self

    def renameat2(self, *arguments: object) -> int:
        self.asked.append(arguments)
        if self.refusal:
            ctypes.set_errno(self.refusal)
            return -1
        _, new, _, target, _ = arguments
        assert isinstance(new, bytes)
        assert isinstance(target, bytes)
        aside = target + b"-aside"
        for source, to in ((target, aside), (new, target), (aside, new)):
            os.rename(source, to)
        return 0


def test_a_system_that_can_is_asked_to_exchange_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system, target = System(), tmp_path / "site"
    replace_folder(target, made(target, "first"))
    monkeypatch.setattr("ctypes.CDLL", system.library)
    monkeypatch.setattr(sys, "platform", "linux")
    new = made(target, "second")
    replace_folder(target, new)
    at_folder, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE of Linux
    assert system.asked == [(at_folder, os.fsencode(new), at_folder, os.fsencode(target), exchange)]
    assert names(target) == {"second"}


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS, errno.EACCES])
def test_only_where_the_file_system_cannot_exchange_it_is_renamed_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    target = tmp_path / "site"
    replace_folder(target, made(target, "first"))
    monkeypatch.setattr("ctypes.CDLL", System(code).library)
    monkeypatch.setattr(sys, "platform", "linux")
    new = made(target, "second")
    if code == errno.EACCES:
        with pytest.raises(PermissionError) as error:
            replace_folder(target, new)
        assert error.value.filename == str(target)
        assert names(target) == {"first"}
    else:
        replace_folder(target, new)
        assert names(target) == {"second"}


def test_a_system_that_cannot_exchange_renames_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda *_, **__: object())
    target = tmp_path / "site"
    for name in ("first", "second"):
        replace_folder(target, made(target, name))
        assert names(target) == {name}


def test_a_refusal_leaves_it_as_it_was(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_folder(target, made(target, "first"))
    new = made(target, "second")

    def refuse(*_: object) -> None:
        raise OSError(errno.EBUSY, "busy")

    monkeypatch.setattr(module, "_exchange", refuse)
    with pytest.raises(OSError, match="busy"):
        replace_folder(target, new)
    assert names(target) == {"first"}


def test_the_old_one_comes_back_when_the_new_one_cannot_come_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    replace_folder(target, made(target, "first"))
    new = made(target, "second")
    monkeypatch.setattr(module, "_exchange", module._rename_twice)
    rename = Path.rename

    def refuse(self: Path, to: Path) -> Path:
        if self == new:
            raise OSError(errno.EACCES, "refused")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="refused"):
        replace_folder(target, new)
    assert names(target) == {"first"}


def test_what_a_killed_process_left_is_removed_and_what_is_being_made_is_not(
    tmp_path: Path,
) -> None:
    left, making = new_folder(tmp_path / "site"), new_folder(tmp_path / "site")
    other = tmp_path / ".other-new-1"
    other.mkdir()
    long_ago = time.time() - ABANDONED - 1
    for folder in (left, other):
        os.utime(folder, (long_ago, long_ago))
    new_folder(tmp_path / "site")
    assert not left.exists()
    assert making.is_dir()
    assert other.is_dir()
