"""`make site` on broken content says what is wrong, and leaves the last good site alone."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from answertree.testing.content import read_yaml

from tests.conftest import ROOT, copy_guide, write_yaml

LIMIT = 300  # seconds; a build takes a few: this only ends what hangs


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the repository that shares the generator and the environment of this one."""
    copy_guide(tmp_path)
    for name in ("Makefile", "pyproject.toml", "requirements.txt"):
        shutil.copy2(ROOT / name, tmp_path)  # with its date: nothing is to be installed anew
    for name in ("generator", ".venv"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def make(folder: Path, target: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["make", target], cwd=folder, capture_output=True, text=True, timeout=LIMIT, env=os.environ
    )


def test_a_failed_build_leaves_the_last_good_site(copy: Path) -> None:
    assert make(copy, "site").returncode == 0
    good = {path: path.read_bytes() for path in (copy / "site").rglob("*") if path.is_file()}
    assert copy / "site" / "decide" / "index.html" in good

    path = next((copy / "content" / "scenarios").glob("*.yml"))
    write_yaml(path, read_yaml(path) | {"start": "no-such-step"})
    failed = make(copy, "site")
    assert failed.returncode != 0
    output = failed.stdout + failed.stderr
    assert "error[unknown-step]: there is no step `no-such-step`" in output
    assert "Traceback" not in output
    now = {path: path.read_bytes() for path in (copy / "site").rglob("*") if path.is_file()}
    assert now == good


def test_make_check_says_the_same_without_a_site(copy: Path) -> None:
    (copy / "content" / "guide.yml").write_text("title: [a\n")
    failed = make(copy, "check")
    assert failed.returncode != 0
    assert "content/guide.yml:1:8: error[yaml]" in failed.stdout
    assert not (copy / "site").exists()
