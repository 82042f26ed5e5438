"""The page for what is missing, at any depth: it has its style, leads on, and searches."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from answertree.knowledge.addresses import anchor
from answertree.testing.decide import Graph
from answertree.testing.phone import Phones
from answertree.testing.publish import serve
from playwright.sync_api import Page, expect

from tests.conftest import ROOT, SITE_URL, build_site

MISSING = ["nothing", "no/such/page/", "decide/nothing.html", "decide/nothing/?a=1#x"]


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site is served that was not told where: it is below a sub-path all the same."""
    with ExitStack() as stack:
        site: Path = build_site(ROOT, tmp_path_factory.mktemp("nowhere"), site_url="")
        yield stack.enter_context(serve(site, urlsplit(SITE_URL).path))


@pytest.fixture(params=["address", "nowhere"])
def guide(request: pytest.FixtureRequest) -> str:
    """Where the site is, built with and without an address."""
    found: str = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def lost(phones: Phones, guide: str) -> Page:
    """A phone on which files may be missing."""
    phones.address = guide
    page = phones.open()
    phones.watches.pop()
    return page


@pytest.mark.parametrize("path", MISSING)
def test_it_has_its_style_and_leads_to_the_tree(
    lost: Page, guide: str, path: str, graph: Graph
) -> None:
    lost.goto(guide + path)
    start = lost.locator("main a.start").first
    expect(start).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
    start.tap()
    first = anchor(graph.tree.starts[0])
    expect(lost).to_have_url(f"{guide}decide/#{first}")
    expect(lost.locator(f"section[id='{first}']")).to_be_visible()


@pytest.mark.usefixtures("searching")
@pytest.mark.parametrize("path", MISSING[1:2])
def test_it_leads_home_and_searches(lost: Page, guide: str, path: str, sought: str) -> None:
    own = guide_path(guide)  # where the page looks for it, links are put right first, then the form
    lost.goto(guide + path)
    expect(lost.locator("main form")).to_have_attribute("action", own)
    lost.locator("main a.start").last.tap()
    expect(lost).to_have_url(guide)
    lost.goto(guide + path)
    expect(lost.locator("main form")).to_have_attribute("action", own)
    lost.locator("#find").fill(sought)
    lost.locator("#find").press("Enter")
    results = lost.locator(".md-search-result__item")
    expect(results.filter(has_text=sought).first).to_be_visible()


def guide_path(guide: str) -> "re.Pattern[str]":
    """Whatever a form may name the guide's own folder."""
    return re.compile(rf"^({re.escape(guide)}|{re.escape(urlsplit(guide).path)})\.?$")
