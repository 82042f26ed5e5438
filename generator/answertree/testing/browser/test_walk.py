"""Every edge of the graph, tapped on a phone, and back again."""

from playwright.sync_api import expect

from answertree.knowledge.addresses import anchor
from answertree.testing.decide import Decide


def test_the_page_opens_with_the_ways_in(decide: Decide) -> None:
    decide.open()
    decide.expect_start("on arrival")


def test_each_start_opens_its_step_and_back_returns(decide: Decide) -> None:
    decide.open()
    starts = decide.page.locator("a.start")
    expect(starts).to_have_count(len(decide.graph.tree.starts))
    for index, name in enumerate(decide.graph.tree.starts):
        starts.nth(index).tap()
        decide.expect_step(name, why=f"after start {index + 1}")
        decide.page.go_back()
        decide.expect_start(f"after going back from {name}")


def test_every_edge_leads_to_its_step_and_back_returns(decide: Decide, scenario: str) -> None:
    walk_every_edge(decide, scenario)


def walk_every_edge(decide: Decide, scenario: str) -> None:
    """Tap every way on from every step of a scenario, and come back."""
    edges_of = decide.graph.tree.edges
    for name in (name for name in edges_of if name.startswith(f"{scenario}.")):
        decide.open(anchor(name))
        decide.expect_step(name, why="when linked to", focus=False)
        found = decide.branches(name).evaluate_all("(all) => all.map((a) => a.hash.slice(1))")
        wanted = [anchor(edge.target) for edge in edges_of[name]]
        assert sorted(found) == sorted(wanted), f"{name} leads to {found}, not to {wanted}"
        said = sorted(decide.step(name).locator(".answers li > a").all_inner_texts())
        answers = sorted(edge.say for edge in edges_of[name] if edge.say)
        assert said == answers, f"the answers of {name} are {said}, not {answers}"
        for edge in edges_of[name]:
            decide.meet(edge)
            end = decide.graph.past(edge.target, decide.graph.said(edge))
            way = f"{edge.source} --{edge.say or 'next'}--> {end}"
            decide.tap(edge)
            decide.expect_step(end, why=f"after {way}")
            decide.page.go_back()
            # Back on a page that was left, the reader is where they were on it.
            stayed = decide.on_one_page(edge.source, end)
            decide.expect_step(edge.source, why=f"back from {way}", focus=stayed)
