"""Which thing is which after a change."""

from pathlib import Path

import pytest
from answertree.comparing.matching import match, pairs
from answertree.reading.load import load

from tests.unit.content import SMALL, apply, copied

BASE = load(SMALL).base


def test_without_a_change_everything_is_itself() -> None:
    change = match(BASE, BASE)
    assert change.before == BASE
    for ids in change.was.values():
        assert ids
        assert all(new == old for new, old in ids.items())


def test_what_is_gone_and_what_is_new() -> None:
    rules = {"another": BASE.rules["unplug-first"].model_copy(update={"do": "Wait"})}
    change = match(BASE, BASE.with_entries(rules=rules))
    assert change.was["rules"] == {}
    assert change.now("rules", "unplug-first") is None


@pytest.mark.parametrize("key", ["short", "ask"])
def test_an_entry_with_another_id_is_known_by_its_content_or_its_title(key: str) -> None:
    entry = BASE.faq["scale"].model_copy(update={key: "Otherwise"})
    same = match(BASE, BASE.with_entries(faq={"new": BASE.faq["scale"]}))
    assert same.was["faq"] == {"new": "scale"}
    other = match(BASE, BASE.with_entries(faq={"new": entry}))
    assert other.was["faq"] == ({"new": "scale"} if key == "short" else {})


def test_an_old_id_is_believed_whatever_the_content() -> None:
    entry = BASE.faq["socket"].model_copy(update={"formerly": ("scale",)})
    change = match(BASE, BASE.with_entries(faq={"new": entry}))
    assert change.was["faq"] == {"new": "scale"}


def test_an_old_id_of_what_is_still_there_means_nothing() -> None:
    entry = BASE.faq["socket"].model_copy(update={"formerly": ("scale",)})
    change = match(BASE, BASE.with_entries(faq={"scale": BASE.faq["scale"], "new": entry}))
    assert change.was["faq"]["scale"] == "scale"
    assert change.now("faq", "socket") == "new"


def test_a_renamed_scenario_takes_its_steps_along() -> None:
    steps = dict(BASE.scenarios["shop"].steps)
    steps["write"] = steps["write"].model_copy(update={"advise": "Phone"})
    shop = BASE.scenarios["shop"].model_copy(update={"steps": steps})
    scenarios = {"kettle": BASE.scenarios["kettle"], "store": shop}
    change = match(BASE, BASE.with_entries(scenarios=scenarios))
    assert change.was["scenarios"] == {"kettle": "kettle", "store": "shop"}
    assert change.now("steps", "shop.write") == "store.write"


def test_names_in_the_old_base_are_those_of_today(tmp_path: Path) -> None:
    content = copied(tmp_path)
    (content / "faq" / "scale.yml").rename(content / "faq" / "chalk.yml")
    apply(content / "sources" / "handbook.yml", [{"replace": "  k-3:", "with": "  k-4:"}])
    change = match(BASE, load(content).base)
    assert change.before.faq["scale"].because == ("k-4",)
    assert "(point:k-4)" in change.before.faq["scale"].answer
    assert type(change.before.faq["scale"].answer) is type(BASE.faq["scale"].answer)


def test_pairs_of_two_lists() -> None:
    assert pairs(["a", "b"], ["b", "c"], str) == [("b", "b"), (None, "c"), ("a", None)]
    assert pairs(["a", "b"], ["b", "c"], str, len) == [("b", "b"), ("a", "c")]
    assert pairs(["a", "a"], ["a"], str) == [("a", "a"), ("a", None)]
