"""A list on several pages, on a phone: old links lead on, and what is not kept yet is said."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from answertree.testing.axe import by_day_and_night
from answertree.testing.layout import too_wide
from answertree.testing.offline import kept_files, wait_until_all_is_kept
from answertree.testing.phone import Phones, in_all_sizes
from answertree.testing.settled import settled
from playwright.sync_api import Page, expect

from tests.browser.offline.misbehave import Server, dead, misbehaving
from tests.browser.offline.reader import COPIES, Reader
from tests.long_guide import long_site


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built guide."""
    return long_site(tmp_path_factory.mktemp("long"))


@pytest.fixture
def server(long: Path, phones: Phones) -> Iterator[Server]:
    with misbehaving(long) as server:
        phones.address = server.address
        yield server


@pytest.fixture
def reader(server: Server, phones: Phones) -> Page:
    """A phone, before its first visit."""
    return phones.open()


@pytest.mark.parametrize(
    ("old", "page", "entry"),
    [
        ("answers/#question-5", "answers--power--5/", "question-5"),
        ("answers/#old-question-5", "answers--power--5/", "question-5"),
        ("answers--water/#question-5", "answers--power--5/", "question-5"),
        ("questions/#plug", "answers--power/", "socket"),
        ("sources/#tome", "sources--book/", "book"),
        ("ways/#map--shop-write", "ways--shop/", "map--shop-write"),
        ("ways--kettle/#way--shop", "ways/", "way--shop"),
    ],
)
def test_an_old_link_leads_to_the_entry(
    reader: Page, server: Server, old: str, page: str, entry: str
) -> None:
    reader.goto(server.address)
    reader.goto(server.address + old)
    expect(reader).to_have_url(re.compile(f"^{server.address}{page}#"))
    heading = reader.locator(f"[id='{entry}']")
    expect(heading).to_be_in_viewport()
    if "answers" in page:
        details = heading.locator("xpath=ancestor::*[contains(@class, 'entry')]//details").first
        expect(details).to_have_attribute("open", "")
    reader.go_back()
    expect(reader).to_have_url(server.address)


def test_a_page_that_is_gone_leads_to_the_entry(
    reader: Page, server: Server, phones: Phones
) -> None:
    old = f"{server.address}answers--gone--9/#scale"
    phones.watches[-1].missing.add(old)
    reader.goto(old)
    expect(reader).to_have_url(re.compile("/answers--water[^/]*/#scale$"))


def test_what_is_on_the_page_asks_for_nothing(reader: Page, server: Server) -> None:
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    with settled(reader):
        reader.goto(f"{server.address}answers--power/#page--top")
    with settled(reader):
        reader.goto(f"{server.address}answers/")
    assert f"{server.address}assets/lists/lead_on.js" in asked
    assert not [url for url in asked if url.endswith("anchors.json")]


def test_without_javascript_the_topics_are_there_and_it_is_said_why(
    phones: Phones, server: Server
) -> None:
    page = phones.open(java_script_enabled=False)
    page.goto(f"{server.address}answers/#question-5")
    expect(page.locator("noscript p")).to_be_visible()
    page.get_by_role("link", name="Power").tap()
    page.get_by_role("link", name="Power, page 2 of").first.tap()
    expect(page).to_have_url(f"{server.address}answers--power--2/")
    page.get_by_role("link", name="Overview").tap()
    expect(page).to_have_url(f"{server.address}answers/")


def test_pages_of_a_long_list_stand_in_no_reader_s_way(phones: Phones, server: Server) -> None:
    phone = phones.open()
    wrong: list[str] = []
    for path in ("answers/", "answers--power--2/", "words/", "sources--book--2/", "ways--kettle/"):
        phone.goto(server.address + path)
        for _ in in_all_sizes(phone):
            wrong += too_wide(phone, path)
        wrong += by_day_and_night(phone, path)
        for link in phone.locator(".contents li, nav .see a").all():
            box = link.bounding_box()
            assert box
            if box["height"] < 44 or box["width"] < 40:
                wrong.append(f"{path}: {link.inner_text()!r} is too small for a thumb")
    assert not wrong, "\n".join(wrong)


def later(site: Path) -> list[str]:
    """What phones keep when there is time."""
    found = re.search(r"LATER=(\[[^\]]*\])", (site / "sw.js").read_text("utf-8"))
    assert found
    return [str(path) for path in json.loads(found[1])]


def test_phones_keep_the_tree_at_once_and_the_rest_when_it_can_be_had(
    phones: Phones, server: Server, long: Path
) -> None:
    late = later(long)[-1]
    reader = Reader(phones.open(keeps=True), server.address)
    phones.watches[-1].missing.add(f"{server.address}{late}")
    server.break_(late, dead)
    reader.open("decide/")
    reader.wait_until_kept()
    reader.until(f"({COPIES})().then((copies) => copies === {len(kept_files(long)) - 1})")

    reader.open(late)
    expect(reader.page.get_by_text("your phone does not have this page yet")).to_be_visible()
    expect(reader.page.get_by_text("It may have moved")).to_be_hidden()
    reader.page.locator("main a.start").first.tap()
    expect(reader.page).to_have_url(re.compile("/decide/#"))

    server.mend()
    reader.page.reload()
    wait_until_all_is_kept(reader.page, long)
    server.break_("*", dead)
    reader.open(late)
    expect(reader.page.locator("h1")).to_have_text("Words to say")
