"""The search leads to steps, whatever headings a page has inside them."""

import json
from typing import Any

import pytest
from answertree.build import build
from answertree.publishing.search_steps import led_to_steps, step_locations

from tests.unit.content import SMALL

STEPS = step_locations(build(SMALL).base)


def entry(location: str, title: str = "x", text: str = "") -> dict[str, str]:
    return {"location": location, "title": title, "text": text}


def led(key: str, *entries: dict[str, str]) -> Any:
    index = led_to_steps(json.dumps({"config": {}, key: entries}), key, STEPS)
    assert led_to_steps(index, key, STEPS) == index
    return json.loads(index)[key]


def test_steps_are_known_by_their_places() -> None:
    assert "decide/#kettle-descale" in STEPS


@pytest.mark.parametrize("key", ["docs", "items"])
def test_a_title_leads_to_its_step(key: str) -> None:
    assert led(key, entry("decide/#kettle-descale--title")) == [entry("decide/#kettle-descale")]
    assert led(key, entry("decide/#start--title")) == [entry("decide/#start")]


def test_what_stands_below_a_heading_inside_a_step_is_found_with_the_step() -> None:
    step = entry("decide/#kettle-descale--title", "Descale it", "<p>Slowly</p>")
    found = led("docs", entry("decide/"), step, entry("decide/#do_1", "Do", "<ul>Wait</ul>"))
    text = "<p>Slowly</p>Do<ul>Wait</ul>"
    assert found == [entry("decide/"), entry("decide/#kettle-descale", "Descale it", text)]


def test_other_pages_keep_their_headings() -> None:
    entries = [entry("answers/"), entry("answers/#do_1")]
    assert led("docs", *entries) == entries


@pytest.mark.parametrize("index", ["[]", "{}", '{"docs": [1]}', '{"docs": [{}]}', "no JSON"])
def test_what_is_no_index_is_refused(index: str) -> None:
    with pytest.raises(ValueError, match=r"search index|Expecting"):
        led_to_steps(index, "docs", STEPS)
