"""What an outcome comes to is seen at a glance: word, sign and colour differ in every look."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from answertree.knowledge.steps import Verdict
from answertree.testing.phone import Phones
from answertree.testing.publish import serve
from answertree.testing.settled import settled
from playwright.sync_api import expect

from tests.browser.small import small_site


def with_verdict(advice: str, verdict: str) -> dict[str, str]:
    return {"replace": f"advise: {advice}", "with": f"advise: {advice}\n    verdict: {verdict}"}


CHANGE = {
    "scenarios/kettle.yml": [
        with_verdict("Plug it in", "go"),
        with_verdict("Descale it", "wait"),
    ],
    "scenarios/shop.yml": [
        with_verdict("Write to the shop", "write"),
        with_verdict("Find a repair café", "stop"),
        {"append": "    next: ask\n  ask: {advise: Ask a friend, verdict: say, because: [own-1]}"},
    ],
}
STEPS = ("kettle-plug-it-in", "kettle-descale", "shop-write", "shop-repair", "shop-ask")
SEEN = """(pill) => {
    const sign = getComputedStyle(pill, "::before");
    const { color, borderTopStyle } = getComputedStyle(pill);
    return { word: pill.innerText, sign: sign.content, color, on: sign.color,
        ground: sign.backgroundColor, border: borderTopStyle };
}"""
CLEAR = "rgba(0, 0, 0, 0)"


@pytest.fixture(scope="module")
def verdict_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with an outcome of each verdict."""
    with serve(small_site(tmp_path_factory.mktemp("verdict"), CHANGE)) as address:
        yield address


def seen(phones: Phones, address: str, media: str | None = None, **look: Any) -> list[Any]:
    """Each verdict as it is shown: its word, its sign, and the colours of both."""
    assert len(STEPS) == len(get_args(Verdict))
    phones.address = address
    page = phones.open(**look)
    found = []
    for step in STEPS:
        with settled(page):
            page.goto(f"{address}decide/#{step}")
        page.emulate_media(media="print" if media else "screen")
        expect(page.locator(f"#{step} .verdict")).to_be_visible()
        found.append(page.locator(f"#{step} .verdict").evaluate(SEEN))
    return found


def differ(found: list[Any], *keys: str) -> None:
    for key in keys:
        assert len({each[key] for each in found}) == len(found), key


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_word_sign_and_colour_differ(phones: Phones, verdict_site: str, scheme: str) -> None:
    found = seen(phones, verdict_site, color_scheme=scheme)
    differ(found, "word", "sign", "color", "ground")
    assert all(each["on"] != each["ground"] for each in found)


def test_in_forced_colours_word_and_sign_differ_within_a_border(
    phones: Phones, verdict_site: str
) -> None:
    found = seen(phones, verdict_site, forced_colors="active")
    differ(found, "word", "sign")
    assert {each["border"] for each in found} == {"solid"}


def test_on_paper_the_sign_is_in_the_colour_of_the_word(phones: Phones, verdict_site: str) -> None:
    found = seen(phones, verdict_site, media="print")
    differ(found, "word", "sign", "color")
    assert all((each["on"], each["ground"]) == (each["color"], CLEAR) for each in found)
