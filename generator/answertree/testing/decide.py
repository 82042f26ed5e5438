"""The decision page as its readers handle it, and what the graph says should happen."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from answertree.knowledge import graph as knowledge_graph
from answertree.knowledge.addresses import DECISION, anchor, pages_of_steps
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.facts import axis_of, box, spans_of
from answertree.knowledge.graph import Edge, build_graph
from answertree.knowledge.model import Input
from answertree.knowledge.steps import Question, title_of, ways_on
from answertree.testing.circumstances import circumstances

Facts = Mapping[str, int]

TABS = 50  # more than there are stops on the page: it ends a search in vain
KEY = "details-1"  # after the path of the site
SHOWN = """() => [...document.querySelectorAll("section[data-step]")]
    .filter((step) => step.checkVisibility())
    .map((step) => [step.id, step.querySelector("h2").innerText])"""


@dataclass(frozen=True)
class Graph:
    """The graph of the content, asked in the words of the page."""

    tree: knowledge_graph.Graph
    inputs: Mapping[str, Input] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)  # of steps, by their anchors

    @classmethod
    def of(cls, base: KnowledgeBase) -> "Graph":
        """The graph of a knowledge base."""
        pages = {anchor(name): page for name, page in pages_of_steps(base).items()}
        return cls(build_graph(base), base.inputs, pages)

    @property
    def anchors(self) -> list[str]:
        """The anchors of all steps."""
        return [anchor(name) for name in self.tree.steps]

    def title(self, name: str) -> str:
        """What a step asks or advises."""
        return title_of(self.tree.steps[name])

    def longest_way(self) -> list[Edge]:
        """The answers along a longest way, from the first start to an outcome, with every question
        on it asked: none is passed over because earlier answers decide it."""
        return self._longest(self.tree.starts[0], {}) or []

    def _longest(self, at: str, facts: Facts) -> list[Edge] | None:
        if at not in self.tree.questions:
            return []
        longest: list[Edge] | None = None
        for edge in self.tree.edges[at]:
            known = {**facts, **self.said(edge)}
            if self.past(edge.target, known) == edge.target:
                rest = self._longest(edge.target, known)
                if rest is not None and (longest is None or len(rest) >= len(longest)):
                    longest = [edge, *rest]
        return longest

    def said(self, edge: Edge) -> Facts:
        """What an answer says, by the names of facts."""
        step = self.tree.steps[edge.source]
        if not isinstance(step, Question):
            return {}
        sets = step.answers[self.tree.edges[edge.source].index(edge)].sets or {}
        axes = {name: axis_of(name, self.inputs) for name in sets}
        return {
            name: spans_of(axis, name, (sets[name],))[0][0] for name, axis in axes.items() if axis
        }

    def past(self, step: str, facts: Facts) -> str:
        """The step at which a reader arrives who is led to this one, and has said so much."""
        question = self.tree.steps[step]
        if not isinstance(question, Question):
            return step
        edges = self.tree.edges[step]
        right = [
            edge
            for edge, answer in zip(edges, question.answers, strict=True)
            if answer.when
            and all(
                name in facts and any(low <= facts[name] <= high for low, high in spans)
                for name, spans in box(answer.when, self.inputs).items()
            )
        ]
        if len(right) != 1:
            return step
        return self.past(right[0].target, {**facts, **self.said(right[0])})


@dataclass(frozen=True)
class Decide:
    """The decision page in a browser."""

    page: Page
    address: str
    graph: Graph

    def open(self, anchor: str = "") -> None:
        """Go to the first page, or to one of the anchors, as by a link from elsewhere."""
        page = f"{self.address}{self.graph.pages.get(anchor, DECISION)}/"
        self.page.goto(f"{page}#{anchor}" if anchor else page)

    def on_one_page(self, name: str, other: str) -> bool:
        """Whether two steps stand on the same page."""
        page, page_of_other = map(self.graph.pages.get, (anchor(name), anchor(other)))
        return page == page_of_other

    def step(self, name: str) -> Locator:
        """A step `scenario.step` on its page."""
        return self.page.locator(f"section[data-step][id='{anchor(name)}']")

    def heading(self, name: str) -> Locator:
        """What a step asks or advises, as it stands on the page."""
        return self.step(name).locator("h2")

    def branches(self, name: str) -> Locator:
        """Every link in a step that leads to another step."""
        return self.step(name).locator(".answers li > a, .next a")

    def answer(self, edge: Edge) -> Locator:
        """The link of an edge: an answer by its words, as it may come first, or else by place."""
        if edge.say:
            return (
                self.step(edge.source).locator(".answers li > a").get_by_text(edge.say, exact=True)
            )
        return self.branches(edge.source).nth(self.graph.tree.edges[edge.source].index(edge))

    def meet(self, edge: Edge) -> None:
        """Become a reader for whom a way on is there, if it stands under a condition."""
        step = self.graph.tree.steps[edge.source]
        if isinstance(step, Question):
            return
        way = ways_on(step)[self.graph.tree.edges[edge.source].index(edge)]
        if way.when:
            there = circumstances(way.when, self.graph.inputs)
            self.page.clock.set_fixed_time(there.moment)
            key = f"/{self.address.split('/', 3)[3]}{KEY}"
            keep = "([key, text]) => localStorage.setItem(key, text)"
            self.page.evaluate(keep, [key, json.dumps(there.kept)])
            self.page.reload()

    def tap(self, edge: Edge) -> None:
        """Give an answer, or go on from an outcome."""
        self.answer(edge).tap()

    def press(self, edge: Edge) -> None:
        """Give an answer with the keyboard alone."""
        answer = self.answer(edge)
        for _ in range(TABS):
            if answer.evaluate("(link) => link === document.activeElement"):
                break
            self.page.keyboard.press("Tab")
        expect(answer, f"{edge.say!r} reached by Tab").to_be_focused()
        self.page.keyboard.press("Enter")

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
        named = re.compile(f"^{re.escape(title)}")
        expect(self.page, f"title of {name} {why}").to_have_title(named)

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
