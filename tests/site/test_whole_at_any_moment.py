"""Whatever happens to a build, a whole site is there: the last one or the new one.

`KILLS` and `DOUBLES` in the environment ask for more than the few that every run tries.
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import EDIT_URI, ROOT, build_site
from tests.site.test_reproducible import hashes

KILLS = int(os.environ.get("KILLS", "4"))
DOUBLES = int(os.environ.get("DOUBLES", "1"))
LIMIT = 300  # seconds: this only ends what hangs

Build = subprocess.Popen[str]


def started(site: Path, name: str, limit: int | None = None) -> Build:
    """A build of the real content; `name` is in every page, and `limit` bytes are the most a file
    may have."""
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)],
        cwd=ROOT,
        env={**os.environ, "SITE_URL": f"https://{name}.example/", "EDIT_URI": EDIT_URI},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=(lambda: _limited(limit)) if limit else None,
    )


def _limited(limit: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # then the system refuses, as a full disk does
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The two sites that are built."""
    folder = tmp_path_factory.mktemp("whole")
    return [build_site(ROOT, folder / name, f"https://{name}.example/") for name in ("a", "b")]


@pytest.fixture(scope="module")
def wholes(built: list[Path]) -> list[dict[str, str]]:
    """Their files, as hashes."""
    return [hashes(site) for site in built]


@pytest.fixture
def site(tmp_path: Path, built: list[Path]) -> Path:
    """A copy of the first, which further builds replace."""
    return shutil.copytree(built[0], tmp_path / "site")


def test_a_build_that_is_killed_leaves_a_whole_site(
    site: Path, wholes: list[dict[str, str]]
) -> None:
    start = time.monotonic()
    started(site, "b").communicate(timeout=LIMIT)
    takes = time.monotonic() - start
    chance = random.Random(1)
    for number in range(KILLS):
        build = started(site, "ab"[number % 2])
        time.sleep(chance.uniform(0, takes * 1.1))
        os.killpg(build.pid, signal.SIGKILL)
        build.communicate(timeout=LIMIT)
        assert hashes(site) in wholes, number


def test_two_builds_at_once_leave_a_whole_site(site: Path, wholes: list[dict[str, str]]) -> None:
    for number in range(DOUBLES):
        builds = [started(site, name) for name in "ab"]
        said = [build.communicate(timeout=LIMIT)[0] for build in builds]
        assert [build.returncode for build in builds] == [0, 0], said
        assert hashes(site) in wholes, number
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_disk_that_refuses_ends_in_a_sentence_and_leaves_the_site(
    site: Path, wholes: list[dict[str, str]]
) -> None:
    build = started(site, "b", limit=50_000)
    said, _ = build.communicate(timeout=LIMIT)
    assert build.returncode == 1
    assert "the site cannot be written: file too large" in said
    assert "Traceback" not in said
    assert hashes(site) == wholes[0]
    assert [path.name for path in site.parent.iterdir()] == ["site"]
