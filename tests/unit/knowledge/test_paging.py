"""How a list is spread over pages: whole while it is short, each page light where it is long."""

import pytest
from answertree.knowledge import paging
from answertree.knowledge.addresses import addresses, anchors_of_parts, map_address
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Key, Line
from answertree.knowledge.paging import HEAVIEST, Group, groups, in_order, list_parts
from answertree.reading.load import load

from tests.unit.content import SMALL


def base() -> KnowledgeBase:
    """A base of its own for each test: what is found out about one is kept."""
    return load(SMALL).base


@pytest.fixture
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of a list has a single entry."""
    monkeypatch.setattr(paging, "HEAVIEST", 1)


def names(base: KnowledgeBase, page: str) -> list[str]:
    return [part.name for part in list_parts(base)[page]]


def with_points(base: KnowledgeBase, count: int) -> KnowledgeBase:
    """The base with so many points in one of its sources, of a thousand bytes each."""
    points = {Key(f"point-{number}"): Line("x" * 1_000) for number in range(count)}
    long = base.sources["handbook"].model_copy(update={"points": points})
    return base.with_entries(sources={**base.sources, "handbook": long})


def test_entries_are_in_their_order_and_then_by_id() -> None:
    assert [name for name, _ in in_order(base().faq)] == ["socket", "scale"]


def test_a_short_list_is_on_its_page() -> None:
    assert list_parts(base()) == {}
    assert anchors_of_parts(base()) == {}


def test_the_groups_of_each_list() -> None:
    found = base()
    assert groups(found, "questions") == (
        Group("power", ("socket",)), Group("water", ("scale",))
    )  # fmt: skip
    assert groups(found, "rules") == (
        Group("do", ("unplug-first",)), Group("dont", ("leave-it-shut",))
    )  # fmt: skip
    assert groups(found, "scripts") == (Group("", ("letter",)),)
    assert groups(found, "scenarios") == (Group("kettle", ("kettle",)), Group("shop", ("shop",)))
    assert groups(found, "sources") == tuple(
        Group(name, tuple(source.points)) for name, source in found.sources.items()
    )
    assert groups(found, "inputs") == groups(found, None) == ()


@pytest.mark.usefixtures("short_pages")
def test_a_long_list_has_a_page_for_each_topic() -> None:
    found = base()
    assert names(found, "answers") == ["answers--power", "answers--water"]
    assert names(found, "rules") == ["rules--do", "rules--dont"]
    assert names(found, "ways") == ["ways--kettle", "ways--shop"]
    assert "inputs" not in list_parts(found)


@pytest.mark.usefixtures("short_pages")
def test_what_has_no_topic_is_on_numbered_pages() -> None:
    assert names(base(), "words") == ["words---1"]


def test_a_large_topic_has_several_pages_none_of_which_is_too_heavy() -> None:
    found = with_points(base(), 120)
    parts = [part for part in list_parts(found)["sources"] if part.group.id == "handbook"]
    assert [part.name for part in parts] == [
        "sources--handbook", "sources--handbook--2", "sources--handbook--3"
    ]  # fmt: skip
    assert [(part.number, part.count) for part in parts] == [(1, 3), (2, 3), (3, 3)]
    listed = [point for part in parts for point in part.group.entries]
    assert listed == list(found.sources["handbook"].points)
    assert max(len(part.group.entries) for part in parts) * 1_000 <= HEAVIEST


@pytest.mark.usefixtures("short_pages")
def test_no_two_pages_have_the_same_name() -> None:
    found = base()
    guide = found.guide.model_copy(update={"topics": {Key("1"): "One", **found.guide.topics}})
    letter = found.scripts["letter"]
    numbered = letter.model_copy(update={"topic": "1"})
    found = KnowledgeBase(
        guide, {**found.entries, "scripts": {"letter": letter, "numbered": numbered}}
    )
    assert sorted(names(found, "words")) == ["words---1", "words--1"]


@pytest.mark.usefixtures("short_pages")
def test_every_link_leads_to_the_page_that_has_it() -> None:
    found = addresses(base())
    assert found["faq:scale"] == "answers--water.md#scale"
    assert found["rule:leave-it-shut"] == "rules--dont.md#leave-it-shut"
    assert found["script:letter"] == "words---1.md#letter"
    assert found["page:answers"] == "answers.md"
    assert found["scenario:shop.write"] == "decide.md#shop-write"
    for source, entry in base().sources.items():
        for point in entry.points:
            assert found[f"point:{point}"].startswith(f"sources--{source}")


@pytest.mark.usefixtures("short_pages")
def test_the_map_leads_from_page_to_page() -> None:
    found = base()
    assert map_address(found, "shop.write", "ways--shop") == "#map--shop-write"
    assert map_address(found, "shop.write", "ways--kettle") == "ways--shop.md#map--shop-write"


def test_a_short_map_leads_to_itself() -> None:
    assert map_address(base(), "shop.write", "ways") == "#map--shop-write"


@pytest.mark.usefixtures("short_pages")
def test_every_old_anchor_is_known_with_its_page() -> None:
    found = anchors_of_parts(base())
    assert found["answers"] == {"answers--power": ["socket", "plug"], "answers--water": ["scale"]}
    assert found["rules"]["rules--do"] == ["unplug-first", "pull-the-plug"]
    sources = {anchor for anchors in found["sources"].values() for anchor in anchors}
    assert sources >= {"handbook", "leaflet", *base().sources["handbook"].points}
    assert "map--shop-write" in found["ways"]["ways--shop"]
