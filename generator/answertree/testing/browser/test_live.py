"""While something goes on, the words to say come first, and every reply is in sight."""

from playwright.sync_api import expect

from answertree.build import Built
from answertree.knowledge.addresses import anchor
from answertree.testing.decide import Decide, Graph
from answertree.testing.phone import SCREEN, Phones

SIZE = "(it) => parseFloat(getComputedStyle(it).fontSize)"
TOP = "(it) => it.getBoundingClientRect().top"


def test_the_first_words_of_a_live_step_are_on_the_first_screen_of_large_text(
    phones: Phones, graph: Graph
) -> None:
    decide = Decide(phones.open(text_size=200), phones.address, graph)
    late: list[str] = []
    for name in graph.tree.steps:
        decide.open(anchor(name))
        words = decide.step(name).and_(decide.page.locator("[data-live]")).locator("blockquote")
        if words.count():
            top = words.evaluate("(it) => it.getBoundingClientRect().top")
            late += [f"{name}: {top} px"] if top > SCREEN["height"] / 2 else []
    assert not late, "\n".join(late)


def test_every_live_question_has_words_first_and_the_last_reply_in_sight(
    decide: Decide, built: Built
) -> None:
    live = [scenario for scenario, entry in built.base.scenarios.items() if entry.live]
    for name in decide.graph.tree.questions:
        if name.partition(".")[0] in live:
            decide.open(anchor(name))
            words = decide.step(name).locator(".say blockquote")
            expect(words, name).to_be_in_viewport()
            expect(decide.branches(name).last, name).to_be_in_viewport()
            assert words.evaluate(SIZE) >= 22, name
            assert words.evaluate(TOP) < decide.heading(name).evaluate(TOP), name
