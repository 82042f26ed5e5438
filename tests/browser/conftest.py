"""A browser, the site as it is published, and phones to read it on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from answertree.build import Built
from answertree.knowledge.graph import Edge
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.browser import NEEDED, find_browser
from tests.browser.decide import Decide, Graph
from tests.browser.phone import Phones
from tests.browser.publish import serve
from tests.browser.small import small_site
from tests.conftest import CONTENT, LIBRARY


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
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small guide that knows its reader, as every part of it can."""
    with serve(small_site(tmp_path_factory.mktemp("library"), content=LIBRARY)) as address:
        yield address


@pytest.fixture(scope="session")
def paths(site: Path) -> list[str]:
    """Every page of the site, as its address below the site's own."""
    found = (page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    return sorted(path.removesuffix("index.html") for path in found)


@pytest.fixture(scope="session")
def inner(built: Built) -> str:
    """The address of a page that is neither the home page nor the decision page."""
    return f"{built.base.guide.pages[0]}/"


@pytest.fixture(scope="session")
def sought(built: Built) -> str:
    """Words that the search finds: the title of that page."""
    return built.base.pages[built.base.guide.pages[0]].title


@pytest.fixture(scope="session")
def graph(built: Built) -> Graph:
    return Graph.of(built.base)


@pytest.fixture
def phones(browser: Browser, address: str) -> Iterator[Phones]:
    """Phones of all kinds; the test fails when anything was wrong on one of them."""
    phones = Phones(browser, address)
    yield phones
    if wrong := phones.put_away():
        pytest.fail("\n".join(dict.fromkeys(wrong)), pytrace=False)


@pytest.fixture
def phone(phones: Phones) -> Page:
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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes a scenario runs for each; a file's name is the scenario's id."""
    if "scenario" in metafunc.fixturenames:
        files = (CONTENT / "scenarios").glob("*.yml")
        metafunc.parametrize("scenario", sorted(file.stem for file in files))
