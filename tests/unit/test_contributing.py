"""CONTRIBUTING explains exactly the rules that there are."""

import re
from typing import get_args

from answertree.knowledge.problems import Code

from tests.conftest import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RULES = TEXT.partition("## The rules\n")[2].partition("\n## ")[0]


def test_every_rule_is_explained_in_the_order_of_the_code() -> None:
    assert tuple(re.findall(r"^### (.+)$", RULES, re.MULTILINE)) == get_args(Code)


def test_every_rule_has_a_wrong_and_a_right_line() -> None:
    for part in RULES.split("\n### ")[1:]:
        name = part.partition("\n")[0]
        assert "# wrong" in part, name
        assert "# right" in part, name
        assert part.index("# wrong") < part.index("# right"), name


def test_each_how_to_takes_five_lines_or_fewer() -> None:
    how_tos = re.findall(r"^\*\*(.+)\*\*\n\n((?:\d\. .+\n)+)", TEXT, re.MULTILINE)
    assert [title for title, _ in how_tos] == [
        "Change a sentence",
        "Add a question",
        "Add a branch to the decision tree",
    ]
    for title, lines in how_tos:
        assert lines.count("\n") <= 5, title


def test_every_command_it_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make ([a-z]+)`", TEXT):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
