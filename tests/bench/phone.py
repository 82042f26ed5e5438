"""A slow phone on a slow network: what a page costs there, and when it is seen."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page

from tests.bench.server import Server

# Lighthouse's slow 4G and its slow phone. Chromium slows each request down as a whole: the
# handshake of the connection is not, and the first window of TCP is not felt. So bytes have
# budgets of their own, and times are only compared with each other.
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
SLOWDOWN = 4
PHONE = {"width": 390, "height": 844}

WATCH = """
window.seen = {paint: 0, largest: 0, shift: 0, tasks: []};
const watch = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each))
  .observe({type, buffered: true});
watch("paint", (entry) => {
  if (entry.name === "first-contentful-paint") seen.paint = entry.startTime;
});
watch("largest-contentful-paint", (entry) => { seen.largest = entry.startTime; });
watch("layout-shift", (entry) => { seen.shift += entry.value; });
watch("longtask", (entry) => { seen.tasks.push([entry.startTime, entry.duration]); });
"""
# Observers hear of a frame in a task after it.
SEEN = """async () => {
  while (!seen.paint || !seen.largest) await new Promise(requestAnimationFrame);
  await new Promise((done) => setTimeout(done, 0));
  return seen;
}"""


@dataclass(frozen=True)
class Visit:
    """One visit with nothing in the cache: milliseconds, bytes as sent, requests."""

    bytes: int
    requests: int
    paint: float
    largest: float
    blocking: float
    shift: float


@contextmanager
def phone(browser: Browser, slowdown: int) -> Iterator[tuple[Page, CDPSession]]:
    """A page on a slow phone that keeps nothing, and the tools to slow it down further."""
    context = browser.new_context(
        viewport={"width": PHONE["width"], "height": PHONE["height"]},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
        ignore_https_errors=True,
        service_workers="block",
    )
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    yield page, devtools
    context.close()


def visit(browser: Browser, server: Server, path: str) -> Visit:
    """Open a page for the first time; its service worker is left out, it comes afterwards."""
    with phone(browser, SLOWDOWN) as (page, devtools):
        devtools.send("Network.enable")
        devtools.send("Network.emulateNetworkConditions", SLOW_4G)
        page.add_init_script(WATCH)
        server.sent.clear()
        page.goto(server.address + path, wait_until="networkidle")
        seen = page.evaluate(SEEN)
    sizes = [size for _, size in server.sent]
    blocking = sum(max(0, length - 50) for at, length in seen["tasks"] if at >= seen["paint"])
    return Visit(
        sum(sizes), len(sizes), seen["paint"], seen["largest"], blocking, round(seen["shift"], 3)
    )


def middle(visits: list[Visit]) -> Visit:
    """The median of each number."""
    names = Visit.__dataclass_fields__
    return Visit(**{name: median(getattr(each, name) for each in visits) for name in names})
