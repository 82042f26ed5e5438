"""Questions and answers as search engines want them."""

import json
from typing import Any

import pytest
from answertree.build import build
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Line, Plain, Text
from answertree.knowledge.paging import groups, in_order
from answertree.rendering.json_ld import questions

from tests.unit.content import SMALL


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return build(SMALL).base


def whole(base: KnowledgeBase) -> str:
    """The data of all questions, in the order of their page."""
    return questions(base, (name for group in groups(base, "questions") for name in group.entries))


def listed(base: KnowledgeBase) -> list[dict[str, Any]]:
    page = json.loads(whole(base))
    assert page["@context"] == "https://schema.org"
    assert page["@type"] == "FAQPage"
    entries: list[dict[str, Any]] = page["mainEntity"]
    assert {entry["@type"] for entry in entries} == {"Question"}
    assert {entry["acceptedAnswer"]["@type"] for entry in entries} == {"Answer"}
    return entries


def answer(base: KnowledgeBase, short: str, rest: str) -> str:
    """What stands for an entry with this answer."""
    name, entry = next(iter(base.faq.items()))
    entry = entry.model_copy(update={"short": Line(short), "answer": Text(rest)})
    (only,) = listed(base.with_entries(faq={name: entry}))
    text: str = only["acceptedAnswer"]["text"]
    return text


def test_every_question_is_there_in_the_order_of_the_page(base: KnowledgeBase) -> None:
    first = next(iter(base.faq.values()))
    more = {
        name: first.model_copy(update={"ask": Plain(name), "order": order})
        for name, order in {"a": 220, "b": 230, "c": 210}.items()
    }
    base = base.with_entries(faq={**more, **base.faq})
    wanted = [
        entry.ask
        for topic in base.guide.topics
        for _, entry in in_order(base.faq)
        if entry.topic == topic
    ]
    assert len(wanted) == len(base.faq)
    assert "cab" in "".join(wanted)
    assert [entry["name"] for entry in listed(base)] == wanted


def test_the_answer_is_html(base: KnowledgeBase) -> None:
    html = answer(base, "Yes, *do*.", "Because:\n\n- one\n- **two** & three")
    assert html == (
        "<p>Yes, <em>do</em>.</p>\n<p>Because:</p>\n"
        "<ul>\n<li>one</li>\n<li><strong>two</strong> &amp; three</li>\n</ul>"
    )


def test_links_leave_their_words_and_slots_are_filled(base: KnowledgeBase) -> None:
    slot, shown = next(iter(base.slots.items()))
    html = answer(base, "See [the other](faq:scale).", f"Or [here](https://x.org), {{{slot}}}.")
    assert html == f"<p>See the other.</p>\n<p>Or here, {shown}.</p>"


def test_no_text_ends_the_script(base: KnowledgeBase) -> None:
    name, entry = next(iter(base.faq.items()))
    ask = "</script><!-- <script> ]]> \u2028 'x' \"y\""
    hostile = base.with_entries(faq={name: entry.model_copy(update={"ask": Plain(ask)})})
    assert "<" not in whole(hostile)
    assert listed(hostile)[0]["name"] == ask
