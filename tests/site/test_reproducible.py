"""The same content gives the same site, byte by byte, whenever and wherever it is built."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ANEW, ROOT, build_site, copy_guide


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
    # Another folder, another day, another order of everything that is hashed while building; but
    # the same history, where there is one: the feed of changes comes from it.
    copy_guide(tmp_path)
    if (ROOT / ".git").exists():
        history = tmp_path / "history"
        clone = ["git", "clone", "-q", "--no-checkout", str(ROOT), str(history)]
        subprocess.run(clone, check=True)
        (history / ".git").rename(tmp_path / ".git")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    again = build_site(tmp_path, tmp_path / "site", start=ANEW)
    assert hashes(again) == hashes(site)
