"""The phones that tests read on see what a page must not do."""

from collections import Counter
from time import monotonic
from urllib.parse import urljoin

from answertree.testing.outside import BESIDE
from answertree.testing.phone import HANG, Phones

ASK = """(urls) => Promise.allSettled([...urls.map((url) => fetch(url, { mode: "no-cors" })),
    ...urls.map((url) => navigator.sendBeacon(url))])"""


def test_the_watch_sees_what_leaves_the_site(phones: Phones, address: str, small: str) -> None:
    """Whatever asks for it: another port of this machine is outside too."""
    page = phones.open(bypass_csp=True)
    watch = phones.watches.pop()
    page.goto(f"{address}robots.txt")
    page.evaluate("Promise.all(['guide.json', 'data:image/svg+xml,'].map((url) => fetch(url)))")
    assert watch.wrong == []
    beside = urljoin(address, "/x.js")
    page.evaluate(ASK, [beside, small, "http://fonts.example/x.woff2", "https://example.org/four"])
    outside = [f"{BESIDE}/x.js", small, "http://fonts.example/x.woff2", "example.org:443"]
    wanted = {f"requested {url}, outside of {address}": 2 for url in outside}
    end = monotonic() + HANG / 1000
    while not Counter(watch.wrong) >= Counter(wanted):  # nobody waits for beacons
        assert monotonic() < end, watch.wrong
        page.wait_for_timeout(20)


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
