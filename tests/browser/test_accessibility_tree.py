"""What a screen reader is given on each step of the tree: its name, and where it leads."""

import json
import re

from answertree.build import Built
from answertree.knowledge.graph import Edge
from answertree.testing.decide import Decide, Graph
from playwright.sync_api import Page, expect


def announced(page: Page) -> list[str]:
    """The accessibility tree of the main part, a line for each thing, without its addresses."""
    lines = page.locator("main").aria_snapshot().splitlines()
    bare = (line.strip().removeprefix("- ").removesuffix(":") for line in lines)
    # The snapshot is YAML: a line with a colon in it stands in quotes.
    return [line.strip("'") for line in bare if not line.startswith("/url")]


def quoted(words: str) -> str:
    return json.dumps(" ".join(words.split()), ensure_ascii=False)


def expect_announced(decide: Decide, graph: Graph, name: str) -> None:
    """The step's heading, and each way on from it, by name and by nothing else."""
    lines = announced(decide.page)
    headings = [line for line in lines if re.match(r"heading .*\[level=2\]", line)]
    assert headings[0].startswith(f"heading {quoted(graph.title(name))}"), headings
    links = [line for line in lines if line.startswith("link ")]
    says = [edge.say for edge in graph.tree.edges[name] if edge.say]
    first = [line for line in links if line in {f"link {quoted(say)}" for say in says}][: len(says)]
    assert sorted(first) == sorted(f"link {quoted(say)}" for say in says), (name, links)
    assert not [line for line in links if line in ('link ""', "link")], name


def test_every_step_is_announced_by_its_name_and_its_ways_on(decide: Decide, graph: Graph) -> None:
    decide.open()
    for name in graph.tree.steps:
        decide.open(name.replace(".", "-"))
        expect(decide.step(name)).to_be_visible()
        expect_announced(decide, graph, name)


def test_a_whole_walk_tells_the_step_and_the_answers_so_far(
    decide: Decide, graph: Graph, way: list[Edge], built: Built
) -> None:
    label = built.language.label
    changes = {
        name: f"link {quoted(label('walk.change-of', question=graph.title(name)))}"
        for name in graph.tree.steps
    }
    decide.open(way[0].source.replace(".", "-"))
    for given, edge in enumerate(way, start=1):
        decide.walk([edge])
        expect(decide.heading(edge.target)).to_be_focused()
        expect_announced(decide, graph, edge.target)
        lines = announced(decide.page)
        wanted = [changes[each.source] for each in way[:given]]
        assert [line for line in lines if line in changes.values()] == wanted, edge.target
        assert f"heading {quoted(label('walk.trail'))} [level=2]" in lines, edge.target
