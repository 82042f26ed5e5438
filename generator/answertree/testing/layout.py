"""Measures what fits a phone, and what a thumb can hit."""

from playwright.sync_api import Locator, Page

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
LOW = """(links) => links.filter((link) => link.checkVisibility())
    .map((link) => [link.textContent.trim(), link.getBoundingClientRect().height])"""
TO_TAP = "a.start, .answers li > a, .next a, [data-back], .bar a, .bar button, .trail a"


def too_wide(page: Page, where: str) -> list[str]:
    """What is wider than the screen, with all that is folded opened."""
    screen = page.viewport_size
    assert screen, "a phone has a screen"
    found = page.evaluate(TOO_WIDE, screen["width"])
    return [f"{where}: wider than a screen of {screen['width']} px, {found}"] if found else []


def too_low(parts: Locator, where: str) -> list[str]:
    """What of these can be seen and is too low for a thumb."""
    found: list[tuple[str, float]] = parts.evaluate_all(LOW)
    return [
        f"{where}: {said!r} is {height} px high; a thumb needs {TAP}"
        for said, height in found
        if height < TAP
    ]
