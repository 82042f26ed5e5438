"""What `check` and a build cost, as ratios of CPU: `python -m tests.bench.scale`."""

import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench import rivals
from tests.bench.cpu import Command, Cost, best, python
from tests.bench.made_content import write_content
from tests.bench.plot import plot
from tests.bench.server import LEVEL
from tests.conftest import ROOT

SIZES, STEPS = (60, 200, 1_000, 5_000), 40
PLOT = ROOT / ".build" / "bench.svg"
CACHED = True
OURS, HUGO, STOCK = "ours", "Hugo", "MkDocs alone, the same Markdown"
LEAN_MENU, DEFAULT_MENU = "Material with a lean menu", "Material with its default menu"
REACH = {LEAN_MENU: 0.45, DEFAULT_MENU: 0.08, HUGO: 2.5}
START = "import yaml; from pydantic import BaseModel"
READ = "from answertree import load; from pathlib import Path; load(Path('content'))"
PARSE = """
import yaml
from pathlib import Path
for file in Path("content").rglob("*.yml"):
    for _ in yaml.parse(file.read_bytes(), yaml.CSafeLoader):
        pass
"""


# The costs of the builds of so many entries, by who builds.
Costs = Mapping[int, Mapping[str, Cost]]


@dataclass(frozen=True)
class Row:
    """A figure, and what it is to come to at most; None where it could not be measured here.

    `least` is what remains when all of ours that can be thought away is, and in words what that is.
    """

    what: str
    figure: float | None
    reach: float
    least: tuple[float, str] | None = None

    def __str__(self) -> str:
        if self.figure is None:
            return f"| {self.what} | not installed here | {self.reach:g} | |"
        verdict = "pass" if self.figure <= self.reach else f"{self.figure - self.reach:.2f} over"
        if self.least and self.figure > self.reach:
            verdict += f"; {self.least[1]}: {self.least[0]:.2f}"
        return f"| {self.what} | {self.figure:.2f} | {self.reach:g} | {verdict} |"


def table(rows: Iterator[Row]) -> Iterator[str]:
    """The rows as lines of Markdown, each as soon as it is measured."""
    yield "| what it costs | figure | reach | |"
    yield "| --- | ---: | ---: | --- |"
    yield from map(str, rows)


def rows(root: Path) -> Iterator[Row]:
    """Measure row after row, in folders below `root`; the plot is drawn on the way."""
    projects = {entries: _made(root / str(entries), entries) for entries in SIZES}
    yield from _checks(projects[SIZES[-2]], projects[SIZES[-1]])
    yield from _this_guide(root / "this")
    costs = {entries: best(_builders(each, entries), 1) for entries, each in projects.items()}
    yield from _builds(costs)
    for entries, project in projects.items():
        yield Row(f"largest page of {entries:,} entries, packed, kB", _largest(project), 60)
    yield from _edits(projects[SIZES[-1]])
    PLOT.parent.mkdir(exist_ok=True)
    drawn = {entries: _without(found, STOCK) for entries, found in costs.items()}
    PLOT.write_text(plot(drawn), encoding="utf-8")


def _without(found: Mapping[str, Cost], name: str) -> Mapping[str, Cost]:
    """The costs without those of one builder."""
    return {each: cost for each, cost in found.items() if each != name}


def _checks(small: Path, large: Path) -> Iterator[Row]:
    start, parse = python(ROOT, "-c", START), python(large, "-c", PARSE)
    checks = {"cold": _check(ROOT), "warm": _check(ROOT, CACHED)}
    found = best({**checks, "start": start, "read": python(ROOT, "-c", READ)}, 5)
    least = found["read"].seconds / found["start"].seconds, "to read it, and check nothing"
    for when in checks:
        times = found[when].seconds / found["start"].seconds
        what = f"check of this guide, {when} / starting Python with its libraries"
        yield Row(what, times, 2.0, least)
    checks = {"cold": _check(large), "warm": _check(large, CACHED), "small": _check(small)}
    found = best({**checks, "parse": parse}, 3)
    for when, reach in (("cold", 8.0), ("warm", 3.0)):
        times = found[when].seconds / found["parse"].seconds
        yield Row(f"check, {when}, 5,000 entries / parsing their YAML with libyaml", times, reach)
    grown = found["cold"].seconds / found["small"].seconds
    yield Row("check, 5,000 entries / 1,000", grown, 5.0)


def _this_guide(root: Path) -> Iterator[Row]:
    ours, stock = root / "ours", root / "stock"
    shutil.copytree(ROOT / "content", ours / "content")
    rivals.write_ours(ours)
    rivals.write_stock(stock, ROOT / "content")
    builds = {"stock": _build(stock), "cold": _build(ours), "warm": _build(ours, CACHED)}
    found = best({**builds, "check": _check(ours)}, 3)
    least = 1 + found["check"].seconds / found["stock"].seconds, "both, with `check` before"
    for when, reach in (("cold", 1.15), ("warm", 0.6)):
        times = found[when].seconds / found["stock"].seconds
        what = f"build of this guide, {when} / MkDocs, the same Markdown"
        yield Row(what, times, reach, least)


def _builds(costs: Costs) -> Iterator[Row]:
    """Builds beside those of others, who have a page for each entry."""
    for entries in SIZES[-2:]:
        found = costs[entries]
        for name, reach in REACH.items():
            if name == DEFAULT_MENU and entries == SIZES[-1]:
                continue  # a quarter of an hour: each page has all of the menu
            theirs = found.get(name)
            times = found[OURS].seconds / theirs.seconds if theirs else None
            stock = found.get(STOCK)
            least = (stock.seconds / theirs.seconds, STOCK) if theirs and stock else None
            yield Row(f"build, {entries:,} entries / {name}, a page for each", times, reach, least)
    grown, one = costs[SIZES[-1]][OURS], costs[SIZES[-2]][OURS]
    yield Row("build, 5,000 entries / 1,000", grown.seconds / one.seconds, 5.0)
    yield Row("memory of a build, 5,000 entries, MB", grown.memory, 200)


def _edits(project: Path) -> Iterator[Row]:
    shutil.rmtree(project / ".build", ignore_errors=True)
    command = [sys.executable, "-m", "tests.bench.edits", str(project)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    first, again = json.loads(done.stdout.splitlines()[-1])
    yield Row("an edit at 5,000 entries while serving / the first build", again / first, 0.1)


def _largest(project: Path) -> float:
    """The largest page of a built site, packed as servers send it."""
    pages = (project / "site").rglob("*.html")
    return max(len(gzip.compress(page.read_bytes(), LEVEL)) for page in pages) / 1000


def _builders(project: Path, entries: int) -> dict[str, Command]:
    """The builds of the entries of a project, by whoever can build them here."""
    content = project / "content"
    builders = {OURS: _build(project)}
    for name, lean in ((LEAN_MENU, True), (DEFAULT_MENU, False)):
        if lean or entries < SIZES[-1]:
            rivals.write_material(project / name, content, lean)
            builders[name] = _build(project / name)
    if entries in SIZES[-2:]:
        rivals.write_stock(project / STOCK, content)
        builders[STOCK] = _build(project / STOCK)
    if hugo := shutil.which("hugo"):
        rivals.write_hugo(project / HUGO, content)
        builders[HUGO] = Command((hugo, "--quiet"), project / HUGO)
    return builders


def _made(project: Path, entries: int) -> Path:
    write_content(project / "content", entries, STEPS)
    rivals.write_ours(project)
    return project


def _check(project: Path, cached: bool = False) -> Command:
    return python(project, "-m", "answertree", "check", without=() if cached else (".build/cache",))


def _build(project: Path, cached: bool = False) -> Command:
    left = () if cached else (".build/cache", "site")
    return python(project, "-m", "mkdocs", "build", "--quiet", "--strict", without=left)


def main() -> None:
    """Measure all rows, and show each when it is there."""
    with tempfile.TemporaryDirectory() as folder:
        for line in table(rows(Path(folder))):
            print(line, flush=True)


if __name__ == "__main__":
    main()
