"""axe finds nothing on any page or step, by day and by night; the keyboard gets everywhere."""

from importlib.resources import files
from typing import Literal

import pytest
from answertree.knowledge.addresses import anchor
from answertree.knowledge.graph import Edge
from playwright.sync_api import Page, expect

from tests.browser.decide import Decide, Graph
from tests.browser.phone import Phones

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
# Steps that are not shown are looked at when they are: axe goes through them all the same, so they
# are taken out for as long as it looks. By night nothing but the colours is another, so there only
# the rules about colours are asked.
RUN = """async () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const rules = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
    const hidden = [...document.querySelectorAll("section[data-step]:not(:target)")]
        .map((step) => [step, document.createComment("")]);
    for (const [step, place] of hidden) step.replaceWith(place);
    for (const details of document.querySelectorAll("details")) details.open = true;
    const options = { resultTypes: ["violations"], ...(dark && { runOnly: rules }) };
    const { violations } = await axe.run(document, options);
    for (const [step, place] of hidden) place.replaceWith(step);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(" | ")}`);
}"""

TABS = 50  # more than there are stops on the page: it ends a search in vain

Scheme = Literal["light", "dark"]
schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


def violations(page: Page, where: str) -> list[str]:
    """What axe finds on the page as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return [f"{where}: {found}" for found in page.evaluate(RUN)]


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
