"""The decision page as its readers handle it, and what the graph says should happen."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from answertree.knowledge import graph as knowledge_graph
from answertree.knowledge.addresses import anchor
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.graph import Edge, build_graph, distances
from answertree.knowledge.model import Outcome

SHOWN = """() => [...document.querySelectorAll("section[data-step]")]
    .filter((step) => step.checkVisibility())
    .map((step) => [step.id, step.querySelector("h2").innerText])"""


@dataclass(frozen=True)
class Graph:
    """The graph of the content, asked in the words of the page."""

    tree: knowledge_graph.Graph

    @classmethod
    def of(cls, base: KnowledgeBase) -> "Graph":
        """The graph of a knowledge base."""
        return cls(build_graph(base))

    @property
    def anchors(self) -> list[str]:
        """The anchors of all steps."""
        return [anchor(name) for name in self.tree.steps]

    def title(self, name: str) -> str:
        """What a step asks or advises."""
        step = self.tree.steps[name]
        return step.advise if isinstance(step, Outcome) else step.ask

    def longest_way(self) -> list[Edge]:
        """The answers along a longest way, from the first start to an outcome."""
        left, way, at = distances(self.tree), list[Edge](), self.tree.starts[0]
        while at in self.tree.questions:
            way.append(max(self.tree.edges[at], key=lambda edge: left[edge.target][1]))
            at = way[-1].target
        return way


@dataclass(frozen=True)
class Decide:
    """The decision page in a browser."""

    page: Page
    address: str
    graph: Graph

    def open(self, anchor: str = "") -> None:
        """Go to the page, or to one of its anchors, as by a link from elsewhere."""
        self.page.goto(f"{self.address}decide/#{anchor}" if anchor else f"{self.address}decide/")

    def step(self, name: str) -> Locator:
        """A step `scenario.step` on the page."""
        return self.page.locator(f"section[data-step][id='{anchor(name)}']")

    def heading(self, name: str) -> Locator:
        """What a step asks or advises, as it stands on the page."""
        return self.step(name).locator("h2")

    def branches(self, name: str) -> Locator:
        """Every link in a step that leads to another step."""
        return self.step(name).locator("a[href^='#']")

    def answer(self, edge: Edge) -> Locator:
        """The link of an edge, by its place: two answers may lead to the same step."""
        return self.branches(edge.source).nth(self.graph.tree.edges[edge.source].index(edge))

    def tap(self, edge: Edge) -> None:
        """Give an answer, or go on from an outcome."""
        self.answer(edge).tap()

    def walk(self, way: list[Edge]) -> None:
        """Give these answers, one after another."""
        for edge in way:
            self.tap(edge)
            self.expect_step(edge.target, why=f"after {edge.say!r} at {edge.source}")

    @property
    def trail(self) -> Locator:
        """The answers so far."""
        return self.page.locator(".trail li")

    @property
    def start_again(self) -> Locator:
        """The link that forgets the answers."""
        return self.page.locator(".bar a[href='#start']:not([data-back], .out)")

    def shown(self) -> list[str]:
        """The anchors of the steps that can be seen."""
        return [anchor for anchor, _ in self.page.evaluate(SHOWN)]

    def expect_step(self, name: str, why: str, focus: bool = True) -> None:
        """This step is shown and no other, its heading in sight and, unless it is the first
        thing that the page shows, with the focus; the document is named after it."""
        heading = self.heading(name)
        if focus:
            expect(heading, f"focus on {name} {why}").to_be_focused()
        expect(heading, f"heading of {name} in sight {why}").to_be_in_viewport()
        title = self.graph.title(name)
        shown = self.page.evaluate(SHOWN)
        assert shown == [[anchor(name), title]], f"{name} alone should be shown {why}"
        assert self.page.title().startswith(title), f"{self.page.title()!r} is the title {why}"

    def expect_start(self, why: str) -> None:
        """The ways in are shown, no step is, and nothing has been answered."""
        expect(self.page.locator("[data-start]"), f"the start in sight {why}").to_be_visible()
        assert self.shown() == [], f"no step should be shown {why}"
        expect(self.trail, f"no trail {why}").to_have_count(0)

    def expect_trail(self, way: list[Edge], why: str = "") -> None:
        """The trail lists the question and the answer of each of these edges, in order."""
        expect(self.trail, f"answers in the trail {why}").to_have_count(len(way))
        for stop, edge in zip(self.trail.all(), way, strict=True):
            expect(stop, f"trail {why}").to_contain_text(self.graph.title(edge.source))
            expect(stop, f"trail {why}").to_contain_text(edge.say)
