"""What the package offers to other programs is there, and is what the command line uses."""

import ast
import subprocess
import sys
from inspect import getsource
from pathlib import Path

import answertree
import pytest
from answertree import cli

from tests.unit.content import SMALL


def test_every_name_is_there_and_documented() -> None:
    assert set(answertree.__all__) == set(answertree.HOMES)
    assert [name for name in answertree.__all__ if not getattr(answertree, name).__doc__] == []
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = answertree.no_such_name


def test_the_command_line_uses_all_of_it() -> None:
    used = {
        alias.name
        for node in ast.walk(ast.parse(getsource(cli)))
        if isinstance(node, ast.ImportFrom) and node.module == "answertree"
        for alias in node.names
    }
    used |= {"ContentError", "Refusal"}  # imported at once, from where they are
    assert used == set(answertree.__all__)


def test_to_import_it_loads_nothing() -> None:
    code = "import sys, answertree; print(*(n for n in sys.modules if n.startswith('answertree')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "answertree\n"


def test_a_guide_is_loaded_checked_and_built(tmp_path: Path) -> None:
    assert answertree.check(answertree.load(SMALL)) == []
    built = answertree.build_guide(SMALL)
    assert "decide.md" in {page.path for page in built.pages}
    with pytest.raises(answertree.ContentError):
        answertree.build_guide(tmp_path)
