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


COPIES = """async () => {
    const own = (await caches.keys()).filter((name) => name.startsWith("offline "));
    const kept = await Promise.all(own.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().length;
}"""


def wait_until_all_is_kept(page: Page, site: Path) -> None:
    """Until the phone has every file of a guide, which of a large one it has bit by bit."""
    wait_until_kept(page)
    wait_until(page, f"({COPIES})().then((copies) => copies === {len(kept_files(site))})")


def wait_until_kept(page: Page) -> None:
    """Until the worker has kept the guide, of a large one the tree, and looks after this page."""
    wait_until(page, "navigator.serviceWorker.controller?.state === 'activated'")
