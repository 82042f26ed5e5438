"""The copies on the phone: how they get there, and what becomes of them when some are lost."""

from time import monotonic

from answertree.testing.phone import HANG, Phones
from playwright.sync_api import expect

from tests.browser.offline.misbehave import (
    Server,
    corrupt,
    corrupt_in_disguise,
    dead,
    whole_but_missing,
)
from tests.browser.offline.reader import COPIES, FORGET, LOSE, Reader


def test_a_first_visit_that_breaks_off_leaves_nothing_and_is_made_good(
    newcomer: Reader, server: Server, phones: Phones
) -> None:
    server.break_("search/*", dead)
    phones.watches[-1].missing.add(f"{server.address}search/search_index.json")
    newcomer.open("decide/")
    assert newcomer.install() == "redundant"
    assert newcomer.caches() == []
    server.mend()
    newcomer.page.reload()
    newcomer.wait_until_kept()


def test_broken_bytes_in_the_browsers_own_cache_do_no_lasting_harm(
    newcomer: Reader, server: Server, phones: Phones, inner: str
) -> None:
    phones.watches.clear()  # a page with a broken byte may complain
    server.break_(inner, corrupt_in_disguise)
    newcomer.open(inner)
    server.mend()
    newcomer.page.reload()
    newcomer.wait_until_kept()


def test_copies_that_another_project_deleted_come_back(
    newcomer: Reader, server: Server, inner: str
) -> None:
    newcomer.open()
    newcomer.wait_until_kept()
    kept = newcomer.copies()
    newcomer.page.evaluate(FORGET)
    assert newcomer.copies() == 0
    newcomer.open("decide/")
    newcomer.until(f"({COPIES})().then((copies) => copies === {kept})")
    server.break_("*", dead)
    newcomer.open(inner)
    expect(newcomer.page.locator("h1")).to_have_count(1)


def test_a_copy_that_cannot_be_mended_takes_no_other_along(
    newcomer: Reader, server: Server, phones: Phones, inner: str
) -> None:
    phones.watches.clear()
    newcomer.open("decide/")
    newcomer.wait_until_kept()
    kept = newcomer.copies()
    newcomer.page.evaluate(LOSE, inner)
    server.break_(inner, corrupt)
    server.asked.clear()
    newcomer.open(inner)
    end = monotonic() + HANG / 1000
    while server.asked.count(inner) < 2:  # the worker asks twice before it gives up
        assert monotonic() < end
        newcomer.page.evaluate("new Promise(requestAnimationFrame)")
    newcomer.open()
    assert newcomer.copies() == kept - 1


def test_a_host_that_calls_the_page_of_what_is_missing_missing_is_well_served(
    newcomer: Reader, server: Server
) -> None:
    server.break_("404.html", whole_but_missing)
    newcomer.open("decide/")
    newcomer.wait_until_kept()


def test_a_full_phone_shows_the_guide_and_keeps_no_half_of_it(
    newcomer: Reader, server: Server
) -> None:
    session = newcomer.page.context.new_cdp_session(newcomer.page)
    origin = server.address.removesuffix("/guide/")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 200_000})
    newcomer.open("decide/")
    expect(newcomer.page.locator("h1")).to_have_count(1)
    assert newcomer.install() == "redundant"
    assert newcomer.caches() == []
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    newcomer.page.reload()
    newcomer.wait_until_kept()


def test_the_guide_can_be_installed(newcomer: Reader) -> None:
    newcomer.open()
    newcomer.wait_until_kept()
    session = newcomer.page.context.new_cdp_session(newcomer.page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"] == f"{newcomer.address}manifest.webmanifest"
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A test's phone is a private window, from which nothing can be installed.
    assert [error["errorId"] for error in errors] in ([], ["in-incognito"])
