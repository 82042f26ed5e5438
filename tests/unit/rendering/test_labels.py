import markdown
import pytest
from answertree.knowledge.addresses import addresses
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Line, Plain, Text
from answertree.knowledge.graph import resolve
from answertree.knowledge.references import Names, Reference
from answertree.knowledge.steps import Outcome, Question, Verdict, ways_on
from answertree.reading.language import load_language
from answertree.reading.load import load
from answertree.rendering import labels

from tests.unit.content import SMALL, with_entry

BASE: KnowledgeBase = load(SMALL).base
ADDRESSES = addresses(BASE)
ENGLISH = load_language("en")


def leads_to(link: str) -> str:
    return ADDRESSES.get(link, link)


def test_everything_that_can_be_linked_has_an_address() -> None:
    ref = Reference("faq", "socket", (), "link", "faq:x")
    assert set(ADDRESSES) == Names(BASE).known(ref)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("faq:socket", "answers.md#socket"),
        ("rule:unplug-first", "rules.md#unplug-first"),
        ("script:letter", "words.md#letter"),
        ("point:k-1", "sources.md#k-1"),
        ("page:words", "words.md"),
        ("page:rules.shop-hours", "rules.md#shop-hours"),
        ("scenario:shop", "decide.md#shop-warranty"),
        ("scenario:shop.write", "decide.md#shop-write"),
    ],
)
def test_addresses(link: str, address: str) -> None:
    assert ADDRESSES[link] == address


@pytest.mark.parametrize("link", ADDRESSES)
def test_everything_that_can_be_linked_has_words(link: str) -> None:
    assert labels.label(BASE, link, ENGLISH).strip()


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("faq:scale", "Where does scale come from?"),
        ("page:rules.shop-hours", "When to go"),
        ("scenario:shop", "Ask the shop"),
        ("scenario:shop.write", "Write to the shop"),
    ],
)
def test_the_words_of_a_link_are_the_title_of_what_it_leads_to(link: str, words: str) -> None:
    assert labels.label(BASE, link, ENGLISH) == words


@pytest.mark.parametrize(
    ("verdict", "label"),
    [(None, "Say this"), ("go", "Say this"), ("write", "Write this"), ("say", "")],
)
def test_the_words_of_an_outcome_are_said_unless_its_verdict_says_otherwise(
    verdict: Verdict | None, label: str
) -> None:
    outcome = Outcome(advise=Plain("Ask"), verdict=verdict)
    assert labels.label_of_words(outcome, ENGLISH) == label


def test_the_words_of_a_question_are_to_be_said() -> None:
    question = BASE.scenarios["kettle"].steps["light-on"]
    assert isinstance(question, Question)
    assert labels.label_of_words(question, ENGLISH) == "Say this"


def test_a_way_on_is_named_after_the_scenario_or_else_after_the_step() -> None:
    def said(scenario: str, **step: str) -> str:
        outcome = Outcome.model_validate({"advise": "x", **step})
        (way,) = ways_on(outcome)
        target = resolve(BASE, scenario, way.go)
        return labels.next_label(BASE, way, target or "", ENGLISH)

    assert said("kettle", next="shop") == "Ask the shop"
    assert said("shop", next="kettle.descale") == "Descale it"
    assert said("shop", next="repair") == "Find a repair café"
    assert said("shop", **{"next": "repair", "next-say": "When it is cold"}) == "When it is cold"


def test_links_by_id_and_slots_become_what_a_page_shows() -> None:
    shown = labels.on_page(BASE, leads_to, Line("Ask [them](script:letter), {name}."))
    assert shown == (
        'Ask [them](words.md#letter), [your name](inputs.md#name){: .slot data-slot="name" }.'
    )


def test_a_line_is_on_one_line_and_a_text_keeps_its_paragraphs() -> None:
    assert labels.on_page(BASE, leads_to, Line("one\n  two")) == "one two"
    assert labels.on_page(BASE, leads_to, Text("one\n\ntwo\n")) == "one\n\ntwo"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Open the lid", "Don’t open the lid"),
        ("USB first", "Don’t USB first"),
        ("A lid", "Don’t A lid"),
        ("X", "Don’t X"),
    ],
)
def test_a_dont_is_a_sentence_in_which_names_keep_their_capitals(line: str, said: str) -> None:
    assert labels.dont(Line(line), ENGLISH) == said


def test_a_slot_is_filled_in_what_a_link_says() -> None:
    rules = with_entry(
        BASE, "rules", "unplug-first", do=Line("Unplug {model}, `{name}`"), reason=None
    )
    shown = markdown.markdown(labels.label(rules, "rule:unplug-first", ENGLISH))
    assert shown == "<p>Unplug model of the kettle, <code>your name</code></p>"


def test_the_same_characters_are_another_text_where_they_may_be_markdown() -> None:
    assert labels.in_link(BASE, Line("*now*")) == "*now*"
    assert labels.in_link(BASE, Plain("*now*")) == "\\*now\\*"


def test_a_slot_in_code_is_filled_and_not_its_source() -> None:
    shown = markdown.markdown(
        labels.on_page(BASE, leads_to, Line("Write `{name}`.")), extensions=["attr_list"]
    )
    assert shown == (
        '<p>Write <code><a class="slot" data-slot="name" href="inputs.md#name">your name</a>'
        "</code>.</p>"
    )


def test_a_slot_says_what_scripts_need_to_fill_it() -> None:
    shown = labels.on_page(BASE, leads_to, Line("{model}, {bought}"))
    assert '{: .slot data-slot="model" data-formerly="kind" }' in shown
    assert '{: .slot data-slot="bought" data-type="date" }' in shown
    renamed = with_entry(BASE, "inputs", "model", formerly=("kind", "make"), type="choice")
    assert labels.on_page(renamed, leads_to, Line("{model}")).endswith(
        '{: .slot data-slot="model" data-type="choice" data-formerly="kind make" }'
    )
