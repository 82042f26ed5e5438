"""Every step fits a phone, opens without an error, and stands in no reader's way."""

from playwright.sync_api import expect

from answertree.build import Built
from answertree.knowledge.addresses import anchor
from answertree.testing.axe import by_day_and_night
from answertree.testing.decide import Decide, Graph
from answertree.testing.layout import TO_TAP, too_low, too_wide
from answertree.testing.phone import SCREEN, Phones

SIZE = "(it) => parseFloat(getComputedStyle(it).fontSize)"
TOP = "(it) => it.getBoundingClientRect().top"
AT_A_GLANCE = 22  # px: words are read while something goes on


def test_every_step(phones: Phones, graph: Graph, built: Built) -> None:
    phone, small, large = (Decide(page, phones.address, graph) for page in phones.of_all_sizes())
    live = {name for name, scenario in built.base.scenarios.items() if scenario.live}
    phone.open()
    wrong = too_low(phone.page.locator(TO_TAP), "the start")
    for name in graph.tree.steps:
        for decide in (phone, small, large):
            decide.open(anchor(name))
            expect(decide.step(name), f"{name}, when linked to").to_be_visible()
        phone.expect_step(name, why="when linked to", focus=False)
        wrong += too_low(phone.page.locator(TO_TAP), name)
        if name in graph.tree.questions and name.partition(".")[0] in live:
            wrong += late_words(phone, large, name)
        for decide in (phone, small, large):
            wrong += too_wide(decide.page, name)
        wrong += by_day_and_night(phone.page, name)
    phone.page.pdf()
    phone.open("no-such-step")
    expect(phone.page.locator(".notice")).to_be_visible()
    wrong += by_day_and_night(phone.page, "the notice of a step that is gone")
    assert not wrong, "\n".join(wrong)


def late_words(phone: Decide, large: Decide, name: str) -> list[str]:
    """What keeps somebody from reading the words of a live question, and seeing every reply."""
    words, large_words = (
        each.step(name).locator(".say blockquote").first for each in (phone, large)
    )
    expect(words, f"the words of {name}").to_be_in_viewport()
    expect(phone.branches(name).last, f"the last reply of {name}").to_be_in_viewport()
    wrong: list[str] = []
    if not words.evaluate(TOP) < phone.heading(name).evaluate(TOP):
        wrong.append(f"{name}: the words to say do not come first")
    if words.evaluate(SIZE) < AT_A_GLANCE:
        wrong.append(f"{name}: the words to say are too small to be read at a glance")
    if large_words.evaluate(TOP) > SCREEN["height"] / 2:
        wrong.append(f"{name}: in large text the words to say begin too far down")
    return wrong


def test_a_long_way_by_keyboard(decide: Decide) -> None:
    way = decide.graph.longest_way()
    decide.open(anchor(decide.graph.tree.starts[0]))
    for edge in way:
        decide.press(edge)
        decide.expect_step(edge.target, why=f"by keyboard, after {edge.say!r}")
    decide.expect_trail(way, "by keyboard")
    where = "after a long way"
    wrong = too_low(decide.page.locator(TO_TAP), where) + too_wide(decide.page, where)
    wrong += by_day_and_night(decide.page, where)
    decide.page.pdf()
    assert not wrong, "\n".join(wrong)
