"""The decision tree as a picture or as data: Mermaid, Graphviz DOT, JSON, Twee 3."""

import json
import re
import uuid
from collections.abc import Collection, Iterator

from answertree.knowledge.addresses import anchor
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Line, Text
from answertree.knowledge.graph import Edge, Graph, build_graph, distances
from answertree.knowledge.model import Outcome, Question
from answertree.knowledge.text_nodes import filled
from answertree.knowledge.text_output import plain_paragraphs
from answertree.knowledge.text_parser import parse

# How a marked step or way is drawn, in a colour that is seen by day and by night.
THICK = "stroke:#bf8700,stroke-width:4px"


def heading(step: Question | Outcome) -> str:
    """What a step asks or advises."""
    return step.advise if isinstance(step, Outcome) else step.ask


def as_mermaid(
    base: KnowledgeBase, scenarios: Collection[str] = (), marked: Collection[str | Edge] = ()
) -> str:
    """A flowchart of some scenarios, or of all: questions are round, outcomes square.

    Steps of other scenarios that these lead to are in it too, without what follows them. Steps and
    ways that are `marked` stand out.
    """
    graph = build_graph(base)
    inside = _inside(graph, scenarios)
    shown = _with_neighbours(graph, inside)
    lines = ["flowchart TD"]
    for name in shown:
        left, right = ("[", "]") if isinstance(graph.steps[name], Outcome) else ("([", "])")
        lines.append(f'  {_id(name)}{left}"{_mermaid(heading(graph.steps[name]))}"{right}')
    edges = [edge for name in inside for edge in graph.edges[name]]
    for edge in edges:
        arrow = f'-->|"{_mermaid(edge.say)}"|' if edge.say else "-.->"
        lines.append(f"  {_id(edge.source)} {arrow} {_id(edge.target)}")
    lines += [f"  style {_id(name)} {THICK}" for name in shown if name in marked]
    if thick := [str(place) for place, edge in enumerate(edges) if edge in marked]:
        lines.append(f"  linkStyle {','.join(thick)} {THICK}")
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
                shape = "box" if isinstance(graph.steps[name], Outcome) else "oval"
                label = _dot(heading(graph.steps[name]))
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
            "kind": "outcome" if isinstance(graph.steps[name], Outcome) else "question",
            "words": heading(graph.steps[name]),
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


def as_twee(base: KnowledgeBase, scenarios: Collection[str] = ()) -> str:
    """A story in Twee 3, the text format of Twine: a passage for each step, by its name.

    Its first paragraph is what the step asks or advises. It is for any story format: no marks, no
    code. Links to steps of other scenarios than those that are in it lead nowhere.
    """
    graph = build_graph(base)
    inside = _inside(graph, scenarios)
    title = base.guide.title if len(scenarios) != 1 else base.scenarios[next(iter(scenarios))].title
    start = next((name for name in graph.starts if name in inside), inside[0])
    # The number by which catalogues know a story is to be the same whenever it is written.
    data = {"ifid": str(uuid.uuid5(uuid.NAMESPACE_URL, title)).upper(), "start": start}
    passages = [("StoryTitle", title), ("StoryData", json.dumps(data, indent=2))]
    for name in inside:
        words = "\n\n".join(_as_prose(each) for each in _texts(base, graph.steps[name]))
        links = "\n".join(
            f"[[{_in_link(edge.say or _next_words(graph, name))}->{edge.target}]]"
            for edge in graph.edges[name]
        )
        passages.append((name, f"{words}\n\n{links}".strip()))
    return "\n\n\n".join(f":: {name}\n{text}" for name, text in passages)


def _texts(base: KnowledgeBase, step: Question | Outcome) -> Iterator[str]:
    """What a step says, in paragraphs without marks, the first of which is its heading."""
    script = base.scripts[step.script].say if step.script else None
    if isinstance(step, Question):
        more: tuple[Line | Text | None, ...] = (step.help, script)
    else:
        more = (step.text, script, *step.do, *(Line(f"✕ {line}") for line in step.dont))
    yield heading(step)
    for text in more:
        if text:
            yield from plain_paragraphs(filled(parse(text), base.slots))


def _next_words(graph: Graph, name: str) -> str:
    step = graph.steps[name]
    said = step.next_say if isinstance(step, Outcome) else None
    return said or heading(graph.steps[graph.edges[name][0].target])


def _as_prose(words: str) -> str:
    """Words that no story format takes for a link, a macro or a new passage."""
    apart = re.sub(r"([\[<(])(?=[\[<]|[a-z-]+:)|(\$)(?=[A-Za-z_])", r"\1\2 ", words)
    return re.sub(r"^::", ": :", apart)


def _in_link(words: str) -> str:
    return re.sub(r"->|<-|[|\[\]]", " ", words)


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
