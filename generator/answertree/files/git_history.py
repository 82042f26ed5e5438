"""Content as it was at some point of the history, taken from git."""

import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory


class HistoryError(Exception):
    """Git knows no such revision, or the folder is in no repository; says so in plain words."""


@contextmanager
def content_at(revision: str, folder: Path) -> Iterator[Path | None]:
    """The content folder as it was at a git revision, in a place that is gone afterwards.

    Gives None when the revision had no such folder. Raises HistoryError.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().strip())
    commit = (
        _git(
            folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
        .decode()
        .strip()
    )
    inside = folder.resolve().relative_to(top.resolve()).as_posix()
    if not _git(top, "ls-tree", commit, "--", inside):
        yield None
        return
    with TemporaryDirectory() as temporary:
        archive = _git(top, "archive", "--format=zip", commit, "--", inside)
        with zipfile.ZipFile(BytesIO(archive)) as packed:
            packed.extractall(temporary)
        yield Path(temporary) / inside


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True)
    except FileNotFoundError:
        raise HistoryError("git is not installed") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise HistoryError(
            said or f"git knows no revision {arguments[-1].removesuffix('^{commit}')}"
        )
    return done.stdout
