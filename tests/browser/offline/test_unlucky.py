"""A server caught in the midst of something: nothing mixed is shown, and the next visit is good."""

from pathlib import Path

import pytest
from answertree.testing.phone import Phones
from playwright.sync_api import expect

from tests.browser.offline import misbehave
from tests.browser.offline.misbehave import Answer, Fault, Server, dead
from tests.browser.offline.reader import (
    CHANGED,
    COPIES,
    FORGET,
    Reader,
    expect_edition,
    expect_only_this,
)

PART = """(path) => fetch(path, { headers: { Range: "bytes=0-99" } })
    .then(async (answer) => [answer.status, (await answer.text()).length])"""


def take_the_second(reader: Reader, server: Server, second: Path) -> None:
    """The second edition is published whole: the reader is offered it, and takes it."""
    server.folder = second
    assert reader.update() == "installed"
    reader.offer.get_by_role("button", name="Show it").tap()
    expect(reader.edition).to_have_text("second")
    expect_only_this(reader, server, "second")


@pytest.mark.parametrize("behind", [CHANGED, "*/", "sw.js"])
def test_a_deploy_that_is_half_done_shows_nothing_of_it(
    reader: Reader, server: Server, first: Path, second: Path, behind: str
) -> None:
    server.folder = second
    server.keep(behind, first)
    assert reader.update() == ("nothing new" if behind == "sw.js" else "redundant")
    expect_edition(reader, "first")
    expect_only_this(reader, server, "first")
    take_the_second(reader, server, second)


def test_a_deploy_in_the_midst_of_an_update_shows_nothing_of_it(
    reader: Reader, server: Server, first: Path, second: Path
) -> None:
    def deploy(whole: Answer) -> Answer:
        server.folder = first
        return whole

    server.folder = second
    server.break_(CHANGED, deploy)
    assert reader.update() == "redundant"
    expect_only_this(reader, server, "first")
    server.folder = second
    assert reader.update() == "installed"


def test_a_first_visit_beside_a_stale_worker_is_made_good_by_the_next(
    newcomer: Reader, server: Server, first: Path, second: Path
) -> None:
    server.folder = second
    server.keep("sw.js", first)
    newcomer.open("decide/")
    assert newcomer.install() == "redundant"
    assert newcomer.caches() == []
    expect_edition(newcomer, "second")
    assert newcomer.install() == "redundant", "and none is under way any more"
    server.mend()
    newcomer.open("decide/")
    newcomer.wait_until_kept()
    server.break_("*", dead)
    expect_edition(newcomer, "second")


def test_where_all_caches_are_deleted_beside_a_stale_worker_nothing_is_mixed(
    newcomer: Reader, server: Server, first: Path, second: Path
) -> None:
    newcomer.open()
    newcomer.wait_until_kept()
    server.folder = second
    server.keep("sw.js", first)
    newcomer.page.evaluate(FORGET)
    expect_edition(newcomer, "second")
    newcomer.until(f"({COPIES})().then((copies) => copies === 0)")
    server.mend()
    assert newcomer.update() == "installed"
    expect_edition(newcomer, "second")
    with newcomer.page.expect_event("load"):
        newcomer.offer.get_by_role("button", name="Show it").tap()
    newcomer.until("caches.keys().then((names) => names.length === 1)")
    server.break_("*", dead)
    expect_edition(newcomer, "second")


def test_where_all_caches_are_deleted_before_a_new_version_is_shown_it_comes_back(
    newcomer: Reader, server: Server, second: Path
) -> None:
    newcomer.open("decide/")
    newcomer.wait_until_kept()
    kept = newcomer.copies()
    server.folder = second
    assert newcomer.update() == "installed"
    newcomer.page.evaluate(FORGET)
    newcomer.offer.get_by_role("button", name="Show it").tap()
    expect(newcomer.edition).to_have_text("second")
    newcomer.until(f"({COPIES})().then((copies) => copies === {kept})")
    server.break_("*", dead)
    expect_edition(newcomer, "second")


@pytest.mark.parametrize("fault", [misbehave.portal, misbehave.portal_of_scripts])
def test_a_portal_that_answers_for_scripts_alone_leaves_a_page_that_can_be_read(
    newcomer: Reader, server: Server, phones: Phones, fault: Fault
) -> None:
    server.break_("*.js", fault)
    scripts = [path.relative_to(server.folder).as_posix() for path in server.folder.rglob("*.js")]
    phones.watches[-1].missing |= {server.address + path for path in scripts}
    phones.watches[-1].missing.add(f"{server.address}decide/")
    newcomer.open("decide/")
    start = newcomer.page.locator("a[data-start]")
    target = start.get_attribute("href") or ""
    start.tap()
    expect(newcomer.page.locator(target)).to_be_visible()
    assert newcomer.caches() == []
    server.mend()
    newcomer.page.context.new_cdp_session(newcomer.page).send("Network.clearBrowserCache")
    newcomer.open()
    newcomer.wait_until_kept()


def test_a_portal_in_place_of_the_worker_ends_with_the_next_good_visit(
    reader: Reader, server: Server, second: Path
) -> None:
    server.break_("*.js", misbehave.portal_of_scripts)
    assert reader.update() == "installed"
    expect_edition(reader, "first")
    server.mend()
    expect_only_this(reader, server, "first")
    take_the_second(reader, server, second)


def test_a_part_that_is_asked_for_is_a_part_or_the_whole(
    newcomer: Reader, server: Server, inner: str
) -> None:
    newcomer.open("decide/")
    newcomer.wait_until_kept()
    kept = newcomer.copies()
    path = server.address + inner
    whole = len((server.folder / inner / "index.html").read_text("utf-8"))
    assert newcomer.page.evaluate(PART, path) == [200, whole]
    newcomer.page.evaluate(FORGET)
    assert newcomer.page.evaluate(PART, path) == [206, 100]
    newcomer.until(f"({COPIES})().then((copies) => copies === {kept})")
    server.break_("*", dead)
    newcomer.open(inner)
    expect(newcomer.edition).to_have_text("first")
