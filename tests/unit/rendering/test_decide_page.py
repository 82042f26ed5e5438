"""The decision page of a guide that knows its reader, as it is where no script runs."""

import json
from functools import cache

import pytest
from answertree.build import build
from bs4 import BeautifulSoup, Tag

from tests.conftest import LIBRARY
from tests.unit.rendering.test_pages import parsed


@cache
def pages() -> dict[str, BeautifulSoup]:
    return parsed(build(LIBRARY).pages)


def step(name: str) -> Tag:
    found = pages()["decide.md"].find(id=name)
    assert isinstance(found, Tag)
    return found


def said(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def test_what_is_to_be_done_first_is_a_step_of_its_own_kind() -> None:
    task = step("book-find-it")
    assert task["data-step"] == "task"
    assert [heading.text for heading in task.select("h2")] == ["Find the book"]
    assert said(task.select(".do li")[0]) == "Look under the bed"
    (on,) = task.select("a[href^='#']")
    assert (on["href"], on.text) == ("#book-hour", "I have it")
    assert not task.select(".verdict, .answers, .step__left")


def test_the_ways_on_of_an_outcome_still_say_that_they_are_next() -> None:
    (on,) = step("book-read-on").select(".next a")
    assert on.text == "Next: Bring it back today"


def test_a_question_has_its_text_and_an_answer_its_hint() -> None:
    question = step("book-where")
    assert [item.text for item in question.select("section > ul > li")] == [
        "White is from town.", "Yellow is from the van."
    ]  # fmt: skip
    (hint,) = question.select(".hint")
    assert said(hint) == "The house behind the station"
    link = hint.find_previous_sibling("a")
    assert isinstance(link, Tag)
    assert link.text == "In town", "the answer is its words alone"


def test_every_answer_is_there_and_brings_its_condition_for_scripts() -> None:
    links = step("book-how-long").select(".answers li > a")
    assert [json.loads(str(link["data-when"])) for link in links] == [
        {"lent": [[-1_000_000, 1]]}, {"lent": [[2, 13]]}, {"lent": [[14, 1_000_000]]}
    ]  # fmt: skip
    assert not step("book-how-long").select(".when")
    sets = [
        json.loads(str(link["data-sets"])) for link in step("book-where").select(".answers li > a")
    ]
    assert sets == [{"branch": 0}, {"branch": 1}, {"branch": 2}]


@pytest.mark.parametrize(
    ("selector", "condition", "words"),
    [
        (".do li", "If place is “The library van”:", "Wait at the stop"),
        (".dont li", "If place is “A friend”:", "Ring twice"),
        (".next", "If number of books is 2 or more:", "Next: The other books"),
        ("div[data-when]", "If day of lending is 14 days ago or earlier:",
         "It is late. Bring some coins."),
    ],
)  # fmt: skip
def test_what_stands_under_a_condition_says_it(selector: str, condition: str, words: str) -> None:
    found = [tag for tag in step("book-give-back").select(selector) if words in said(tag)]
    (tag,) = found
    assert said(tag) == f"{condition} {words}"
    assert json.loads(str(tag["data-when"]))
    assert [said(part) for part in tag.select(".when")] == [condition]


def test_what_stands_under_no_condition_says_none() -> None:
    plain = [item for item in step("book-give-back").select("li") if "data-when" not in item.attrs]
    assert [said(item) for item in plain] == ["Bring some coins.", "Say thank you"]
    assert not [item for item in plain if item.select(".when")]


def test_a_day_that_is_worked_out_is_a_rule_with_a_link_to_its_field() -> None:
    place = step("book-read-on").select_one("[data-remind]")
    assert place
    assert place["data-remind"] == "bring-back"
    (slot,) = place.select("a.slot")
    assert (slot["href"], slot["data-slot"]) == ("about-you.md#lent", "lent")


def test_the_data_for_scripts_is_on_the_page_once() -> None:
    (data,) = pages()["decide.md"].select("script[id='script--data']")
    assert set(json.loads(str(data.string))) == {"inputs", "reminders"}
    assert data["type"] == "application/json"


def test_fields_are_of_their_types() -> None:
    fields = pages()["about-you.md"].select(".field > :is(input, select)")
    found = {str(field["id"]): (field.name, field.get("type")) for field in fields}
    assert found["lent"] == ("input", "date")
    assert found["books"] == ("input", "number")
    assert found["branch"] == ("select", None)
    assert found["their-zone"] == ("input", "text")
    books = pages()["about-you.md"].find(id="books")
    assert isinstance(books, Tag)
    assert (books["min"], books["max"]) == ("0", "20")
    options = pages()["about-you.md"].select("#branch option")
    assert [option["value"] for option in options] == ["", "town", "van", "friend"]
    assert all(option.text for option in options)


def test_the_map_has_every_step_and_every_way() -> None:
    shown = said(pages()["ways.md"])
    for words in ("Find the book", "Next What time is it there?", "Next Read on"):
        assert words in shown
