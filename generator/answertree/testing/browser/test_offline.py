"""After one visit the whole guide is there without a network."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from answertree.build import Built
from answertree.knowledge.addresses import anchor
from answertree.testing.decide import Decide, Graph
from answertree.testing.offline import kept_files, wait_until_all_is_kept
from answertree.testing.phone import Phones
from answertree.testing.publish import serve
from answertree.testing.settled import settled


@pytest.fixture
def alone(phones: Phones, site: Path) -> Page:
    """A phone that has been on one page before the network went away."""
    if not kept_files(site):
        pytest.skip("phones keep nothing of this guide")
    with serve(site) as phones.address:
        page = phones.open(keeps=True)
        page.goto(f"{phones.address}decide/")
        wait_until_all_is_kept(page, site)
    return page


def test_every_page_opens_and_lacks_nothing_and_the_tree_leads_on(
    alone: Page, phones: Phones, paths: list[str], graph: Graph, built: Built
) -> None:
    failed: list[str] = []
    alone.on("requestfailed", lambda request: failed.append(f"lacks {request.url}"))
    for path in paths:
        with settled(alone):  # a late request counts
            alone.goto(phones.address + path)
        expect(alone.locator("h1"), path).to_have_count(1)
    assert not failed, "\n".join(failed)

    decide = Decide(alone, phones.address, graph)
    decide.open(anchor(graph.tree.starts[0]))
    decide.walk(graph.longest_way())
    decide.expect_trail(graph.longest_way(), "without a network")

    decide.page.locator(".search button").tap()
    field = alone.get_by_role("textbox")
    expect(field).to_be_focused()
    field.press_sequentially(findable(graph, built.language.label("search.passed-over")))
    expect(alone.locator(".md-search-result__item").first).to_be_visible()


def findable(graph: Graph, passed_over: str) -> str:
    """The longest word in the title of a step that the search does not pass over."""
    titles = " ".join(graph.title(name) for name in graph.tree.steps)
    words: list[str] = [
        word for word in re.findall(r"\w+", titles) if word.lower() not in passed_over.split()
    ]
    return max(words, key=len)
