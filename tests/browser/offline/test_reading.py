"""Without a network, too, an address means what it means, and words have what was filled in."""

import pytest
from answertree.build import Built
from answertree.knowledge.addresses import anchor
from answertree.testing.decide import Graph
from answertree.testing.phone import Phones
from playwright.sync_api import expect

from tests.browser.offline.reader import Reader


def test_what_is_filled_in_stands_in_the_words(alone: Reader, built: Built) -> None:
    fields = next((name for name, page in built.base.pages.items() if page.shows == "inputs"), None)
    texts = [name for name, entry in built.base.inputs.items() if entry.type == "text"]
    if not (fields and texts):
        pytest.skip("readers of this guide fill nothing in")
    alone.open(f"{fields}/")
    for name in texts:
        alone.page.locator(f"input[id='{name}']").fill(f"My {name}")
    alone.open("decide/")
    for slot in alone.page.locator("[data-slot]:not(.dial)").all():
        if (input_ := slot.get_attribute("data-slot")) in texts:
            expect(slot).to_have_text(f"My {input_}")


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
def test_an_address_means_what_it_means_online(alone: Reader, asked: str, shown: str) -> None:
    alone.open(asked)
    expect(alone.page).to_have_url(alone.address + shown)
    expect(alone.page.locator("h1")).to_have_count(1)
    if "decide" in asked:
        link = alone.page.locator("a.brand")
        assert link.evaluate("(link) => link.href") == alone.address


def test_what_is_missing_leads_on(alone: Reader, phones: Phones, graph: Graph) -> None:
    asked = f"{alone.address}no/such/page"
    phones.watches[-1].missing.add(asked)
    answer = alone.page.goto(asked)
    assert answer is not None
    assert answer.status == 404
    alone.page.locator("main a.start").first.tap()
    first = anchor(graph.tree.starts[0])
    expect(alone.page.locator(f"section[id='{first}']")).to_be_visible()
