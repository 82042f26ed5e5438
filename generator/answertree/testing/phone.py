"""A phone that notes every request that leaves the site and everything that is logged."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from answertree.testing.outside import proxy

SCREEN: ViewportSize = {"width": 390, "height": 844}
SMALL: ViewportSize = {"width": 320, "height": 568}
# Chromium logs a violation of the policy; so does this, with what it was of.
LOG_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
    console.error(`violation: ${event.effectiveDirective} ${event.blockedURI}`
        + ` on ${location.pathname}`));"""
# Keeping the whole guide is most of what a phone has to do on a first visit.
KEEP_NOTHING = "delete Navigator.prototype.serviceWorker"
# And to have the theme's search ready is a third of what it has to do for a page.
FIND_NOTHING = "globalThis.Worker = class extends EventTarget { postMessage() {} }"
# ms; on a busy machine a page may take ten seconds: this only ends what hangs.
HANG = 30_000
expect.set_options(timeout=HANG)


@dataclass
class Watch:
    """What pages of a context did that they must not do."""

    address: str
    missing: set[str] = field(default_factory=set)  # addresses that are asked for although missing
    wrong: list[str] = field(default_factory=list)

    def attach(self, context: BrowserContext) -> None:
        """Note, from now on, what the pages of this context do."""
        context.on("console", lambda said: self.logged(said.type, said.text, said.location))
        context.on("weberror", lambda error: self.wrong.append(f"uncaught: {error.error}"))

    def requested(self, url: str) -> None:
        """Note an address that was asked for although it is not below the site's."""
        self.wrong.append(f"requested {url}, outside of {self.address}")

    def logged(self, kind: str, text: str, location: Any) -> None:
        """Warnings count too: the guide's scripts warn of a part that failed."""
        place = location["url"] if location else ""
        if kind in ("error", "warning") and place not in self.missing:
            self.wrong.append(f"{kind} in the console: {text} ({place})")


@dataclass
class Phones:
    """Hands out phones that are put away after the test, and what was wrong on them."""

    browser: Browser
    address: str
    searches: bool = False  # whether there is a search on the phones that keep nothing
    watches: list[Watch] = field(default_factory=list)
    opened: ExitStack = field(default_factory=ExitStack)

    def open(
        self,
        screen: ViewportSize = SCREEN,
        text_size: int = 100,
        *,
        keeps: bool = False,
        **options: Any,
    ) -> Page:
        """A page on a phone of its own, which keeps copies of the guide or not.

        The text size is the browser's setting, in percent.
        """
        self.watches.append(Watch(self.address))
        outside = self.opened.enter_context(proxy(self.watches[-1].requested))
        context = self.browser.new_context(
            proxy={"server": outside, "bypass": urlsplit(self.address).netloc},
            viewport=screen,
            is_mobile=True,
            has_touch=True,
            device_scale_factor=2,
            reduced_motion="reduce",  # nothing to wait for, and no colour half faded in
            **options,
        )
        context.set_default_timeout(HANG)
        self.opened.callback(context.close)
        self.watches[-1].attach(context)
        page = context.new_page()
        page.add_init_script(LOG_VIOLATIONS)
        if not keeps:
            context.add_init_script(KEEP_NOTHING)
        if not keeps and not self.searches:
            context.add_init_script(FIND_NOTHING)
        if text_size != 100:
            set_text_size(page, text_size)
        return page

    def put_away(self) -> list[str]:
        """Close all phones; gives everything that was wrong on them."""
        self.opened.close()
        return [line for watch in self.watches for line in watch.wrong]


def set_text_size(page: Page, percent: int) -> None:
    """Set the size of text in the browser's settings."""
    sizes = {"standard": 16 * percent // 100, "fixed": 13 * percent // 100}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})


def in_all_sizes(page: Page) -> Iterator[None]:
    """Show the page on a small phone, then in large text, then as it was."""
    page.set_viewport_size(SMALL)
    yield
    page.set_viewport_size(SCREEN)
    set_text_size(page, 200)
    yield
    set_text_size(page, 100)
    yield
