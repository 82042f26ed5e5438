"""What is suggested for a name that nothing has."""

import pytest
from answertree.checking.suggestions import Suggestions
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.graph import build_graph
from answertree.knowledge.references import Names, Reference
from answertree.reading.load import load

from tests.unit.content import SMALL

BASE = load(SMALL).base
SUGGESTIONS = Suggestions(BASE, Names(BASE), build_graph(BASE))


def target(name: str, scenario: str = "shop") -> Reference:
    return Reference("scenarios", scenario, ("steps", "write", "next"), "step", name)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kettle/descale", "kettle.descale"),
        ("kettle#descale", "kettle.descale"),
        ("kettle-descale", "kettle.descale"),
        ("scenario:kettle.descale", "kettle.descale"),
        ("Kettle.Descale", "kettle.descale"),
        ("kettle.yml", "kettle"),
        ("descale", "kettle.descale"),
        ("shop.descale", "kettle.descale"),
        ("kettle.desacle", "kettle.descale"),
        ("Repair", "repair"),
        ("Write to the shop", "write"),
        ("The kettle stays cold", "kettle"),
        ("cold-kettle", "kettle"),
        ("kettle.delime", "kettle.descale"),
        ("cold-kettle.lamp", "kettle.light-on"),
        ("zzz", None),
    ],
)
def test_a_target(written: str, meant: str | None) -> None:
    assert SUGGESTIONS.meant(target(written)) == meant


def test_a_step_of_the_same_scenario_comes_first() -> None:
    assert SUGGESTIONS.meant(target("Light-On", "kettle")) == "light-on"
    assert SUGGESTIONS.meant(target("lamp", "kettle")) == "light-on"


def test_a_step_that_only_another_scenario_has() -> None:
    assert SUGGESTIONS.meant(target("some-other-place.repair", "kettle")) == "shop.repair"


@pytest.mark.parametrize(
    ("what", "written", "meant"),
    [
        ("link", "rule:unplug", "rule:unplug-first"),
        ("link", "rules:unplug-first", "rule:unplug-first"),
        ("link", "faq:unplug-first", "rule:unplug-first"),
        ("link", "unplug-first", "rule:unplug-first"),
        ("link", "faq:plug", "faq:socket"),
        ("link", "scenario:kettle.lamp", "scenario:kettle.light-on"),
        ("link", "rules:unplug", "rule:unplug-first"),
        ("link", "faq:plug-first", None),
        ("link", "faq:zzz", None),
        ("link", "zzz", None),
        ("topic", "Power", "power"),
        ("page", "Answers", "answers"),
        ("page", "Questions and answers", "answers"),
        ("page", "questions", "answers"),
        ("script", "A letter to the shop", "letter"),
        ("script", "note", "letter"),
        ("timetable", "hours", "week"),
        ("point", "K-1", "k-1"),
        ("point", "k_3", "k-3"),
    ],
)
def test_another_name(what: str, written: str, meant: str | None) -> None:
    assert SUGGESTIONS.meant(Reference("faq", "socket", (), what, written)) == meant


def test_a_hint_says_what_a_thing_is_called_now_or_what_there_is() -> None:
    assert SUGGESTIONS.hint(target("kettle.delime")) == "it is called `kettle.descale` now"
    assert SUGGESTIONS.hint(target("descale")) == "did you mean `kettle.descale`?"
    topic = Reference("faq", "socket", (), "topic", "zzz")
    assert SUGGESTIONS.hint(topic) == "known: `power`, `water`"
    link = Reference("faq", "socket", (), "link", "zzz")
    assert SUGGESTIONS.hint(link).startswith("a link has a kind and an id")


def test_a_link_far_from_all_is_to_be_removed_or_its_entry_written() -> None:
    assert SUGGESTIONS.hint(Reference("faq", "socket", (), "link", "faq:zzz")) == (
        "remove this link, or write the entry"
    )


@pytest.mark.parametrize(
    ("path", "what", "hint"),
    [
        (("timetable",), "timetable", "remove this line, or write the timetable"),
        (("because", 0), "point", "remove this item, or write the point"),
        (("topic",), "topic", ""),
    ],
)
def test_what_is_gone_is_to_be_removed_where_something_can_stand_without_it(
    path: tuple[str | int, ...], what: str, hint: str
) -> None:
    empty = KnowledgeBase.of(None)
    suggestions = Suggestions(empty, Names(empty), build_graph(empty))
    assert suggestions.hint(Reference("pages", "x", path, what, "zzz")) == hint
