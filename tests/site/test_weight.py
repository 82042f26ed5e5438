"""What first paint waits for fits into the first packets. `make bench` measures the rest."""

import gzip
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from answertree.publishing.asset_graph import pages_and_assets
from bs4 import BeautifulSoup

from tests.bench.budgets import DECIDE, FIRST_WINDOW, first_step
from tests.bench.server import LEVEL

# Links of these kinds are fetched with the page; of the others some are, when asked for.
FETCHED = {"stylesheet", "modulepreload", "icon", "manifest"}
# Bytes of the page around its steps, and of all that it loads: the content adds nothing to them.
BESIDE_STEPS = 12_000
HERE = f"https://here/{DECIDE}"
KEPT_AT_MOST = 500_000  # bytes on the phone, beside the content
WORKER_AT_MOST = 9_500  # it lists every file with its hash


@pytest.fixture(scope="module")
def decide(site: Path) -> Path:
    return site / DECIDE / "index.html"


def weight(file: Path) -> int:
    """The bytes of a file on the wire."""
    return packed(file.read_bytes())


def packed(content: bytes) -> int:
    return len(gzip.compress(content, LEVEL, mtime=0))


def loaded(page: Path, site: Path) -> set[Path]:
    """Every file that a page asks for as soon as it is there."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    addresses = {str(tag["src"]) for tag in soup.find_all(src=True)}
    for link in soup.find_all("link", href=True):
        if FETCHED & set(link.get_attribute_list("rel")):
            addresses.add(str(link["href"]))
    return {site / urlsplit(urljoin(HERE, address)).path.lstrip("/") for address in addresses}


def test_what_first_paint_needs_fits_into_the_first_window(decide: Path) -> None:
    needed = first_step(decide.read_bytes())
    assert b"<style>" in needed
    assert b'data-step="' in needed
    assert packed(needed) <= FIRST_WINDOW


def test_first_paint_of_the_decision_page_waits_for_nothing_else(decide: Path) -> None:
    head = BeautifulSoup(decide.read_text("utf-8"), "html.parser").head
    assert head
    assert not head.select("link[rel~=stylesheet]")
    assert not head.select("script[src]:not([type=module], [defer], [async])")


def test_all_that_the_decision_page_loads_beside_its_steps_is_light(
    decide: Path, site: Path
) -> None:
    html = decide.read_bytes()
    around = html.partition(b"<section")[0] + html.rpartition(b"</section>")[2]
    files = loaded(decide, site)
    assert len(files) > 2, "the page loads its script and its icon"
    weights = {file.relative_to(site).as_posix(): weight(file) for file in files}
    assert packed(around) + sum(weights.values()) <= BESIDE_STEPS, weights


def test_the_theme_s_style_sheet_is_sent_without_what_no_page_uses(site: Path) -> None:
    (sheet,) = site.glob("assets/stylesheets/main.*.css")
    css = sheet.read_text("utf-8")
    assert ".md-search__input" in css
    assert ".md-typeset .admonition" not in css
    assert weight(sheet) < 18_000


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
