"""The service worker: its text as a pure function of the site's files, and its place in the site.

The worker's templates stand beside this module and not in the theme's folder: from there MkDocs
would publish them as they are, and `mkdocs serve` would offer a worker without a list.
"""

import base64
import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

import rjsmin  # type: ignore[import-untyped]

from answertree.publishing.asset_graph import INDEXES, linked_pages, pages_and_assets

TEMPLATES = Path(__file__).parent / "workers"
WORKER = "sw.js"  # never to be renamed: phones ask for this name to hear of a new version
REGISTRATION = "sw-register.js"
THEME_REGISTRATION = "assets/offline/offline.js"


def address(path: str) -> str:
    """Where a server shows a file of the site, relative to the site: a folder for its index."""
    folder = path.removesuffix("index.html")
    return quote(folder if folder.endswith("/") or not folder else path)


def integrity(data: bytes) -> str:
    """The hash of these bytes as browsers check it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def worker(template: str, files: Mapping[str, bytes], later: Iterable[str] = ()) -> str:
    """The text of a worker that keeps these files, given by path, and some of them only `later`.

    The same template and files give the same text, and others another version.
    """
    hashes = {address(path): integrity(files[path]) for path in sorted(files)}
    text = template.replace("__FILES__", json.dumps(hashes, indent=0))
    text = text.replace("__LATER__", json.dumps([*map(address, later)], indent=0))
    return text.replace("__VERSION__", hashlib.sha256(text.encode()).hexdigest()[:16])


def add_worker(site: dict[str, bytes], offline: bool = True, first: Collection[str] = ()) -> None:
    """Put the worker into the built site; with `offline` off, one that takes itself away.

    Phones keep all of it at once, or else the pages that come `first`, by path, with the home page
    and what these pages link to and load; then the rest follows when there is time.

    Comes last of all that changes the site: a file changed later would fail its hash, and then no
    phone would take the new version.
    """
    if not offline:
        text = (TEMPLATES / "sw-off.js").read_text("utf-8")
    else:
        template = (TEMPLATES / WORKER).read_text("utf-8")
        kept = pages_and_assets(site) - {WORKER}
        later = sorted(kept - _at_once(site, first), key=_by_use) if first else ()
        text = worker(template, {path: site[path] for path in kept}, later)
    site[WORKER] = rjsmin.jsmin(text).encode()


def _at_once(site: Mapping[str, bytes], first: Collection[str]) -> set[str]:
    """What phones keep before all else. The search comes after it: its index is large."""
    pages = {"index.html", "404.html", *first} & set(site)
    pages = pages.union(*(linked_pages(site, path) for path in pages & set(first)))
    return pages_and_assets(site, pages) - set(INDEXES)


def _by_use(path: str) -> tuple[bool, bool, str]:
    """The search first, then pages with whole lists and beginnings of long ones, then the rest."""
    return (path not in INDEXES, "--" in path, path)


def add_registration(site: dict[str, bytes], offline: bool = True) -> None:
    """Let each page start the worker, unless the theme's own script does; `offline` off undoes it.

    The page for what is missing is left alone: it is shown at any depth, and knows no way to it.
    """
    starting = False
    for path in [path for path in site if path.endswith(".html") and path != "404.html"]:
        html = site[path].decode()
        tag = f'<script type="module" src="{"../" * path.count("/")}{REGISTRATION}"></script>'
        html = html.replace(tag, "")
        if offline and THEME_REGISTRATION not in html:
            html = html.replace("</head>", f"{tag}</head>", 1)
            starting = starting or tag in html
        site[path] = html.encode()
    if starting:
        site[REGISTRATION] = (TEMPLATES / REGISTRATION).read_bytes()
    else:
        site.pop(REGISTRATION, None)
