"""Measures what fits a phone, and what a thumb can hit."""

from collections.abc import Iterable

from playwright.sync_api import Locator, Page

from answertree.knowledge.addresses import anchor
from answertree.testing.phone import HANG

TAP = 48  # px

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
# The same of each step, once it is shown, from its anchor.
STEPS_TOO_WIDE = f"""async ([width, anchors]) => {{
    const found = [];
    for (const anchor of anchors) {{
        location.hash = anchor;
        for (let wait = 0; !document.getElementById(anchor)?.checkVisibility(); wait += 20) {{
            if (wait > {HANG}) throw new Error(`${{anchor}} is not shown when linked to`);
            await new Promise((done) => setTimeout(done, 20));
        }}
        found.push(({TOO_WIDE})(width));
    }}
    return found;
}}"""
LOW = """(links) => links.filter((link) => link.checkVisibility())
    .map((link) => [link.textContent.trim(), link.getBoundingClientRect().height])"""
TO_TAP = "a.start, .answers li > a, .next a, [data-back], .bar a, .bar button, .trail a"


def too_wide(page: Page, where: str) -> list[str]:
    """What is wider than the screen, with all that is folded opened."""
    width = _width(page)
    return _told(width, where, page.evaluate(TOO_WIDE, width))


def steps_too_wide(page: Page, steps: Iterable[str]) -> list[str]:
    """The same of steps `scenario.step` of the decision page, each while it is shown."""
    width, names = _width(page), list(steps)
    found = page.evaluate(STEPS_TOO_WIDE, [width, [anchor(name) for name in names]])
    return [line for each in zip(names, found, strict=True) for line in _told(width, *each)]


def _width(page: Page) -> int:
    screen = page.viewport_size
    assert screen, "a phone has a screen"
    return screen["width"]


def _told(width: int, where: str, found: str | None) -> list[str]:
    return [f"{where}: wider than a screen of {width} px, {found}"] if found else []


def too_low(parts: Locator, where: str) -> list[str]:
    """What of these can be seen and is too low for a thumb."""
    found: list[tuple[str, float]] = parts.evaluate_all(LOW)
    return [
        f"{where}: {said!r} is {height} px high; a thumb needs {TAP}"
        for said, height in found
        if height < TAP
    ]
