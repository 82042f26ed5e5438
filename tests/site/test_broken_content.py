"""`make site` on broken content says what is wrong, and leaves the last good site alone."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

LIMIT = 300  # seconds; a build takes a few: this only ends what hangs


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the repository that shares the environment of this one."""
    for name in ("content", "site_overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("Makefile", "mkdocs.yml", "pyproject.toml", "requirements.txt"):
        shutil.copy2(ROOT / name, tmp_path)  # with its date: nothing is to be installed anew
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    return tmp_path


def make(folder: Path, target: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["make", target], cwd=folder, capture_output=True, text=True, timeout=LIMIT, env=os.environ
    )


def test_a_failed_build_leaves_the_last_good_site(copy: Path) -> None:
    assert make(copy, "site").returncode == 0
    good = {path: path.read_bytes() for path in (copy / "site").rglob("*") if path.is_file()}
    assert len(good) > 20

    path = copy / "content" / "scenarios" / "voicemail.yml"
    path.write_text(path.read_text().replace("go: leave-message", "go: leave-mesage", 1))
    failed = make(copy, "site")
    assert failed.returncode != 0
    told = failed.stdout + failed.stderr
    assert "error[unknown-step]: there is no step `leave-mesage`" in told
    assert "did you mean `leave-message`?" in told
    assert "Traceback" not in told
    now = {path: path.read_bytes() for path in (copy / "site").rglob("*") if path.is_file()}
    assert now == good


def test_make_check_says_the_same_without_a_site(copy: Path) -> None:
    (copy / "content" / "guide.yml").write_text("title: [a\n")
    failed = make(copy, "check")
    assert failed.returncode != 0
    assert "content/guide.yml:1:8: error[yaml]" in failed.stdout
    assert not (copy / "site").exists()
