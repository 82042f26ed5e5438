from pathlib import Path

import pytest
from answertree.knowledge.addresses import anchors
from answertree.knowledge.base import all_entries
from answertree.knowledge.kinds import BY_LINK
from answertree.knowledge.record import Entry
from answertree.knowledge.references import Names, Reference, references
from answertree.reading.load import load

from tests.unit.content import SMALL, copied

BASE = load(SMALL).base


def found(kind: str, name: str) -> set[tuple[str, str]]:
    return {(ref.what, ref.name) for ref in references(BASE) if (ref.kind, ref.id) == (kind, name)}


def test_every_kind_of_name_in_the_small_content_is_a_reference() -> None:
    whats = {ref.what for ref in references(BASE)}
    assert whats == {
        *(
            "step",
            "point",
            "script",
            "input",
            "topic",
            "timetable",
            "page",
            "list",
            "link",
            "reminder",
        )
    }


def test_names_in_keys_and_in_texts_are_found() -> None:
    assert found("faq", "scale") == {
        ("topic", "water"),
        ("link", "scenario:kettle.descale"),
        ("link", "point:k-3"),
        ("point", "k-3"),
    }


def test_a_link_in_a_text_of_several_lines_is_found_with_its_path() -> None:
    ref = next(ref for ref in references(BASE) if ref.name == "faq:socket" and ref.snippet)
    assert (ref.kind, ref.id) == ("scenarios", "kettle")
    assert ref.path == ("steps", "plug-it-in", "do", 0, "say")


def test_every_reference_of_the_small_content_is_a_known_name() -> None:
    for ref in references(BASE):
        assert ref.name in Names(BASE).known(ref), ref


@pytest.mark.parametrize("kind", BY_LINK)
def test_there_is_something_to_link_to_of_every_kind(kind: str) -> None:
    ref = Reference("faq", "socket", (), "link", "faq:x")
    assert any(name.startswith(f"{kind}:") for name in Names(BASE).known(ref))


def test_the_start_of_a_scenario_is_one_of_its_own_steps() -> None:
    ref = Reference("scenarios", "shop", ("start",), "step", "x")
    assert Names(BASE).known(ref) == {"warranty", "write", "repair"}


def test_a_target_may_be_a_step_a_scenario_or_both() -> None:
    ref = Reference("scenarios", "shop", ("steps", "write", "next"), "step", "x")
    assert {"repair", "kettle", "kettle.light-on"} <= Names(BASE).known(ref)
    assert "light-on" not in Names(BASE).known(ref)


def test_a_point_that_is_needed_is_one_of_its_own_source() -> None:
    ref = Reference("sources", "editors", ("needed-in-tree", 0), "point", "x")
    assert Names(BASE).known(ref) == {"own-1"}


def test_the_parts_of_a_name() -> None:
    ref = Reference("faq", "socket", (), "link", "scenario:kettle.light-on")
    assert ref.parts == ("kettle", "light-on")


def test_addresses_of_steps_hold_those_of_old_times() -> None:
    taken = [place.anchor for place in anchors(BASE) if place.page == "decide"]
    assert {"kettle-light-on", "kettle-lamp", "cold-kettle-light-on", "cold-kettle-lamp"} <= set(
        taken
    )
    assert len(taken) == len(set(taken))


def test_addresses_on_a_page_hold_what_it_shows() -> None:
    taken = {place.anchor for place in anchors(BASE) if place.page == "sources"}
    assert taken == {"handbook", "leaflet", "editors", "k-1", "k-2", "k-3", "own-1"}
    assert {place.anchor for place in anchors(BASE) if place.page == "rules"} == {
        "shop-hours", "opening-hours", "unplug-first", "pull-the-plug", "leave-it-shut"
    }  # fmt: skip


def test_every_old_id_of_the_content_is_an_address(tmp_path: Path) -> None:
    base = load(copied(tmp_path)).base
    taken = {place.anchor for place in anchors(base)}
    for kind, _, entry in all_entries(base):
        if kind in ("faq", "rules", "scripts", "sources"):
            assert not isinstance(entry, Entry) or set(entry.formerly) <= taken


def test_a_step_that_was_elsewhere_keeps_its_address(tmp_path: Path) -> None:
    moved = {"replace": "formerly: [lamp]", "with": "formerly: [lamp, shop.lamp]"}
    base = load(copied(tmp_path, {"scenarios/kettle.yml": moved})).base
    taken = {place.anchor: place.path for place in anchors(base) if place.page == "decide"}
    assert taken["shop-lamp"] == ("steps", "light-on", "formerly", 1)
    assert "kettle-shop.lamp" not in taken
    assert not {name for name in taken if "." in name}
