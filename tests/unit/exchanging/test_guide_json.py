"""The guide as data: all that the content says is in it, and it is as its schema says."""

import json
from pathlib import Path
from typing import Any

import pytest
from answertree.exchanging.guide_json import as_json
from answertree.exchanging.guide_schema import schema
from answertree.knowledge.addresses import addresses
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Line, Plain, StepId, Target, Text
from answertree.knowledge.kinds import KINDS
from answertree.knowledge.model import Faq, walk
from answertree.reading.load import load
from jsonschema import Draft202012Validator

from tests.conftest import CONTENT
from tests.unit.content import SMALL

BASE = load(SMALL).base
SCHEMA = Draft202012Validator(json.loads(schema()))
SITE_URL = "https://example.org/guide/"


def data(base: KnowledgeBase = BASE, site_url: str = "") -> dict[str, Any]:
    found = json.loads(as_json(base, "en", site_url))
    assert isinstance(found, dict)
    return found


def errors(found: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in SCHEMA.iter_errors(found)]


def at(found: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        found = found[key]
    return found


@pytest.mark.parametrize("folder", [SMALL, CONTENT], ids=["small", "content"])
@pytest.mark.parametrize("site_url", ["", SITE_URL])
def test_the_data_is_as_the_schema_says(folder: Path, site_url: str) -> None:
    assert errors(data(load(folder).base, site_url)) == []


@pytest.mark.parametrize("folder", [SMALL, CONTENT], ids=["small", "content"])
def test_every_value_of_every_entry_is_at_its_path(folder: Path) -> None:
    base = load(folder).base
    found = data(base)
    count = 0
    for kind in KINDS:
        for name, entry in base.entries[kind.folder].items():
            for path, value in walk(entry):
                there = at(found["entries"][kind.folder][name], path)
                if isinstance(value, Line | Text):
                    assert set(there) == {"markdown", "plain"}
                    assert all(there.values())
                elif isinstance(value, Target | StepId):
                    assert there.endswith(value.rpartition(".")[2]) or value in base.scenarios
                else:
                    assert there == value
                count += 1
    assert count
    for path, value in walk(base.guide):
        if not isinstance(value, Line | Text | Target):
            assert at(found["guide"], path) == value


class Later(Faq):
    """A kind of entry with a field that no code knows."""

    mood: Text | None = None


def test_a_field_that_the_model_gets_later_is_in_the_data() -> None:
    entry = BASE.faq["scale"]
    later = Later(**{**entry.model_dump(by_alias=True), "mood": Text("Be *brave*.")})
    found = data(BASE.with_entries(faq={"scale": later}))
    assert found["entries"]["faq"]["scale"]["mood"] == {
        "markdown": "Be *brave*.",
        "plain": "Be brave.",
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.folder))
def test_every_field_of_every_kind_is_in_the_schema(kind: Any) -> None:
    definitions = json.loads(schema())["$defs"]
    place = definitions["Collections"]["properties"][kind.folder]
    assert kind.model.__name__ in json.dumps(place)
    keys = {info.alias or name for name, info in kind.model.model_fields.items()}
    assert set(definitions[kind.model.__name__]["properties"]) == keys


def test_a_text_is_markdown_whose_links_lead_to_addresses_and_plain() -> None:
    answers = data()["entries"]["faq"]
    assert answers["scale"]["answer"] == {
        "markdown": "See [how to descale](decide/#kettle-descale), or [why](sources/#k-3).",
        "plain": "See how to descale, or why.",
    }
    lines = answers["socket"]["answer"]["plain"].splitlines()
    assert lines == [
        "A lamp needs little power, and shows at once.",
        "Use a lamp that works.",
        "Try two sockets.",
    ]
    assert "[two sockets](https://example.org/sockets)" in answers["socket"]["answer"]["markdown"]


def test_a_title_is_its_characters_and_a_slot_stays_a_slot() -> None:
    found = data()["entries"]
    assert found["faq"]["scale"]["ask"] == "Where does scale come from?"
    assert "{name}" in found["scripts"]["letter"]["say"]["plain"]
    assert isinstance(BASE.faq["scale"].ask, Plain)


def test_steps_are_named_with_their_scenario_wherever_they_are_named() -> None:
    found = data()
    kettle, shop = (found["entries"]["scenarios"][name] for name in ("kettle", "shop"))
    assert kettle["start"] == "kettle.plugged-in"
    goes = [answer["go"] for answer in kettle["steps"]["light-on"]["answers"]]
    assert goes == ["kettle.descale", "shop.warranty"]
    assert shop["steps"]["write"]["next"] == [{"go": "kettle.descale"}]
    assert [start["go"] for start in found["guide"]["starts"]] == [
        "kettle.plugged-in", "kettle.light-on"
    ]  # fmt: skip


def test_what_can_be_linked_has_an_address() -> None:
    relative, whole = data()["addresses"], data(site_url=SITE_URL)["addresses"]
    assert set(relative) == set(addresses(BASE))
    assert relative["scenario:kettle.light-on"] == "decide/#kettle-light-on"
    assert relative["page:rules"] == "rules/"
    assert whole == {link: SITE_URL + place for link, place in relative.items()}
    text = data(site_url=SITE_URL)["entries"]["faq"]["scale"]["answer"]["markdown"]
    assert f"({SITE_URL}decide/#kettle-descale)" in text


def test_where_the_guide_is_is_said_when_it_is_known() -> None:
    assert data(site_url=SITE_URL)["address"] == SITE_URL
    assert "address" not in data()


def test_the_same_guide_is_the_same_text() -> None:
    assert as_json(load(SMALL).base, "en") == as_json(BASE, "en")
    assert as_json(BASE, "en").endswith("}\n")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("guide", "title"), 3),
        (("guide", "taglines"), "x"),
        (("entries", "faq", "scale", "short"), "only a text"),
        (("entries", "faq", "scale", "answer"), {"markdown": "x"}),
        (("entries", "scenarios", "kettle", "start"), "plugged-in"),
        (("entries", "rules", "unplug-first", "dont"), {"markdown": "x", "plain": "x"}),
        (("entries", "riddles"), {}),
    ],
    ids=str,
)
def test_the_schema_refuses_what_is_not_so(path: tuple[str, ...], value: object) -> None:
    found = data()
    at(found, path[:-1])[path[-1]] = value
    assert errors(found)


@pytest.mark.parametrize(
    "path", [("addresses",), ("guide", "title"), ("entries", "faq", "scale", "see")], ids=str
)
def test_the_schema_wants_what_is_always_there(path: tuple[str, ...]) -> None:
    found = data()
    del at(found, path[:-1])[path[-1]]
    assert errors(found)
