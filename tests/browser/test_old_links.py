"""A link to a step that has another name now leads to the step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from answertree.testing.content import read_yaml
from answertree.testing.decide import Decide
from answertree.testing.phone import Phones
from answertree.testing.publish import serve
from playwright.sync_api import expect

from tests.conftest import build_site, copy_guide, write_yaml


@pytest.fixture
def renamed(tmp_path: Path, decide: Decide) -> Iterator[tuple[str, str]]:
    """The address of a guide in which the first step once had another name, and that name."""
    scenario, _, step = decide.graph.tree.starts[0].partition(".")
    changed = copy_guide(tmp_path) / "scenarios" / f"{scenario}.yml"
    data = read_yaml(changed)
    data["steps"][step]["formerly"] = ["a-former-name"]
    write_yaml(changed, data)
    with serve(build_site(tmp_path, tmp_path / "site")) as address:
        yield address, f"{scenario}-a-former-name"


def test_an_old_link_opens_the_step_under_its_new_name(
    phones: Phones, decide: Decide, renamed: tuple[str, str]
) -> None:
    first = decide.graph.tree.starts[0]
    phones.address, old = renamed
    there = Decide(phones.open(), phones.address, decide.graph)
    there.open(old)
    there.expect_step(first, why="from an old link", focus=False)
    if first in decide.graph.tree.questions:
        edge = decide.graph.tree.edges[first][0]
        there.walk([edge])
        there.expect_trail([edge], "from an old link")
        there.page.go_back()
        there.expect_step(first, why="back at an old link")

    plain = Decide(phones.open(java_script_enabled=False), phones.address, decide.graph)
    plain.open(old)
    expect(plain.heading(first)).to_be_in_viewport()
