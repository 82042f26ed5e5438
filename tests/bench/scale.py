"""How the time of `check` and of rendering grows with the content."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from answertree.checking.rules import check
from answertree.reading.language import load_language
from answertree.reading.load import load
from answertree.rendering.pages import render

from tests.conftest import ROOT

TIMES = (1, 10, 50)
# Twice the time for each entry means that something looks at everything for each of them.
MOST = 2.0


@dataclass(frozen=True)
class Measured:
    """Content so many times as large: how many steps it has, and seconds of work."""

    times: int
    steps: int
    check: float
    render: float


def measure() -> list[Measured]:
    """Check and render ever larger content."""
    with tempfile.TemporaryDirectory() as folder:
        return [_measure(Path(folder, str(times)), times) for times in TIMES]


def table(measured: list[Measured]) -> str:
    """The times for each step of the content, compared with those of the content as it is."""
    one = measured[0]
    lines = ["| content | steps | check, each | render, each |", "| ---: | ---: | ---: | ---: |"]
    for each in measured:
        check, render = (f"{value:.2f}" for value in _each(each, one))
        lines.append(f"| {each.times} x | {each.steps:,} | {check} | {render} |")
    return "\n".join(lines)


def broken(measured: list[Measured]) -> Iterator[str]:
    """A sentence for each part that grows faster than the content."""
    one = measured[0]
    for each in measured:
        for name, value in zip(("check", "render"), _each(each, one), strict=True):
            if value > MOST:
                yield (
                    f"with {each.times} times the content, {name} takes {value:.1f} times as long "
                    f"for each step ({MOST} allowed)."
                )


def _each(larger: Measured, one: Measured) -> tuple[float, float]:
    share = one.steps / larger.steps
    return larger.check * share / one.check, larger.render * share / one.render


def _measure(content: Path, times: int) -> Measured:
    enlarge(ROOT / "content", content, times)
    started = time.process_time()
    loaded = load(content)
    problems = check(loaded)
    checked = time.process_time()
    assert not problems, problems[0]
    render(loaded.base, load_language("en"))
    rendered = time.process_time()
    steps = sum(len(scenario.steps) for scenario in loaded.base.scenarios.values())
    return Measured(times, steps, checked - started, rendered - checked)


def enlarge(source: Path, target: Path, times: int) -> None:
    """Copy content, with each scenario and each question so many times under names of their own."""
    shutil.copytree(source, target)
    guide = yaml.safe_load((target / "guide.yml").read_text(encoding="utf-8"))
    scenarios = {file.stem for file in (source / "scenarios").glob("*.yml")}
    for kind in ("scenarios", "faq"):
        for file in sorted((source / kind).glob("*.yml")):
            entry = yaml.safe_load(file.read_text(encoding="utf-8"))
            for copy in range(2, times + 1):
                text = yaml.safe_dump(_copied(entry, copy, scenarios), allow_unicode=True)
                (target / kind / f"{file.stem}-{copy}.yml").write_text(text, encoding="utf-8")
                if kind == "scenarios":
                    guide["starts"].append({"say": "A copy", "go": f"{file.stem}-{copy}"})
    text = yaml.safe_dump(guide, allow_unicode=True)
    (target / "guide.yml").write_text(text, encoding="utf-8")


def _copied(value: Any, copy: int, scenarios: set[str]) -> Any:
    """An entry or a part of one, asking something else and leading to copies of its own."""
    if isinstance(value, list):
        return [_copied(item, copy, scenarios) for item in value]
    if not isinstance(value, dict):
        return value
    made = {
        key: _copied(item, copy, scenarios)
        for key, item in value.items()
        if key not in ("formerly", "words-for-search")  # nothing but the first may have these
    }
    for key in ("go", "next"):
        scenario, dot, step = str(made.get(key, "")).partition(".")
        if scenario in scenarios:
            made[key] = f"{scenario}-{copy}{dot}{step}"
    if "topic" in made:
        made["ask"] = f"{made['ask']} ({copy})"
    return made
