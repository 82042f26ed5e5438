"""What a change does to the reader, in words for somebody who reads no YAML."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import markdown
import pytest
from answertree.comparing.compare import compare
from answertree.comparing.links import lost_links
from answertree.comparing.matching import match
from answertree.knowledge import field_types, model
from answertree.knowledge.base import KnowledgeBase, all_entries
from answertree.reading.load import load
from pydantic import BaseModel

from tests.unit.content import FACTS, SMALL, apply, copied, problems

GOLDEN = Path(__file__).parent / "golden" / "change.md"
BASE = load(SMALL).base
WITH_CONDITIONS = load(FACTS).base
NOTHING = "# What changes for the reader\n\nNothing changes for the reader.\n"

# A change as a pull request might have it: a little of everything.
CHANGE: dict[str, Any] = {
    "scenarios/kettle.yml": [
        {"replace": "Is it plugged in?", "with": "Is the plug in the wall?"},
        {"replace": "help: Look at the *wall*, not only at the base.", "with": "help: Look."},
        {"replace": "say: Not yet", "with": "say: It is not"},
        {"replace": "go: descale}", "with": "go: scale-check}"},
        {"replace": "Push until it clicks.", "with": "Push hard, until it clicks."},
        {"replace": "      - Pull the plug by its cord\n", "with": "      - Touch it while wet\n"},
        {"replace": "because: [k-1, own-1]", "with": "because: [k-1, k-2]"},
        {"replace": "  descale:\n", "with": "  remove-scale:\n"},
        {"replace": "formerly: [delime]", "with": "formerly: [delime, descale]"},
        {
            "append": "  scale-check:\n    ask: Is there scale inside?\n    answers:\n"
            "      - {say: White crust, go: remove-scale}\n      - {say: It is clean, go: shop}\n"
            "      - {say: I cannot see, go: rinse}\n"
            "  rinse:\n    advise: Rinse it\n    text: |\n      Use cold water.\n\n"
            "      See [why](point:k-3).\n"
            "    do: [Fill it to the brim, Wait]\n    dont: [Use soap]\n    script: letter\n"
            "    see: [faq:scale]\n    next: shop\n    next-say: Still cold?\n"
            "  write:\n    advise: Write to the shop\n    script: letter\n    because: [k-2]\n"
            "    see: [page:words, faq:socket]\n    next: remove-scale"
        },
    ],
    "scenarios/shop.yml": [
        {"replace": "title: Ask the shop", "with": "title: The shop"},
        {"replace": "go: write}", "with": "go: kettle.write}"},
        {"replace": "go: repair}", "with": "go: ask-around}"},
        {
            "replace": "  write:\n    advise: Write to the shop\n    script: letter\n"
            "    because: [k-2]\n    see: [page:words, faq:socket]\n    next: kettle.descale\n",
            "with": "",
        },
        {"replace": "  repair:\n", "with": "  ask-around:\n"},
        {"replace": "own-1", "with": "own-2"},
    ],
    "faq/scale.yml": {"replace": "kettle.descale", "with": "kettle.remove-scale"},
    "faq/socket.yml": [
        {"replace": "A lamp needs *little* power, and", "with": "It tells at once. A lamp"},
        {"replace": "  - Try [two sockets](https://example.org/sockets).\n", "with": ""},
    ],
    "faq/noise.yml": "ask: Why is it so loud?\ntopic: water\nshort: Scale.\nanswer: It rattles.\n",
    "rules/leave-it-shut.yml": None,
    "rules/unplug-first.yml": {"replace": "because: [k-1]", "with": "because: [k-1, own-2]"},
    "sources/editors.yml": {
        "replace": "own-1: Ask somebody who repairs things.",
        "with": "own-2: Ask somebody who repairs things.",
    },
    "pages/rules.yml": [
        {"replace": "value: 10 minutes, because: [own-1]", "with": "value: 5, because: [own-2]"},
        {"replace": "    because: [own-1]\n", "with": "    because: [own-2]\n"},
        {"replace": "title: When to go", "with": "title: When to go there"},
        {"append": "  on-foot:\n    title: On foot\n    text: Take the bag.\n    timetable: week"},
    ],
    "timetables/week.yml": [
        {"replace": "because: [own-1]", "with": "because: [own-2]"},
        {"replace": "say: Afternoon, mark: fine", "with": "say: Afternoon, mark: avoid"},
    ],
    "guide.yml": [
        {"replace": "longest-way: 3", "with": "longest-way: 4"},
        {
            "replace": "hint: Two or three taps, go: kettle}",
            "with": "hint: A few taps, go: kettle}",
        },
        {"replace": "go: kettle.light-on}", "with": "go: kettle.scale-check}"},
        {"replace": "pages: [answers, rules,", "with": "pages: [rules, answers,"},
    ],
}


def changed(folder: Path, change: dict[str, Any]) -> str:
    return compare(BASE, load(copied(folder, change)).base)


def test_an_example_reads_as_it_should(tmp_path: Path) -> None:
    assert problems(copied(tmp_path / "whole", CHANGE)) == []
    assert changed(tmp_path / "again", CHANGE) == GOLDEN.read_text(encoding="utf-8")


def test_without_a_change_nothing_is_reported() -> None:
    assert compare(BASE, BASE) == NOTHING


def test_from_nothing_all_is_new() -> None:
    report = compare(KnowledgeBase.of(None), BASE)
    assert "### The kettle stays cold (new)" in report
    assert "- New outcome **Plug it in**" in report
    assert "### The Kettle Guide (new)" in report
    assert "Formerly" not in report
    assert report.count("```mermaid") == 2


def test_to_nothing_all_is_gone() -> None:
    report = compare(BASE, KnowledgeBase.of(BASE.guide))
    assert "### The kettle stays cold (gone)" in report
    assert "- Gone: outcome **Plug it in**" in report
    assert "### Don’t open the base (gone)" in report
    assert "- Links to **Where does scale come from?** (`answers/#scale`) will break" in report


OTHER: dict[type, tuple[str, str]] = {
    field_types.PointId: ("k-2", "k-3"),
    field_types.Link: ("faq:scale", "page:words"),
    field_types.Target: ("kettle.plugged-in", "shop.repair"),
    field_types.TopicId: ("water", "power"),
    field_types.PageId: ("ways", "words"),
    field_types.ScriptId: ("nothing", "none"),
    field_types.TimetableId: ("nothing", "none"),
    field_types.Plain: ("Something else", "X"),
    field_types.Line: ("Something else", "X"),
    field_types.Text: ("Something else", "X"),
}
MEANT = {"good": "avoid", "fine": "good", "avoid": "fine", "questions": "rules", "rules": "scripts",
         "scripts": "sources", "sources": "scenarios", "scenarios": "rules",
         "plugged-in": "light-on", "warranty": "write", "kettle": "shop.repair"}  # fmt: skip


def other(value: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(value, bool | int):
        return not value if isinstance(value, bool) else value + 1
    one, two = OTHER.get(type(value), ("10:00", "11:00"))
    return type(value)(MEANT.get(value) or (one if value != one else two))


def replaced(value: Any, path: tuple[str | int, ...], edit: Any) -> Any:
    """A part of the base in which `edit` was done to what is at the path."""
    if not path:
        return edit(value)
    first, rest = path[0], path[1:]
    if isinstance(value, tuple):
        return tuple(replaced(v, rest, edit) if at == first else v for at, v in enumerate(value))
    if isinstance(value, dict):
        return {k: replaced(v, rest, edit) if k == first else v for k, v in value.items()}
    key = next(k for k, info in type(value).model_fields.items() if first in (k, info.alias))
    return value.model_copy(update={key: replaced(getattr(value, key), rest, edit)})


def edited(
    kind: str, name: str, path: tuple[str | int, ...], edit: Any, base: KnowledgeBase = BASE
) -> KnowledgeBase:
    if kind == "guide":
        return replace(base, guide=replaced(base.guide, path, edit))
    return base.with_entries(**{kind: replaced(base.entries[kind], (name, *path), edit)})


VALUES = [
    pytest.param(kind, name, path, id=f"{kind}-{name}-{'-'.join(map(str, path))}")
    for kind, name, entry in all_entries(BASE)
    for path, _ in model.walk(entry)
    if not (path[0] == "formerly" and kind in ("guide", "timetables"))
]


@pytest.mark.parametrize(("kind", "name", "path"), VALUES)
def test_a_change_of_any_value_is_reported(
    kind: str, name: str, path: tuple[str | int, ...]
) -> None:
    if "formerly" in path:
        after = edited(kind, name, path[:-1], lambda _: ())
        assert "an old name is no longer in its `formerly`" in compare(BASE, after)
    else:
        report = compare(BASE, edited(kind, name, path, other))
        assert report != NOTHING
        assert "object at" not in report


CONDITIONS = [
    pytest.param(kind, name, path, id=f"{kind}-{name}-{'-'.join(map(str, path))}")
    for kind, name, entry in all_entries(WITH_CONDITIONS)
    for path, _ in model.walk(entry)
    if kind in ("scenarios", "inputs", "reminders") and "formerly" not in path
]


@pytest.mark.parametrize(("kind", "name", "path"), CONDITIONS)
def test_a_change_of_a_condition_or_what_stands_under_one_is_reported(
    kind: str, name: str, path: tuple[str | int, ...]
) -> None:
    report = compare(WITH_CONDITIONS, edited(kind, name, path, other, WITH_CONDITIONS))
    assert report != NOTHING
    assert "('" not in report
    assert not re.search(r"WayOn|Paragraphs|Said|object at", report)


def test_another_way_to_write_the_same_is_no_change(tmp_path: Path) -> None:
    change = kettle(
        ("    next: light-on\n", "    next: [light-on]\n"),
        ("      - Pull the plug by its cord", "      - {say: Pull the plug by its cord}"),
        ("    text: |\n", "    text:\n      - |\n"),
        ("      Push until it clicks.\n", "       Push until it clicks.\n"),
        ("      Then try again.", "       Then try again."),
    )
    assert changed(tmp_path, change) == NOTHING


def lists(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where two or more things are in an order that readers see."""
    if isinstance(value, BaseModel):
        for key in type(value).model_fields:
            yield from lists(getattr(value, key), (*path, key))
    elif isinstance(value, tuple | dict):
        items: Iterable[Any] = value.items() if isinstance(value, dict) else enumerate(value)
        if len(value) > 1 and path[-1:] != ("steps",):
            yield path
        for key, item in items:
            yield from lists(item, (*path, key))


LISTS = [
    pytest.param(kind, name, path, id=f"{kind}-{name}-{'-'.join(map(str, path))}")
    for kind, name, entry in all_entries(BASE)
    for path in lists(entry)
]


@pytest.mark.parametrize(("kind", "name", "path"), LISTS)
def test_another_order_is_reported(kind: str, name: str, path: tuple[str | int, ...]) -> None:
    def turned(value: Any) -> Any:
        return dict(reversed(value.items())) if isinstance(value, dict) else tuple(reversed(value))

    assert "in another order now" in compare(BASE, edited(kind, name, path, turned))


def kettle(*edits: tuple[str, str]) -> dict[str, Any]:
    return {"scenarios/kettle.yml": [{"replace": old, "with": new} for old, new in edits]}


RENAMED = kettle(("  descale:\n", "  remove-scale:\n"), ("go: descale}", "go: remove-scale}"))
RENAMED |= {
    "scenarios/shop.yml": {"replace": "kettle.descale", "with": "kettle.remove-scale"},
    "faq/scale.yml": {"replace": "kettle.descale", "with": "kettle.remove-scale"},
}
REPAIR = "  repair:\n    advise: Find a repair café\n    because: [own-1]\n"
MOVED = kettle(("  descale:\n", REPAIR + "  descale:\n")) | {
    "scenarios/shop.yml": [
        {"replace": REPAIR, "with": ""},
        {"replace": "go: repair", "with": "go: kettle.repair"},
    ]
}


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        pytest.param(
            kettle(("go: plug-it-in", "go: descale")),
            ["- **Plug it in** can no longer be reached"],
            id="no longer reached",
        ),
        pytest.param(
            kettle(("say: Not yet", "say: Nope")),
            [
                "- Question **Is it plugged in?**",
                "        - Nope",
                "            - Wording: “Nope” now, “Not yet” before",
            ],
            id="an answer reworded",
        ),
        pytest.param(
            kettle(("say: Not yet, go: plug-it-in", "say: Nope, go: descale")),
            [
                "        - new: Nope",
                "            - Leads to: Descale it",
                "        - gone: Not yet",
            ],
            id="another answer",
        ),
        pytest.param(
            kettle(("    next: light-on\n", "")),
            ["    - Goes on to (gone): Does the light come on?"],
            id="a way on removed",
        ),
        pytest.param(
            kettle(("next: light-on", "next: [light-on, {go: shop, when: {notes: 2..}}]")),
            [
                "    - Goes on to",
                "        - new: Is it under warranty?",
                "            - When it is right: notes: 2..",
            ],
            id="one more way on",
        ),
        pytest.param(
            kettle(
                (
                    "- Pull the plug by its cord",
                    "- {say: Pull the plug by its cord, when: {weekday: [mon, tue]}}",
                )
            ),
            [
                "        - Pull the plug by its cord",
                "            - When it is right (new): weekday: mon, tue",
            ],
            id="a line under a condition",
        ),
        pytest.param(
            kettle(("go: plug-it-in}", "go: plug-it-in, when: {notes: 2..}, sets: {model: x}}")),
            [
                "            - When it is right (new): notes: 2..",
                "            - Remembers (new): model: x",
            ],
            id="an answer under a condition",
        ),
        pytest.param(
            kettle(("    advise: Descale it\n", "    advise: Descale it\n    next: light-on\n")),
            ["    - Goes on to (new): Does the light come on?"],
            id="a way on added",
        ),
        pytest.param(
            kettle(
                ("ask: Does the light come on?", "advise: See if the light comes on"),
                (
                    "    answers:\n      - {say: It does, go: descale}\n"
                    "      - say: No, it stays dark\n        go: shop\n",
                    "    because: [k-1]\n    next: shop\n",
                ),
            ),
            [
                "- Outcome **See if the light comes on**",
                "    - Kind: outcome now, question before",
                "    - Question (gone): Does the light come on?",
                "    - Answers (gone)",
                "        - It does",
                "    - Goes on to (new): Is it under warranty?",
            ],
            id="a question became an outcome",
        ),
        pytest.param(
            kettle(("      - Pull the plug by its cord", "      - Touch it")),
            ["- Outcome **Plug it in**", "        - gone: Pull the plug by its cord"],
            id="an outcome changed",
        ),
        pytest.param(
            kettle(("title: The kettle stays cold", "title: Cold")),
            ["### Cold", "- Title: “Cold” now, “The kettle stays cold” before"],
            id="the title of a scenario",
        ),
        pytest.param(
            RENAMED,
            [
                "    - Name in links: `remove-scale` now, `descale` before",
                "- Links to **Descale it** (`decide/#kettle-descale`, "
                "`decide/#cold-kettle-descale`) will break. "
                "To keep them, write `formerly: [descale]` in that step",
            ],
            id="a step renamed",
        ),
        pytest.param(
            MOVED,
            [
                "    - Moved here from “Ask the shop”",
                "- Moved to “The kettle stays cold”: outcome **Find a repair café**",
                "- Links to **Find a repair café** (`decide/#shop-repair`) will break. "
                "To keep them, write `formerly: [shop.repair]` in that step",
            ],
            id="a step moved",
        ),
        pytest.param(
            {"faq/scale.yml": None},
            [
                "- Links to **Where does scale come from?** (`answers/#scale`) will break. "
                "If another file takes its place, write `formerly: [scale]` at its top"
            ],
            id="an id vanishes",
        ),
        pytest.param(
            {
                "scenarios/shop.yml": [
                    {"replace": "go: repair}", "with": "go: kettle.descale}"},
                    {"replace": REPAIR, "with": ""},
                ]
            },
            [
                "- Links to **Find a repair café** (`decide/#shop-repair`) will break. "
                "If another step takes its place, write `formerly: [shop.repair]` in it"
            ],
            id="a step vanishes",
        ),
        pytest.param(
            {"sources/editors.yml": {"replace": "own-1: Ask somebody who", "with": "own-2: Wait"}},
            [
                "- Links to **Ask somebody who repairs things.** (`sources/#own-1`) will break",
                "    - new: Wait repairs things.",
            ],
            id="a point vanishes",
        ),
        pytest.param(
            {"guide.yml": {"replace": "title: The Kettle Guide", "with": "title: Kettles"}},
            ["### Kettles", "- Title: “Kettles” now, “The Kettle Guide” before"],
            id="the title changed",
        ),
        pytest.param(
            {"pages/rules.yml": {"replace": "  shop-hours:", "with": "  hours:"}},
            [
                "- Section **When to go**",
                "    - Name in links: `hours` now, `shop-hours` before",
                "- Links to **When to go** (`rules/#shop-hours`) will break. "
                "To keep them, write `formerly: [shop-hours]` in that part",
            ],
            id="a part of a page renamed",
        ),
        pytest.param(
            {
                "pages/answers.yml": {"replace": "shows: questions\n", "with": ""},
                "pages/ways.yml": {"replace": "shows: scenarios", "with": "shows: questions"},
            },
            [
                "- Links to **Where does scale come from?** (`answers/#scale`) will break: "
                "it is on the page **All ways** now"
            ],
            id="a list on another page",
        ),
        pytest.param(
            {
                "pages/ways.yml": {"replace": "shows: scenarios", "with": "shows: questions"},
                "pages/sources.yml": {"replace": "shows: sources\n", "with": ""},
            },
            [
                "- Links to **Scale keeps the heat from the water.** (`sources/#k-3`) will break: "
                "no page shows it any more"
            ],
            id="a list on no page",
        ),
        pytest.param(
            {"timetables/week.yml": {"replace": "mark: fine}", "with": "mark: avoid}"}},
            ["    - Afternoon", "        - Mark: avoid now, fine before"],
            id="a mark",
        ),
    ],
)
def test_each_kind_of_change_is_reported(
    tmp_path: Path, change: dict[str, Any], lines: list[str]
) -> None:
    report = changed(tmp_path, change).splitlines()
    assert [line for line in lines if line not in report] == []


@pytest.mark.parametrize(
    ("change", "pictures"),
    [
        pytest.param(kettle(("say: Not yet", "say: Nope")), 1, id="an answer"),
        pytest.param(
            kettle(("advise: Descale it", "advise: Decalcify it")), 2, id="an outcome of two"
        ),
        pytest.param(kettle(("go: plug-it-in", "go: descale")), 1, id="a way"),
        pytest.param(kettle(("Pull the plug by its cord", "Pull it")), 0, id="a don't"),
    ],
)
def test_a_scenario_is_drawn_when_its_picture_changes(
    tmp_path: Path, change: dict[str, Any], pictures: int
) -> None:
    assert changed(tmp_path, change).count("```mermaid") == pictures


def thick(report: str) -> list[str]:
    """The lines by which a picture makes something stand out."""
    return re.findall(r"^  ((?:style|linkStyle) [\w,]+) stroke", report, re.MULTILINE)


@pytest.mark.parametrize(
    ("change", "marked"),
    [
        pytest.param(kettle(("say: Not yet", "say: Nope")), ["linkStyle 1"], id="an answer"),
        pytest.param(kettle(("go: plug-it-in", "go: descale")), ["linkStyle 1"], id="a way"),
        pytest.param(
            kettle(("ask: Is it plugged in?", "ask: Is it on?")),
            ["style s_kettle__plugged_in"],
            id="a title",
        ),
        pytest.param(
            kettle(("next: light-on\n    next-say: Once it is in", "next: descale")),
            ["linkStyle 4"],
            id="a way on",
        ),
        pytest.param({"scenarios/shop.yml": None, **kettle(("go: shop", "go: descale"))},
                     ["linkStyle 3"], id="the end of a scenario"),
    ],
)  # fmt: skip
def test_what_changed_stands_out_in_a_picture(
    tmp_path: Path, change: dict[str, Any], marked: list[str]
) -> None:
    report = changed(tmp_path, change)
    assert thick(report) == marked
    assert "What is new or reads otherwise has a thick line." in report


def test_in_a_scenario_that_is_new_nothing_stands_out() -> None:
    assert thick(compare(KnowledgeBase.of(None), BASE)) == []


@pytest.mark.parametrize(
    ("kind", "name", "parts"), [("scenarios", "kettle", "steps"), ("pages", "rules", "sections")]
)
def test_another_order_of_parts_is_reported(kind: str, name: str, parts: str) -> None:
    first = next(iter(getattr(BASE.entries[kind][name], parts).values()))
    bases = [
        edited(kind, name, (parts,), lambda had, each=each: {**each, **had})
        for each in ({"one": first, "two": first}, {"two": first, "one": first})
    ]
    assert compare(*bases).count(f"- The {parts} are in another order now") == 1


def renamed_scenario(folder: Path, formerly: str) -> str:
    content = copied(folder, {"scenarios/shop.yml": None})
    old = (SMALL / "scenarios" / "shop.yml").read_text(encoding="utf-8")
    (content / "scenarios" / "store.yml").write_text(formerly + old, encoding="utf-8")
    apply(content / "scenarios" / "kettle.yml", {"replace": "go: shop", "with": "go: store"})
    assert problems(content) == []
    return compare(BASE, load(content).base)


def test_a_renamed_scenario_is_one_line_and_a_hint(tmp_path: Path) -> None:
    report = renamed_scenario(tmp_path, "")
    assert [line for line in report.splitlines() if line.startswith(("-", " "))] == [
        "- Name in links: `store` now, `shop` before",
        "- Links to all steps of **Ask the shop** will break. To keep them, write "
        "`formerly: [shop]` at the top of `scenarios/store.yml`",
    ]


def test_the_hint_for_a_renamed_scenario_keeps_its_links(tmp_path: Path) -> None:
    report = renamed_scenario(tmp_path, "formerly: [shop]\n")
    assert "- Name in links: `store` now, `shop` before" in report
    assert "break" not in report


def test_the_hint_for_a_moved_step_keeps_its_links(tmp_path: Path) -> None:
    content = copied(tmp_path, MOVED)
    kept = {"replace": "  repair:\n", "with": "  repair:\n    formerly: [shop.repair]\n"}
    apply(content / "scenarios" / "kettle.yml", kept)
    assert problems(content) == []
    report = compare(BASE, load(content).base)
    assert "Moved here from “Ask the shop”" in report
    assert "break" not in report


def test_what_no_longer_stands_under_a_condition_stays_what_it_is(tmp_path: Path) -> None:
    line = "Write the number of your order on it"
    change = {
        "scenarios/repair.yml": [
            {"replace": f"{{say: {line}, when: {{place: online}}}}", "with": line},
            {"replace": "- go: shop\n        when: {place: gift}", "with": "- shop"},
        ]
    }
    report = compare(WITH_CONDITIONS, load(copied(tmp_path, change, FACTS)).base).splitlines()
    assert [line for line in report if line.startswith(("-", " "))][:8] == [
        "- Task **Pack it into a box**",
        "    - Do",
        "        - Write the number of your order on it",
        "            - When it is right (gone): place: online",
        "- Outcome **Post it**",
        "    - Goes on to",
        "        - Is the shop open now?",
        "            - When it is right (gone): place: gift",
    ]


def test_of_a_renamed_scenario_a_step_that_names_its_old_address_keeps_its_links() -> None:
    shop = BASE.scenarios["shop"]
    kept = shop.steps["repair"].model_copy(update={"formerly": ("shop.repair",)})
    store = shop.model_copy(update={"steps": {**shop.steps, "repair": kept}})
    after = BASE.with_entries(scenarios={"kettle": BASE.scenarios["kettle"], "store": store})
    assert list(lost_links(match(BASE, after))) == [
        "- Links to all steps of **Ask the shop** will break. To keep "
        "them, write `formerly: [shop]` at the top of `scenarios/store.yml`"
    ]


def test_a_renamed_page_is_one_line(tmp_path: Path) -> None:
    content = copied(tmp_path)
    (content / "pages" / "answers.yml").rename(content / "pages" / "replies.yml")
    apply(content / "guide.yml", {"replace": "[answers,", "with": "[replies,"})
    assert problems(content) == []
    report = compare(BASE, load(content).base).splitlines()
    assert [line for line in report if line.startswith(("-", " "))] == [
        "- Name in links: `replies` now, `answers` before",
        "- Links to **Questions and answers** (`answers/`) will break. "
        "To keep them, write `formerly: [answers]` at the top of `pages/replies.yml`",
    ]


def test_what_is_only_called_otherwise_is_not_reported_where_it_is_used(tmp_path: Path) -> None:
    point = {name: {"replace": "k-3", "with": "scale-1"} for name in ("scenarios/kettle.yml",)} | {
        "sources/handbook.yml": [
            {"replace": "  k-3:", "with": "  scale-1:"},
            {"replace": "[k-1, k-3]", "with": "[k-1, scale-1]"},
        ],
        "faq/scale.yml": [
            {"replace": "point:k-3", "with": "point:scale-1"},
            {"replace": "[k-3]", "with": "[scale-1]"},
        ],
    }
    content = copied(tmp_path, point)
    assert problems(content) == []
    report = compare(BASE, load(content).base).splitlines()
    assert [line for line in report if line.startswith(("-", " "))] == [
        "- Links to **Scale keeps the heat from the water.** (`sources/#k-3`) will break: "
        "its name in links is `scale-1` now"
    ]


def test_texts_cannot_become_anything_but_text(tmp_path: Path) -> None:
    nasty = "@you <b>#1</b> [x](https://evil.test) ![](y) `z` :+1: $a$ ~~s~~ http://z.test"
    after = edited("faq", "socket", ("ask",), lambda _: field_types.Plain(nasty))
    page = markdown.markdown(compare(BASE, after).partition("```")[0])
    assert set(re.findall(r"<(\w+)", page)) <= {"h1", "h2", "h3", "ul", "li", "strong", "code", "p"}
    assert not re.search(r"[@#]\w|https?://|:\+1:", page)
