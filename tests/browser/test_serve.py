"""`make serve`: an edit is on the page by itself, and so is what is wrong with it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from answertree.testing.content import read_yaml
from playwright.sync_api import Browser, Page, expect

from tests.conftest import copy_guide, write_yaml

STARTED = 60  # seconds; a server that has not answered by then hangs
SHOWN = 30_000  # ms; the same for an edit


@dataclass
class Served:
    """A copy of the guide that somebody edits, and its address."""

    content: Path
    address: str
    log: Path

    def edit(self, **keys: str) -> None:
        """Give these keys of the guide file another value."""
        guide = self.content / "guide.yml"
        write_yaml(guide, read_yaml(guide) | keys)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    content = copy_guide(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "log"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(tmp_path)}
    environment.pop("SITE_URL", None)
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=tmp_path, env=environment, stdout=out, stderr=out,
        )  # fmt: skip
    try:
        wait_for(port, server, log)
        yield Served(content, f"http://127.0.0.1:{port}/", log)
    finally:
        server.terminate()
        server.wait(timeout=STARTED)


def wait_for(port: int, server: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + STARTED
    while time.monotonic() < end:
        assert server.poll() is None, log.read_text()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the server did not start: {log.read_text()}")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_an_edit_is_on_the_page_by_itself(served: Served, page: Page) -> None:
    page.goto(served.address)
    served.edit(title="An edited title")
    expect(page.get_by_role("heading", name="An edited title")).to_be_visible(timeout=SHOWN)


def test_a_broken_edit_is_reported_and_mending_it_brings_the_page_back(
    served: Served, page: Page
) -> None:
    page.goto(f"{served.address}decide/")
    start = page.locator("[data-start]")
    expect(start).to_be_visible()
    before = (served.content / "guide.yml").read_text("utf-8")
    served.edit(titel="A key that is not known")
    report = page.get_by_text("did you mean `title`")
    expect(report).to_be_visible(timeout=SHOWN)
    expect(page.get_by_text("content/guide.yml:")).to_be_visible()
    assert "did you mean `title`" in served.log.read_text()
    (served.content / "guide.yml").write_text(before, "utf-8")
    expect(start).to_be_visible(timeout=SHOWN)
