"""What was answered is kept and shown, can be changed, and is nobody else's."""

import pytest
from answertree.knowledge.addresses import anchor
from answertree.knowledge.graph import Edge
from answertree.testing.decide import Decide
from playwright.sync_api import expect

# Gives one answer after another, and may reload then: each as soon as the page has followed, before
# the step is painted.
AT_ONCE = """([steps, reload]) => {
    const next = () => {
        const to = steps.shift();
        if (!to) return reload && location.reload();
        addEventListener("hashchange", next, { once: true });
        document.querySelector(`section.here .answers a[href$="#${to}"]`).click();
    };
    next();
}"""


@pytest.fixture(name="way")
def walked(decide: Decide, way: list[Edge]) -> list[Edge]:
    """A longest way, walked to its end from the first start."""
    decide.open()
    decide.page.locator("a[data-start]").tap()
    decide.walk(way)
    return way


def test_answers_are_listed_in_order(decide: Decide, way: list[Edge]) -> None:
    decide.expect_trail(way)


def test_change_goes_back_to_a_question_and_cuts_the_trail(decide: Decide, way: list[Edge]) -> None:
    for index in reversed(range(len(way))):
        decide.trail.nth(index).get_by_role("link").tap()
        decide.expect_step(way[index].source, why=f"after changing answer {index + 1}")
        decide.expect_trail(way[:index], f"after changing answer {index + 1}")
        decide.walk(way[index:])
        decide.expect_trail(way, f"after answering anew from {index + 1}")


def test_another_answer_replaces_the_old_one(decide: Decide, way: list[Edge]) -> None:
    first = way[0]
    decide.trail.first.get_by_role("link").tap()
    decide.expect_step(first.source, why="after changing the first answer")
    graph = decide.graph
    other = next(
        edge
        for edge in graph.tree.edges[first.source]
        if edge != first and graph.past(edge.target, graph.said(edge)) == edge.target
    )
    decide.walk([other])
    decide.expect_trail([other])


def test_the_browser_goes_back_and_forward_along_the_trail(decide: Decide, way: list[Edge]) -> None:
    for index in reversed(range(len(way))):
        decide.page.go_back()
        decide.expect_step(way[index].source, why="after the browser's back")
        decide.expect_trail(way[:index], f"back at {way[index].source}")
    for index, edge in enumerate(way, 1):
        decide.page.go_forward()
        decide.expect_step(edge.target, why="after the browser's forward")
        decide.expect_trail(way[:index], f"forward at {edge.target}")


def test_the_pages_own_back_goes_back_along_the_trail(decide: Decide, way: list[Edge]) -> None:
    for index in reversed(range(len(way))):
        decide.page.locator("[data-back]").tap()
        decide.expect_step(way[index].source, why="after the page's back")
        decide.expect_trail(way[:index], f"back at {way[index].source}")
    decide.page.locator("[data-back]").tap()
    decide.expect_start("after the page's back at the first step")


def test_a_reload_keeps_step_and_trail(decide: Decide, way: list[Edge]) -> None:
    decide.page.reload()
    decide.expect_step(way[-1].target, why="after a reload", focus=False)
    decide.expect_trail(way, "after a reload")
    decide.page.go_back()
    decide.expect_step(way[-1].source, why="going back after a reload")
    decide.expect_trail(way[:-1], "going back after a reload")


def test_two_answers_in_one_breath_are_both_kept(decide: Decide) -> None:
    way = decide.graph.longest_way()[:2]
    decide.open(anchor(way[0].source))
    decide.page.evaluate(AT_ONCE, [[anchor(edge.target) for edge in way], False])
    decide.expect_step(way[1].target, why="after two answers at once")
    decide.expect_trail(way, "after two answers at once")
    decide.page.go_back()
    decide.expect_step(way[0].target, why="going back to the first of them")
    decide.expect_trail(way[:1], "going back to the first of them")
    decide.page.locator("[data-back]").tap()
    decide.expect_step(way[0].source, why="after the page's back")
    decide.page.go_forward()
    decide.expect_step(way[0].target, why="forward again: the page went back in the history")


def test_a_reload_before_the_step_is_painted_keeps_the_answer(decide: Decide) -> None:
    way = decide.graph.longest_way()[:1]
    decide.open(anchor(way[0].source))
    with decide.page.expect_event("load"):
        decide.page.evaluate(AT_ONCE, [[anchor(way[0].target)], True])
    decide.expect_step(way[0].target, why="after a reload at once", focus=False)
    decide.expect_trail(way, "after a reload at once")


def test_coming_back_from_another_page_keeps_the_trail(decide: Decide, way: list[Edge]) -> None:
    decide.page.goto(decide.address)
    decide.page.go_back()
    decide.expect_step(way[-1].target, why="coming back", focus=False)
    decide.expect_trail(way, "coming back")


def test_start_again_empties_the_trail(decide: Decide, way: list[Edge]) -> None:
    decide.start_again.tap()
    decide.expect_start("after starting again")
    decide.page.locator("a[data-start]").tap()
    decide.expect_step(way[0].source, why="after starting again")
    decide.expect_trail([], "after starting again")


def test_a_link_to_a_step_opens_it_with_nothing_answered(decide: Decide, scenario: str) -> None:
    """Of each kind; every step is linked to where every edge is walked."""
    steps = {name: step for name, step in decide.graph.tree.steps.items()
             if name.startswith(f"{scenario}.")}  # fmt: skip
    for name in {type(step): name for name, step in steps.items()}.values():
        decide.page.goto("about:blank")
        decide.open(anchor(name))
        decide.expect_step(name, why="from a shared link", focus=False)
        decide.expect_trail([], f"at {name}, from a shared link")


@pytest.mark.parametrize("lost", ["no-such-step", "%E0%A4%A", "'%22%3E"])
def test_a_link_to_a_step_that_is_gone_opens_the_start_and_says_so(
    decide: Decide, lost: str
) -> None:
    decide.open(lost)
    decide.expect_start("with a link that leads nowhere")
    expect(decide.page.locator(".notice")).to_be_visible()
    decide.page.locator("a[data-start]").tap()
    decide.expect_step(decide.graph.tree.starts[0], why="going on from the notice")
    expect(decide.page.locator(".notice")).not_to_be_visible()


def test_an_old_address_shows_its_step_alone(decide: Decide) -> None:
    decide.open()
    decide.page.evaluate(
        """() => {
            const alias = Object.assign(document.createElement("span"), { id: "once-called-so" });
            document.querySelector("section.step").prepend(alias);
            location.hash = "once-called-so";
        }"""
    )
    expect(decide.page.locator("section.step").first).to_be_visible()
    expect(decide.page.locator(".starts").first).to_be_hidden()
    expect(decide.page.locator(".bar")).to_be_visible()
