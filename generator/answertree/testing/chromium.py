"""Where a Chromium is, on this machine."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

NEEDED = (
    "the tests need Chromium or Chrome: `playwright install chromium` gets one;"
    " or name one's executable in CHROME_PATH"
)
# The headless shell first: it shows the same and costs half.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
WINDOWS = ("Chromium/Application/chrome.exe", "Google/Chrome/Application/chrome.exe")
WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def _of_playwright() -> str:
    """Where Playwright keeps its own Chromium, once it has downloaded one."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def find_browser(
    environ: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
    exists: Callable[[str], bool] = os.path.isfile,
    of_playwright: Callable[[], str] = _of_playwright,
) -> str | None:
    """The executable of a Chromium, or None.

    Who sets CHROME_PATH means that one: when it is not there, no other is taken in its place.
    """
    if wish := environ.get("CHROME_PATH"):
        return which(wish)
    for name in NAMES:
        if found := which(name):
            return found
    for place in _places(environ):
        if exists(place):
            return place
    own = of_playwright()
    return own if exists(own) else None


def _places(environ: Mapping[str, str]) -> Iterator[str]:
    yield from MAC
    for root in WINDOWS_ROOTS:
        if folder := environ.get(root):
            yield from ((Path(folder) / place).as_posix() for place in WINDOWS)
