"""The recipe of an import: read the file as what it is, make content of it, write it or nothing."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from answertree.exchanging import mermaid, treenee, twee
from answertree.exchanging.foreign_tree import ForeignTree, Loss, Refused
from answertree.exchanging.scenario_yaml import as_yaml, scenario, slug
from answertree.files.writing import write_all
from answertree.knowledge.field_types import SLUG
from answertree.reading.load import load

LARGEST = 5_000_000  # bytes


class ImportRefused(Exception):
    """The file cannot be imported; says why, a line for each reason."""


@dataclass(frozen=True)
class Imported:
    """The file that was written, how many steps it has, and a line for each thing that was lost."""

    path: Path
    questions: int
    outcomes: int
    losses: list[str]


def import_file(file: Path, content: Path, name: str = "") -> Imported:
    """Write a tree that another program drew as a scenario, below the content folder.

    `name` is the id of the scenario; without it the file's name is. Nothing is written over. Raises
    ImportRefused or WriteError, and then nothing was written; OSError when something cannot be
    read.
    """
    name = name or slug(file.stem, "imported")
    if not re.fullmatch(SLUG, name):
        raise ImportRefused(f"`{name}` cannot be a name: use a-z, 0-9 and single hyphens")
    base = load(content).base
    path = content / "scenarios" / f"{name}.yml"
    if path.exists() or path.is_symlink():
        raise ImportRefused(f"{path} already exists; `--name` gives the scenario another name")
    try:
        tree = _read(file)
        tree.title = tree.title or file.stem.replace("-", " ").replace("_", " ")
        made = scenario(tree, {name, *base.scenarios})
    except Refused as refused:
        raise ImportRefused("\n".join(_line(file, each) for each in refused.reasons)) from None
    written = as_yaml(made, f"Imported from {file.name}.")
    write_all(path.parent, {path.name: written.encode()})
    questions = sum("ask" in step for step in made["steps"].values())
    losses = [_line(file, loss) for loss in sorted(set(tree.losses))]
    return Imported(path, questions, len(made["steps"]) - questions, losses)


def _read(file: Path) -> ForeignTree:
    """The tree in a file, by the end of its name."""
    readers: dict[str, Callable[[str], ForeignTree]] = {
        **dict.fromkeys((".twee", ".tw"), twee.read),
        **dict.fromkeys((".mmd", ".mermaid", ".md"), mermaid.read),
        **dict.fromkeys((".yml", ".yaml"), treenee.read_yaml),
        ".json": _read_json,
    }
    reader = readers.get(file.suffix.lower())
    if reader is None:
        known = ", ".join(readers)
        raise Refused(Loss(0, f"a file of this kind cannot be imported; known are {known}"))
    if file.stat().st_size > LARGEST:
        raise Refused(Loss(0, f"this file is too large: {LARGEST:,} bytes can be read"))
    try:
        return reader(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Refused(Loss(0, "this file is not UTF-8 text")) from None


def _read_json(text: str) -> ForeignTree:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(Loss(error.lineno, f"this is not JSON: {error.msg}")) from None
    return treenee.read_json(data)


def _line(file: Path, loss: Loss) -> str:
    return f"{file}:{loss.line}: {loss.said}" if loss.line else f"{file}: {loss.said}"
