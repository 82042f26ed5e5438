"""The map of a scenario: each step once, each way once, and no circle without an end."""

import random

import pytest
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.graph import build_graph
from answertree.knowledge.steps import Scenario
from answertree.reading.load import load
from answertree.rendering.tree_map import DEEPEST, Branch, tree_map

from tests.conftest import CONTENT
from tests.unit.content import SMALL

Steps = dict[str, dict[str, str] | str | None]


def lines(branches: list[Branch] | tuple[Branch, ...], level: int = 0) -> list[str]:
    """A map as it is read: `say: step`, with `…` where the step is drawn elsewhere."""
    found: list[str] = []
    for branch in branches:
        step = branch.step.partition(".")[2]
        found.append(f"{'  ' * level}{branch.say}: {step}{'' if branch.drawn else '…'}")
        found += lines(branch.branches, level + 1)
    return found


def mapped(steps: Steps, start: str = "a") -> list[str]:
    """The map of a scenario whose steps are questions (a mapping), or outcomes with a next."""
    data = {
        name: {"ask": name, "answers": [{"say": say, "go": go} for say, go in ways.items()]}
        if isinstance(ways, dict)
        else {"advise": name, **({"next": ways} if ways else {})}
        for name, ways in steps.items()
    }
    made = Scenario.model_validate({"title": "T", "start": start, "steps": data})
    graph = build_graph(KnowledgeBase.of(None, {"scenarios": {"s": made}}))
    return lines(tree_map(graph, "s", start))


def test_each_step_is_drawn_below_the_answer_that_leads_to_it() -> None:
    steps: Steps = {"a": {"yes": "b", "no": "c"}, "b": {"x": "d", "y": "e"}}
    steps |= {"c": None, "d": None, "e": None}
    assert mapped(steps) == [": a", "  yes: b", "    x: d", "    y: e", "  no: c"]


def test_a_step_is_drawn_once_as_near_to_the_start_as_it_can_be() -> None:
    steps: Steps = {
        "a": {"yes": "b", "no": "c"},
        "b": {"x": "c", "y": "d"},
        "c": {"p": "d", "q": "d"},
    }
    assert mapped({**steps, "d": None}) == [
        ": a", "  yes: b", "    x: c…", "    y: d", "  no: c", "    p: d…", "    q: d…"
    ]  # fmt: skip


def test_an_answer_is_nearer_than_what_comes_after_an_outcome() -> None:
    steps: Steps = {"a": {"x": "done", "y": "b"}, "done": "end", "b": {"p": "c", "q": "end"}}
    assert mapped({**steps, "c": None, "end": None}) == [
        ": a", "  x: done", "    : end…", "  y: b", "    p: c", "    q: end"
    ]  # fmt: skip


def test_a_circle_ends_where_it_comes_back() -> None:
    steps: Steps = {"a": {"x": "b", "y": "c"}, "b": "a", "c": "c"}
    assert mapped(steps) == [": a", "  x: b", "    : a…", "  y: c", "    : c…"]


def test_steps_to_which_only_others_lead_stand_at_the_top_too() -> None:
    steps: Steps = {"b": None, "a": {"x": "c", "y": "c"}, "c": None, "d": "b"}
    assert mapped(steps) == [": a", "  x: c", "  y: c…", ": d", "  : b"]


def test_what_would_stand_too_deep_stands_at_the_top() -> None:
    names = [f"s{number}" for number in range(3 * DEEPEST)]
    steps: Steps = dict(zip(names, [*names[1:], None], strict=True))
    found = mapped(steps, "s0")
    assert max(len(line) - len(line.lstrip(" ")) for line in found) == 2 * (DEEPEST + 1)
    assert found[DEEPEST + 1] == f"{'  ' * (DEEPEST + 1)}: s{DEEPEST + 1}…"
    assert found[DEEPEST + 2] == f": s{DEEPEST + 1}"


def test_steps_of_other_scenarios_are_named_and_not_drawn() -> None:
    graph = build_graph(load(SMALL).base)
    assert lines(tree_map(graph, "shop", "warranty")) == [
        ": warranty", "  It is: write", "    : descale…", "  No longer: repair"
    ]  # fmt: skip


@pytest.mark.parametrize("folder", [SMALL, CONTENT], ids=["small", "content"])
def test_every_step_is_drawn_once_and_every_way_is_there(folder: object) -> None:
    base = load(SMALL if folder is SMALL else CONTENT).base
    graph = build_graph(base)
    for scenario, entry in base.scenarios.items():
        drawn: list[str] = []

        def note(branch: Branch, drawn: list[str] = drawn) -> None:
            ways = [(below.say, below.step) for below in branch.branches]
            if branch.drawn:
                drawn.append(branch.step)
                wanted = [(edge.say, edge.target) for edge in graph.edges[branch.step]]
                assert ways == wanted
            else:
                assert ways == []
            for below in branch.branches:
                note(below)

        for top in tree_map(graph, scenario, entry.start):
            note(top)
        assert sorted(drawn) == sorted(f"{scenario}.{name}" for name in entry.steps)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_a_tree_is_its_map_has_each_step_once(seed: int) -> None:
    chance = random.Random(seed)
    names = [f"s{number}" for number in range(9)]
    steps: Steps = {
        name: chance.choice(
            [None, chance.choice(names), {say: chance.choice(names) for say in ("x", "y", "z")}]
        )
        for name in names
    }
    found = mapped(steps, "s0")
    assert sorted(line.partition(": ")[2] for line in found if not line.endswith("…")) == names
