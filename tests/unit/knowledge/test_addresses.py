"""Where everything is found: one map from steps and entries to pages."""

from collections import Counter

import pytest
from answertree.knowledge import addresses
from answertree.knowledge.addresses import (
    anchor,
    anchors,
    decision_pages,
    pages_of_steps,
    step_address,
)
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.model import value_at
from answertree.reading.load import load

from tests.unit.content import SMALL

BASE = load(SMALL).base


def test_an_anchor_is_the_scenario_and_the_step() -> None:
    assert anchor("kettle.light-on") == "kettle-light-on"


def test_a_step_is_linked_by_its_anchor_alone_on_its_own_page() -> None:
    assert step_address(BASE, "kettle.light-on") == "decide.md#kettle-light-on"
    assert step_address(BASE, "kettle.light-on", "decide") == "#kettle-light-on"
    assert step_address(BASE, "kettle.light-on", "answers") == "decide.md#kettle-light-on"


def test_one_page_has_all_steps_as_long_as_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "STEPS_ON_A_PAGE", 7)
    assert set(pages_of_steps(fresh()).values()) == {"decide"}


def test_above_that_scenarios_stay_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "STEPS_ON_A_PAGE", 4)
    base = fresh()
    assert decision_pages(base) == ("decide", "decide-2")
    pages = {name: page for name, page in pages_of_steps(base).items() if name.startswith("shop.")}
    assert set(pages.values()) == {"decide-2"}
    found = addresses.addresses(base)
    assert found["scenario:shop.write"] == "decide-2.md#shop-write"
    assert step_address(base, "shop.write", "decide-2") == "#shop-write"


def test_a_scenario_that_no_page_has_room_for_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first step that a reader meets stands on the first page, wherever the file has it."""
    monkeypatch.setattr(addresses, "STEPS_ON_A_PAGE", 2)
    kettle = BASE.scenarios["kettle"]
    others = {name: step for name, step in kettle.steps.items() if name != "plugged-in"}
    last = {**others, "plugged-in": kettle.steps["plugged-in"]}
    moved = kettle.model_copy(update={"steps": last})
    base = BASE.with_entries(scenarios={"shop": BASE.scenarios["shop"], "kettle": moved})
    pages = pages_of_steps(base)
    assert pages["kettle.plugged-in"] == "decide"
    assert Counter(pages.values()) == {"decide": 2, "decide-2": 2, "decide-3": 2, "decide-4": 1}


def test_its_steps_have_one_address_whatever_page_they_are_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(addresses, "STEPS_ON_A_PAGE", 2)
    found = list(anchors(fresh()))
    assert {place.page for place in found if place.kind == "scenarios"} == {"decide"}
    reserved = [place.anchor for place in found if place.kind == "guide"]
    assert reserved == ["index", "decide", "decide-2", "decide-3", "decide-4"]


def test_each_address_knows_where_it_is_written() -> None:
    found = [place for place in anchors(BASE) if place.kind != "guide"]
    for place in found:
        written = value_at(BASE.entry(place.kind, place.id), place.path)  # or it raises
        if "formerly" in place.path:
            assert str(written) in place.anchor
            assert not place.on_key
    formerly = {place.kind for place in found if "formerly" in place.path}
    assert formerly >= {"faq", "pages", "scenarios", "sources", "inputs"}
    points = {place.path for place in found if "points" in place.path}
    assert ("points", "k-1") in points


def fresh() -> KnowledgeBase:
    """The same base, of which nobody has asked anything yet."""
    return BASE.with_entries()
