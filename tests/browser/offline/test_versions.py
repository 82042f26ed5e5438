"""Versions follow one another in any order, and the kill switch follows them all."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.offline import misbehave
from tests.browser.offline.misbehave import Fault, Server
from tests.browser.offline.reader import (
    CHANGED,
    NEIGHBOURS,
    Reader,
    edition,
    expect_edition,
    expect_only_this,
)

NO_WORKER = "navigator.serviceWorker.getRegistration().then((found) => !found)"


def test_what_has_not_changed_is_not_fetched_again(
    reader: Reader, server: Server, second: Path
) -> None:
    server.folder = second
    server.asked.clear()
    assert reader.update() == "installed"
    assert CHANGED in server.asked
    assert not [path for path in server.asked if path.startswith("assets/javascripts/")]


def test_a_page_from_the_network_wears_what_is_there(
    reader: Reader, server: Server, second: Path, inner: str
) -> None:
    server.folder = second
    server.break_("sw.js", misbehave.dead)
    (second / "new").mkdir(exist_ok=True)
    (second / "new/index.html").write_bytes((second / inner / "index.html").read_bytes())
    reader.open("new/")
    expect(reader.edition).to_have_text("second")
    assert reader.style_of() == "second"


def test_a_version_can_be_taken_back(
    reader: Reader, server: Server, first: Path, second: Path
) -> None:
    for folder, name in ((second, "second"), (first, "first")):
        server.folder = folder
        assert reader.update() == "installed"
        reader.offer.get_by_role("button", name="Show it").tap()
        expect(reader.edition).to_have_text(name)
        expect_only_this(reader, server, name)


@pytest.mark.parametrize("fault", [None, misbehave.corrupt])
def test_a_version_can_be_taken_back_before_anybody_saw_it(
    reader: Reader, server: Server, first: Path, second: Path, fault: Fault | None
) -> None:
    server.folder = second
    assert reader.update() == "installed"
    server.folder = first
    if fault:
        server.break_("[!s]*", fault)
    assert reader.update() == "installed", "nothing has to be fetched for it"
    server.mend()
    expect_edition(reader, "first")
    with reader.page.expect_event("load"):
        reader.offer.get_by_role("button", name="Show it").tap()
    expect_only_this(reader, server, "first")


def test_the_kill_switch_ends_it_all_and_spares_the_neighbours(
    reader: Reader, server: Server, site: Path, tmp_path: Path
) -> None:
    server.folder = edition(site, tmp_path / "off", "off", offline=False)
    reader.page.reload()  # the browser looks by itself
    reader.until(NO_WORKER)
    assert reader.copies() == 0
    reader.page.goto("about:blank")
    # As on any site without a worker, the browser's own cache has its say for ten minutes.
    reader.page.context.new_cdp_session(reader.page).send("Network.clearBrowserCache")
    expect_edition(reader, "off")
    reader.until(NO_WORKER)  # the page that was open may have asked for the worker once more
    assert sorted(reader.caches()) == sorted(NEIGHBOURS)
