"""The tests of the site are about the generator: a guide on anything else passes them as well."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

TINY = Path(__file__).parent / "tiny"
SHARED = (".github", ".venv", "generator", "site_overrides", "Makefile", "mkdocs.yml",
          "pyproject.toml", "requirements.txt")  # fmt: skip
LIMIT = 300  # seconds; it takes one minute: this only ends what hangs
# Of the browser tests those that look at the pages; the others look at the scripts.
TESTS = ("tests/site", "tests/browser/test_layout.py", "tests/browser/test_requests.py",
         "tests/browser/test_trail.py", "tests/browser/test_walk.py")  # fmt: skip


def test_a_guide_of_two_pages_and_two_outcomes_passes(tmp_path: Path) -> None:
    for name in SHARED:
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(TINY, tmp_path / "content")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "tests", tmp_path / "tests", ignore=ignored)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=LIMIT,
    )
    assert done.returncode == 0, done.stdout
