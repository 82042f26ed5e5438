"""A small guide, and one that uses every part, beside the one in `content/`."""

from collections.abc import Iterator
from functools import partial

import pytest
from answertree.testing.publish import serve

from tests.browser.small import small_site
from tests.conftest import LIBRARY, shared_site


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small guide that the unit tests use."""
    with serve(shared_site(tmp_path_factory, "small", small_site)) as address:
        yield address


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small guide that knows its reader, as every part of it can."""
    build = partial(small_site, content=LIBRARY)
    with serve(shared_site(tmp_path_factory, "library", build)) as address:
        yield address
