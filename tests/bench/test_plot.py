"""The plot of what builds cost."""

import re

from bs4 import BeautifulSoup

from tests.bench.cpu import Cost
from tests.bench.plot import BOTTOM, LEFT, RIGHT, TOP, machine, plot

COSTS = {
    10: {"ours": Cost(1, 50), "<theirs>": Cost(0.1, 20)},
    100: {"ours": Cost(10, 50)},
}


def test_every_figure_is_a_point_at_its_place() -> None:
    soup = BeautifulSoup(plot(COSTS), "html.parser")
    points = [(float(str(each["cx"])), float(str(each["cy"]))) for each in soup("circle")]
    assert points == [(LEFT, (TOP + BOTTOM) / 2), (RIGHT, TOP), (LEFT, BOTTOM)]
    assert [each.get_text() for each in soup("circle")] == [
        "ours: 1 s", "ours: 10 s", "<theirs>: 0.1 s",
    ]  # fmt: skip


def test_lines_axes_and_the_machine_are_named() -> None:
    words = BeautifulSoup(plot(COSTS), "html.parser").find_all("text")
    said = [each.get_text() for each in words]
    assert {"ours", "<theirs>", "10", "100", "0.1 s", "1 s", "10 s"} <= set(said)
    assert machine() in said[-1]
    assert re.search(r"\d cores, .*Python 3\.\d+", machine())
