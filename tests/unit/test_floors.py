"""The house: each module imports from floors below its own, and nothing names a subject."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

GENERATOR = ROOT / "generator"

# Every module of the generator, by floor.
FLOORS = (
    {
        "problems",
        "words",
        "history",
        "writing",
        "blanks",
        "policy",
        "needed",
        "mending",
        "lean",
        "prune",
    },
    {"slips", "markup"},
    {"syntax"},
    {"source", "model", "text", "report", "offline"},
    {"tree", "schema", "social_card", "misfits", "salvage", "folder", "faults"},
    {"validate", "references", "drawing", "finish"},
    {"load", "guesses"},
    {"finding", "naming", "create", "matching", "compare_texts"},
    {"rules_of_pages", "rules_of_text", "rules_of_tree", "rules_of_blanks", "structured"}
    | {"compare_words"},
    {"checks", "pages", "compare_fields", "compare_links"},
    {"build", "compare_tree", "compare_entries"},
    {"compare"},
    {"cli", "plugin"},
    {"__main__"},
)
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}

# The modules that may touch the world outside, and the only one that knows MkDocs. The last two
# read files of the generator's own: a template and a font.
DOORS = {
    "load",
    "folder",
    "writing",
    "create",
    "history",
    "finish",
    "cli",
    "plugin",
    "__main__",
    "offline",
    "social_card",
    "lean",
    "prune",
}
MKDOCS = {"plugin"}

# What reads, writes, prints or asks the system when it is called or imported.
WORLD = {"open", "print", "input", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir",
         "unlink", "rglob", "glob", "iterdir", "is_dir", "is_file", "exists"}  # fmt: skip
SYSTEM = {"os", "sys", "subprocess", "logging", "shutil", "socket", "tempfile", "ssl"}

# The guide's subject, which the generator knows nothing of.
SUBJECT = re.compile(
    r"interview|recruit|receptionist|voice-?mail|employer|phone call|when-to-call|\bjobs?\b"
    r"|\bcall (on|after|them)|\b(a|the|your|first|second) calls?\b",
    re.IGNORECASE,
)


@cache
def modules() -> dict[str, ast.Module]:
    return {file.stem: ast.parse(file.read_text()) for file in sorted(GENERATOR.glob("*.py"))}


def imported(module: ast.Module) -> Iterator[str]:
    """Every module that is imported anywhere in a module, in functions too."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are written in full"
            if node.module == "generator":
                yield from (f"generator.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


def used(module: ast.Module) -> set[str]:
    """The names of all functions and methods that a module uses."""
    names = {node.id for node in ast.walk(module) if isinstance(node, ast.Name)}
    return names | {node.attr for node in ast.walk(module) if isinstance(node, ast.Attribute)}


def test_every_module_has_a_floor_and_only_one() -> None:
    assert set(FLOOR) == set(modules()) - {"__init__"}
    assert len(FLOOR) == sum(len(names) for names in FLOORS)


@pytest.mark.parametrize("name", FLOOR)
def test_a_module_imports_only_from_floors_below_its_own(name: str) -> None:
    for other in imported(modules()[name]):
        package, _, below = other.partition(".")
        if package == "generator":
            assert FLOOR[below] < FLOOR[name], f"{name} imports {below}"


@pytest.mark.parametrize("name", sorted(set(FLOOR) - MKDOCS))
def test_only_the_door_to_mkdocs_knows_it(name: str) -> None:
    assert not {other.partition(".")[0] for other in imported(modules()[name])} & {
        "mkdocs", "material"
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(set(FLOOR) - DOORS))
def test_the_core_neither_reads_nor_writes(name: str) -> None:
    assert not used(modules()[name]) & WORLD
    assert not {other.partition(".")[0] for other in imported(modules()[name])} & SYSTEM


def test_the_world_outside_is_known_by_its_names() -> None:
    assert used(modules()["load"]) & WORLD
    assert {"subprocess"} <= set(imported(modules()["history"]))
    assert set(sys.stdlib_module_names) >= SYSTEM


FILES = sorted(
    file.relative_to(ROOT)
    for folder in ("generator", "site_overrides")
    for file in (ROOT / folder).rglob("*")
    if file.suffix in (".py", ".j2", ".js", ".html", ".css", ".json", ".svg", ".yml")
)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_nothing_of_the_subject_is_in_the_generator(file: Path) -> None:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if SUBJECT.search(line)] == []


@pytest.mark.parametrize(
    "line", ["After an Interview", "a voicemail", "the job", "Don't call on a Monday", "your call"]
)
def test_words_of_the_subject(line: str) -> None:
    assert SUBJECT.search(line)


@pytest.mark.parametrize(
    "line", ["callable", "callback(x)", "people call it", "jobless_id", "calls x"]
)
def test_words_of_code(line: str) -> None:
    assert not SUBJECT.search(line)
