"""The house: each room imports only from rooms below it, and nothing names a subject."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from answertree import HOMES

from tests.conftest import ROOT

PACKAGE = ROOT / "generator" / "answertree"

# The rooms, from the ground up: a folder, or a module that stands by itself.
FLOORS = (
    {"files"},
    {"knowledge"},
    {"reading", "proving", "rendering", "publishing"},
    {"checking", "comparing"},
    {"authoring", "build"},
    {"exchanging", "mkdocs_settings", "mkdocs_unchanged", "mkdocs_pages"},
    {"testing"},
    {"cli", "plugin"},
    {"__main__"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

# What may touch the world outside, and the only module that knows MkDocs.
DOORS = ("files", "reading/load", "reading/language", "reading/content_folder",
         "reading/settings", "publishing",
         "authoring/new_file", "authoring/issue_form", "authoring/init",
         "authoring/explanations", "exchanging/import_file",
         "testing", "cli", "plugin", "mkdocs_settings", "mkdocs_unchanged",
         "mkdocs_pages", "__main__")  # fmt: skip
MKDOCS = {"plugin", "mkdocs_settings", "mkdocs_unchanged", "mkdocs_pages"}

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
    """Every module by its path below the package, without its ending."""
    return {
        file.relative_to(PACKAGE).with_suffix("").as_posix(): ast.parse(file.read_text())
        for file in sorted(PACKAGE.rglob("*.py"))
    }


def room(name: str) -> str:
    return name.partition("/")[0]


def imported(module: ast.Module) -> Iterator[str]:
    """Every module that is imported anywhere in a module, in functions too."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def used(module: ast.Module) -> set[str]:
    """The names of all functions and methods that a module uses."""
    names = {node.id for node in ast.walk(module) if isinstance(node, ast.Name)}
    return names | {node.attr for node in ast.walk(module) if isinstance(node, ast.Attribute)}


def test_every_room_has_a_floor_and_only_one() -> None:
    assert set(FLOOR) == {room(name) for name in modules()} - {"__init__"}
    assert len(FLOOR) == sum(len(rooms) for rooms in FLOORS)


@pytest.mark.parametrize("name", sorted(set(modules()) - {"__init__"}))
def test_a_room_imports_only_from_rooms_below_it(name: str) -> None:
    for other in imported(modules()[name]):
        package, _, below = other.partition(".")
        target = HOMES.get(below, below).partition(".")[0].partition(":")[0]
        if package == "answertree" and target != room(name):
            assert FLOOR[target] < FLOOR[room(name)], f"{name} imports {other}"


def test_no_import_leads_round_in_a_circle() -> None:
    known = {name.replace("/", "."): name for name in modules()}
    waits = {
        name: {
            known[place]
            for other in imported(module)
            for place in (other.removeprefix("answertree."), other[11:].rpartition(".")[0])
            if other.startswith("answertree.") and place in known and known[place] != name
        }
        for name, module in modules().items()
    }
    while ready := {name for name, others in waits.items() if not others & set(waits)}:
        waits = {name: others for name, others in waits.items() if name not in ready}
    assert waits == {}


@pytest.mark.parametrize("name", sorted(set(modules()) - MKDOCS))
def test_only_the_door_to_mkdocs_knows_it(name: str) -> None:
    assert not {other.partition(".")[0] for other in imported(modules()[name])} & {
        "mkdocs", "material"
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(name for name in modules() if not name.startswith(DOORS)))
def test_the_core_neither_reads_nor_writes(name: str) -> None:
    assert not used(modules()[name]) & WORLD
    assert not {other.partition(".")[0] for other in imported(modules()[name])} & SYSTEM


def test_the_world_outside_is_known_by_its_names() -> None:
    assert used(modules()["reading/load"]) & WORLD
    assert "subprocess" in set(imported(modules()["files/git_history"]))
    assert set(sys.stdlib_module_names) >= SYSTEM


FILES = sorted(
    file.relative_to(ROOT)
    for folder in ("generator", "site_overrides")
    for file in (ROOT / folder).rglob("*")
    if file.parent.name != "workflows"  # where `jobs` is a key
    and file.suffix in (".py", ".j2", ".js", ".html", ".css", ".json", ".svg", ".yml")
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
