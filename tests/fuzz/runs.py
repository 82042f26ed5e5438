"""Runs of many inputs of one kind; each input follows from the seed and its number alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.fuzz.faults import planted
from tests.fuzz.made import shaped, wild
from tests.fuzz.mutants import MUTATIONS
from tests.fuzz.oracle import Change, Folder, Tally, attempt
from tests.unit.reading.both_ways import read_both_ways

MADE = {"shaped": shaped, "wild": wild}
KINDS = (*MUTATIONS, *MADE)


def changes(kind: str, folder: Folder, count: int, seed: int) -> Iterator[Change]:
    """So many changes, each of one file."""
    files, names = sorted(folder.files), _names(folder)
    for number in range(count):
        random = Random(f"{seed} {kind} {number}")
        if kind in MADE:
            name, data = MADE[kind](random, names)
        else:
            name = files[number % len(files)]
            data = MUTATIONS[kind](random, folder.files[name])
        yield {name: data}


def packed(changes: Iterator[Change]) -> Iterator[Change]:
    """The same changes, as many at once as are of different files."""
    batch: dict[str, bytes | None] = {}
    for change in changes:
        if change.keys() & batch.keys():
            yield batch
            batch = {}
        batch.update(change)
    if batch:
        yield batch


def run(folder: Folder, changes: Iterator[Change], tally: Tally) -> Iterator[tuple[Change, str]]:
    """Try them all; gives each that failed, and how."""
    for change in changes:
        if failure := attempt(folder, change, tally):
            tally.failures.append(failure)
            yield change, failure


def read_differently(changes: Iterator[Change]) -> Iterator[tuple[str, bytes]]:
    """The changed files that libyaml and PyYAML read differently, each by its name."""
    for change in changes:
        for name, data in change.items():
            quick, exact = read_both_ways(data or b"")
            if quick != exact:
                yield name, data or b""


@dataclass
class Placement:
    """How many planted faults were reported, and where."""

    planted: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)


def placements(folder: Folder, count: int, seed: int) -> Placement:
    """Plant faults, and look for each on its own line.

    Many files have one at once, but the guide's file has its own alone: while it cannot be
    understood, much of what others say cannot be judged.
    """
    result, files = Placement(), sorted(folder.files)
    batch: dict[str, tuple[str, str, int]] = {}
    for number in range(count):
        name = files[number % len(files)]
        if fault := planted(Random(f"{seed} {number}"), folder.files[name].decode("utf-8")):
            if name in batch or "guide.yml" in (name, *batch):
                _look(folder, batch, result)
                batch = {}
            batch[name] = fault
    _look(folder, batch, result)
    return result


def _look(folder: Folder, batch: dict[str, tuple[str, str, int]], result: Placement) -> None:
    problems = folder.survives({name: text.encode() for name, (_, text, _) in batch.items()})
    places = {(Path(problem.file), problem.line) for problem in problems}
    for name, (fault, text, line) in batch.items():
        result.planted += 1
        if (folder.path / name, line) in places:
            result.right += 1
        else:
            result.wrong.append(f"{fault} in {name}:{line}: {text.split(chr(10))[line - 1][:100]}")


def _names(folder: Folder) -> list[str]:
    """Names that mean something in the folder, and some that do not."""
    found = {Path(name).stem for name in folder.files}
    for data in folder.files.values():
        found |= set(re.findall(r"\b[a-z]+(?:-[a-z0-9]+)+\b", data.decode("utf-8")))
    return [*sorted(found), "x", "zz-none", "X", "a_b", "con", "index"]
