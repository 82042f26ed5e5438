"""A tree that is exported and imported again is the same: steps, answers, their order, titles."""

import re
from pathlib import Path

import pytest
from answertree.exchanging import mermaid, twee
from answertree.knowledge.graph import build_graph
from answertree.knowledge.steps import title_of
from answertree.reading.load import load
from answertree.rendering import graph_formats

from tests.unit.exchanging.trees import FOLDERS, drawn, imported, round_trip

IDS = [folder.name for folder in FOLDERS]


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_twee(folder: Path) -> None:
    base = load(folder).base
    assert round_trip(graph_formats.as_twee(base), twee.read) == drawn(build_graph(base))


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_twee_keeps_where_readers_start_and_the_ways_between_outcomes(folder: Path) -> None:
    base = load(folder).base
    graph = build_graph(base)
    tree = twee.read(graph_formats.as_twee(base))
    assert tree.start == graph.starts[0]
    assert tree.title == base.guide.title
    assert tree.losses == []
    _, data = imported(tree)
    words = (getattr(step, "next_say", None) for step in graph.steps.values())
    said = [step["next-say"] for step in data["steps"].values() if "next-say" in step]
    assert said == [each for each in words if each]


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_mermaid(folder: Path) -> None:
    base = load(folder).base
    assert round_trip(graph_formats.as_mermaid(base), mermaid.read) == drawn(build_graph(base))


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_dot(folder: Path) -> None:
    base = load(folder).base
    graph = build_graph(base)
    dot = graph_formats.as_dot(base)
    word = r'"((?:\\.|[^"\\])*)"'
    titles = dict(re.findall(rf"^ +{word} \[shape=\w+, label={word}\];$", dot, re.MULTILINE))
    assert {name: _plain(title) for name, title in titles.items()} == {
        name: title_of(step) for name, step in graph.steps.items()
    }
    label = rf"\[(?:label={word}|style=dashed)\]"
    edges = re.findall(rf"^ +{word} -> {word} {label};$", dot, re.MULTILINE)
    assert [(source, target, _plain(say)) for source, target, say in edges] == [
        (edge.source, edge.target, edge.say) for name in graph.steps for edge in graph.edges[name]
    ]


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_a_single_scenario_begins_where_it_begins(folder: Path) -> None:
    base = load(folder).base
    for name, entry in base.scenarios.items():
        tree = twee.read(graph_formats.as_twee(base, [name]))
        assert tree.title == entry.title
        assert [node.name for node in tree.nodes] == [f"{name}.{step}" for step in entry.steps]
        _, data = imported(tree)
        if len(entry.steps) > 1:
            assert list(data["steps"]) == list(entry.steps)
