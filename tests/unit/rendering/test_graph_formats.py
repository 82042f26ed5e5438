"""The tree as Mermaid, DOT and JSON: every step and every edge, whatever the words are."""

import json
import re
from pathlib import Path

import pytest
from answertree.knowledge import graph
from answertree.knowledge.base import KnowledgeBase
from answertree.reading.load import load
from answertree.rendering import graph_formats

from tests.unit.content import SMALL

BASE = load(SMALL).base
GRAPH = graph.build_graph(BASE)
EDGES = [edge for edges in GRAPH.edges.values() for edge in edges]


def test_mermaid_has_every_step_and_every_edge() -> None:
    lines = graph_formats.as_mermaid(BASE).splitlines()
    assert lines[0] == "flowchart TD"
    assert sum(1 for line in lines if re.search(r'(\["|\(\[")', line)) == len(GRAPH.steps)
    assert sum(1 for line in lines if "-->" in line or "-.->" in line) == len(EDGES)


def test_dot_has_every_step_and_every_edge() -> None:
    dot = graph_formats.as_dot(BASE)
    assert dot.count("shape=") == len(GRAPH.steps)
    assert dot.count(" -> ") == len(EDGES)
    assert dot.count("{") == dot.count("}")


def test_json_has_every_step_and_every_edge() -> None:
    data = json.loads(graph_formats.as_json(BASE))
    assert data["starts"] == list(GRAPH.starts)
    assert {step["id"] for step in data["steps"]} == set(GRAPH.steps)
    found = [(edge["from"], edge["to"], edge["say"] or "") for edge in data["edges"]]
    assert found == [(edge.source, edge.target, edge.say) for edge in EDGES]


@pytest.mark.parametrize("scenario", BASE.scenarios)
def test_a_picture_of_one_scenario_has_its_edges_and_where_they_lead(scenario: str) -> None:
    picture = graph_formats.as_mermaid(BASE, [scenario])
    edges = [edge for edge in EDGES if edge.source.startswith(f"{scenario}.")]
    assert picture.count("-->") + picture.count("-.->") == len(edges)
    drawn = set(re.findall(r"^  (s_\w+)[(\[]", picture, re.MULTILINE))
    linked = set(re.findall(r"(s_\w+)$", picture, re.MULTILINE))
    assert linked <= drawn


def test_words_cannot_break_a_picture(tmp_path: Path) -> None:
    hostile = 'say "hi" [x] {y} <b> | end; -->\\ `z`'
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "end.yml").write_text(
        f"title: T\nstart: end\nsteps:\n  end:\n    ask: {json.dumps(hostile)}\n    answers:\n"
        f"      - {{say: {json.dumps(hostile)}, go: done}}\n      - {{say: B, go: done}}\n"
        "  done: {advise: D}\n"
    )
    base: KnowledgeBase = load(tmp_path).base
    mermaid = graph_formats.as_mermaid(base)
    for line in mermaid.splitlines()[1:]:
        assert line.count('"') in (0, 2), line
        assert "<" not in line.replace("-.->", "").replace("-->", "").split('"')[0]
    assert "s_end__end" in mermaid  # a bare `end` would close a block
    assert r"say \"hi\"" in graph_formats.as_dot(base)
