"""By keyboard alone: focus is on something that can be seen, on every page, and the menu opens."""

from playwright.sync_api import Page, expect

from tests.browser.phone import Phones

TABS = 400  # more stops than any page has: it ends a search in vain

# What has focus now, and whether somebody who looks at the screen can see it, or sees it coming:
# the search opens where it gets focus, which takes some frames.
FOCUS = """async () => {
    const at = document.activeElement;
    if (at === document.body) return null;
    const seen = (element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth
            && box.bottom > 0 && box.top < innerHeight && element.checkVisibility({
                visibilityProperty: true, opacityProperty: true });
    };
    const name = `${at.localName}#${at.id}.${at.className} ${at.textContent.trim().slice(0, 30)}`;
    const places = [at, ...(at.labels ?? [])];
    for (let frames = 0; frames < 90; frames += 1) {
        if (places.some(seen)) return [name, true];
        await new Promise(requestAnimationFrame);
    }
    return [name, false];
}"""


def stops(page: Page) -> list[tuple[str, bool]]:
    """Every stop of the Tab key from the top of the page to its end, and whether it is seen."""
    found: list[tuple[str, bool]] = []
    for _ in range(TABS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return found
        found.append((stop[0], stop[1]))
    raise AssertionError(f"{page.url}: Tab never gets to the end of the page")


def test_focus_is_never_lost_on_any_page(phones: Phones, paths: list[str]) -> None:
    page = phones.open()
    lost = []
    for path in paths:
        page.goto(phones.address + path)
        found = stops(page)
        assert len(found) > 4, path
        lost += [f"{path or 'home'}: {name}" for name, seen in found if not seen]
    assert not lost, "\n".join(lost)


def test_the_menu_opens_and_shuts(phones: Phones) -> None:
    page = phones.open()
    page.goto(phones.address)
    links = page.locator(".md-sidebar--primary a[href]:visible")
    expect(links).to_have_count(0)
    menu = page.locator("button.menu[aria-expanded=false]")
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.locator("button.menu[aria-expanded=true]")).to_be_focused()
    expect(links).not_to_have_count(0)
    page.keyboard.press("Space")
    expect(links).to_have_count(0)


def test_escape_shuts_the_menu_and_leads_back_to_its_button(phones: Phones) -> None:
    page = phones.open()
    page.goto(phones.address)
    page.locator("button.menu").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("button.menu[aria-expanded=false]")).to_be_focused()
    expect(page.locator(".md-sidebar--primary a[href]:visible")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.locator(".md-header a[href]:focus")).to_have_count(1)


def test_tab_goes_through_the_open_menu_and_not_through_what_it_covers(phones: Phones) -> None:
    page = phones.open()
    page.goto(phones.address)
    page.locator("button.menu").focus()
    page.keyboard.press("Enter")
    links = page.locator(".md-sidebar--primary a[href]:visible")
    for _ in range(links.count()):
        page.keyboard.press("Tab")
        expect(page.locator(".md-sidebar--primary :focus")).to_have_count(1)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, header, footer')") is None
