"""The header is the same on every page, in large text too, and takes one line."""

import pytest
from answertree.testing.phone import SCREEN, SMALL, Phones
from playwright.sync_api import ViewportSize

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
