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


def test_in_mermaid_questions_are_round_and_a_way_on_is_dotted() -> None:
    assert graph_formats.as_mermaid(BASE, ["shop"]).splitlines()[1:] == [
        '  s_shop__warranty(["Is it under warranty?"])',
        '  s_shop__write["Write to the shop"]',
        '  s_shop__repair["Find a repair café"]',
        '  s_kettle__descale["Descale it"]',
        '  s_shop__warranty -->|"It is"| s_shop__write',
        '  s_shop__warranty -->|"No longer"| s_shop__repair',
        "  s_shop__write -.-> s_kettle__descale",
    ]


def test_in_dot_each_scenario_has_a_box_and_questions_are_round() -> None:
    assert graph_formats.as_dot(BASE, ["shop"]).splitlines()[2:] == [
        '  subgraph "cluster_shop" { label="Ask the shop";',
        '    "shop.warranty" [shape=oval, label="Is it under warranty?"];',
        '    "shop.write" [shape=box, label="Write to the shop"];',
        '    "shop.repair" [shape=box, label="Find a repair café"];',
        "  }",
        '  subgraph "cluster_kettle" { label="The kettle stays cold";',
        '    "kettle.descale" [shape=box, label="Descale it"];',
        "  }",
        '  "shop.warranty" -> "shop.write" [label="It is"];',
        '  "shop.warranty" -> "shop.repair" [label="No longer"];',
        '  "shop.write" -> "kettle.descale" [style=dashed];',
        "}",
    ]


def test_dot_has_every_step_and_every_edge() -> None:
    dot = graph_formats.as_dot(BASE)
    assert dot.count("shape=") == len(GRAPH.steps)
    assert dot.count(" -> ") == len(EDGES)
    assert dot.count("{") == dot.count("}")


def test_json_has_every_step_and_every_edge() -> None:
    data = json.loads(graph_formats.as_json(BASE))
    assert data["starts"] == list(GRAPH.starts)
    assert {step["id"] for step in data["steps"]} == set(GRAPH.steps)
    lengths = graph.distances(GRAPH)
    for step in data["steps"]:
        assert (step["shortest"], step["longest"]) == lengths[step["id"]]
    assert any(shortest != longest for shortest, longest in lengths.values())
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
    shown = "say #quot;hi#quot; [x] {y} &lt;b&gt; | end; --&gt;\\ #96;z#96;"
    assert f'(["{shown}"])' in mermaid
    assert r'label="say \"hi\" [x] {y} <b> | end; -->\\ `z`"' in graph_formats.as_dot(base)
