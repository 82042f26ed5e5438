"""Which thing is which after a change."""

from operator import eq
from pathlib import Path

import pytest
from answertree.comparing.matching import match, pairs
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Line, Plain, StepId, Target
from answertree.knowledge.model import Faq
from answertree.knowledge.steps import Scenario, Step
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


def test_a_step_that_moved_is_known_by_its_whole_old_name() -> None:
    shop, kettle = BASE.scenarios["shop"], BASE.scenarios["kettle"]
    update = {"advise": "Have it mended", "because": (), "formerly": ("shop.repair",)}
    moved = {**kettle.steps, "mend": shop.steps["repair"].model_copy(update=update)}
    stayed = {name: step for name, step in shop.steps.items() if name != "repair"}
    scenarios = {
        "kettle": kettle.model_copy(update={"steps": moved}),
        "shop": shop.model_copy(update={"steps": stayed}),
    }
    change = match(BASE, BASE.with_entries(scenarios=scenarios))
    assert change.was["steps"]["kettle.mend"] == "shop.repair"


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
    old = match(BASE, load(content).base).old
    assert old["faq"]["scale"].because == ("k-4",)
    assert "(point:k-4)" in old["faq"]["scale"].answer
    assert type(old["faq"]["scale"].answer) is type(BASE.faq["scale"].answer)
    assert set(old["sources"]["handbook"].points) == {"k-1", "k-2", "k-4"}


def test_names_of_steps_are_full() -> None:
    new = match(BASE, BASE).new
    assert new["scenarios"]["shop"].start == "shop.warranty"
    assert [answer.go for answer in new["steps"]["kettle.light-on"].answers] == [
        "kettle.descale",
        "shop.warranty",
    ]
    assert new["guide"]["guide"].starts[0].go == "kettle.plugged-in"


def faq(**fields: str) -> Faq:
    return BASE.faq["socket"].model_copy(update={**fields, "formerly": ()})


def test_the_same_content_is_a_surer_sign_than_the_same_title() -> None:
    old = {"one": faq(short="1"), "two": faq(short="2")}
    moved = faq(short="2").model_copy(update={"formerly": ("elsewhere",)})
    new = {"first": moved, "second": faq(short="3")}
    change = match(BASE.with_entries(faq=old), BASE.with_entries(faq=new))
    assert change.was["faq"] == {"first": "two", "second": "one"}


def scenario(title: str, step: str) -> Scenario:
    write = BASE.scenarios["shop"].steps["write"]
    return Scenario.model_construct(
        title=Plain(title), start=StepId(step), steps={step: write}, formerly=()
    )


def test_the_same_title_is_a_surer_sign_than_the_same_steps() -> None:
    old = {"one": scenario("A", "x"), "two": scenario("B", "y")}
    new = {"first": scenario("A", "y"), "second": scenario("C", "x")}
    change = match(BASE.with_entries(scenarios=old), BASE.with_entries(scenarios=new))
    assert change.was["scenarios"] == {"first": "one"}


def test_the_same_steps_are_a_sign_too() -> None:
    old, new = {"one": scenario("A", "x")}, {"first": scenario("B", "x")}
    change = match(BASE.with_entries(scenarios=old), BASE.with_entries(scenarios=new))
    assert change.was["scenarios"] == {"first": "one"}


def test_a_step_that_leads_elsewhere_has_the_same_content() -> None:
    steps = BASE.scenarios["kettle"].steps
    plug = steps["plug-it-in"]
    other = plug.model_copy(update={"text": None})
    elsewhere = plug.model_copy(update={"next": Target("shop")})

    def kettle(**more: Step) -> KnowledgeBase:
        entry = BASE.scenarios["kettle"].model_copy(update={"steps": {**steps, **more}})
        return BASE.with_entries(scenarios={"kettle": entry})

    change = match(
        kettle(a=other, b=plug), kettle(c=elsewhere, d=plug.model_copy(update={"do": ()}))
    )
    assert change.was["steps"]["kettle.c"] == "kettle.b"
    assert change.was["steps"]["kettle.d"] == "kettle.a"


def test_steps_of_a_scenario_that_became_part_of_another() -> None:
    kettle, shop = BASE.scenarios["kettle"], BASE.scenarios["shop"]
    write = shop.steps["write"].model_copy(update={"advise": Plain("Phone"), "do": (Line("Dial"),)})
    update = {"steps": {**kettle.steps, "write": write}, "formerly": ("shop",)}
    after = BASE.with_entries(scenarios={"kettle": kettle.model_copy(update=update)})
    assert match(BASE, after).was["steps"]["kettle.write"] == "shop.write"


def test_an_old_id_is_a_surer_sign_than_the_same_content() -> None:
    new = faq(short="2").model_copy(update={"formerly": ("one",)})
    old = {"one": faq(short="1"), "two": faq(short="2")}
    change = match(BASE.with_entries(faq=old), BASE.with_entries(faq={"first": new}))
    assert change.was["faq"] == {"first": "one"}


def test_pairs_of_two_lists() -> None:
    def same_start(one: str, other: str) -> bool:
        return one[0] == other[0]

    assert pairs(["a", "b"], ["b", "c"], eq) == [("b", "b"), (None, "c"), ("a", None)]
    assert pairs(["a1", "a2"], ["a2", "a3"], eq, same_start) == [("a2", "a2"), ("a1", "a3")]
    assert pairs(["a", "a"], ["a"], eq) == [("a", "a"), ("a", None)]


def test_of_several_the_one_most_alike_is_taken() -> None:
    def likeness(one: str, other: str) -> float:
        return 1 - abs(len(one) - len(other)) / 4

    assert pairs(["a", "aaa"], ["aaaa"], likeness) == [("aaa", "aaaa"), ("a", None)]
