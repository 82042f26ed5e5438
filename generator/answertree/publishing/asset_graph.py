"""Which files of a built site its pages load: a question about bytes, nothing is read here."""

import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag

from answertree.publishing.page_frame import frame

LOADED = {"stylesheet", "icon", "apple-touch-icon", "manifest", "modulepreload", "preload"}
IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)""")
IN_SCRIPT = re.compile(r"""["'](\.\.?/[^"'\s]+)["']""")
INDEXES = ("search/search_index.json", "search.json")  # MkDocs, Zensical
LUNR = "../assets/javascripts/lunr"  # from the index
# What splits words, in languages that put no spaces between them.
SPLITTERS = {"ja": "tinyseg.js", "hi": "wordcut.js", "th": "wordcut.js"}
IN_MANIFEST = re.compile(r'"src"\s*:\s*"([^"]+)"')


def pages_and_assets(site: Mapping[str, bytes], pages: Iterable[str] | None = None) -> set[str]:
    """The paths of some pages of a site, or else of all, and of what they load through other files.

    `site` maps the path of each file to its bytes. What a file names and the site has not is left
    out, and so are addresses from the server's root: only 404.html has these, and what it loads
    other pages load as well.
    """
    found: set[str] = set()
    paths = [path for path in site if path.endswith(".html")] if pages is None else list(pages)
    while paths:
        path = paths.pop()
        if path in found:
            continue
        found.add(path)
        targets = (_target(path, address) for address in _loads(path, site[path]))
        paths += (target for target in targets if target in site)
    return found


def linked_pages(site: Mapping[str, bytes], path: str) -> set[str]:
    """The paths of the pages of a site to which the page at `path` links."""
    targets = (_target(path, address) for address in _parsed(site[path].decode()).links)
    return {f"{target}/index.html" for target in targets} & set(site)


def _target(path: str, address: str) -> str:
    """The path of the file that an address in the file at `path` means."""
    plain = unquote(urldefrag(address).url.partition("?")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))


def _loads(path: str, data: bytes) -> Iterable[str]:
    """The addresses of what a file loads, as they stand in it."""
    kind = posixpath.splitext(path)[1]
    text = data.decode(errors="replace") if kind in (".html", ".css", ".js", ".webmanifest") else ""
    if kind == ".html":
        return _in_page(text)
    if kind == ".css":
        return IN_STYLE.findall(text)
    if kind == ".js":
        return IN_SCRIPT.findall(text)
    if path == INDEXES[0]:
        return _for_languages(json.loads(data or b"{}").get("config", {}).get("lang", []))
    return IN_MANIFEST.findall(text)


def _for_languages(languages: list[str]) -> Iterator[str]:
    """What the theme's search loads by itself, for languages other than English."""
    others = [language for language in languages if language != "en"]
    for language in others:
        yield f"{LUNR}/min/lunr.{language}.min.js"
        yield f"{LUNR}/{SPLITTERS.get(language, '')}"
    if others:
        yield f"{LUNR}/min/lunr.stemmer.support.min.js"
    if len(languages) > 1:
        yield f"{LUNR}/min/lunr.multi.min.js"


def _in_page(text: str) -> Iterator[str]:
    page = _parsed(frame(text))
    yield from page.addresses
    if page.config:
        # What the theme's script gets to know, and loads by itself.
        config = json.loads(page.config)
        yield config.get("search", "")
        for index in INDEXES:
            yield f"{config.get('base', '.')}/{index}"


def _parsed(html: str) -> "_Page":
    page = _Page()
    page.feed(html)
    page.close()
    return page


class _Page(HTMLParser):
    """Gathers what the elements of a page load and link to, and the theme's settings."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.links: list[str] = []
        self.config = ""
        self._in_config = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in_config = tag == "script" and given.get("id") == "__config"
        if "src" in given:
            self.addresses += [given["src"], given.get("data-anchors", "")]
        elif tag == "a":
            self.links.append(given.get("href", ""))
        elif tag == "link" and LOADED & set(given.get("rel", "").split()):
            self.addresses.append(given.get("href", ""))

    def handle_data(self, data: str) -> None:
        if self._in_config:
            self.config += data

    def handle_endtag(self, tag: str) -> None:
        self._in_config = False
