"""axe finds nothing on any page or step, by day and by night; the keyboard gets everywhere."""

from playwright.sync_api import expect

from answertree.knowledge.addresses import anchor
from answertree.knowledge.graph import Edge
from answertree.testing.axe import Scheme, schemes, violations
from answertree.testing.decide import Decide, Graph
from answertree.testing.phone import Phones

TABS = 50  # more than there are stops on the page: it ends a search in vain


@schemes
def test_axe_finds_nothing_on_any_page(phones: Phones, paths: list[str], scheme: Scheme) -> None:
    page = phones.open(color_scheme=scheme)
    found: list[str] = []
    for path in paths:
        page.goto(phones.address + path)
        found += violations(page, path or "home")
        page.locator("button[popovertarget=menu]").tap()
        expect(page.locator("#menu")).to_be_visible()
        found += violations(page, f"the menu of {path or 'home'}")
    assert not found, "\n".join(found)


@schemes
def test_axe_finds_nothing_in_any_step(phones: Phones, graph: Graph, scheme: Scheme) -> None:
    decide = Decide(phones.open(color_scheme=scheme), phones.address, graph)
    found: list[str] = []
    for name in graph.tree.steps:
        decide.open(anchor(name))
        expect(decide.step(name)).to_be_visible()
        found += violations(decide.page, name)
    decide.page.goto("about:blank")
    decide.open(anchor(graph.tree.starts[0]))
    decide.walk(graph.longest_way())
    found += violations(decide.page, "a long trail")
    decide.open("no-such-step")
    expect(decide.page.locator(".notice")).to_be_visible()
    found += violations(decide.page, "the notice")
    assert not found, "\n".join(found)


def test_a_way_can_be_walked_by_keyboard(decide: Decide, way: list[Edge]) -> None:
    decide.open(anchor(way[0].source))
    for edge in way:
        answer = decide.answer(edge)
        for _ in range(TABS):
            if answer.evaluate("(link) => link === document.activeElement"):
                break
            decide.page.keyboard.press("Tab")
        expect(answer, f"{edge.say!r} reached by Tab").to_be_focused()
        decide.page.keyboard.press("Enter")
        decide.expect_step(edge.target, why=f"by keyboard, after {edge.say!r}")
    decide.expect_trail(way, "by keyboard")


def test_the_skip_link_leaves_the_reader_at_the_step(decide: Decide) -> None:
    first = decide.graph.tree.starts[0]
    decide.open(anchor(first))
    decide.page.locator("a.skip").focus()
    decide.page.keyboard.press("Enter")
    decide.expect_step(first, why="after skipping to the content")
