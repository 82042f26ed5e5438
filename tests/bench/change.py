"""Whether a change makes the generator slower: `python -m tests.bench.change REVISION`.

What `check` and a build cost with the code of the working tree, over what they cost with that of a
revision, in one run on the same made content: seconds of CPU, each at its best.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.cpu import Command, best
from tests.conftest import ROOT

ENTRIES, STEPS, RUNS = 200, 40, 7
MOST = 1.10
SETTINGS = "site_name: x\ndocs_dir: content\ntheme: {name: material}\nplugins: [search, guide]\n"
COMMANDS = {
    "check": ("-m", "answertree", "check"),
    "site": ("-m", "mkdocs", "build", "--quiet"),
}


def ratios(before: Path, after: Path) -> Iterator[tuple[str, float]]:
    """For each command how often its cost before goes into that after, given two checkouts."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        _write_content(before, project)
        (project / "mkdocs.yml").write_text(SETTINGS)
        for name, arguments in COMMANDS.items():
            checkouts = {"before": before, "after": after}
            found = best(
                {which: _cold(project, arguments, root) for which, root in checkouts.items()}, RUNS
            )
            yield name, found["after"].seconds / found["before"].seconds


def _write_content(checkout: Path, project: Path) -> None:
    """Content that both understand: the older code writes it."""
    write = (
        "import sys; from pathlib import Path; from tests.bench.made_content import write_content;"
        f"write_content(Path(sys.argv[1]), {ENTRIES}, {STEPS})"
    )
    subprocess.run(
        [sys.executable, "-c", write, str(project / "content")], cwd=checkout, check=True
    )


def _cold(project: Path, arguments: tuple[str, ...], checkout: Path) -> Command:
    """A command of the code of a checkout, which finds nothing of the last run."""
    path = {"PYTHONPATH": str(checkout / "generator")}
    return Command((sys.executable, *arguments), project, path, ("site", ".build"))


def main() -> int:
    """0 when nothing costs a tenth more than before, 1 with a sentence for each that does."""
    arguments = argparse.ArgumentParser(prog="python -m tests.bench.change")
    arguments.add_argument("revision", help="the branch or commit to compare with")
    revision = arguments.parse_args().revision
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "before"
        clone = ["git", "clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(before)]
        subprocess.run(clone, check=True)
        commit = ["git", "-C", str(ROOT), "rev-parse", "--verify", f"{revision}^{{commit}}"]
        found = subprocess.run(commit, check=True, capture_output=True, text=True).stdout.strip()
        subprocess.run(["git", "-C", str(before), "checkout", "--quiet", found], check=True)
        slower = []
        print("| command | CPU after / before | at most |\n| --- | ---: | ---: |")
        for name, ratio in ratios(before, ROOT):
            print(f"| {name} | {ratio:.2f} | {MOST:.2f} |", flush=True)
            if ratio > MOST:
                slower.append(f"`{name}` costs {ratio:.2f} times the CPU that it cost before.")
    for sentence in slower:
        print(f"\n{sentence}", file=sys.stderr)
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main())
