"""What tests of a site share: the site and its content, a browser, and phones to read it on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from answertree.build import Built, build
from answertree.knowledge.graph import Edge
from answertree.testing.chromium import NEEDED, find_browser
from answertree.testing.decide import Decide, Graph
from answertree.testing.html import HtmlPage, address_of, edited_at
from answertree.testing.phone import Phones
from answertree.testing.publish import serve


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the folders of the site and of its content."""
    group = parser.getgroup("guide")
    group.addoption("--site", type=Path, metavar="DIR", help="the built site to test")
    group.addoption(
        "--content",
        type=Path,
        metavar="DIR",
        default=Path("content"),
        help="the content that it was built from",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes a scenario for each; a file's name is the scenario's id."""
    if "scenario" in metafunc.fixturenames and not _has_its_own(metafunc, "scenario"):
        files = (metafunc.config.getoption("content") / "scenarios").glob("*.yml")
        metafunc.parametrize("scenario", sorted(file.stem for file in files))


def _has_its_own(metafunc: pytest.Metafunc, name: str) -> bool:
    return any(name in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))


@pytest.fixture(scope="session")
def content(pytestconfig: pytest.Config) -> Path:
    """The content folder that the site was built from."""
    folder: Path = pytestconfig.getoption("content")
    return folder


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config) -> Path:
    """The built site."""
    folder: Path | None = pytestconfig.getoption("site")
    return folder or pytest.fail("say which site to test: --site DIR", pytrace=False)


@pytest.fixture(scope="session")
def site_address(site: Path) -> str:
    """The address that the site was built for."""
    return address_of(site) or pytest.skip("the site was built for no address: SITE_URL")


@pytest.fixture(scope="session")
def built(content: Path, site: Path) -> Built:
    """The knowledge base and its Markdown pages, in the site's language and with its edit links."""
    return build(content, edited_at(site), HtmlPage(site, "").language)


@pytest.fixture(scope="session")
def data(site: Path) -> dict[str, Any]:
    """The whole guide, as the site gives it to other programs."""
    found = json.loads((site / "guide.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests. Without one they fail: a skipped test proves nothing."""
    path = find_browser()
    if not path:
        pytest.fail(NEEDED, pytrace=False)
    with sync_playwright() as playwright:
        # Nothing but the test's own server can be reached, so no test can lean on the network.
        rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
        yield playwright.chromium.launch(executable_path=path, args=[rules])


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def paths(site: Path) -> list[str]:
    """Every page of the site, as its address below the site's own."""
    found = (page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    return sorted(path.removesuffix("index.html") for path in found)


@pytest.fixture(scope="session")
def inner(built: Built) -> str:
    """The address of a page that is neither the home page nor the decision page."""
    pages = built.base.pages
    # Searches leave out the commonest words, which are short.
    return max(pages, key=lambda name: max(map(len, pages[name].title.split()))) + "/"


@pytest.fixture(scope="session")
def sought(built: Built, inner: str) -> str:
    """Words that the search finds: the title of that page."""
    return built.base.pages[inner.removesuffix("/")].title


@pytest.fixture(scope="session")
def graph(built: Built) -> Graph:
    """The graph of the content."""
    return Graph.of(built.base)


@pytest.fixture
def phones(browser: Browser, address: str) -> Iterator[Phones]:
    """Phones of all kinds; the test fails when anything was wrong on one of them."""
    phones = Phones(browser, address)
    yield phones
    if wrong := phones.put_away():
        pytest.fail("\n".join(dict.fromkeys(wrong)), pytrace=False)


@pytest.fixture
def searching(phones: Phones) -> None:
    """For whatever depends on the search that a phone makes ready."""
    phones.searches = True


@pytest.fixture
def phone(phones: Phones) -> Page:
    """A page on a phone."""
    return phones.open()


@pytest.fixture
def way(graph: Graph) -> list[Edge]:
    """The answers along a longest way from the first start to an outcome."""
    return graph.longest_way() or pytest.skip("the first start of this guide asks nothing")


@pytest.fixture
def decide(phone: Page, address: str, graph: Graph) -> Decide:
    """The decision page, not opened yet."""
    return Decide(phone, address, graph)


@pytest.fixture
def plain(phones: Phones, address: str, graph: Graph) -> Decide:
    """The same on a phone that runs no JavaScript."""
    return Decide(phones.open(java_script_enabled=False), address, graph)
