"""What the groups of a list, and the pages of a long one, are called."""

import pytest
from answertree.knowledge import model
from answertree.knowledge.paging import Group, ListPart
from answertree.reading.language import load_language
from answertree.reading.load import load
from answertree.rendering.list_titles import title_of_group, title_of_part

from tests.unit.content import SMALL

BASE = load(SMALL).base
ENGLISH = load_language("en")


def page(shows: str) -> model.Page:
    return next(page for page in BASE.pages.values() if page.shows == shows)


@pytest.mark.parametrize(
    ("shows", "group", "title"),
    [
        ("questions", Group("power", ("plug", "socket")), "Power"),
        ("rules", Group("do", ("unplug-first",)), "Do"),
        ("rules", Group("dont", ("leave-it-shut",)), "Don’t"),
        ("sources", Group("handbook", ("k-1", "k-2")), "The kettle handbook"),
        ("scenarios", Group("shop", ("shop",)), "Ask the shop"),
        ("scripts", Group("", ("letter",)), "A letter to the shop"),
        ("scripts", Group("", ("letter", "note")), "A letter to the shop … A note"),
    ],
)
def test_a_group_of_a_list_has_a_title(shows: str, group: Group, title: str) -> None:
    scripts = BASE.scripts["letter"], BASE.scripts["letter"].model_copy(update={"title": "A note"})
    base = BASE.with_entries(scripts=dict(zip(("letter", "note"), scripts, strict=True)))
    assert title_of_group(base, page(shows), group, ENGLISH) == title


@pytest.mark.parametrize(
    ("group", "count", "title"),
    [("do", 1, "Do"), ("do", 3, "Do, page 2 of 3")],
)
def test_a_part_of_a_list_says_which_of_how_many_it_is(group: str, count: int, title: str) -> None:
    part = ListPart("rules--do--2", Group(group, ("unplug-first",)), 2, count)
    assert title_of_part(BASE, page("rules"), part, ENGLISH) == title


def test_a_part_without_a_topic_is_named_after_what_is_in_it() -> None:
    part = ListPart("words---2", Group("", ("letter",)), 2, 3)
    title = title_of_part(BASE, page("scripts"), part, ENGLISH)
    assert title == "A letter to the shop"
