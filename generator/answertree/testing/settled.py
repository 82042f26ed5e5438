"""A page that has done what it does by itself."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from playwright.sync_api import Page, Request

from answertree.testing.phone import HANG

MODULE = re.compile(r"/assets/(?!javascripts/).*\.js$")  # the theme's own scripts are no modules
SOON = 10  # ms
# After these modules have run, after a frame, and after whatever else the page had to do.
IDLE = """async (modules) => {
    if (matchMedia("(scripting: none)").matches) return;
    await Promise.allSettled(modules.map((module) => import(module)));
    await new Promise((done) => requestAnimationFrame(done));
    await scheduler.postTask(() => {}, { priority: "background" });
}"""


@contextmanager
def settled(page: Page) -> Iterator[None]:
    """Open a page within: at the end it has all that it asks for, and nothing left to do.

    Playwright's own "networkidle" is half a second without a request: that is long, and yet over
    too early where a busy machine is late with a script that asks for more. Raises AssertionError
    when an answer never comes.
    """
    asked: set[Request] = set()
    answered: set[Request] = set()

    def ask(request: Request) -> None:
        asked.add(request)

    def answer(request: Request) -> None:
        answered.add(request)

    page.on("request", ask)
    page.on("requestfinished", answer)
    page.on("requestfailed", answer)
    yield
    end = monotonic() + HANG / 1000
    seen = -1  # how much was asked for when the page was idle
    while seen != len(asked) or asked - answered:
        assert monotonic() < end, f"not answered: {[each.url for each in asked - answered]}"
        if asked - answered:
            page.wait_for_timeout(SOON)
        else:
            seen = len(asked)
            page.evaluate(IDLE, [each.url for each in asked if MODULE.search(each.url)])
    page.remove_listener("request", ask)
    page.remove_listener("requestfinished", answer)
    page.remove_listener("requestfailed", answer)
