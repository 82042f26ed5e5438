"""A new guide to start from: content that explains itself, and all that builds and publishes it."""

from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

from answertree.authoring import explanations
from answertree.files.refusal import Refusal
from answertree.files.writing import write_all

STARTER = Path(__file__).parent / "starter"
# Git, GitHub and packagers would take these for their own if they had their names already.
HIDDEN = "dot-"


class InitError(Refusal):
    """A guide cannot be started there; says why, in plain words."""


def init(folder: Path) -> list[Path]:
    """Write a new guide into a folder, and give the paths of its files.

    Raises InitError when one of the files is there already, and WriteError; then nothing was
    written.
    """
    files = dict(_files())
    if taken := [name for name in files if (folder / name).exists()]:
        raise InitError(f"{folder / taken[0]} already exists; nothing was written")
    write_all(folder, files)
    return [folder / name for name in files]


def _files() -> Iterator[tuple[str, bytes]]:
    yield explanations.FILE, explanations.for_guide().encode()
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            parts = path.relative_to(STARTER).parts
            name = "/".join(part.replace(HIDDEN, ".", 1) for part in parts)
            yield name, _filled(path)


def _filled(path: Path) -> bytes:
    text = path.read_text(encoding="utf-8")
    if path.name == "requirements.txt":
        text = text.replace("{version}", version("answertree"))
    if path.name == "LICENSE":
        text = text.replace("{year}", str(date.today().year))
    return text.encode()
