"""Bad content: each file in cases/ says what is changed in small/, and every problem that follows.

A new case is a new file; nothing has to be written here. `says` and `hint` are parts of what the
problem says, and may be left out. What is changed in facts/ says `of: facts`, and what depends on
the day says `today`.
"""

from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from answertree.checking.review import review_due
from answertree.knowledge import addresses
from answertree.knowledge.problems import MOST_OF_A_FILE, Code
from answertree.knowledge.report import as_github, as_json, as_text
from answertree.reading.load import load

from tests.unit.content import BASES, copied, place, problems

CASES = {file.stem: file for file in sorted((Path(__file__).parent / "cases").glob("*.yml"))}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # there are hundreds


@cache
def case(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(CASES[name].read_text(encoding="utf-8"), LOADER)
    return found


@pytest.mark.parametrize("base", BASES)
def test_what_the_cases_change_is_whole(base: str) -> None:
    assert problems(BASES[base]) == []


@pytest.mark.parametrize("name", CASES)
def test_case(tmp_path: Path, name: str) -> None:
    content = copied(tmp_path, case(name)["change"], BASES[case(name).get("of", "small")])
    found = problems(content)
    if "today" in case(name):
        found += review_due(load(content), case(name)["today"])
    expected = case(name)["expect"]
    reported = [f"{place(one, content)} {one.code}: {one.message} ({one.hint})" for one in found]
    assert [(place(one, content), one.code) for one in found] == [
        (one["at"], one["code"]) for one in expected
    ], "\n".join(reported)
    for one, wanted in zip(found, expected, strict=True):
        assert wanted.get("says", "") in one.message
        assert wanted.get("hint", "") in one.hint
    for report in (as_text, as_github, as_json):
        assert report(found).encode()


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_complete(name: str) -> None:
    assert set(case(name)) - {"today", "of"} == {"shows", "change", "expect"}
    for expected in case(name)["expect"]:
        assert set(expected) <= {"at", "code", "says", "hint"}
    assert case(name)["change"]
    assert case(name)["expect"]


def test_the_first_line_of_a_file_is_shown_without_its_byte_order_mark(tmp_path: Path) -> None:
    content = copied(tmp_path)
    file = content / "faq" / "scale.yml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"ask:", b"aks:"))
    assert [(one.column, one.excerpt[:4]) for one in problems(content)] == [(1, "aks:")]


def test_every_code_has_a_case() -> None:
    shown = {expected["code"] for name in CASES for expected in case(name)["expect"]}
    assert shown == set(get_args(Code))


def test_for_every_code_a_case_shows_what_to_do() -> None:
    expected = [each for name in CASES for each in case(name)["expect"]]
    assert {each["code"] for each in expected if each.get("hint")} == set(get_args(Code))


@pytest.mark.parametrize(
    "text",
    [
        "do: Words\n" + "do: Words\n" * 2000,
        "do: Words\n" + "".join(f"k-{number}: v\n" for number in range(2000)),
        "do: Words\n" + "do: \u200b\n" * 2000,
        "do: Words\nsee:\n" + "-\n" * 2000,
    ],
    ids=["keys given twice", "unknown keys", "invisible characters", "empty items"],
)
def test_of_a_file_full_of_problems_the_first_hundred_are_reported_and_the_rest_counted(
    tmp_path: Path, text: str
) -> None:
    found = problems(copied(tmp_path, {"rules/zz.yml": text}))
    start = text.count("\n") - 2000 + 1
    assert [one.line for one in found] == list(range(start, start + MOST_OF_A_FILE + 1))
    assert [one.count for one in found] == [1] * MOST_OF_A_FILE + [2000 - MOST_OF_A_FILE]
    assert "1,900 more" in found[-1].message
    assert as_text(found).endswith("2,000 problems in 1 file.")


def test_a_page_that_an_item_of_the_menu_may_mean_is_not_called_unlisted(tmp_path: Path) -> None:
    edit = {"replace": ", sources]", "with": ", {sources: x}]"}
    content = copied(tmp_path, {"guide.yml": edit})
    assert [(place(one, content), one.code) for one in problems(content)] == [
        ("guide.yml:17:46", "wrong-type")
    ]


def test_the_name_of_a_further_page_of_steps_is_taken_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = (BASES["small"] / "pages" / "words.yml").read_text("utf-8")
    listed = {"replace": "inputs, words,", "with": "inputs, decide-2,"}
    change = {"pages/words.yml": None, "pages/decide-2.yml": words, "guide.yml": listed}
    content = copied(tmp_path, change)
    clashes = "anchor-clash: the address `#decide-2` is already taken, in guide.yml"
    assert clashes not in [f"{each.code}: {each.message}" for each in problems(content)]
    monkeypatch.setattr(addresses, "STEPS_ON_A_PAGE", 4)
    assert clashes in [f"{each.code}: {each.message}" for each in problems(content)]
