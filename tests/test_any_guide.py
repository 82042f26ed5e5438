"""The tests of the site are about the generator: a guide on anything else passes them as well."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, build_site

TINY = Path(__file__).parent / "tiny"
SHARED = (".github", ".venv", "generator", "site_overrides", "Makefile", "mkdocs.yml",
          "pyproject.toml", "requirements.txt", "requirements-dev.txt")  # fmt: skip
LIMIT = 1200  # seconds; it takes two minutes: this only ends what hangs
# All tests of the site but those that bring a small guide of their own, and those that look at the
# build, the worker or the server: what the guide says is nothing to them.
ELSEWHERE = (
    "site/test_engines", "site/test_whole_at_any_moment", "browser/offline/test_faults",
    "browser/offline/test_unlucky", "browser/offline/test_versions", "browser/test_coming_back",
    "browser/test_details", "browser/test_folding", "browser/test_install",
    "browser/test_language", "browser/test_live", "browser/test_payloads",
    "browser/test_rehearsal", "browser/test_search", "browser/test_serve", "browser/test_share",
    "browser/test_verdict",
)  # fmt: skip


WITHOUT_QUESTIONS = """\
title: The wallet is gone
start: look
steps:
  look:
    advise: Go back and look there
    next: block
  block:
    advise: Block your cards
"""


def in_place_of_the_guide(folder: Path) -> Path:
    """Put the tiny guide where the whole repository would have its own; gives its content."""
    for name in SHARED:
        (folder / name).symlink_to(ROOT / name)
    return Path(shutil.copytree(TINY, folder / "content"))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=LIMIT,
    )


def test_a_guide_of_two_pages_and_two_outcomes_passes(tmp_path: Path) -> None:
    in_place_of_the_guide(tmp_path)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "tests", tmp_path / "tests", ignore=ignored)
    elsewhere = (f"--ignore=tests/{name}.py" for name in ELSEWHERE)
    done = run(tmp_path, "pytest", "-q", "-p", "no:cacheprovider", "tests/site", "tests/browser",
               *elsewhere)  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_a_guide_that_asks_nothing_is_whole_and_builds(tmp_path: Path) -> None:
    content = in_place_of_the_guide(tmp_path)
    (content / "scenarios" / "wallet.yml").write_text(WITHOUT_QUESTIONS)
    checked = run(tmp_path, "generator", "check")
    assert checked.returncode == 0, checked.stdout
    site = build_site(tmp_path, tmp_path / "site")
    decide = (site / "decide" / "index.html").read_text("utf-8")
    assert decide.count('data-step="outcome"') == 2
    assert 'data-step="question"' not in decide
