"""What is kept from one run to the next, and what is not believed."""

from pathlib import Path

import pytest
from answertree.files.build_cache import NO_CACHE, BuildCache, cache_of


def cache(folder: Path, version: str = "1", secret: bytes = b"secret") -> BuildCache:
    return BuildCache(folder, version, secret)


def test_a_result_is_found_by_its_name_and_key(tmp_path: Path) -> None:
    cache(tmp_path).write("card", "key", b"drawn")
    assert cache(tmp_path).read("card", "key") == b"drawn"
    assert cache(tmp_path).read("card", "other key") is None
    assert cache(tmp_path).read("sheet", "key") is None


def test_only_the_last_result_of_a_name_is_kept(tmp_path: Path) -> None:
    for key in ("first", "second"):
        cache(tmp_path).write("card", key, key.encode())
    assert cache(tmp_path).read("card", "first") is None
    assert cache(tmp_path).read("card", "second") == b"second"
    assert len(list(tmp_path.iterdir())) == 1


def test_what_is_kept_is_not_worked_out_again(tmp_path: Path) -> None:
    def never() -> bytes:
        raise AssertionError

    assert cache(tmp_path).kept("card", "key", lambda: b"drawn") == b"drawn"
    assert cache(tmp_path).kept("card", "key", never) == b"drawn"
    assert cache(tmp_path).kept("card", "other key", lambda: b"anew") == b"anew"


def test_other_code_does_not_believe_it(tmp_path: Path) -> None:
    cache(tmp_path).write("card", "key", b"drawn")
    assert cache(tmp_path, version="2").read("card", "key") is None


def test_what_somebody_else_kept_is_not_believed(tmp_path: Path) -> None:
    cache(tmp_path, secret=b"theirs").write("check", "key", b"whole")
    assert cache(tmp_path).read("check", "key") is None


@pytest.mark.parametrize("at", [0, 31, 32, -1])
def test_what_was_damaged_is_not_believed(tmp_path: Path, at: int) -> None:
    cache(tmp_path).write("card", "key", b"drawn")
    [file] = tmp_path.iterdir()
    damaged = bytearray(file.read_bytes())
    damaged[at] ^= 1
    file.write_bytes(bytes(damaged))
    assert cache(tmp_path).read("card", "key") is None
    file.write_bytes(bytes(damaged)[:20])
    assert cache(tmp_path).read("card", "key") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.touch()
    assert cache(folder).kept("card", "key", lambda: b"drawn") == b"drawn"
    assert cache(folder).read("card", "key") is None
    (tmp_path / "full").mkdir()
    found = cache(tmp_path / "full")
    found._file("card").mkdir()  # a folder in its place
    found.write("card", "key", b"drawn")
    assert [path.is_dir() for path in (tmp_path / "full").iterdir()] == [True]


def test_no_cache_keeps_nothing() -> None:
    NO_CACHE.write("card", "key", b"drawn")
    assert NO_CACHE.read("card", "key") is None


def test_a_guide_has_its_cache_below_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    (tmp_path / "mkdocs.yml").touch()
    cache_of(tmp_path / "content").write("card", "key", b"drawn")
    assert cache_of(tmp_path / "content").read("card", "key") == b"drawn"
    assert len(list((tmp_path / ".build" / "cache").iterdir())) == 1
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "somebody else's"))
    assert cache_of(tmp_path / "content").read("card", "key") is None


def test_content_alone_has_no_cache(tmp_path: Path) -> None:
    cache_of(tmp_path / "content").write("card", "key", b"drawn")
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_of_ones_own_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "own").touch()  # no folder can be made here
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    assert cache_of(tmp_path / "content") is NO_CACHE
