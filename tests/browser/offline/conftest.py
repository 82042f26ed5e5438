"""A guide in two editions, a server that can be made to misbehave, and readers at all stages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from answertree.testing.phone import Phones

from tests.browser.offline.misbehave import Server, dead, misbehaving
from tests.browser.offline.reader import NEIGHBOURS, Reader, edition


@pytest.fixture(scope="session")
def first(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return edition(site, tmp_path_factory.mktemp("edition") / "first", "first")


@pytest.fixture(scope="session")
def second(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return edition(site, tmp_path_factory.mktemp("edition") / "second", "second")


@pytest.fixture
def server(first: Path) -> Iterator[Server]:
    """It serves the first edition, and all is well."""
    with misbehaving(first) as server:
        yield server


@pytest.fixture
def newcomer(phones: Phones, server: Server) -> Reader:
    """Somebody who has not been here before."""
    phones.address = server.address
    return Reader(phones.open(keeps=True), server.address)


@pytest.fixture
def reader(newcomer: Reader) -> Reader:
    """Somebody who has the first edition on the phone, and reads the decision page."""
    newcomer.open("decide/")
    newcomer.wait_until_kept()
    for name in NEIGHBOURS:
        newcomer.page.evaluate("(name) => caches.open(name)", name)
    return newcomer


@pytest.fixture
def alone(reader: Reader, server: Server) -> Reader:
    """Somebody who has been on one page before the network went away."""
    server.break_("*", dead)
    return reader
