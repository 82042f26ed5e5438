"""The pictures in the README, taken anew: `python -m tests.browser.pictures`."""

import json
import tempfile
from pathlib import Path

from answertree.testing.chromium import NEEDED, find_browser
from answertree.testing.phone import SCREEN
from answertree.testing.publish import serve
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import ROOT, build_site

FOLDER = ROOT / ".github" / "pictures"
# From the name of each picture to the page, and what to bring into view there.
PICTURES: dict[str, list[str]] = json.loads((FOLDER / "pictures.json").read_text("utf-8"))


def main() -> None:
    """Build the site and take every picture, light and dark."""
    path = find_browser()
    if not path:
        raise SystemExit(NEEDED)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        with serve(build_site(ROOT, Path(temporary))) as address:
            for scheme in ("light", "dark"):
                take(browser, address, scheme)


def take(browser: Browser, address: str, scheme: str) -> None:
    """Take every picture in one colour scheme, on a phone."""
    for name, (page_address, shown) in PICTURES.items():
        context = browser.new_context(
            viewport=SCREEN,
            is_mobile=True,
            device_scale_factor=1.5,
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            service_workers="block",
        )
        page = context.new_page()
        page.goto(f"{address}{page_address}", wait_until="networkidle")
        if shown:
            page.locator(shown).evaluate("it => scrollTo(0, it.getBoundingClientRect().top - 90)")
        page.screenshot(path=FOLDER / f"{name}-{scheme}.png")
        context.close()


if __name__ == "__main__":
    main()
