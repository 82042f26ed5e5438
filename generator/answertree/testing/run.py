"""The tests of a built site, run and told to whoever wrote the guide."""

import gc
import os
import signal
from importlib.util import find_spec
from pathlib import Path

from answertree.build import build
from answertree.files.refusal import Refusal

# What `pip install 'answertree[test]'` brings, by the names to import it by.
NEEDED = ("axe_playwright_python", "bs4", "html5lib", "playwright", "pytest")


class CannotTest(Refusal):
    """Something that the tests need is not there; says what, and how to get it."""


def run_tests(site: Path, content: Path) -> bool:
    """Test the built `site` of a content folder, and print what is wrong with it.

    Tells whether all is well. Raises CannotTest when there is no site to test, or nothing to test
    it with, ContentError when the content is not whole, and OSError when it cannot be read.
    """
    if any(find_spec(name) is None for name in NEEDED):
        raise CannotTest("the tests are not installed: pip install 'answertree[test]'")
    if not (site / "decide" / "index.html").is_file():
        raise CannotTest(f"{site} is no built site: build one with `mkdocs build --strict`")

    # Only here, as these need what may have been missing.
    from answertree.testing.chromium import NEEDED as BROWSER
    from answertree.testing.chromium import find_browser

    if not find_browser():
        raise CannotTest(BROWSER)
    build(content)  # tests of what is not whole would all say the same
    _stay_for_long()
    return _run(site.resolve(), content.resolve())


def _stay_for_long() -> None:
    """Undo what is right for commands that end at once, and wrong for a server."""
    gc.enable()
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a phone may hang up at any time


def _run(site: Path, content: Path) -> bool:
    import pytest

    from answertree.testing import plugin
    from answertree.testing.report import Report

    print(f"Testing {site}: every page, and every answer of the tree. This takes minutes.")
    print(end="", flush=True)
    report, here = Report(), str(Path(__file__).parent)
    # Neither the settings nor the plugins of another project have a say.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    os.environ.pop("PYTEST_ADDOPTS", None)
    alone = ["-c", os.devnull, "--rootdir", here, "--noconftest", "-p", "no:cacheprovider"]
    told = ["--site", str(site), "--content", str(content)]
    code = pytest.main(
        [*alone, "-p", "no:terminal", *told, f"{here}/site", f"{here}/browser"],
        plugins=[plugin, report],
    )
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    report.conclude()
    return code == pytest.ExitCode.OK
