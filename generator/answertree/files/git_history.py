"""Content as it was before a change, taken from git's history."""

import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from answertree.files.refusal import Refusal


class HistoryError(Refusal):
    """Git cannot give what is asked for; says why in plain words."""


@contextmanager
def content_before(revision: str, folder: Path) -> Iterator[Path | None]:
    """The content folder as it was where HEAD parted from a revision (their merge base).

    What was committed to the revision since then is no part of the change. Gives a temporary
    folder, or None when there was no content folder yet. Raises HistoryError.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel"))
    commit = _merge_base(folder, revision)
    inside = folder.resolve().relative_to(top.resolve()).as_posix()
    if not _git(top, "ls-tree", commit, "--", inside):
        yield None
        return
    with TemporaryDirectory() as temporary:
        archive = _run(top, "archive", "--format=zip", commit, "--", inside).stdout
        with zipfile.ZipFile(BytesIO(archive)) as packed:
            packed.extractall(temporary)
        yield Path(temporary) / inside


def _merge_base(folder: Path, revision: str) -> str:
    name = f"{revision}^{{commit}}"
    found = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if found.returncode:
        raise HistoryError(f"git does not know the revision `{revision}`")
    base = _run(folder, "merge-base", found.stdout.decode().strip(), "HEAD")
    if base.returncode:
        raise HistoryError(
            f"`{revision}` and HEAD have no commit in common; "
            "if this clone is shallow, run `git fetch --unshallow` first"
        )
    return base.stdout.decode().strip()


def _git(folder: Path, *arguments: str) -> str:
    done = _run(folder, *arguments)
    if done.returncode:
        raise HistoryError(done.stderr.decode(errors="replace").strip())
    return done.stdout.decode().strip()


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True)
    except FileNotFoundError:
        raise HistoryError("git is not installed") from None
