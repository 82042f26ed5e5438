"""A guide on anything else passes what is held of this one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, build_site

TINY = Path(__file__).parent / "tiny"
OTHER = Path(__file__).parent / "guides" / "ausgesperrt"  # another subject, in another language
LIMIT = 600  # seconds; it takes half a minute: this only ends what hangs

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


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide of two pages and two outcomes, with its site."""
    folder = with_settings(tmp_path_factory.mktemp("tiny"))
    build_site(folder, folder / "site")
    return folder


def with_settings(folder: Path) -> Path:
    """The tiny guide in a folder of its own."""
    shutil.copytree(TINY, folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LIMIT,
    )


def test_a_guide_of_two_pages_and_two_outcomes_passes(tiny: Path) -> None:
    done = run("generator", "test", tiny / "site", "--content", tiny / "content")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("All is well.\n")


def test_a_guide_in_another_language_passes(tmp_path: Path) -> None:
    site = build_site(OTHER, tmp_path / "site")
    done = run("generator", "test", site, "--content", OTHER / "content")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_guide_that_asks_nothing_is_whole_and_builds(tmp_path: Path) -> None:
    guide = with_settings(tmp_path)
    (guide / "content" / "scenarios" / "wallet.yml").write_text(WITHOUT_QUESTIONS)
    checked = run("generator", "check", guide / "content")
    assert checked.returncode == 0, checked.stdout
    site = build_site(guide, guide / "site")
    decide = (site / "decide" / "index.html").read_text("utf-8")
    assert decide.count('data-step="outcome"') == 2
    assert 'data-step="question"' not in decide
