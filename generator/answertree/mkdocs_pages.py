"""Pages of which nothing has changed since they were built: MkDocs gets what came of them then."""

import json
import logging
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

from answertree.files.build_cache import BuildCache
from answertree.files.fingerprint import fingerprint
from answertree.publishing.finish import SEARCH
from answertree.rendering.pages import MarkdownPage

LISTENER = "answertree"
TEMPLATE = "unchanged.html"


@dataclass(frozen=True)
class Kept:
    """What is kept of a page beside its HTML: anchors, links to anchors, entries of the search.

    For each file that it links to, by path, there are the anchors, and each link as it is written.
    """

    anchors: list[str]
    links: dict[str, dict[str, str]]
    entries: list[dict[str, Any]]


class UnchangedPage(Page):
    """A page that is not made again."""

    html: str
    kept: Kept

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take what is needed of the page while the others are made."""
        self.content, self.toc = "", get_toc([])
        self.meta = {**self.meta, "template": TEMPLATE, "search": {"exclude": True}}
        self.present_anchor_ids = set(self.kept.anchors)
        self.links_to_anchors = {}
        for path, links in self.kept.links.items():
            if file := files.get_file_from_path(path):
                self.links_to_anchors[file] = links


@dataclass
class PageCache:
    """What came of the pages of earlier builds. `key` stands for all that they have in common."""

    cache: BuildCache
    key: str
    made: list[Page] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    warnings: CountHandler = field(default_factory=CountHandler)

    def listen(self) -> None:
        """Count the warnings of this build: what there are some of is not kept."""
        logger = logging.getLogger("mkdocs")
        for handler in [each for each in logger.handlers if each.name == LISTENER]:
            logger.removeHandler(handler)
        self.warnings.setLevel(logging.WARNING)
        self.warnings.name = LISTENER
        logger.addHandler(self.warnings)

    def take(self, page: MarkdownPage, file: File, config: MkDocsConfig) -> None:
        """Let a page be left as it was, if nothing has changed that it follows from."""
        if not self.key:
            return
        parts = (self.key, page.path, page.markdown, page.template, page.structured)
        self.keys[page.path] = fingerprint(parts)
        html = self.cache.read(f"html {page.path}", self.keys[page.path])
        rest = self.cache.read(f"page {page.path}", self.keys[page.path])
        if html is not None and rest is not None:
            unchanged = UnchangedPage(None, file, config)
            unchanged.html, unchanged.kept = html.decode(), Kept(*json.loads(rest))

    def add(self, page: Page, html: str) -> None:
        """Keep the HTML of a page that was made, and let go of all that it was made from."""
        key = self.keys.get(page.file.src_uri)
        if key and not isinstance(page, UnchangedPage):
            self.cache.write(f"html {page.file.src_uri}", key, html.encode())
            self.made.append(page)
            page.content = page.markdown = ""

    def complete(self, site: Path, files: Files) -> None:
        """Put the entries of all unchanged pages into the search index, and keep the other pages.

        Where there were warnings nothing is kept: they are to be said again.
        """
        pages = [file.page for file in files.documentation_pages() if file.page]
        file = site / SEARCH
        index = json.loads(file.read_bytes()) if file.is_file() else {"docs": []}
        entries: dict[str, list[dict[str, Any]]] = {}
        for entry in index["docs"]:
            entries.setdefault(entry["location"].partition("#")[0], []).append(entry)
        for page in pages:
            if isinstance(page, UnchangedPage):
                entries[page.url] = page.kept.entries
        if file.is_file():
            index["docs"] = [entry for page in pages for entry in entries.get(page.url, ())]
            file.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")
        for page in [] if self.warnings.get_counts() else self.made:
            anchors = sorted(page.present_anchor_ids or ())
            kept = Kept(anchors, _links(page), entries.get(page.url, []))
            path = page.file.src_uri
            self.cache.write(f"page {path}", self.keys[path], json.dumps(astuple(kept)).encode())


def with_unchanged(env: jinja2.Environment) -> None:
    """Give the theme the template of a page that is there already."""
    own = jinja2.DictLoader({TEMPLATE: "{{ page.html }}"})
    env.loader = jinja2.ChoiceLoader([own, *filter(None, [env.loader])])


def _links(page: Page) -> dict[str, dict[str, str]]:
    return {to.src_uri: there for to, there in (page.links_to_anchors or {}).items()}
