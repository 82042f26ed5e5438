"""After one visit the whole guide opens without a network, at every address that it has."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from answertree.build import Built
from answertree.knowledge.addresses import anchor
from answertree.testing.decide import Decide, Graph
from answertree.testing.offline import kept_files, wait_until_kept
from answertree.testing.phone import Phones
from answertree.testing.publish import serve


@pytest.fixture
def alone(phones: Phones, site: Path) -> Page:
    """A phone that has been on one page before the network went away."""
    if not kept_files(site):
        pytest.skip("phones keep nothing of this guide")
    with serve(site) as phones.address:
        page = phones.open()
        page.goto(f"{phones.address}decide/")
        wait_until_kept(page)
    return page


def test_every_page_opens_and_lacks_nothing(alone: Page, phones: Phones, paths: list[str]) -> None:
    failed: list[str] = []
    alone.on("requestfailed", lambda request: failed.append(request.url))
    for path in paths:
        alone.goto(phones.address + path, wait_until="networkidle")  # a late request counts
        expect(alone.locator("h1"), path).to_have_count(1)
    assert not failed, "\n".join(failed)


def test_every_step_opens_and_a_way_can_be_walked(
    alone: Page, phones: Phones, graph: Graph
) -> None:
    decide = Decide(alone, phones.address, graph)
    for name in graph.tree.steps:
        decide.page.goto("about:blank")
        decide.open(anchor(name))
        decide.expect_step(name, why="without a network", focus=False)
    way = graph.longest_way()
    decide.open()
    decide.open(anchor(graph.tree.starts[0]))
    decide.walk(way)
    decide.expect_trail(way, "without a network")


def test_what_is_filled_in_stands_in_the_words(alone: Page, phones: Phones, built: Built) -> None:
    fields = next((name for name, page in built.base.pages.items() if page.shows == "inputs"), None)
    texts = [name for name, entry in built.base.inputs.items() if entry.type == "text"]
    if not (fields and texts):
        pytest.skip("readers of this guide fill nothing in")
    alone.goto(f"{phones.address}{fields}/")
    for name in texts:
        alone.locator(f"input[id='{name}']").fill(f"My {name}")
    alone.goto(f"{phones.address}decide/")
    for slot in alone.locator("[data-slot]:not(.dial)").all():
        if (input_ := slot.get_attribute("data-slot")) in texts:
            expect(slot).to_have_text(f"My {input_}")


def test_search_finds(alone: Page, phones: Phones, sought: str) -> None:
    alone.goto(f"{phones.address}decide/")
    alone.locator(".search button").tap()
    field = alone.get_by_role("textbox")
    expect(field).to_be_focused()
    field.press_sequentially(sought)
    results = alone.locator(".md-search-result__item")
    expect(results.filter(has_text=sought).first).to_be_visible()


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("decide", "decide/"),
        ("decide?from=a-friend", "decide/?from=a-friend"),
        ("decide/?from=a-friend", "decide/?from=a-friend"),
        ("decide/index.html", "decide/index.html"),
        ("index.html", "index.html"),
    ],
)
def test_an_address_means_what_it_means_online(
    alone: Page, phones: Phones, asked: str, shown: str
) -> None:
    alone.goto(phones.address + asked)
    expect(alone).to_have_url(phones.address + shown)
    expect(alone.locator("h1")).to_have_count(1)
    if "decide" in asked:
        link = alone.locator("a.brand")
        assert link.evaluate("(link) => link.href") == phones.address


def test_what_is_missing_leads_on(alone: Page, phones: Phones, graph: Graph) -> None:
    asked = f"{phones.address}no/such/page"
    phones.watches[-1].missing.add(asked)
    answer = alone.goto(asked)
    assert answer is not None
    assert answer.status == 404
    alone.locator("main a.start").first.tap()
    first = anchor(graph.tree.starts[0])
    expect(alone.locator(f"section[id='{first}']")).to_be_visible()
