"""A strict content security policy for a page: GitHub Pages sends no headers of its own."""

import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import urlsplit

from answertree.publishing.page_frame import frame

# What a page may load, run and send to: this, and nothing else.
DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's style sheet has its icons inside
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
DATA = {"application/json", "application/ld+json"}  # scripts that are never run
LOADED = {"stylesheet", "icon", "modulepreload", "preload"}
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')


def with_policy(html: str, added: Collection[str] = ()) -> str:
    """The page with a policy right after its charset, before anything that could be run.

    Of inline scripts and styles the policy lets through those of the templates, by their hashes.
    What stands in `<main>` comes from the content: whatever is inline there stays blocked. A policy
    that stands there already is replaced. Styles that the theme's script will have `added` are let
    through as well. Raises ValueError when the page has neither `<meta charset>` nor `<head>`.
    """
    page = _parsed(html)
    place = page.charset or page.head
    if not place:
        raise ValueError("it has no <head>")
    before, _, after = html.partition(place)
    if old := POLICY.match(after):
        after = after[old.end() :]
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_policy(page, added)}">'
    return f"{before}{place}{policy}{after}"


def blocked(html: str) -> set[str]:
    """What the policy keeps a page from loading and running, each in a few words."""
    return _parsed(html).blocked


class _Page(HTMLParser):
    """Notes where a page starts, its inline scripts and styles, and what of it is blocked."""

    def __init__(self) -> None:
        super().__init__()
        self.head = ""
        self.charset = ""
        self.before_main: list[tuple[str, str]] = []
        self.since_main: list[tuple[str, str]] = []
        self.found = self.before_main
        self.inline: str | None = None
        self.blocked: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.blocked |= set(_blocked(tag, values))
        if tag == "head":
            self.head = self.head or self.get_starttag_text() or ""
        elif tag == "meta" and "charset" in values:
            self.charset = self.charset or self.get_starttag_text() or ""
        elif tag == "main":
            self.found = []
        elif tag == "style" or (
            tag == "script" and "src" not in values and values.get("type") not in DATA
        ):
            self.inline = ""

    def handle_data(self, data: str) -> None:
        if self.inline is not None:
            self.inline += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style") and self.inline is not None:
            self.found.append((tag, self.inline))
            self.inline = None
            if self.found is not self.before_main and self.found is not self.since_main:
                self.blocked.add(f"a <{tag}> in <main>")
        elif tag == "main":
            # Content that closes <main> by itself does not get out of it: the last end counts.
            self.found = self.since_main = []


@lru_cache(maxsize=1)  # a page is asked for its policy, and then for what that blocks
def _parsed(html: str) -> _Page:
    page = _Page()
    page.feed(frame(html))
    page.close()
    return page


def _blocked(tag: str, values: dict[str, str | None]) -> Iterator[str]:
    if "style" in values:
        yield "style attributes"
    if any(name.startswith("on") for name in values):
        yield "event handlers in attributes"
    loads = tag == "link" and LOADED & set((values.get("rel") or "").split())
    address = values.get("src") or (values.get("href") if loads else None)
    if address and (host := urlsplit(address).netloc):
        yield f"files from {host}"


def _policy(page: _Page, added: Iterable[str]) -> str:
    directives = dict(DIRECTIVES)
    inline = [*page.before_main, *page.since_main, *(("style", text) for text in added)]
    for tag, text in dict.fromkeys(inline):
        # Browsers read every line break as \n before they hash.
        digest = sha256(text.replace("\r\n", "\n").replace("\r", "\n").encode()).digest()
        directives[f"{tag}-src"] += f" 'sha256-{b64encode(digest).decode()}'"
    return "; ".join(f"{name} {allowed}" for name, allowed in directives.items())
