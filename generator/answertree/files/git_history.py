"""Content as it was before a change, taken from git's history."""

import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from answertree.files.refusal import Refusal


class HistoryError(Refusal):
    """Git cannot give what is asked for; says why in plain words."""


@dataclass(frozen=True)
class Snapshot:
    """A folder as it was after its last change of a day, by path; times are in UTC."""

    time: datetime
    files: dict[str, bytes]


def state(folder: Path) -> str:
    """What stands for the history that can be looked at here. Raises HistoryError without any."""
    return f"{_git(folder, 'rev-parse', 'HEAD')} {_git(folder, 'rev-list', '--count', 'HEAD')}"


def snapshots(folder: Path, count: int) -> list[Snapshot]:
    """A folder at the end of each of the last days on which it changed, the oldest first.

    `count` is the most that are given; there are fewer where history is short or a clone shallow.
    What was merged counts on the day of the merge. Raises HistoryError where there is no history.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel"))
    inside = folder.resolve().relative_to(top.resolve()).as_posix()
    log = _git(top, "log", "--no-show-signature", "--first-parent", "--format=%H %ct", "--", inside)
    last: dict[str, tuple[str, datetime]] = {}
    for commit, seconds in (line.split() for line in log.splitlines()):
        time = datetime.fromtimestamp(int(seconds), UTC)
        last.setdefault(time.date().isoformat(), (commit, time))
    newest = list(last.values())[:count]
    return [Snapshot(time, _files(top, commit, inside)) for commit, time in reversed(newest)]


def _files(top: Path, commit: str, inside: str) -> dict[str, bytes]:
    """Every file below a folder as a commit has it, by its path in that folder."""
    listed = _git(top, "ls-tree", "-r", "-z", f"{commit}:{inside}" if inside != "." else commit)
    found = [line.split("\t", 1) for line in listed.split("\0") if line.startswith("100")]
    names = {path: about.split()[2] for about, path in found}
    wanted = "".join(f"{name}\n" for name in names.values()).encode()
    read = _run(top, "cat-file", "--batch", given=wanted).stdout
    files: dict[str, bytes] = {}
    start = 0
    for path in names:
        end = read.index(b"\n", start)
        size = int(read[start:end].split()[2])
        files[path] = read[end + 1 : end + 1 + size]
        start = end + size + 2
    return files


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


def _run(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        command = ["git", "-C", str(folder), *arguments]
        return subprocess.run(command, capture_output=True, input=given)
    except FileNotFoundError:
        raise HistoryError("git is not installed") from None
