"""The guide in `content/`, whatever it says: what any guide is tested by, and our own tests."""

import gc
import os
from pathlib import Path

import pytest

from tests.conftest import ROOT, build_site, shared_site

# Nearly all that tests make goes by itself: to look for garbage took 7 % of the unit tests' time.
gc.set_threshold(50_000, 20, 20)

pytest_plugins = ["answertree.testing.plugin"]


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make site` builds it, for an address with a sub-path."""
    named: Path | None = pytestconfig.getoption("site")
    return named or shared_site(
        tmp_path_factory, "site", lambda folder: build_site(ROOT, folder / "site")
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are processors: tests wait for browsers a third of the time."""
    return (os.cpu_count() or 1) * 3 // 2
