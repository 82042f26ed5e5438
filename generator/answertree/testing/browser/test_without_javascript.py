"""The decision page is whole where no script runs: every step is there, every answer a link."""

import re

from playwright.sync_api import expect

from answertree.knowledge.addresses import anchor
from answertree.testing.decide import Decide


def test_every_step_can_be_read(plain: Decide) -> None:
    shown: list[str] = []
    for page in dict.fromkeys(plain.graph.pages.values()):
        plain.page.goto(f"{plain.address}{page}/")
        shown += plain.shown()
    assert sorted(shown) == sorted(plain.graph.anchors)


def test_every_edge_leads_to_its_step_and_back_returns(plain: Decide, scenario: str) -> None:
    walk_every_edge(plain, scenario)


def walk_every_edge(plain: Decide, scenario: str) -> None:
    """Tap every way on from every step of a scenario, and come back to each step."""
    edges_of = plain.graph.tree.edges
    for name in (name for name in edges_of if name.startswith(f"{scenario}.")):
        plain.open(anchor(name))
        expect(plain.heading(name), f"{name}, when linked to").to_be_in_viewport()
        said = plain.step(name).locator(".answers li > a").all_inner_texts()
        answers = [edge.say for edge in edges_of[name] if edge.say]
        assert said == answers, f"the answers of {name} are {said}, not {answers}"
        expect(plain.branches(name), f"branches of {name}").to_have_count(len(edges_of[name]))
        for edge in edges_of[name]:
            way = f"{edge.source} --{edge.say or 'next'}--> {edge.target}"
            plain.tap(edge)
            at = re.compile(f"#{re.escape(anchor(edge.target))}$")
            expect(plain.page, f"after {way}").to_have_url(at)
            expect(plain.heading(edge.target), f"after {way}").to_be_in_viewport()
            on_one_page = plain.on_one_page(edge.source, edge.target)
            # Other answers of the page are on it wherever the reader is.
            if edge == edges_of[name][0] or not on_one_page:
                plain.page.go_back()
                if on_one_page:
                    expect(plain.answer(edge), f"in sight, back from {way}").to_be_in_viewport()
                else:  # where on it is the browser's to remember
                    expect(plain.answer(edge), f"there, back from {way}").to_be_visible()
