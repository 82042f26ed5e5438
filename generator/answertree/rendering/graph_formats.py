"""The decision tree as a picture or as data: Mermaid, Graphviz DOT, JSON."""

import json
from collections.abc import Collection

from answertree.knowledge.addresses import anchor
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.graph import Graph, build_graph, distances
from answertree.knowledge.steps import Question, kind_of_step, title_of


def as_mermaid(base: KnowledgeBase, scenarios: Collection[str] = ()) -> str:
    """A flowchart of some scenarios, or of all: questions are round, outcomes square.

    Steps of other scenarios that these lead to are in it too, without what follows them.
    """
    graph = build_graph(base)
    inside = _inside(graph, scenarios)
    shown = _with_neighbours(graph, inside)
    lines = ["flowchart TD"]
    for name in shown:
        left, right = ("([", "])") if isinstance(graph.steps[name], Question) else ("[", "]")
        lines.append(f'  {_id(name)}{left}"{_mermaid(title_of(graph.steps[name]))}"{right}')
    for name in inside:
        for edge in graph.edges[name]:
            arrow = f'-->|"{_mermaid(edge.say)}"|' if edge.say else "-.->"
            lines.append(f"  {_id(name)} {arrow} {_id(edge.target)}")
    return "\n".join(lines)


def as_dot(base: KnowledgeBase, scenarios: Collection[str] = ()) -> str:
    """A graph for Graphviz, with a box around each scenario."""
    graph = build_graph(base)
    inside = _inside(graph, scenarios)
    shown = _with_neighbours(graph, inside)
    lines = ["digraph guide {", "  rankdir=TB; node [fontname=sans]; edge [fontname=sans];"]
    for scenario in dict.fromkeys(name.partition(".")[0] for name in shown):
        title = base.scenarios[scenario].title
        lines.append(f"  subgraph {_dot('cluster_' + scenario)} {{ label={_dot(title)};")
        for name in shown:
            if name.partition(".")[0] == scenario:
                shape = "oval" if isinstance(graph.steps[name], Question) else "box"
                label = _dot(title_of(graph.steps[name]))
                lines.append(f"    {_dot(name)} [shape={shape}, label={label}];")
        lines.append("  }")
    for name in inside:
        for edge in graph.edges[name]:
            style = f"label={_dot(edge.say)}" if edge.say else "style=dashed"
            lines.append(f"  {_dot(name)} -> {_dot(edge.target)} [{style}];")
    return "\n".join([*lines, "}"])


def as_json(base: KnowledgeBase, scenarios: Collection[str] = ()) -> str:
    """Steps and edges, as lists of objects; `starts` are the steps at which readers start."""
    graph = build_graph(base)
    inside = _inside(graph, scenarios)
    lengths = distances(graph)
    steps = [
        {
            "id": name,
            "kind": kind_of_step(graph.steps[name]),
            "words": title_of(graph.steps[name]),
            "anchor": anchor(name),
            "shortest": lengths[name][0],
            "longest": lengths[name][1],
        }
        for name in inside
    ]
    edges = [
        {"from": edge.source, "to": edge.target, "say": edge.say or None}
        for name in inside
        for edge in graph.edges[name]
    ]
    found = {"starts": list(graph.starts), "steps": steps, "edges": edges}
    return json.dumps(found, indent=2, ensure_ascii=False)


def _inside(graph: Graph, scenarios: Collection[str]) -> list[str]:
    return [name for name in graph.steps if not scenarios or name.partition(".")[0] in scenarios]


def _with_neighbours(graph: Graph, inside: list[str]) -> list[str]:
    targets = [edge.target for name in inside for edge in graph.edges[name]]
    return list(dict.fromkeys([*inside, *targets]))


def _id(name: str) -> str:
    """A name that Mermaid accepts anywhere: some words, such as `end`, mean something to it."""
    return "s_" + name.replace("-", "_").replace(".", "__")


def _mermaid(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace('"', "#quot;")
    return escaped.replace("<", "&lt;").replace(">", "&gt;").replace("`", "#96;")


def _dot(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
