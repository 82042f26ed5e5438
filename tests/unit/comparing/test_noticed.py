"""What readers notice of a change, and what they do not."""

from pathlib import Path
from typing import Any

import pytest
from answertree.comparing.matching import match
from answertree.comparing.noticed import NO_NEWS, News, noticed
from answertree.comparing.titles import title
from answertree.knowledge import model
from answertree.reading.load import load

from tests.unit.content import SMALL, copied

KETTLE, SOCKET = "scenarios/kettle.yml", "faq/socket.yml"


def news(folder: Path, change: dict[str, Any]) -> list[News]:
    return list(noticed(match(load(SMALL).base, load(copied(folder, change)).base)))


def test_nothing_is_news_when_nothing_changed(tmp_path: Path) -> None:
    assert news(tmp_path, {}) == []


def test_a_changed_sentence_is_news_without_those_around_it(tmp_path: Path) -> None:
    edit = {"replace": "and shows at once.", "with": "and shows it. It is safe."}
    (found,) = news(tmp_path, {SOCKET: edit})
    assert (found.what, found.link) == ("changed", "faq:socket")
    assert title(found.thing) == "How do I test a socket?"
    assert found.words == (
        (
            "A lamp needs little power, and shows at once.",
            "A lamp needs little power, and shows it. It is safe.",
        ),
    )


def test_a_changed_step_is_news_and_not_its_scenario(tmp_path: Path) -> None:
    edit = {"replace": "say: It does", "with": "say: It shines"}
    (found,) = news(tmp_path, {KETTLE: edit})
    assert (found.what, found.link) == ("changed", "scenario:kettle.light-on")
    assert found.words == (("It does", "It shines"),)


def test_a_way_that_leads_elsewhere_is_news_without_words(tmp_path: Path) -> None:
    edit = {"replace": "{say: It does, go: descale}", "with": "{say: It does, go: shop.repair}"}
    (found,) = news(tmp_path, {KETTLE: edit})
    assert (found.what, found.link, found.words) == ("changed", "scenario:kettle.light-on", ())


def test_a_do_that_becomes_a_dont_is_news(tmp_path: Path) -> None:
    edit = {"replace": "do: Unplug", "with": "dont: Unplug"}
    (found,) = news(tmp_path, {"rules/unplug-first.yml": edit})
    assert found.what == "changed"


def test_a_new_entry_is_news_once_and_not_part_by_part(tmp_path: Path) -> None:
    page = (
        "title: More\ndescription: More.\nlead: More.\n"
        "sections: {one: {title: One}, two: {title: Two}}"
    )
    (found,) = news(tmp_path, {"pages/more.yml": page})
    assert (found.what, found.link, title(found.thing)) == ("new", "page:more", "More")


def test_an_entry_that_is_gone_is_news_once(tmp_path: Path) -> None:
    found = news(tmp_path, {"scenarios/shop.yml": None})
    gone = [title(each.thing) for each in found if each.what == "gone"]
    assert gone == ["Ask the shop"]


def test_a_new_part_and_one_that_is_gone_are_news(tmp_path: Path) -> None:
    notes = {"replace": "sections:\n  notes:\n    title: Your notes\n    notes: true\n", "with": ""}
    change = {KETTLE: {"append": "  rest:\n    advise: Have a rest"}, "pages/inputs.yml": notes}
    found = [(each.what, each.link, title(each.thing)) for each in news(tmp_path, change)]
    assert found == [("new", "scenario:kettle.rest", "Have a rest"), ("gone", "", "Your notes")]


@pytest.mark.parametrize(
    ("file", "edit"),
    [
        (SOCKET, {"replace": "because: [k-1]\nsee", "with": "because: [k-2]\nsee"}),
        (SOCKET, {"replace": "order: 20", "with": "order: 30"}),
        (SOCKET, {"append": "words-for-search: [outlet]"}),
        (SOCKET, {"replace": "formerly: [plug]\n", "with": ""}),
        ("guide.yml", {"replace": "longest-way: 3", "with": "longest-way: 5"}),
        ("guide.yml", {"replace": "one small step at a time", "with": "step by step"}),
        (KETTLE, {"replace": "# The first scenario", "with": "# A scenario"}),
    ],
    ids=str,
)
def test_what_nobody_sees_is_no_news(tmp_path: Path, file: str, edit: Any) -> None:
    assert news(tmp_path, {file: edit}) == []


def test_another_name_is_no_news(tmp_path: Path) -> None:
    text = (SMALL / SOCKET).read_text("utf-8").replace("[plug]", "[plug, socket]")
    change = {
        SOCKET: None,
        "faq/outlet.yml": text,
        "scenarios/kettle.yml": {"replace": "(faq:socket)", "with": "(faq:outlet)"},
        "scenarios/shop.yml": {"replace": "faq:socket]", "with": "faq:outlet]"},
        "rules/unplug-first.yml": {"replace": "faq:socket", "with": "faq:outlet"},
    }
    assert news(tmp_path, change) == []


def test_the_guide_itself_is_news_without_a_link(tmp_path: Path) -> None:
    edit = {"replace": "Your kettle stays cold.", "with": "Your kettle is cold."}
    (found,) = news(tmp_path, {"guide.yml": edit})
    assert (found.what, found.link) == ("changed", "")


def test_a_topic_of_the_guide_that_is_called_otherwise_is_news(tmp_path: Path) -> None:
    (found,) = news(tmp_path, {"guide.yml": {"replace": "power: Power", "with": "power: Mains"}})
    assert (found.what, found.link, found.words) == ("changed", "", (("Power", "Mains"),))


def test_a_source_is_news_without_a_link(tmp_path: Path) -> None:
    edit = {"replace": "title: The kettle handbook", "with": "title: The manual"}
    (found,) = news(tmp_path, {"sources/handbook.yml": edit})
    assert (found.what, found.link) == ("changed", "")


def test_every_field_that_is_no_news_is_one_of_the_model() -> None:
    models = [each for each in vars(model).values() if hasattr(each, "model_fields")]
    assert {field for each in models for field in each.model_fields} >= NO_NEWS
