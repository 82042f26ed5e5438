"""The decision tree as a picture or as data: Mermaid, Graphviz DOT, JSON, Twee 3."""

import json
import re
import uuid
from collections.abc import Collection, Iterator

from answertree.knowledge.addresses import anchor
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Line, Text
from answertree.knowledge.graph import Edge, Graph, build_graph, distances
from answertree.knowledge.steps import Question, Step, kind_of_step, title_of, ways_on
from answertree.knowledge.text_nodes import filled
from answertree.knowledge.text_output import plain_paragraphs
from answertree.knowledge.text_parser import parse

# How a marked step or way is drawn, in a colour that is seen by day and by night.
THICK = "stroke:#bf8700,stroke-width:4px"


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
        left, right = ("([", "])") if isinstance(graph.steps[name], Question) else ("[", "]")
        lines.append(f'  {_id(name)}{left}"{_mermaid(title_of(graph.steps[name]))}"{right}')
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
            f"[[{_in_link(words)}->{edge.target}]]"
            for edge, words in zip(graph.edges[name], _ways(graph, name), strict=True)
        )
        passages.append((name, f"{words}\n\n{links}".strip()))
    return "\n\n\n".join(f":: {name}\n{text}" for name, text in passages)


def _texts(base: KnowledgeBase, step: Step) -> Iterator[str]:
    """What a step says, in paragraphs without marks, the first of which is its heading."""
    script = base.scripts[step.script].say if step.script else None
    if isinstance(step, Question):
        more: tuple[Line | Text | None, ...] = (step.help, step.text, script)
    else:
        dont = (Line(f"✕ {line.say}") for line in step.dont)
        more = (*(part.say for part in step.text), script, *(line.say for line in step.do), *dont)
    yield title_of(step)
    for text in more:
        if text:
            yield from plain_paragraphs(filled(parse(text), base.slots))


def _ways(graph: Graph, name: str) -> list[str]:
    """What each way on from a step of a whole graph says."""
    step, edges = graph.steps[name], graph.edges[name]
    if isinstance(step, Question):
        return [edge.say for edge in edges]
    titles = (title_of(graph.steps[edge.target]) for edge in edges)
    return [way.say or title for way, title in zip(ways_on(step), titles, strict=True)]


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
