"""A rehearsal: the reader says the words, and the device plays the other side."""

from collections.abc import Iterator
from typing import Any

import pytest
from answertree.testing.axe import by_day_and_night
from answertree.testing.phone import Phones
from answertree.testing.publish import serve
from answertree.testing.settled import settled
from playwright.sync_api import Page, expect

from tests.browser.small import small_site

CHANGE = {
    "scenarios/shop.yml": [
        {"replace": "go: write}", "with": "go: write, hear: 'Good, write to us.'}"},
        {"replace": "go: repair}", "with": "go: repair, hear: Too old.}"},
        {"replace": "ask: Is it under warranty?", "with": "ask: Valid?\n    script: letter"},
    ],
    "pages/ways.yml": {"append": "sections: {try: {title: Try it, rehearse: shop}}"},
}
# Says what is spoken in place of the browser's own voices.
VOICES = """window.spoken = [];
Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), {
    getVoices: () => [{ lang: "de", localService: true }, { lang: "en-GB", localService: LOCAL }],
    cancel: () => {}, speak: ({ text }) => window.spoken.push(text),
}) });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"""
NO_SPEECH = "delete window.speechSynthesis;"
ALWAYS_FIRST = "Math.random = () => 0;"


@pytest.fixture(scope="module")
def rehearsal_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a rehearsal that has two replies."""
    with serve(small_site(tmp_path_factory.mktemp("rehearsal"), CHANGE)) as address:
        yield address


def begin(phones: Phones, address: str, device: str, **options: Any) -> Page:
    """The rehearsal on a phone, with something done to its browser before."""
    phones.address = address
    page = phones.open(**options)
    page.add_init_script(device + ALWAYS_FIRST)
    page.goto(f"{address}ways/#try")
    return page


def test_a_rehearsal_goes_from_words_to_a_reply_to_the_next_words(
    phones: Phones, rehearsal_site: str
) -> None:
    page = begin(phones, rehearsal_site, VOICES.replace("LOCAL", "true"))
    heard, button = page.locator(".heard"), page.locator(".rehearsal button")
    expect(page.locator("#turn--shop-warranty blockquote")).to_be_visible()
    expect(heard).to_be_empty()
    expect(page.locator(".turn__heard").first).to_be_hidden()
    button.filter(has_text="I have said it").tap()
    expect(heard).to_have_text("Good, write to us.")
    assert page.evaluate("window.spoken") == ["Good, write to us."]
    button.filter(has_text="Go on").tap()
    expect(page.locator("#turn--shop-write blockquote")).to_be_visible()
    expect(page.locator("#turn--shop-write")).to_be_focused()
    expect(page.locator("#turn--shop-warranty")).to_be_hidden()
    expect(page.locator("#turn--shop-write .turn__end")).to_have_attribute(
        "href", "../decide/#shop-write"
    )
    button.filter(has_text="Rehearse again").tap()
    button.filter(has_text="I have said it").tap()
    expect(heard).to_have_text("Too old.")  # not the same as the last time


def test_a_rehearsal_goes_on_after_what_is_to_be_done_first(phones: Phones, library: str) -> None:
    phones.address = library
    page = phones.open()
    page.add_init_script(ALWAYS_FIRST)
    page.goto(f"{library}words/#try")
    button = page.locator(".rehearsal button")
    for heard in ("White it is.", "Then look for it."):
        button.filter(has_text="I have said it").tap()
        expect(page.locator(".heard")).to_have_text(heard)
        button.filter(has_text="Go on").tap()
    task = page.locator("#turn--book-find-it")
    expect(task).to_be_focused()
    expect(task.locator("p", has_text="Find the book")).to_be_visible()
    button.filter(has_text="Go on").tap()
    expect(page.locator("#turn--book-hour .turn__end")).to_be_visible()
    expect(button).to_have_text("Rehearse again")


def test_whoever_wants_no_sound_reads(phones: Phones, rehearsal_site: str) -> None:
    page = begin(phones, rehearsal_site, VOICES.replace("LOCAL", "true"))
    page.get_by_label("Play it aloud").uncheck()
    page.get_by_role("button", name="I have said it").tap()
    expect(page.locator(".heard")).to_have_text("Good, write to us.")
    assert page.evaluate("window.spoken") == []


@pytest.mark.parametrize("device", [VOICES.replace("LOCAL", "false"), NO_SPEECH])
def test_without_a_voice_on_the_device_there_is_text_alone(
    phones: Phones, rehearsal_site: str, device: str
) -> None:
    page = begin(phones, rehearsal_site, device)
    page.get_by_role("button", name="I have said it").tap()
    expect(page.locator(".heard")).to_have_text("Good, write to us.")
    expect(page.get_by_label("Play it aloud")).to_be_hidden()
    assert page.evaluate("window.spoken ?? []") == []


def test_its_script_is_fetched_on_its_page_alone(phones: Phones, rehearsal_site: str) -> None:
    page = begin(phones, rehearsal_site, "")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with settled(page):
        page.goto(f"{rehearsal_site}words/")
    assert not [url for url in asked if "rehearsal" in url]


def test_without_javascript_it_is_hidden(phones: Phones, rehearsal_site: str) -> None:
    page = begin(phones, rehearsal_site, "", java_script_enabled=False)
    expect(page.locator(".rehearsal")).to_be_hidden()
    expect(page.get_by_text("needs JavaScript")).to_be_visible()


def test_axe_finds_nothing_in_a_rehearsal(phones: Phones, rehearsal_site: str) -> None:
    page = begin(phones, rehearsal_site, VOICES.replace("LOCAL", "true"))
    page.get_by_role("button", name="I have said it").tap()
    assert by_day_and_night(page, "rehearsal") == []
