"""The same content gives the same site, byte by byte, whenever and wherever it is built."""

import hashlib
from pathlib import Path

import pytest

from tests.conftest import build_site, copy_guide


def hashes(folder: Path) -> dict[str, str]:
    """A hash for each file."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_two_builds_are_the_same(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Another folder, another day, another order of everything that is hashed while building.
    copy_guide(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    again = build_site(tmp_path, tmp_path / "site")
    assert hashes(again) == hashes(site)
