from datetime import date

import pytest
from answertree.knowledge.language import Label, Language, frozen, is_known, placeholders


def language(code: str = "en") -> Language:
    forms = {"one": "{count} apple", "few": "{count} jablka", "other": "{count} apples"}
    labels: dict[str, Label] = {"shop.apples": forms, "shop.ask": "Ask {name}", "walk.ask": "Again"}
    return Language(code, frozen(labels))


def test_a_label_takes_its_values_and_nothing_in_them_is_filled_in_again() -> None:
    assert language().label("shop.ask", name="{name} & co.") == "Ask {name} & co."


def test_a_count_chooses_the_plural_form_of_the_language() -> None:
    said = [language().label("shop.apples", count=count) for count in (1, 2, 5)]
    assert said == ["1 apple", "2 apples", "5 apples"]
    said = [language("cs").label("shop.apples", count=count) for count in (1, 2, 5)]
    assert said == ["1 apple", "2 jablka", "5 apples"]
    assert language("ja").label("shop.apples", count=1) == "1 apples"
    assert Language("en", {"shop.all": {"other": "{count}"}}).label("shop.all", count=1) == "1"


@pytest.mark.parametrize("name", ["shop.pears", "ask", "shop"])
def test_a_label_that_is_not_there_is_an_error(name: str) -> None:
    with pytest.raises(KeyError, match=name):
        language().label(name)


def test_a_value_that_is_not_given_is_an_error() -> None:
    with pytest.raises(KeyError, match="name"):
        language().label("shop.ask")


def test_a_group_is_given_by_its_keys() -> None:
    assert language().group("walk") == {"ask": "Again"}


def test_nobody_can_change_the_labels() -> None:
    with pytest.raises(TypeError):
        language().labels["shop.ask"] = "No"  # type: ignore[index]
    forms = language().labels["shop.apples"]
    with pytest.raises(TypeError):
        forms["one"] = "None"  # type: ignore[index]


@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("ar", "rtl"), ("pt-BR", "ltr")])
def test_the_direction_is_that_of_the_script(code: str, direction: str) -> None:
    assert language(code).direction == direction


def test_days_and_lists_are_written_as_the_language_writes_them() -> None:
    assert language("de").day(date(2030, 1, 31), "d MMMM y") == "31 Januar 2030"
    assert language("pt-BR").weekday(0) == "segunda-feira"
    assert language("cs").weekday(6) == "neděle"
    assert language("de").listed(["a", "b", "c"], "or") == "a, b oder c"
    assert language("fr").listed(["a", "b"], "unit") == "a et b"


def test_the_code_of_a_language_may_name_a_region() -> None:
    assert all(map(is_known, ("en", "pt-BR", "zh-Hant-TW")))
    assert not any(map(is_known, ("", "xx", "english", "pt_BR")))


def test_the_values_that_a_label_asks_for() -> None:
    assert placeholders("{count} of {all}") == {"count", "all"}
    assert placeholders({"one": "{count} of {all}", "other": "many"}) == {"count", "all"}
