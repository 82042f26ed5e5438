"""The recipe of an import: read the file as what it is, make content of it, write it or nothing."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from answertree.exchanging import mermaid, ssvc, table_csv, treenee, twee
from answertree.exchanging.foreign_tree import ForeignTree, Loss, Refused
from answertree.exchanging.scenario_yaml import Choice, as_yaml, choices, scenario, slug
from answertree.files.writing import write_all
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import SLUG
from answertree.reading.load import load

LARGEST = 1_000_000  # bytes


class ImportRefused(Exception):
    """The file cannot be imported; says why, a line for each reason."""


@dataclass(frozen=True)
class Imported:
    """The file of the scenario and those beside it, its steps, and a line for all that was lost."""

    path: Path
    beside: list[Path]
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
    try:
        tree = _read(file)
    except Refused as refused:
        raise ImportRefused("\n".join(_line(file, each) for each in refused.reasons)) from None
    tree.title = tree.title or file.stem.replace("-", " ").replace("_", " ")
    known = choices(tree)
    made = scenario(tree, {name, *base.scenarios}, known)
    files = {f"scenarios/{name}.yml": made}
    files |= {
        f"inputs/{each.id}.yml": each.data for each in known.values() if not _is_there(each, base)
    }
    for path in (content / each for each in files):
        if path.exists() or path.is_symlink():
            raise ImportRefused(f"{path} already exists, and says something else")
    comment = f"Imported from {file.name}."
    write_all(content, {path: as_yaml(data, comment).encode() for path, data in files.items()})
    questions = sum("ask" in step for step in made["steps"].values())
    losses = [_line(file, loss) for loss in sorted(set(tree.losses))]
    scenario_path, *beside = (content / path for path in files)
    return Imported(scenario_path, beside, questions, len(made["steps"]) - questions, losses)


def _is_there(choice: Choice, base: KnowledgeBase) -> bool:
    """Whether the content has an input of that name with the same options."""
    return bool(getattr(base.inputs.get(choice.id), "options", None) == choice.data["options"])


def _read(file: Path) -> ForeignTree:
    """The tree in a file, by the end of its name."""
    readers: dict[str, Callable[[str], ForeignTree]] = {
        **dict.fromkeys((".twee", ".tw"), twee.read),
        **dict.fromkeys((".mmd", ".mermaid", ".md"), mermaid.read),
        **dict.fromkeys((".yml", ".yaml"), treenee.read_yaml),
        ".json": _read_json,
        ".csv": table_csv.read,
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
    except RecursionError:
        raise Refused(Loss(0, "this file is nested too deeply")) from None


def _read_json(text: str) -> ForeignTree:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(Loss(error.lineno, f"this is not JSON: {error.msg}")) from None
    if ssvc.is_table(data):
        return ssvc.read(data)
    if isinstance(data, dict) and "nodes" in data:
        return treenee.read_json(data)
    said = "a tree of Treenee has `nodes`, a table of SSVC `decision_points` and `mapping`"
    raise Refused(Loss(0, f"this JSON is neither: {said}"))


def _line(file: Path, loss: Loss) -> str:
    return f"{file}:{loss.line}: {loss.said}" if loss.line else f"{file}: {loss.said}"
