"""A new version is shown to whoever asks for it, and to nobody else."""

from pathlib import Path

from answertree.knowledge.addresses import anchor
from answertree.knowledge.graph import Edge
from answertree.testing.axe import by_day_and_night
from answertree.testing.decide import Decide, Graph
from answertree.testing.phone import SMALL, Phones
from playwright.sync_api import expect

from tests.browser.offline.misbehave import Server
from tests.browser.offline.reader import Reader, expect_edition, expect_only_this


def test_a_new_version_is_offered_and_shown_once_it_is_asked_for(
    reader: Reader, server: Server, second: Path
) -> None:
    server.folder = second
    reader.page.reload()  # the browser looks by itself whenever a page opens
    expect(reader.offer).to_be_visible()
    expect(reader.edition).to_have_text("first")
    expect_edition(reader, "first")
    loads: list[str] = []
    reader.page.on("load", lambda page: loads.append(page.url))
    reader.offer.get_by_role("button", name="Show it").tap()
    expect(reader.edition).to_have_text("second")
    reader.page.wait_for_load_state()  # its words are there before it is loaded
    expect(reader.offer).to_have_count(0)
    expect_only_this(reader, server, "second")
    assert len(loads) == 1 + 2, "one load to show it, and the two of expect_edition"


def test_the_offer_is_open_to_everyone_and_in_nobodys_way(
    phones: Phones, server: Server, second: Path, graph: Graph, inner: str
) -> None:
    phones.address = server.address
    reader = Reader(phones.open(SMALL, keeps=True), server.address)
    reader.open(inner)
    reader.wait_until_kept()
    server.folder = second
    assert reader.update() == "installed"
    for path in (inner, f"decide/#{anchor(graph.tree.starts[0])}"):
        reader.open(path)
        expect(reader.offer).to_be_in_viewport(ratio=1)
        assert not by_day_and_night(reader.page, path)
    for button in (
        *reader.offer.get_by_role("button").all(),
        reader.page.locator(".bar a:visible").last,
    ):
        button.tap(trial=True)  # nothing lies over it
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 48


def test_an_offer_that_is_declined_changes_nothing_and_comes_again(
    reader: Reader, server: Server, second: Path
) -> None:
    server.folder = second
    assert reader.update() == "installed"
    reader.offer.get_by_role("button", name="Not now").tap()
    expect(reader.offer).to_have_count(0)
    expect_edition(reader, "first")
    expect(reader.offer).to_be_visible()


def test_another_tab_keeps_what_it_shows(
    reader: Reader,
    server: Server,
    second: Path,
    graph: Graph,
    way: list[Edge],
    inner: str,
    sought: str,
) -> None:
    other = Reader(reader.page.context.new_page(), reader.address)
    walker = Decide(other.page, other.address, graph)
    walker.open(anchor(way[0].source))
    walker.walk(way[:1])
    searcher = Reader(reader.page.context.new_page(), reader.address)
    searcher.open(inner)
    for tab in (other, searcher):
        tab.page.evaluate("window.same = true")

    server.folder = second
    assert reader.update() == "installed"
    reader.page.bring_to_front()
    reader.offer.get_by_role("button", name="Show it").tap()
    expect(reader.edition).to_have_text("second")

    other.page.bring_to_front()
    walker.walk(way[1:])
    walker.expect_trail(way)
    searcher.page.bring_to_front()
    searcher.page.locator("label[for=__search]").first.tap()
    searcher.page.locator("input[name=query]").press_sequentially(sought)
    expect(searcher.page.locator(".md-search-result__item").first).to_be_visible()
    for tab in (other, searcher):
        assert tab.page.evaluate("window.same"), "loaded anew under the reader's thumb"
        expect(tab.edition).to_have_text("first")
    # Its own bar has become true by now, and a tap on it needs no worker any more.
    expect(searcher.offer).to_have_count(1)
    searcher.offer.get_by_role("button", name="Show it").dispatch_event("click")
    expect(searcher.edition).to_have_text("second")
    expect_edition(other, "second")
