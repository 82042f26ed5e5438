"""What a phone keeps of the built site: every page, nothing that none uses, and not much in all."""

import json
import re
from pathlib import Path

import pytest
from answertree.publishing.asset_graph import pages_and_assets
from answertree.publishing.service_worker import address, integrity

from tests.conftest import CONTENT, ROOT, build_site

KEPT_AT_MOST = 500_000  # bytes on the phone, beside the content
WORKER_AT_MOST = 9_000  # it lists every file with its hash
UNUSED = re.compile(r"\.map$|lunr/|(tokens|parts|guide|decide)\.css$|sitemap|robots|sw\.js$")


@pytest.fixture(scope="module")
def kept(site: Path) -> dict[str, str]:
    """From the address of each file that the worker keeps to its hash."""
    found = re.search(r"FILES=({[^}]*});", (site / "sw.js").read_text("utf-8"))
    assert found
    return {str(path): str(value) for path, value in json.loads(found[1]).items()}


def test_every_hash_is_that_of_what_is_published(site: Path, kept: dict[str, str]) -> None:
    for path, value in kept.items():
        file = site / path
        data = (file / "index.html" if file.is_dir() else file).read_bytes()
        assert integrity(data) == value, path


def test_every_page_is_kept(site: Path, kept: dict[str, str]) -> None:
    pages = [page.relative_to(site).as_posix() for page in site.rglob("*.html")]
    assert {address(page) for page in pages} <= set(kept)


def test_the_search_is_kept_and_what_no_page_uses_is_not(kept: dict[str, str]) -> None:
    assert "search/search_index.json" in kept
    assert any(re.search(r"workers/search\..*js$", path) for path in kept)
    assert not [path for path in kept if UNUSED.search(path)]


def test_what_is_kept_beside_the_content_is_little(site: Path) -> None:
    paths = (path for path in site.rglob("*") if path.is_file())
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
    tools = {
        path
        for path in pages_and_assets(files)
        if not path.endswith((".html", "search_index.json"))
    }
    assert sum(len(files[path]) for path in tools) <= KEPT_AT_MOST
    assert len(files["sw.js"]) <= WORKER_AT_MOST


def test_the_manifest_is_below_the_site_and_wears_its_colours(site: Path) -> None:
    manifest = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["start_url"], manifest["scope"]) == (".", ".")
    assert "id" not in manifest
    for icon in manifest["icons"]:
        data = (site / icon["src"]).read_bytes()
        width, height = (int.from_bytes(data[at : at + 4]) for at in (16, 20))
        assert icon["sizes"] == f"{width}x{height}"
    tokens = (site / "assets/styles/site.css").read_text("utf-8")
    for colour in ("theme_color", "background_color"):
        assert manifest[colour] in tokens


def test_every_page_knows_the_manifest_and_starts_the_worker(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert 'rel="manifest"' in text, page
        assert "assets/offline/offline.js" in text, page


def test_the_option_that_ends_it(tmp_path: Path) -> None:
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(CONTENT),
        "plugins": ["search", {"guide": {"offline": False}}],
    }
    (tmp_path / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    site = build_site(tmp_path, tmp_path / "site")
    assert "unregister()" in (site / "sw.js").read_text("utf-8")
    for page in site.rglob("*.html"):
        assert "assets/offline" not in page.read_text("utf-8"), page
