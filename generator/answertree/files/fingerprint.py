"""Short texts that stand for files: they are the same as long as nothing in the files changes."""

import hashlib
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
MOST_OF_A_FILE = 1_000_000  # bytes: a larger one is no content


def fingerprint(parts: Iterable[str | bytes]) -> str:
    """What stands for these parts, in this order."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8) + data)
    return found.hexdigest()


def folder_fingerprint(folder: Path) -> str:
    """What stands for all files below a folder: their paths, and what is in them.

    It is "" where there is no such folder. Raises OSError when a file cannot be read.
    """
    if not folder.is_dir():
        return ""
    return fingerprint(part for path in _files(folder) for part in _parts(folder, path))


def code_fingerprint() -> str:
    """What stands for this package, this Python, and all packages that are installed in it."""
    folders = [Path(entry) for entry in sys.path if os.path.isdir(entry)]
    installed = sorted(
        name
        for folder in folders
        for name in os.listdir(folder)
        if name.endswith((".dist-info", ".egg-info"))
    )
    code = (path for path in _files(PACKAGE) if path.suffix != ".pyc")
    parts = (part for path in code for part in _parts(PACKAGE, path))
    return fingerprint([sys.version, *installed, *parts])


def _files(folder: Path) -> list[Path]:
    """Whatever lies below a folder and is no folder, in order; links are not followed."""
    found: list[Path] = []
    for at, folders, names in os.walk(folder, onerror=_refuse):
        links = [name for name in folders if os.path.islink(os.path.join(at, name))]
        found += (Path(at, name) for name in (*names, *links))
    return sorted(found)


def _refuse(error: OSError) -> None:
    raise error


def _parts(folder: Path, path: Path) -> tuple[str, str, bytes]:
    """The path of a file, what it is, and what is in it: nothing is read that may never end."""
    about = path.lstat()
    kind = f"{stat.S_IFMT(about.st_mode)} {about.st_size}"
    small = stat.S_ISREG(about.st_mode) and about.st_size <= MOST_OF_A_FILE
    return path.relative_to(folder).as_posix(), kind, path.read_bytes() if small else b""
