"""What `check` and a build cost, as ratios of CPU: `python -m tests.bench.scale`."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import rivals
from tests.bench.cpu import Command, best, python, ratio
from tests.bench.made_content import write_content
from tests.conftest import ROOT

SIZES, STEPS = (1_000, 5_000), 40
OURS, HUGO = "ours", "Hugo"
LEAN_MENU, DEFAULT_MENU = "Material with a lean menu", "Material with its default menu"
REACH = {LEAN_MENU: 0.45, DEFAULT_MENU: 0.08, HUGO: 2.5}
START = "import yaml; from pydantic import BaseModel"
PARSE = """
import yaml
from pathlib import Path
for file in Path("content").rglob("*.yml"):
    for _ in yaml.parse(file.read_bytes(), yaml.CSafeLoader):
        pass
"""


@dataclass(frozen=True)
class Row:
    """A figure, and what it is to come to at most; None where it could not be measured here."""

    what: str
    figure: float | None
    reach: float

    def __str__(self) -> str:
        if self.figure is None:
            return f"| {self.what} | not installed here | {self.reach:g} | |"
        verdict = "pass" if self.figure <= self.reach else f"{self.figure - self.reach:.2f} over"
        return f"| {self.what} | {self.figure:.2f} | {self.reach:g} | {verdict} |"


def table(rows: Iterator[Row]) -> Iterator[str]:
    """The rows as lines of Markdown, each as soon as it is measured."""
    yield "| what it costs | figure | reach | |"
    yield "| --- | ---: | ---: | --- |"
    yield from map(str, rows)


def rows(root: Path) -> Iterator[Row]:
    """Measure row after row, in folders below `root`."""
    yield Row(
        "check of this guide / starting Python with PyYAML and pydantic",
        ratio(_check(ROOT), python(ROOT, "-c", START), 5),
        2.0,
    )
    small, large = (_made(root / str(entries), entries) for entries in SIZES)
    yield Row(
        "check, 5,000 entries / parsing their YAML with libyaml",
        ratio(_check(large), python(large, "-c", PARSE), 3),
        8.0,
    )
    yield Row("check, 5,000 entries / 1,000", ratio(_check(large), _check(small), 2), 5.0)
    ours, stock = root / "ours", root / "stock"
    shutil.copytree(ROOT / "content", ours / "content")
    rivals.write_ours(ours)
    rivals.write_stock(stock, ROOT / "content")
    yield Row(
        "build of this guide / MkDocs and Material, the same Markdown",
        ratio(_build(ours), _build(stock), 3),
        1.15,
    )
    yield from _builds(small, large)


def _builds(small: Path, large: Path) -> Iterator[Row]:
    """Builds beside those of others, who have a page for each entry."""
    costs = {}
    for entries, project in zip(SIZES, (small, large), strict=True):
        found = costs[entries] = best(_builders(project, entries), 1)
        for name, reach in REACH.items():
            if name == DEFAULT_MENU and entries == SIZES[1]:
                continue  # a quarter of an hour: each page has all of the menu
            theirs = found.get(name)
            times = found[OURS].seconds / theirs.seconds if theirs else None
            yield Row(f"build, {entries:,} entries / {name}, a page for each", times, reach)
    grown, one = costs[SIZES[1]][OURS], costs[SIZES[0]][OURS]
    yield Row("build, 5,000 entries / 1,000", grown.seconds / one.seconds, 5.0)
    yield Row("memory of a build, 5,000 entries, MB", grown.memory, 200)


def _builders(project: Path, entries: int) -> dict[str, Command]:
    """The builds of the entries of a project, by whoever can build them here."""
    content = project / "content"
    builders = {OURS: _build(project)}
    for name, lean in ((LEAN_MENU, True), (DEFAULT_MENU, False)):
        if lean or entries == SIZES[0]:
            rivals.write_material(project / name, content, lean)
            builders[name] = _build(project / name)
    if hugo := shutil.which("hugo"):
        rivals.write_hugo(project / HUGO, content)
        builders[HUGO] = Command((hugo, "--quiet"), project / HUGO)
    return builders


def _made(project: Path, entries: int) -> Path:
    write_content(project / "content", entries, STEPS)
    rivals.write_ours(project)
    return project


def _check(project: Path) -> Command:
    return python(project, "-m", "answertree", "check")


def _build(project: Path) -> Command:
    return python(project, "-m", "mkdocs", "build", "--quiet")


def main() -> None:
    """Measure all rows, and show each when it is there."""
    with tempfile.TemporaryDirectory() as folder:
        for line in table(rows(Path(folder))):
            print(line, flush=True)


if __name__ == "__main__":
    main()
