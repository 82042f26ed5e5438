"""Files written to a folder: all of them, or none."""

import errno
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from answertree.files.refusal import Refusal


class WriteError(Refusal):
    """Something cannot be written; says what and why, in plain words."""


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files`, by path, into `folder`, which is made when it is missing.

    All is written aside first, so that a full disk or a folder in the way leaves everything as it
    was. Raises WriteError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".new-", dir=folder) as temporary:
            aside = Path(temporary)
            for name, raw in files.items():
                if (folder / name).is_dir():
                    raise IsADirectoryError(errno.EISDIR, f"there is a folder {name}")
                (aside / name).parent.mkdir(parents=True, exist_ok=True)
                (aside / name).write_bytes(raw)
            _replace_all(aside, folder, list(files))
    except OSError as error:
        raise WriteError(f"cannot write to {folder}: {reason(error)}") from None


def _replace_all(aside: Path, folder: Path, names: list[str]) -> None:
    before = {name: _content(folder / name) for name in names}
    done: list[str] = []
    try:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (aside / name).replace(folder / name)
            done.append(name)
    except OSError:
        for name in done:
            (folder / name).unlink()
            if (raw := before[name]) is not None:
                (folder / name).write_bytes(raw)
        raise


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def reason(error: OSError) -> str:
    """Why the system refused something, in its words."""
    said = error.strerror or str(error)
    return said[:1].lower() + said[1:]
