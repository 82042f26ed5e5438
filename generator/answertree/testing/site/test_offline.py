"""What phones keep of the site: every page as it is published, and nothing that none uses."""

import json
import re
from pathlib import Path

import pytest

from answertree.publishing.service_worker import address, integrity
from answertree.testing.offline import kept_files

UNUSED = re.compile(r"\.map$|(tokens|parts|guide|decide)\.css$|sitemap|robots|sw\.js$")


@pytest.fixture(scope="module")
def kept(site: Path) -> dict[str, str]:
    """From the address of each file that phones keep to its hash."""
    return kept_files(site) or pytest.skip("phones keep nothing of this guide")


def test_every_hash_is_that_of_what_is_published(site: Path, kept: dict[str, str]) -> None:
    for path, value in kept.items():
        file = site / path
        data = (file / "index.html" if file.is_dir() else file).read_bytes()
        assert integrity(data) == value, f"{path} is not as it was when the site was finished"


def test_every_page_is_kept(site: Path, kept: dict[str, str]) -> None:
    pages = {address(page.relative_to(site).as_posix()) for page in site.rglob("*.html")}
    missing = [f"{page or 'home'} is not kept" for page in sorted(pages - set(kept))]
    assert not missing, "\n".join(missing)


def test_the_search_is_kept_and_what_no_page_uses_is_not(kept: dict[str, str]) -> None:
    assert "search/search_index.json" in kept
    assert any(re.search(r"workers/search\..*js$", path) for path in kept)
    assert not [path for path in kept if UNUSED.search(path)]


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


@pytest.mark.usefixtures("kept")
def test_every_page_knows_the_manifest_and_starts_the_worker(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert 'rel="manifest"' in text, page
        assert "assets/offline/offline.js" in text, page
