"""What a built site needs once all its files are there, whatever engine built it."""

import errno
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import rcssmin  # type: ignore[import-untyped]
import rjsmin  # type: ignore[import-untyped]

from answertree.files.build_cache import NO_CACHE, BuildCache
from answertree.files.fingerprint import fingerprint
from answertree.files.refusal import Refusal
from answertree.files.writing import write_all
from answertree.knowledge.addresses import anchors_file, anchors_of_parts, decision_pages
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.size import is_large
from answertree.publishing import html_minify, theme_fixes
from answertree.publishing.csp import blocked, with_policy
from answertree.publishing.css_prune import prune, words_in
from answertree.publishing.search_size import short_texts, trimmed
from answertree.publishing.search_steps import INDEXES, led_to_steps, step_locations
from answertree.publishing.search_words import with_words, words_by_location
from answertree.publishing.service_worker import WORKER, add_registration, add_worker
from answertree.publishing.social_card import CARD, SIGN, STYLE, draw, tagline

# From the path of each file of a site, relative to it, to its bytes.
Site = dict[str, bytes]

SEARCH = "search/search_index.json"
THEME = re.compile(r"assets/stylesheets/(?:.*/)?main\.[^/]*\.css")
OWN = re.compile(r"assets/(?!javascripts/|stylesheets/).*(\.js|\.css)")  # the theme's are minified
MINIFIED: dict[str, Callable[[str], str]] = {".js": rjsmin.jsmin, ".css": rcssmin.cssmin}
# Zensical's script brings the style of its search along as a text, and puts it into the page.
SCRIPT = re.compile(r"assets/javascripts/bundle\.[^/\"]*\.js")
ADDED_STYLE = re.compile(r"'([^'\\]{300,}\})'")
PACKED_SITEMAP = "sitemap.xml.gz"  # nothing asks for it, and MkDocs writes the time into it


class FinishError(Refusal):
    """The folder is not a built site; says why in plain words."""


def finish(
    folder: Path,
    base: KnowledgeBase,
    offline: bool = True,
    beside: Mapping[str, bytes] | None = None,
    cache: BuildCache = NO_CACHE,
) -> list[str]:
    """Complete the built site of a base in `folder`, to be read `offline` too.

    What is to lie `beside` the pages is given by its path, and phones do not keep it. `cache` has
    what was drawn and minified before.
    Returns a sentence for each thing that was left out, because the engine that built the site does
    not provide for it, or because the guide is large. The same site comes out as the same bytes,
    and finishing it again changes nothing. All is written or nothing. Raises FinishError, OSError
    and WriteError.
    """
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "not a folder", str(folder))
    built = _read(folder)
    site = {path: data for path, data in built.items() if path not in (WORKER, PACKED_SITEMAP)}
    left_out = [
        *_add_card(site, base, cache),
        *_complete_search(site, base),
        *_complete_pages(site, offline),
        *_prune_theme(site, cache),
    ]
    _minify_assets(site)
    _add_anchors(site, base)
    first = decision_pages(base) if is_large(base) else ()
    add_worker(
        site, offline, [f"{name}/index.html" for name in first]
    )  # after all that changes the pages: it hashes what is there
    site |= beside or {}
    write_all(folder, {path: data for path, data in site.items() if built.get(path) != data})
    for path in set(built) - set(site):
        (folder / path).unlink()
    return left_out


def _read(folder: Path) -> Site:
    """Every file but the hidden ones."""
    paths = {path.relative_to(folder): path for path in sorted(folder.rglob("*"))}
    site = {
        relative.as_posix(): path.read_bytes()
        for relative, path in paths.items()
        if path.is_file() and not any(part.startswith(".") for part in relative.parts)
    }
    if not any(path.endswith(".html") for path in site):
        raise FinishError(f"there is no page (.html) in {folder}")
    for path, data in site.items():
        if path.endswith((".html", ".js", ".css", ".json")) and not _is_utf8(data):
            raise FinishError(f"{folder / path} is not UTF-8")
    return site


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _add_card(site: Site, base: KnowledgeBase, cache: BuildCache) -> Iterator[str]:
    for path, what in ((STYLE, "the site's colours"), (SIGN, "an icon")):
        if path not in site:
            yield f"The picture for shared links is without {what}: there is no {path}."
    style, sign = site.get(STYLE, b""), site.get(SIGN, b"")
    key = fingerprint([base.guide.title, tagline(base), style, sign])
    site[CARD] = cache.kept(CARD, key, lambda: draw(base, style.decode(), sign))


def _add_anchors(site: Site, base: KnowledgeBase) -> None:
    """What leads from the first page of a long list to whatever stood there before."""
    for page, parts in anchors_of_parts(base).items():
        if f"{page}/index.html" in site:
            site[anchors_file(page)] = json.dumps(parts, separators=(",", ":")).encode()


def _complete_search(site: Site, base: KnowledgeBase) -> Iterator[str]:
    """Make the decision pages smaller; the search leads to steps, and knows words for them."""
    pages = [f"{name}/index.html" for name in decision_pages(base)]
    index = next((path for path in INDEXES if path in site), "")
    missing = [path for path in pages if path not in site]
    if missing:
        yield f"No decision page was made smaller: there is no {missing[0]}."
    elif not index:
        yield f"The titles of steps keep their ids: there is no {SEARCH} that leads to them."
    if not index:
        return
    try:
        text = site[index].decode()
        if not missing:
            text = led_to_steps(text, INDEXES[index], step_locations(base))
        if index == SEARCH:
            text = with_words(text, words_by_location(base))
        if is_large(base):
            text = trimmed(text, INDEXES[index], short_texts(base))
    except ValueError as error:
        yield f"The search is left as it was: {index} cannot be read ({error})."
        return
    if is_large(base):
        yield (
            "The guide is large: the search knows the titles and the short texts of what is listed,"
            " and words for the search."
        )
    if index != SEARCH:
        yield f"The search knows only the words on the pages: {index} has no place for others."
    site[index] = text.encode()
    for path in [] if missing else pages:
        site[path] = html_minify.minify_page(site[path].decode()).encode()


def _complete_pages(site: Site, offline: bool) -> Iterator[str]:
    add_registration(site, offline)
    pages = [path for path in site if path.endswith(".html")]
    scripts = (data.decode() for path, data in site.items() if SCRIPT.fullmatch(path))
    added = [style for script in scripts for style in ADDED_STYLE.findall(script)]
    without = Counter[str]()
    for path in pages:
        html = theme_fixes.valid(site[path].decode())
        try:
            site[path] = with_policy(html, added if SCRIPT.search(html) else ()).encode()
        except ValueError as error:
            yield f"{path} has no content security policy: {error}."
        else:
            without.update(blocked(html))
    for what, count in sorted(without.items()):
        yield f"The content security policy blocks {what} on {count} of {len(pages)} pages."


def _pruned(sheet: bytes, words: set[str]) -> bytes:
    return prune(sheet.decode(), words).encode()


def _minify_assets(site: Site) -> None:
    for found in filter(None, map(OWN.fullmatch, site)):
        path, ending = found[0], found[1]
        site[path] = MINIFIED[ending](site[path].decode()).encode()


def _prune_theme(site: Site, cache: BuildCache) -> Iterator[str]:
    words = words_in(site[path].decode() for path in site if path.endswith((".html", ".js")))
    used = "\n".join(sorted(words))
    sheets = [path for path in site if THEME.fullmatch(path)]
    if not sheets:
        yield "Unused style rules were kept: there is no style sheet of Material for MkDocs."
    for path in sheets:
        sheet = site[path]
        try:
            site[path] = cache.kept(
                path, fingerprint([sheet, used]), partial(_pruned, sheet, words)
            )
        except ValueError as error:
            yield f"Unused style rules were kept: {path} cannot be parsed ({error})."
