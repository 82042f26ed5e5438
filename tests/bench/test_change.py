"""Whether a change that costs more is told so."""

import subprocess
from pathlib import Path

import pytest

from tests.bench import change
from tests.conftest import ROOT

BUSY = """
import time
while time.process_time() < 2:
    pass
"""


@pytest.fixture
def slower(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose commands take two seconds."""
    monkeypatch.setattr(change, "ENTRIES", 20)
    monkeypatch.setattr(change, "RUNS", 1)
    monkeypatch.setattr(change, "COMMANDS", {"check": change.COMMANDS["check"]})
    clone = ["git", "clone", "--quiet", "--shared", str(ROOT), str(tmp_path / "slower")]
    subprocess.run(clone, check=True)
    entry = tmp_path / "slower" / "generator" / "answertree" / "__main__.py"
    entry.write_text(BUSY + entry.read_text())
    return tmp_path / "slower"


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="there is no history to compare with")
def test_code_that_costs_more_is_told_from_code_that_does_not(slower: Path) -> None:
    [(name, ratio)] = change.ratios(ROOT, slower)
    assert name == "check"
    assert ratio > change.MOST
    [(_, ratio)] = change.ratios(slower, ROOT)
    assert ratio < 1


@pytest.mark.parametrize(("ratio", "code"), [(1.1, 0), (1.11, 1)])
def test_a_tenth_more_is_the_most(
    ratio: float, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(change, "ratios", lambda before, after: iter([("check", ratio)]))
    monkeypatch.setattr("sys.argv", ["change", "HEAD"])
    assert change.main() == code
    said = capsys.readouterr()
    assert f"| check | {ratio:.2f} | 1.10 |" in said.out
    assert ("`check` costs 1.11 times" in said.err) == bool(code)
