"""The guide in `content/`: where it is, copies of it, and its site."""

import fcntl
import json
import multiprocessing
import os
import shutil
from collections.abc import Callable
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import mkdocs.__main__
import pytest

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
LIBRARY = ROOT / "tests" / "library"
SITE_URL = "https://example.org/guide/"
EDIT_URI = "https://git.example.org/owner/guide/edit/main/content/"


def copy_guide(folder: Path) -> Path:
    """A copy of the guide for a test to change; gives its content folder."""
    shutil.copytree(CONTENT, folder / CONTENT.name, copy_function=shutil.copyfile)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder / CONTENT.name


def write_yaml(file: Path, data: dict[str, Any]) -> None:
    """Write a content file anew, as JSON: that is YAML in which every text stays a text."""
    file.write_text(json.dumps(data), encoding="utf-8")


Start = ForkServerContext | SpawnContext  # how the process of a build is started
# Half of what a build of a small guide takes is importing: a process that has done so is forked.
multiprocessing.set_forkserver_preload(
    ["mkdocs.__main__", "mkdocs.commands.build", "answertree.plugin"]
)
FORKED, ANEW = multiprocessing.get_context("forkserver"), multiprocessing.get_context("spawn")
LIMIT = 300  # seconds; it takes some: this only ends what hangs


def build_site(
    root: Path,
    folder: Path,
    site_url: str = SITE_URL,
    prepare: Callable[[], None] | None = None,
    start: Start = FORKED,
) -> Path:
    """Build the guide whose mkdocs.yml is in `root` into `folder`, as `mkdocs build` does.

    The process that builds calls `prepare` before. `ANEW` starts one with an interpreter
    of its own, which hashes in another order.
    """
    settings = {"SITE_URL": site_url, "EDIT_URI": EDIT_URI, "NO_MKDOCS_2_WARNING": "1"}
    with NamedTemporaryFile("r", encoding="utf-8") as log:
        given = (root, folder, {**os.environ, **settings}, prepare, log.name)
        builder = start.Process(target=_mkdocs, args=given)
        builder.start()
        builder.join(LIMIT)
        builder.kill()  # unless it has ended
        assert builder.exitcode == 0, log.read()
    return folder


def shared_site(
    temporary: pytest.TempPathFactory, name: str, build: Callable[[Path], object]
) -> Path:
    """The site that `build` puts into the folder `site` of a folder that it is given.

    Of the processes that run tests side by side the first to come builds it, for all of them.
    """
    root = temporary.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent  # of the folders of all processes
    folder, whole = root / f"shared-{name}", root / f"shared-{name}.whole"
    with (root / f"shared-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)  # what a build that failed has left
            folder.mkdir()
            build(folder)
            whole.touch()
    return folder / "site"


def _mkdocs(
    root: Path,
    folder: Path,
    environ: dict[str, str],
    prepare: Callable[[], None] | None,
    log: str,
) -> None:
    with open(log, "w") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    os.chdir(root)
    os.environ.clear()
    os.environ.update(environ)
    if prepare:
        prepare()
    mkdocs.__main__.cli(["build", "--strict", "--site-dir", str(folder)], prog_name="mkdocs")
