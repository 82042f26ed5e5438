"""The service worker: its text as a pure function of the site's files, and its place in the site.

The worker's templates stand beside this module and not in the theme's folder: from there MkDocs
would publish them as they are, and `mkdocs serve` would offer a worker without a list.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from answertree.publishing.asset_graph import needed

TEMPLATES = Path(__file__).parent / "workers"
WORKER = "sw.js"  # never to be renamed: phones ask for this name to hear of a new version


def address(path: str) -> str:
    """Where a server shows a file of the site, relative to the site: a folder for its index."""
    folder = path.removesuffix("index.html")
    return quote(folder if folder.endswith("/") or not folder else path)


def integrity(data: bytes) -> str:
    """The hash of these bytes as browsers check it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def worker(template: str, files: Mapping[str, bytes]) -> str:
    """The text of a worker that keeps these files, given by path.

    The same template and files give the same text, and others another version.
    """
    hashes = {address(path): integrity(files[path]) for path in sorted(files)}
    text = template.replace("__FILES__", json.dumps(hashes, indent=0))
    return text.replace("__VERSION__", hashlib.sha256(text.encode()).hexdigest()[:16])


def write_worker(site: Path, offline: bool = True) -> None:
    """Write the worker into the built site; with `offline` off, one that takes itself away.

    Comes last of all that changes the site: a file changed later would fail its hash, and then no
    phone would take the new version.
    """
    if not offline:
        text = (TEMPLATES / "sw-off.js").read_text("utf-8")
    else:
        paths = (path for path in site.rglob("*") if path.is_file())
        files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
        files.pop(WORKER, None)
        template = (TEMPLATES / WORKER).read_text("utf-8")
        text = worker(template, {path: files[path] for path in needed(files)})
    (site / WORKER).write_text(text, "utf-8", newline="\n")
