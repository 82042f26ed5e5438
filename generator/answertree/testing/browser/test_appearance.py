"""Every page and step fits a phone, loads without an error, and stands in no reader's way."""

from playwright.sync_api import Locator, Page, expect

from answertree.build import Built
from answertree.knowledge.addresses import anchor
from answertree.testing.axe import by_day_and_night
from answertree.testing.decide import Decide, Graph
from answertree.testing.layout import TO_TAP, too_low, too_wide
from answertree.testing.phone import LOG_VIOLATIONS, SCREEN, SMALL, Phones

POLICY = "head > meta[charset] + meta[http-equiv=Content-Security-Policy]"
SIZE = "(it) => parseFloat(getComputedStyle(it).fontSize)"
TOP = "(it) => it.getBoundingClientRect().top"


def watched(phones: Phones) -> Page:
    """A phone that logs whatever breaks the policy: what is logged makes the test fail."""
    page = phones.open()
    page.add_init_script(LOG_VIOLATIONS)
    return page


def others(phones: Phones) -> list[Page]:
    """A small phone, and one with large text."""
    return [phones.open(SMALL), phones.open(SCREEN, text_size=200)]


def test_every_page(phones: Phones, paths: list[str]) -> None:
    phone, rest = watched(phones), others(phones)
    wrong: list[str] = []
    for path in paths:
        where = path or "home"
        for page in (phone, *rest):
            page.goto(phones.address + path)
            wrong += too_wide(page, where)
        if phone.locator(POLICY).count() != 1:
            wrong.append(f"{where}: there is no policy, or it does not come first")
        if (count := phone.locator("h1").count()) != 1:
            wrong.append(f"{where}: it has {count} titles")
        wrong += by_day_and_night(phone, where)
        phone.pdf()  # printing must not break the policy either
    assert not wrong, "\n".join(wrong)


def test_every_step(phones: Phones, graph: Graph) -> None:
    phone, *rest = (
        Decide(page, phones.address, graph) for page in (watched(phones), *others(phones))
    )
    phone.open()
    wrong = too_low(phone.page.locator(TO_TAP), "the start")
    for name in graph.tree.steps:
        phone.open(anchor(name))
        phone.expect_step(name, why="when linked to", focus=False)
        wrong += too_low(phone.page.locator(TO_TAP), name)
        wrong += by_day_and_night(phone.page, name)
        for decide in (phone, *rest):
            decide.open(anchor(name))
            wrong += too_wide(decide.page, name)
    phone.page.pdf()
    phone.open("no-such-step")
    expect(phone.page.locator(".notice")).to_be_visible()
    wrong += by_day_and_night(phone.page, "the notice of a step that is gone")
    assert not wrong, "\n".join(wrong)


def test_a_long_way_by_keyboard(phones: Phones, graph: Graph) -> None:
    decide = Decide(watched(phones), phones.address, graph)
    way = graph.longest_way()
    decide.open(anchor(graph.tree.starts[0]))
    for edge in way:
        decide.press(edge)
        decide.expect_step(edge.target, why=f"by keyboard, after {edge.say!r}")
    decide.expect_trail(way, "by keyboard")
    wrong = by_day_and_night(decide.page, "after a long way")
    wrong += too_low(decide.page.locator(TO_TAP), "after a long way")
    wrong += too_wide(decide.page, "after a long way")
    decide.page.pdf()
    assert not wrong, "\n".join(wrong)


def test_the_menu(phones: Phones) -> None:
    page = watched(phones)
    page.goto(phones.address)
    page.locator("button[popovertarget=menu]").tap()
    expect(page.locator("#menu")).to_be_visible()
    wrong = by_day_and_night(page, "the menu")
    assert not wrong, "\n".join(wrong)


def test_home_says_it_all_on_the_first_screen(phone: Page, address: str, built: Built) -> None:
    phone.goto(address)
    starts, essentials = phone.locator("main a.start"), phone.locator(".essentials .mark")
    expect(starts).to_have_count(len(built.base.guide.starts))
    points = built.base.guide.essentials.points if built.base.guide.essentials else ()
    expect(essentials).to_have_count(len(points))
    heading = phone.get_by_role("heading", level=1)
    wrong = too_low(starts, "home")
    for part in (heading, *starts.all()[:3], *essentials.all()[:6]):
        wrong += below_the_screen(part)
    assert not wrong, "\n".join(wrong)


def below_the_screen(part: Locator) -> list[str]:
    """What ends where a reader does not see it without scrolling."""
    box = part.bounding_box()
    end = box["y"] + box["height"] if box else 0
    on_screen = box is not None and box["y"] >= 0 and end <= SCREEN["height"]
    text = part.inner_text()
    return [] if on_screen else [f"home: {text!r} ends at {end} px, below the first screen"]


def test_the_words_of_live_questions_come_first_and_the_last_reply_is_in_sight(
    phones: Phones, graph: Graph, built: Built
) -> None:
    decide = Decide(phones.open(), phones.address, graph)
    large = Decide(phones.open(text_size=200), phones.address, graph)
    live = {name for name, scenario in built.base.scenarios.items() if scenario.live}
    wrong: list[str] = []
    for name in (name for name in graph.tree.questions if name.partition(".")[0] in live):
        words, large_words = (
            each.step(name).locator(".say blockquote").first for each in (decide, large)
        )
        decide.open(anchor(name))
        expect(words, name).to_be_in_viewport()
        expect(decide.branches(name).last, name).to_be_in_viewport()
        if not words.evaluate(TOP) < decide.heading(name).evaluate(TOP):
            wrong.append(f"{name}: the words to say do not come first")
        if words.evaluate(SIZE) < 22:
            wrong.append(f"{name}: the words to say are too small to read at a glance")
        large.open(anchor(name))
        expect(large_words, name).to_be_visible()
        if large_words.evaluate(TOP) > SCREEN["height"] / 2:
            wrong.append(f"{name}: in large text the words to say begin too far down")
    assert not wrong, "\n".join(wrong)
