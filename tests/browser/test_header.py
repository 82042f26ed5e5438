"""The header is the same on every page, in large text too, and takes one line."""

from itertools import product

from answertree.testing.phone import SCREEN, SMALL, set_text_size
from playwright.sync_api import Page

SIZES = list(product((SCREEN, SMALL), (100, 200)))
PLACES = """() => ["button[popovertarget=menu]", ".brand", ".search button, label.top__button"]
    .map((part) => document.querySelector(part).getBoundingClientRect())
    .map(({ left, top, height }) => [left, top, height].map(Math.round))"""
LINES = """(words) => {
    const range = document.createRange();
    range.selectNodeContents(words);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size;
}"""


def headers(page: Page) -> list[list[list[int]]]:
    """In each size of screen and text, where the parts of the header are."""
    found = []
    for screen, text_size in SIZES:
        page.set_viewport_size(screen)
        set_text_size(page, text_size)
        assert page.locator(".brand span").evaluate(LINES) <= 1, page.url
        found.append(page.evaluate(PLACES))
    return found


def test_the_header_is_the_same_on_every_page_and_takes_one_line(
    phone: Page, address: str, paths: list[str]
) -> None:
    phone.goto(address)
    home = headers(phone)
    for menu, brand, search in home:
        assert menu[0] < brand[0] < search[0]
        assert {part[1] + part[2] / 2 for part in (brand, search)} == {menu[1] + menu[2] / 2}
    for path in paths:
        phone.goto(address + path)
        assert headers(phone) == home, path
