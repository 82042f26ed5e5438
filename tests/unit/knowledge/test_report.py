import json
from dataclasses import replace

import pytest
from answertree.knowledge.problems import Place, Problem
from answertree.knowledge.report import as_github, as_html, as_json, as_text, cannot_read

PROBLEM = Problem(
    Place("content/a, b.yml", 7, 14), "unknown-step", "there is no step `x`", "did you mean `y`?"
)
WARNING = Problem(Place("content/guide.yml", 3, 2), "review-due", "long ago", severity="warning")
OTHER = Problem(Place("content/c.yml"), "yaml", "100 % wrong\nreally")


def test_a_problem_is_a_line_with_its_place_its_code_and_its_message() -> None:
    text = as_text([PROBLEM])
    assert text.startswith("content/a, b.yml:7:14: error[unknown-step]: there is no step `x`\n")
    assert "\n    did you mean `y`?" in text


def test_the_last_line_counts() -> None:
    assert "1 problem" in as_text([PROBLEM]).splitlines()[-1]
    assert "2 problems" in as_text([PROBLEM, OTHER]).splitlines()[-1]
    assert len(as_text([]).splitlines()) == 1


def test_a_warning_is_called_one_and_counted_apart() -> None:
    assert as_text([WARNING]).startswith("content/guide.yml:3:2: warning[review-due]: ")
    assert as_text([WARNING]).endswith("All is well: no problems found, and 1 warning.")
    assert as_text([PROBLEM, WARNING]).endswith("1 problem in 1 file, and 1 warning.")
    assert as_github([WARNING]).startswith("::warning file=content/guide.yml,line=3,")
    assert json.loads(as_json([WARNING]))[0]["severity"] == "warning"


def test_problems_are_reported_in_the_order_in_which_they_come() -> None:
    text = as_text([OTHER, PROBLEM])
    assert text.index("content/c.yml") < text.index("content/a, b.yml")


def test_colours_are_only_there_when_wanted() -> None:
    assert "\x1b" not in as_text([PROBLEM, OTHER])


def test_for_github_a_problem_is_one_line_with_nothing_left_to_misread() -> None:
    first, second = as_github([PROBLEM, OTHER]).splitlines()
    assert first.startswith("::error file=content/a%2C b.yml,line=7,col=14,title=unknown-step::")
    assert "::100 %25 wrong%0Areally%0A" in second
    assert second.endswith("%0Aexplained in CONTRIBUTING.md#yaml")


def test_for_github_no_problem_is_no_line() -> None:
    assert as_github([]) == ""


def test_on_a_page_a_problem_is_text_whatever_it_quotes() -> None:
    page = as_html(
        [replace(PROBLEM, message="there is no step `<script>alert(1)</script>`"), OTHER]
    )
    assert "<h1>2 problems in the content</h1>" in page
    assert "content/a, b.yml:7:14: error[unknown-step]: there is no step `&lt;script&gt;" in page
    assert "<script" not in page


def test_as_json_a_problem_keeps_all_that_it_has() -> None:
    found = json.loads(as_json([PROBLEM]))
    assert found[0] | {"excerpt": ""} == {
        "file": "content/a, b.yml", "line": 7, "column": 14, "code": "unknown-step",
        "message": "there is no step `x`", "hint": "did you mean `y`?", "excerpt": "",
        "count": 1, "severity": "error",
    }  # fmt: skip
    assert json.loads(as_json([])) == []


def test_as_json_a_problem_says_for_how_many_it_stands() -> None:
    assert json.loads(as_json([replace(PROBLEM, count=1900)]))[0]["count"] == 1900


@pytest.mark.parametrize("excerpt", ["", "x", "x" * 5000, "\t\u202e\x07", "日本語 🫖"])
@pytest.mark.parametrize("part", [0, 0.5, 1])
def test_any_excerpt_can_be_shown_and_hides_nothing(excerpt: str, part: float) -> None:
    column = int(len(excerpt) * part) + 1
    text = as_text([Problem(Place("a.yml", 1, column, excerpt), "yaml", "wrong")])
    assert "\u202e" not in text
    assert "\x07" not in text
    assert all(len(line) < 300 for line in text.splitlines())


@pytest.mark.parametrize("name", ["a\nb.yml", "\x1b[31m.yml", "\udcf6.yml"])
def test_the_name_of_a_file_does_nothing_but_stand_there(name: str) -> None:
    problem = Problem(Place(name), "file-name", f"there is no `{name}`")
    for report in (as_text([problem]), as_github([problem]), as_json([problem])):
        assert name not in report
        assert report.encode()
    assert json.loads(as_json([problem]))[0]["file"] == name


def test_what_cannot_be_read_is_named_with_the_reason() -> None:
    refused = PermissionError(13, "Permission denied", "content/faq")
    assert cannot_read(refused) == "cannot read content/faq: permission denied"
    assert cannot_read(NotADirectoryError("nowhere")) == "there is no folder nowhere"


def test_a_tab_is_shown_and_the_caret_is_below_it() -> None:
    text = as_text([Problem(Place("a.yml", 1, 3, "a:\tb"), "yaml", "there is a tab here")])
    assert "    1 | a:→b\n      |   ^" in text


def test_a_line_break_in_a_hint_does_not_leave_the_block_of_its_problem() -> None:
    hint = "did you mean `a\n```\nb`?"
    text = as_text([Problem(Place("content/c.yml"), "yaml", "wrong", hint)])
    assert "    did you mean `a\\n```\\nb`?" in text.splitlines()
    assert "```" not in text.splitlines()
