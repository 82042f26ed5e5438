"""The phones that tests read on see what a page must not do."""

import pytest
from answertree.testing.phone import Phones, Watch


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
