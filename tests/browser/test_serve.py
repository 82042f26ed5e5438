"""`make serve`: an edit is on the page by itself, and so is what is wrong with it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT

STARTED = 60  # seconds; a server that has not answered by then hangs
SHOWN = 30_000  # ms; the same for an edit


@dataclass
class Served:
    """A copy of the guide that somebody edits, and its address."""

    content: Path
    address: str
    log: Path

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace what stands once in a file, as an editor saves it."""
        path = self.content / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    for name in ("content", "site_overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
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
        yield Served(tmp_path / "content", f"http://127.0.0.1:{port}/", log)
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
    page.goto(f"{served.address}questions/")
    served.edit("faq/length.yml", "ask: How long should the call be?", "ask: How long is it?")
    expect(page.get_by_role("heading", name="How long is it?")).to_be_visible(timeout=SHOWN)


def test_a_broken_edit_is_told_and_mending_it_brings_the_page_back(
    served: Served, page: Page
) -> None:
    page.goto(f"{served.address}decide/#voicemail-leave-message")
    heading = page.get_by_role("heading", name="Leave a short message")
    expect(heading).to_be_visible()
    served.edit("scenarios/voicemail.yml", "advise: Leave a short message", "advice: Leave it")
    told = page.get_by_text("did you mean `advise` where it says `advice`?")
    expect(told).to_be_visible(timeout=SHOWN)
    expect(page.get_by_text("content/scenarios/voicemail.yml:")).to_be_visible()
    assert "did you mean `advise` where it says `advice`?" in served.log.read_text()
    served.edit("scenarios/voicemail.yml", "advice: Leave it", "advise: Leave a short message")
    expect(heading).to_be_visible(timeout=SHOWN)
