"""What phones keep of a site, and how long that takes them."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page

from answertree.publishing.service_worker import WORKER
from answertree.testing.phone import HANG

FILES = re.compile(r"FILES=({[^}]*});")
UNTIL = """async ([condition, hang]) => {
    const end = performance.now() + hang;
    const met = new Function(`return ${condition}`);
    while (!(await met())) {
        if (performance.now() > end) return false;
        await new Promise((done) => setTimeout(done, 20));
    }
    return true;
}"""


def kept_files(site: Path) -> dict[str, str]:
    """From the address of each file that phones keep to its hash; none where they keep nothing."""
    found = FILES.search((site / WORKER).read_text("utf-8"))
    return {str(path): str(value) for path, value in json.loads(found[1]).items()} if found else {}


def wait_until(page: Page, condition: str) -> None:
    """Until this is true, or a promise of what is: Playwright itself waits for no promise."""
    assert page.evaluate(UNTIL, [condition, HANG]), f"this never came true: {condition}"


def wait_until_kept(page: Page) -> None:
    """Until the worker has kept the whole guide, and looks after this page."""
    wait_until(page, "navigator.serviceWorker.controller?.state === 'activated'")
