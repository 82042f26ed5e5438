"""Content folders for tests, whole or with something changed: one is small, one has conditions."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from answertree.checking.rules import check
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.problems import Problem
from answertree.reading.load import load

SMALL = Path(__file__).parent / "small"
FACTS = Path(__file__).parent / "facts"
BASES = {"small": SMALL, "facts": FACTS}


def copied(folder: Path, change: Mapping[str, Any] | None = None, of: Path = SMALL) -> Path:
    """A copy of a content folder in `folder`, with the files of `change` edited as it says."""
    content = folder / "content"
    shutil.copytree(of, content)
    for name, edit in (change or {}).items():
        apply(content / name, edit)
    return content


def apply(file: Path, edit: Any) -> None:
    """Edit one file: None deletes it, a text is its new text, and keys say what else to do.

    `{replace, with}` (or a list of those) replaces what occurs exactly once; `{text, times}` writes
    the text so many times; `{bytes}` writes bytes that are given as hex; `{append}` adds a line.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    if edit is None:
        file.unlink()
    elif isinstance(edit, str):
        file.write_text(edit, encoding="utf-8")
    elif isinstance(edit, list):
        for each in edit:
            apply(file, each)
    elif "bytes" in edit:
        file.write_bytes(bytes.fromhex(edit["bytes"]))
    elif "text" in edit:
        file.write_text(edit["text"] * edit["times"], encoding="utf-8")
    elif "append" in edit:
        file.write_text(file.read_text(encoding="utf-8") + edit["append"] + "\n", encoding="utf-8")
    else:
        text = file.read_text(encoding="utf-8")
        assert text.count(edit["replace"]) == 1, f"{edit['replace']!r} is not once in {file.name}"
        file.write_text(text.replace(edit["replace"], edit["with"]), encoding="utf-8")


def problems(content: Path) -> list[Problem]:
    """Every problem of a content folder, as the command line finds them."""
    return check(load(content))


def place(problem: Problem, content: Path) -> str:
    """Where a problem is, as file:line:column within its content folder."""
    file = Path(problem.file).relative_to(content).as_posix()
    return f"{file}:{problem.line}:{problem.column}"


def with_entry(base: KnowledgeBase, kind: str, name: str, **changed: object) -> KnowledgeBase:
    """A base with other values in one entry."""
    entry = base.entries[kind][name].model_copy(update=changed)
    return base.with_entries(**{kind: {**base.entries[kind], name: entry}})
