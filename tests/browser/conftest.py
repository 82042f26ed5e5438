"""A small guide, and one that uses every part, beside the one in `content/`."""

from collections.abc import Iterator

import pytest
from answertree.testing.publish import serve

from tests.browser.small import small_site
from tests.conftest import LIBRARY


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small guide that the unit tests use."""
    with serve(small_site(tmp_path_factory.mktemp("small"))) as address:
        yield address


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small guide that knows its reader, as every part of it can."""
    with serve(small_site(tmp_path_factory.mktemp("library"), content=LIBRARY)) as address:
        yield address
