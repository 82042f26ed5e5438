"""`make fuzz`: a long run, and a table of what it came to."""

import argparse
import sys
import tempfile
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from tests.conftest import ROOT
from tests.fuzz import runs
from tests.fuzz.oracle import Folder
from tests.fuzz.work import work


def main() -> int:
    """0 when nothing failed, 1 when something did and is a case file now."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--inputs", type=int, default=2_000, help="of each kind")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    failed = False
    print(
        "| kind | inputs | accepted | problems | without a place | tracebacks | slowest | memory |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    # A process for each kind, so that the memory of each is its own.
    context = get_context("spawn")
    with context.Pool(processes=2, maxtasksperchild=1) as pool:
        jobs = [(kind, options.inputs, options.seed) for kind in runs.KINDS]
        for kind, tally, cases in pool.imap(work, jobs, chunksize=1):
            print(
                f"| {kind} | {tally.inputs:,} | {tally.accepted:,} | {tally.problems:,} |"
                f" {tally.misplaced:,} | {len(tally.failures) - tally.misplaced:,} |"
                f" {tally.slowest:.1f} s | {tally.memory} MB |",
                flush=True,
            )
            failed = failed or bool(cases)
            for case in cases:
                print(case, file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        real = Folder(ROOT / "content", Path(folder) / "real")
        found = runs.placements(real, options.inputs, options.seed)
        changes = (runs.changes(kind, real, options.inputs, options.seed) for kind in runs.KINDS)
        differing = list(runs.read_differently(chain.from_iterable(changes)))
    share = found.right / max(1, found.planted)
    print(f"\n{found.planted:,} planted faults, {100 * share:.2f} % reported on their line.")
    for line in found.wrong:
        print(f"elsewhere: {line}")
    print(f"{len(differing):,} of {len(runs.KINDS) * options.inputs:,} files are read differently.")
    for name, data in differing:
        print(f"libyaml and PyYAML differ on {name}: {data!r}")
    return int(failed or share < 0.997 or bool(differing))


if __name__ == "__main__":
    sys.exit(main())
