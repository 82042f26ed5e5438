"""All inputs of one kind, tried in a process of their own."""

import tempfile
from pathlib import Path

from tests.conftest import ROOT
from tests.fuzz import runs
from tests.fuzz.oracle import Folder, Tally, most_memory
from tests.fuzz.shrink import case_for

SINGLE = 10  # of so many inputs one is tried alone, and many others packed into one folder
CASES = 3  # of each kind; what fails often fails for one reason


def work(job: tuple[str, int, int]) -> tuple[str, Tally, list[str]]:
    """A kind, what was seen of it, and each failure with its case file."""
    kind, count, seed = job
    tally = Tally()
    cases: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Folder(ROOT / "content", Path(scratch) / "real")
        packed = runs.packed(runs.changes(kind, folder, count, seed))
        single = runs.changes(kind, folder, count // SINGLE, seed + 1)
        for changes in (packed, single):
            for change, failure in runs.run(folder, changes, tally):
                if len(cases) < CASES:
                    with tempfile.TemporaryDirectory() as small:
                        file = case_for(folder, change, failure, Path(small))
                    cases.append(f"{failure} -> {file}")
    tally.memory = most_memory()
    return kind, tally, cases
