"""What explains a point, and what rests on it."""

import markdown
import pytest
from answertree.knowledge.addresses import addresses
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Line
from answertree.reading.language import load_language
from answertree.reading.load import load
from answertree.rendering import reasons

from tests.unit.content import SMALL, with_entry

BASE = load(SMALL).base
ADDRESSES = addresses(BASE)
ENGLISH = load_language("en")


def reason(base: KnowledgeBase, point: str) -> reasons.Reason:
    link = reasons.explanations(base)[point]
    return reasons.reason(base, point, link, ADDRESSES, ENGLISH)


def test_a_point_is_explained_by_what_rests_on_it_first_or_else_by_itself() -> None:
    assert reasons.explanations(BASE) == {
        "k-1": "faq:socket",
        "k-2": "rule:leave-it-shut",
        "k-3": "faq:scale",
        "own-1": "point:own-1",
    }
    assert reason(BASE, "k-1").address == "answers.md#socket"


def test_only_the_points_of_the_editors_are_their_own() -> None:
    points = reasons.explanations(BASE)
    assert {point for point in points if reason(BASE, point).own} == {"own-1"}


def test_what_cites_a_point_is_linked_once_with_the_step_or_section_that_does() -> None:
    cited = reasons.cited_by(BASE)
    assert "scenario:kettle.plug-it-in" in cited["k-1"]
    assert "page:rules.shop-hours" in cited["own-1"]
    assert all(len(links) == len(set(links)) for links in cited.values())
    assert all(link in ADDRESSES for links in cited.values() for link in links)


@pytest.mark.parametrize(("kind", "name"), [("faq", "socket"), ("rules", "unplug-first")])
def test_an_entry_explains_only_the_first_of_its_points(kind: str, name: str) -> None:
    base = with_entry(BASE, kind, name, because=("k-1", "own-1"))
    assert reason(base, "own-1").address == "sources.md#own-1"


def test_a_short_answer_may_end_in_a_backslash() -> None:
    base = with_entry(BASE, "faq", "socket", short=Line("Use C:\\"))
    found = reason(base, "k-1")
    shown = markdown.markdown(f"[{found.words}]({found.address})")
    assert shown == '<p><a href="answers.md#socket">Use C:\\</a></p>'


def test_a_slot_is_filled_in_what_explains_a_point() -> None:
    base = with_entry(BASE, "faq", "scale", short=Line("From {model}."), because=("k-2",))
    assert reason(base, "k-2").words == "From model of the kettle."
