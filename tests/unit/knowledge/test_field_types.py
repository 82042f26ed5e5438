import re
from typing import Any

import pytest
from answertree.knowledge import field_types
from answertree.knowledge.field_types import (
    MAX_TEXT,
    SLUG,
    Key,
    Line,
    Link,
    Plain,
    PointId,
    Slug,
    Target,
    Text,
)
from pydantic import TypeAdapter, ValidationError


def read(kind: Any, text: object) -> Any:
    return TypeAdapter(kind).validate_python(text)


@pytest.mark.parametrize("kind", [Plain, Line, Text, Slug, Target, PointId])
def test_a_text_keeps_its_kind(kind: type[str]) -> None:
    assert type(read(kind, "light-on")) is kind


@pytest.mark.parametrize("kind", [Plain, Line, Text])
def test_a_text_has_at_least_one_character_and_not_too_many(kind: type[str]) -> None:
    assert read(kind, "x" * MAX_TEXT) == "x" * MAX_TEXT
    for bad in ("", "x" * (MAX_TEXT + 1), ["x"], None, 1):
        with pytest.raises(ValidationError):
            read(kind, bad)


@pytest.mark.parametrize("name", ["a", "light-on", "0", "k-1", "a1-b2-c3"])
def test_names(name: str) -> None:
    assert re.fullmatch(SLUG, name)
    assert read(Slug, name) == read(Key, name) == read(Target, name) == name


@pytest.mark.parametrize(
    "name", ["", "-", "A", "a_b", "a--b", "-a", "a-", "a b", "é", "a.b.c", "a\n", "a/b", "../a"]
)
def test_what_is_no_name(name: str) -> None:
    for kind in (Slug, Key):
        with pytest.raises(ValidationError):
            read(kind, name)


def test_a_target_may_have_a_dot_and_a_link_has_a_kind() -> None:
    assert re.fullmatch(str(Target.pattern), "kettle.light-on")
    assert re.fullmatch(str(Link.pattern), "scenario:kettle.light-on")
    for bad in ("kettle", "scenario:", ":kettle", "scenario:a.b.c", "javascript:alert(1)"):
        assert not re.fullmatch(str(Link.pattern), bad)


@pytest.mark.parametrize("kind", [Target, Link, PointId, field_types.StepId, field_types.TopicId])
def test_a_name_that_refers_to_something_is_read_as_it_is_and_patterned_for_editors(
    kind: Any,
) -> None:
    assert read(kind, "Light On/x") == "Light On/x"
    assert TypeAdapter(kind).json_schema()["pattern"] == kind.pattern


@pytest.mark.parametrize("kind", [Plain, Line, Text, Slug, Target])
@pytest.mark.parametrize("blank", ["", " ", "\n  \n", "\u00a0"])
def test_a_blank_text_is_no_text(kind: Any, blank: str) -> None:
    with pytest.raises(ValidationError) as error:
        read(kind, blank)
    assert error.value.errors()[0]["type"] in ("string_too_short", "string_pattern_mismatch")


def test_the_id_of_each_kind_of_thing_is_a_type_of_its_own() -> None:
    kinds = (
        field_types.PointId,
        field_types.ScriptId,
        field_types.TopicId,
        field_types.TimetableId,
        field_types.PageId,
    )
    assert all(issubclass(kind, Slug) for kind in kinds)
    assert len(set(kinds)) == 5
