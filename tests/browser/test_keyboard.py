"""By keyboard alone: focus is on something that can be seen, on every page, and the menu opens."""

import pytest
from answertree.knowledge.addresses import anchor
from answertree.testing.decide import Decide
from answertree.testing.phone import Phones
from playwright.sync_api import Page, expect

both = pytest.mark.parametrize("path", ["", "decide/"], ids=["home", "decide"])
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


MENU = "button[popovertarget=menu]"
LINKS = "#menu a[href]:visible"


def open_menu(phones: Phones, path: str) -> Page:
    """A page whose menu was opened by keyboard."""
    page = phones.open()
    open_menu_of(page, phones.address + path)
    return page


def open_menu_of(page: Page, address: str) -> None:
    """Open the menu of a page by keyboard."""
    page.goto(address)
    expect(page.locator(LINKS)).to_have_count(0)
    page.locator(MENU).focus()
    page.keyboard.press("Enter")
    expect(page.locator(LINKS)).not_to_have_count(0)


@both
def test_the_menu_opens_and_shuts(phones: Phones, path: str) -> None:
    page = open_menu(phones, path)
    expect(page.locator(MENU)).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(LINKS)).to_have_count(0)


@both
def test_escape_shuts_the_menu_and_leads_back_to_its_button(phones: Phones, path: str) -> None:
    page = open_menu(phones, path)
    page.keyboard.press("Tab")
    expect(page.locator("#menu :focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(LINKS)).to_have_count(0)
    expect(page.locator(MENU)).to_be_focused()


@both
def test_tab_goes_through_the_menu_and_shuts_it_behind(phones: Phones, path: str) -> None:
    page = open_menu(phones, path)
    for _ in range(page.locator(LINKS).count()):
        page.keyboard.press("Tab")
        expect(page.locator("#menu :focus")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator(LINKS)).to_have_count(0)


# Keeps the decision page from hearing that its menu was opened: then it does not load the script.
UNHEARD = 'addEventListener("toggle", (event) => event.stopImmediatePropagation(), true)'


def test_the_menu_shuts_too_when_focus_was_faster_than_its_script(phones: Phones) -> None:
    page = phones.open()
    page.add_init_script(UNHEARD)
    open_menu_of(page, f"{phones.address}decide/")
    page.locator(".brand").focus()
    expect(page.locator(LINKS)).not_to_have_count(0)
    page.evaluate("(script) => import(script)", f"{phones.address}assets/menu/menu.js")
    expect(page.locator(LINKS)).to_have_count(0)


@both
def test_the_menu_leads_to_the_same_pages_everywhere(phones: Phones, path: str) -> None:
    def addresses(page: Page) -> list[str]:
        found: list[str] = page.locator(LINKS).evaluate_all("(links) => links.map((a) => a.href)")
        return found

    assert addresses(open_menu(phones, path)) == addresses(open_menu(phones, ""))


def test_the_skip_link_leaves_the_reader_at_the_step(decide: Decide) -> None:
    first = decide.graph.tree.starts[0]
    decide.open(anchor(first))
    decide.page.locator("a.skip").focus()
    decide.page.keyboard.press("Enter")
    decide.expect_step(first, why="after skipping to the content")
