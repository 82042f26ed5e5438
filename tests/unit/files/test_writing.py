"""Files are written all together, or not at all."""

from pathlib import Path

import pytest
from answertree.files.writing import WriteError, reason, write_all

FILES = {"a.md": b"new a", "b.md": b"new b", "c.md": b"new c"}


def test_all_is_written_and_what_else_is_there_stays(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "down"
    folder.mkdir(parents=True)
    (folder / "a.md").write_bytes(b"old a")
    (folder / "mine.md").write_bytes(b"mine")
    write_all(folder, FILES)
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert found == {**FILES, "mine.md": b"mine"}


def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    write_all(tmp_path / "deep" / "down", FILES)
    found = {path.name: path.read_bytes() for path in (tmp_path / "deep" / "down").iterdir()}
    assert found == FILES


def test_a_folder_in_the_way_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old a")
    (tmp_path / "c.md").mkdir()
    with pytest.raises(WriteError, match=r"there is a folder c\.md"):
        write_all(tmp_path, FILES)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "c.md"]
    assert (tmp_path / "a.md").read_bytes() == b"old a"


def test_so_does_a_disk_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_bytes(b"old a")
    write = Path.write_bytes

    def fill_up(self: Path, data: bytes) -> int:
        if self.name == "b.md":
            raise OSError(28, "No space left on device")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    with pytest.raises(WriteError, match=r"cannot write to .*: no space left on device"):
        write_all(tmp_path, FILES)
    monkeypatch.undo()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.md", b"old a")]


@pytest.mark.parametrize("folder", ["file", "file/below", "/proc/nothing", "/proc", "x" * 300])
def test_where_nothing_can_be_written_that_is_said(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(WriteError, match="cannot write to "):
        write_all(tmp_path / folder, FILES)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_reason_is_said_in_the_middle_of_a_sentence() -> None:
    assert reason(PermissionError(13, "Permission denied")) == "permission denied"
    assert reason(OSError("Odd")) == "odd"
