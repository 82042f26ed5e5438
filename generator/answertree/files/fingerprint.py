"""Short texts that stand for files: they are the same as long as nothing in the files changes."""

import hashlib
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

PACKAGE = str(Path(__file__).parents[1])
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
    return fingerprint(part for path in _files(str(folder)) for part in _parts(str(folder), path))


def code_fingerprint() -> str:
    """What stands for this package, this Python, and all packages that are installed in it.

    Of a file of the package its size and time are enough: Python itself relies on them.
    """
    folders = [Path(entry) for entry in sys.path if os.path.isdir(entry)]
    installed = sorted(
        name
        for folder in folders
        for name in os.listdir(folder)
        if name.endswith((".dist-info", ".egg-info"))
    )
    code = (path for path in _files(PACKAGE) if not path.endswith(".pyc"))
    about = ((path, os.stat(path)) for path in code)
    parts = (f"{path} {found.st_size} {found.st_mtime_ns}" for path, found in about)
    return fingerprint([sys.version, *installed, *parts])


def _files(folder: str) -> list[str]:
    """Whatever lies below a folder and is no folder, in order; links are not followed."""
    found: list[str] = []
    for at, folders, names in os.walk(folder, onerror=_refuse):
        links = [name for name in folders if os.path.islink(os.path.join(at, name))]
        found += (os.path.join(at, name) for name in (*names, *links))
    return sorted(found)


def _refuse(error: OSError) -> None:
    raise error


def _parts(folder: str, path: str) -> tuple[str, str, bytes]:
    """The path of a file, what it is, and what is in it: nothing is read that may never end."""
    about = os.lstat(path)
    kind = f"{stat.S_IFMT(about.st_mode)} {about.st_size}"
    data = b""
    if stat.S_ISREG(about.st_mode) and about.st_size <= MOST_OF_A_FILE:
        with open(path, "rb", buffering=0) as file:
            data = file.readall()
    return path[len(folder) :], kind, data
