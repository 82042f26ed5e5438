"""Every page fits a phone, loads without an error, and stands in no reader's way."""

import pytest
from playwright.sync_api import Locator, Page, expect

from answertree.build import Built
from answertree.testing.axe import by_day_and_night
from answertree.testing.layout import too_low, too_wide
from answertree.testing.phone import SCREEN, in_all_sizes

POLICY = "head > meta[charset] + meta[http-equiv=Content-Security-Policy]"


@pytest.mark.usefixtures("searching")
def test_every_page(phone: Page, address: str, paths: list[str]) -> None:
    wrong: list[str] = []
    for path in paths:
        where = path or "home"
        phone.goto(address + path)
        for _ in in_all_sizes(phone):
            wrong += too_wide(phone, where)
        if phone.locator(POLICY).count() != 1:
            wrong.append(f"{where}: there is no policy, or it does not come first")
        if (count := phone.locator("h1").count()) != 1:
            wrong.append(f"{where}: it has {count} titles")
        wrong += by_day_and_night(phone, where)
        phone.pdf()  # printing must not break the policy either
    assert not wrong, "\n".join(wrong)


def test_the_menu(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.locator("button[popovertarget=menu]").tap()
    expect(phone.locator("#menu")).to_be_visible()
    wrong = by_day_and_night(phone, "the menu")
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
