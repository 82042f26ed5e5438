"""On paper the decision page is a poster of the tree; a step that is shown is printed alone."""

import re

import pytest
from answertree.knowledge.addresses import anchor
from answertree.testing.decide import Decide
from answertree.testing.phone import Phones
from playwright.sync_api import Page, expect

SHEETS = 2
PAGE = re.compile(rb"/Type\s*/Page\b")
# The steps that are on paper, in order; and for each link its step, and the number that it says.
PRINTED = "(steps) => steps.filter((step) => step.checkVisibility()).map((step) => step.id)"
LED_TO = "(links) => links.map((link) => [link.hash.slice(1), Number(link.dataset.number)])"


def sheets(page: Page) -> int:
    """On how many pages of A4 the page is printed."""
    return len(PAGE.findall(page.pdf(format="A4")))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_whole_tree_is_on_a_sheet_or_two(phones: Phones, decide: Decide, scripts: bool) -> None:
    there = Decide(phones.open(java_script_enabled=scripts), decide.address, decide.graph)
    there.open()
    assert sheets(there.page) <= SHEETS


def test_numbers_lead_from_each_answer_to_its_step(decide: Decide) -> None:
    decide.open()
    decide.page.emulate_media(media="print")
    steps = decide.page.locator("section[data-step]")
    found = steps.evaluate_all(PRINTED)
    assert sorted(found) == sorted(decide.graph.anchors)
    number = {step: index for index, step in enumerate(found, 1)}
    links = decide.page.locator(".start, .answers li > a, .next a").evaluate_all(LED_TO)
    assert len(links) > len(decide.graph.tree.starts)
    assert [(step, number[step]) for step, _ in links] == [tuple(link) for link in links]


def test_a_step_that_is_shown_is_printed_alone(decide: Decide) -> None:
    for name in (*decide.graph.tree.starts, *decide.graph.tree.steps):
        decide.open(anchor(name))
        decide.page.emulate_media(media="print")
        expect(decide.heading(name)).to_be_visible()
        assert decide.shown() == [anchor(name)]
        assert sheets(decide.page) == 1, name
