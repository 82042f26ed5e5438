"""The map on a phone: its boxes are large enough to read and to hit."""

from answertree.testing.phone import SMALL, Phones

TAP = 48
# px that a box may be narrow: a word of its title is still on one line.
NARROW = 120
BOXES = """(links) => links.map((link) => {
    const { width, height } = link.getBoundingClientRect();
    return [link.textContent, width, height];
})"""
OPEN_ALL = "() => document.querySelectorAll('details').forEach((each) => each.open = true)"


def test_boxes_are_large_enough_on_a_small_phone(phones: Phones, paths: list[str]) -> None:
    page = phones.open(SMALL)
    for path in paths:
        page.goto(phones.address + path)
        page.evaluate(OPEN_ALL)
        for said, width, height in page.locator(".map a").evaluate_all(BOXES):
            assert (width >= NARROW, height >= TAP) == (True, True), f"{path}: {said}"
