"""Everything fits a phone, also a small one and one with large text, and can be hit by a thumb."""

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from answertree.build import Built
from answertree.knowledge.addresses import anchor
from answertree.testing.decide import Decide, Graph
from answertree.testing.phone import SCREEN, SMALL, Phones

TAP = 48

# What is wider than the screen, and by which elements; null when all fits. Boxes that scroll by
# themselves hide what sticks out of them: the page's own width tells.
TOO_WIDE = """(width) => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const page = document.scrollingElement;
    if (page.scrollWidth <= width) return null;
    const out = [...document.body.querySelectorAll("*")].filter((element) => {
        const box = element.getBoundingClientRect();
        return Math.max(box.right, box.left + element.scrollWidth) > width + 0.5;
    });
    // The innermost are last, and say most.
    const names = out.slice(-3).map((element) => element.outerHTML.slice(0, 80));
    return `${page.scrollWidth} px: ${names.join(", ")}`;
}"""

LOW = """(links) => links.filter((link) => link.checkVisibility())
    .map((link) => [link.textContent.trim(), link.getBoundingClientRect().height])"""


@pytest.mark.parametrize(
    ("screen", "text_size"),
    [(SCREEN, 100), (SMALL, 100), (SCREEN, 200)],
    ids=["phone", "small phone", "large text"],
)
def test_nothing_is_wider_than_the_screen(
    phones: Phones, graph: Graph, paths: list[str], screen: ViewportSize, text_size: int
) -> None:
    page = phones.open(screen, text_size)
    width = screen["width"]
    wide: list[str] = []
    for path in paths:
        page.goto(phones.address + path)
        if found := page.evaluate(TOO_WIDE, width):
            wide.append(f"{path}: {found}")
    decide = Decide(page, phones.address, graph)
    for name in graph.tree.steps:
        decide.open(anchor(name))
        expect(decide.step(name)).to_be_visible()
        if found := page.evaluate(TOO_WIDE, width):
            wide.append(f"{name}: {found}")
    assert not wide, "\n".join(wide)


def test_home_says_it_all_on_the_first_screen(phone: Page, address: str, built: Built) -> None:
    phone.goto(address)
    starts, essentials = phone.locator("main a.start"), phone.locator(".essentials .mark")
    assert starts.count() == len(built.base.guide.starts)
    points = built.base.guide.essentials.points if built.base.guide.essentials else ()
    assert essentials.count() == len(points)
    heading = phone.get_by_role("heading", level=1)
    for part in [heading, *starts.all()[:3], *essentials.all()[:6]]:
        _expect_on_screen(part, SCREEN["height"])


def _expect_on_screen(part: Locator, height: int) -> None:
    text = part.inner_text()
    expect(part, text).to_be_visible()
    box = part.bounding_box()
    assert box is not None
    assert box["y"] >= 0, text
    assert box["y"] + box["height"] <= height, f"{text!r} ends at {box['y'] + box['height']} px"


def test_everything_to_tap_in_a_step_is_high_enough(decide: Decide) -> None:
    decide.open()
    low = _low(decide, "the start")
    for name in decide.graph.tree.steps:
        decide.open(anchor(name))
        expect(decide.step(name)).to_be_visible()
        low += _low(decide, name)
    decide.open(anchor(decide.graph.tree.starts[0]))
    decide.walk(decide.graph.longest_way())
    low += _low(decide, "the end of a long way")
    assert not low, "\n".join(low)


def test_everything_to_tap_on_home_is_high_enough(phone: Page, address: str) -> None:
    phone.goto(address)
    heights = phone.locator("main a.start").evaluate_all(LOW)
    assert heights
    assert [said for said, height in heights if height < TAP] == []


def _low(decide: Decide, where: str) -> list[str]:
    taps = decide.page.locator(
        "a.start, .answers li > a, .next a, [data-back], .bar a, .bar button, .trail a"
    )
    found: list[tuple[str, float]] = taps.evaluate_all(LOW)
    assert found, f"nothing to tap at {where}"
    return [f"{where}: {said!r} is {height} px high" for said, height in found if height < TAP]


PLACES = """() => ["button[popovertarget=menu]", ".brand", ".search button, label.top__button"]
    .map((part) => document.querySelector(part).getBoundingClientRect())
    .map(({ left, top, height }) => [left, top, height].map(Math.round))"""
LINES = """(words) => {
    const range = document.createRange();
    range.selectNodeContents(words);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size;
}"""


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("screen", [SCREEN, SMALL], ids=["phone", "small phone"])
def test_the_header_is_the_same_on_every_page_and_takes_one_line(
    phones: Phones, paths: list[str], screen: ViewportSize, text_size: int
) -> None:
    page = phones.open(screen, text_size)
    page.goto(phones.address)
    home = page.evaluate(PLACES)
    for path in paths:
        page.goto(phones.address + path)
        assert page.evaluate(PLACES) == home, path
        assert page.locator(".brand span").evaluate(LINES) <= 1, path
    menu, brand, search = home
    assert menu[0] < brand[0] < search[0]
    assert {part[1] + part[2] / 2 for part in home} == {menu[1] + menu[2] / 2}
