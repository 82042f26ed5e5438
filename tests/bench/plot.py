"""A plot of what builds cost, as SVG: seconds of CPU over entries, both axes logarithmic."""

import os
import platform
from collections.abc import Mapping
from math import ceil, floor, log10
from pathlib import Path

import jinja2

from tests.bench.cpu import Cost

LEFT, RIGHT, TOP, BOTTOM = 70, 500, 30, 360  # of the field in which the lines are
COLOURS = ("#0b6b63", "#a8480c", "#5b5ea6", "#7a7a7a")
TEMPLATE = Path(__file__).parent / "plot.svg.j2"


def plot(costs: Mapping[int, Mapping[str, Cost]]) -> str:
    """A line for each builder, through what its build of so many entries cost."""
    seconds = [cost.seconds for found in costs.values() for cost in found.values()]
    low, high = floor(log10(min(seconds))), ceil(log10(max(seconds)))
    first, last = log10(min(costs)), log10(max(costs))

    def x(entries: int) -> float:
        return round(LEFT + (RIGHT - LEFT) * (log10(entries) - first) / (last - first), 1)

    def y(cost: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * (log10(cost) - low) / (high - low), 1)

    names = dict.fromkeys(name for found in costs.values() for name in found)
    lines = {
        name: [
            (x(entries), y(found[name].seconds), found[name].seconds)
            for entries, found in costs.items()
            if name in found
        ]
        for name in names
    }
    template = jinja2.Template(TEMPLATE.read_text(encoding="utf-8"), autoescape=True)
    drawn: str = template.render(
        field={"left": LEFT, "right": RIGHT, "top": TOP, "bottom": BOTTOM},
        lines=list(zip(lines.items(), COLOURS, strict=False)),
        entries=[(x(each), f"{each:,}") for each in costs],
        seconds=[(y(10**power), f"{10**power:g} s") for power in range(low, high + 1)],
        machine=machine(),
    )
    return drawn


def machine() -> str:
    """Where it was measured."""
    python = f"Python {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, {python}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())
