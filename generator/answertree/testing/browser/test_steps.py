"""Every step fits a phone, opens without an error, and stands in no reader's way."""

from playwright.sync_api import Locator, expect

from answertree.build import Built
from answertree.knowledge.addresses import anchor
from answertree.testing.axe import by_day_and_night
from answertree.testing.decide import Decide, Graph
from answertree.testing.layout import TO_TAP, steps_too_wide, too_low, too_wide
from answertree.testing.phone import SCREEN, in_all_sizes, set_text_size

SIZE = "(it) => parseFloat(getComputedStyle(it).fontSize)"
TOP = "(it) => it.getBoundingClientRect().top"
AT_A_GLANCE = 22  # px: words are read while something goes on


def test_every_step(decide: Decide, graph: Graph) -> None:
    phone = decide.page
    decide.open()
    wrong = too_low(phone.locator(TO_TAP), "the start")
    for name in graph.tree.steps:
        decide.open(anchor(name))
        expect(decide.step(name), f"{name}, when linked to").to_be_visible()
        wrong += too_low(phone.locator(TO_TAP), name)
        wrong += by_day_and_night(phone, name)
    for _ in in_all_sizes(phone):
        wrong += steps_too_wide(phone, graph.tree.steps)
    phone.pdf()
    decide.open("no-such-step")
    expect(phone.locator(".notice")).to_be_visible()
    wrong += by_day_and_night(phone, "the notice of a step that is gone")
    assert not wrong, "\n".join(wrong)


def test_the_words_of_a_live_step_can_be_read_at_a_glance(
    decide: Decide, graph: Graph, built: Built
) -> None:
    """They come first, and every reply is in sight."""
    live = {name for name, scenario in built.base.scenarios.items() if scenario.live}
    questions = [name for name in graph.tree.questions if name.partition(".")[0] in live]
    wrong: list[str] = []
    for name in questions:
        decide.open(anchor(name))
        words = words_of(decide, name)
        expect(words, f"the words of {name}").to_be_in_viewport()
        expect(decide.branches(name).last, f"the last reply of {name}").to_be_in_viewport()
        if not words.evaluate(TOP) < decide.heading(name).evaluate(TOP):
            wrong.append(f"{name}: the words to say do not come first")
        if words.evaluate(SIZE) < AT_A_GLANCE:
            wrong.append(f"{name}: the words to say are too small to be read at a glance")
    set_text_size(decide.page, 200)
    for name in questions:
        decide.open(anchor(name))
        words = words_of(decide, name)
        expect(words, f"the words of {name}").to_be_visible()
        if words.evaluate(TOP) > SCREEN["height"] / 2:
            wrong.append(f"{name}: in large text the words to say begin too far down")
    assert not wrong, "\n".join(wrong)


def words_of(decide: Decide, name: str) -> Locator:
    """The words to say at a step of a live scenario."""
    return decide.step(name).locator(".say blockquote").first


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
