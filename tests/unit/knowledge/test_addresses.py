"""Where everything is found: one map from steps and entries to pages."""

import pytest
from answertree.knowledge import addresses
from answertree.knowledge.addresses import anchor, anchors, step_address
from answertree.reading.load import load

from tests.unit.content import SMALL

BASE = load(SMALL).base


def test_an_anchor_is_the_scenario_and_the_step() -> None:
    assert anchor("kettle.light-on") == "kettle-light-on"


def test_a_step_is_linked_by_its_anchor_alone_on_its_own_page() -> None:
    assert step_address("kettle.light-on") == "decide.md#kettle-light-on"
    assert step_address("kettle.light-on", "decide") == "#kettle-light-on"
    assert step_address("kettle.light-on", "answers") == "decide.md#kettle-light-on"


def test_all_that_is_needed_to_split_the_decision_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another map from step to page moves every address and anchor along."""
    monkeypatch.setattr(addresses, "page_of_step", lambda step: step.partition(".")[0])
    found = addresses.addresses(BASE)
    assert found["scenario:shop.write"] == "shop.md#shop-write"
    assert step_address("shop.write", "kettle") == "shop.md#shop-write"
    steps = {place.page for place in anchors(BASE) if place.kind == "scenarios"}
    assert steps == set(BASE.scenarios)
