"""No page asks for anything from elsewhere, and none logs an error: `phones` holds them to it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.decide import Decide
from tests.browser.phone import Phones, Watch


def test_every_page_loads_clean(phone: Page, address: str, paths: list[str]) -> None:
    assert {"", "decide/", "404.html"} <= set(paths)
    for path in paths:
        phone.goto(address + path, wait_until="networkidle")  # a late request counts as well
        expect(phone.locator("h1"), path).to_have_count(1)


def test_what_is_missing_leads_on(phones: Phones, address: str) -> None:
    page = phones.open()
    missing = f"{address}no/such/page/"
    phones.watches[-1].missing.add(missing)
    answer = page.goto(missing)
    assert answer is not None
    assert answer.status == 404
    page.locator("main a.start").first.tap()
    expect(page.locator("[data-start]")).to_be_visible()


def test_the_decision_page_finds_what_is_asked_for(decide: Decide, sought: str) -> None:
    decide.open()
    decide.page.locator("input[type=search]").fill(sought)
    decide.page.locator("input[type=search]").press("Enter")
    results = decide.page.locator(".md-search-result__item")
    expect(results.filter(has_text=sought).first).to_be_visible()


@pytest.mark.parametrize(
    ("url", "fine"),
    [
        ("http://127.0.0.1:80/guide/x.js", True),
        ("data:image/svg+xml,", True),
        ("http://127.0.0.1:80/x.js", False),
        ("https://fonts.example/x.woff2", False),
    ],
)
def test_the_watch_sees_what_leaves_the_site(url: str, fine: bool) -> None:
    watch = Watch("http://127.0.0.1:80/guide/")
    watch.requested(url)
    assert (watch.wrong == []) is fine


def test_the_watch_sees_errors_and_warnings(phones: Phones, address: str) -> None:
    page = phones.open()
    watch = phones.watches.pop()
    page.goto(address)
    page.evaluate("console.error('one'); console.warn('two'); console.log('no matter')")
    page.evaluate("setTimeout(() => { throw new Error('three') })")
    page.evaluate("fetch('https://example.org/four').catch(() => 0)")
    seen = "\n".join(watch.wrong)
    assert all(word in seen for word in ("one", "two", "three", "four"))
    assert "no matter" not in seen
