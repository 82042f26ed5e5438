"""What is missing for the tests of a site is said in a line, and nothing else runs."""

from pathlib import Path

import pytest
from answertree.cli import main
from answertree.testing import run

from tests.unit.content import SMALL, copied


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "decide").mkdir()
    (tmp_path / "decide" / "index.html").write_text("")
    return tmp_path


def said(site: Path, content: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The one line with which the command refuses."""
    assert main(["test", str(site), "--content", str(content)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


def test_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is no built site" in said(tmp_path / "none", SMALL, capsys)


@pytest.mark.parametrize("name", ["playwright", "pytest", "axe_playwright_python"])
def test_no_extra(
    site: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "find_spec", lambda asked: None if asked == name else object())
    assert "pip install 'answertree[test]'" in said(site, SMALL, capsys)


def test_no_browser(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHROME_PATH", "/no/such/browser")
    assert "playwright install chromium" in said(site, SMALL, capsys)


def test_no_content(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no-content" in said(site, tmp_path / "no-content", capsys)


def test_content_that_is_not_whole(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = {"scenarios/kettle.yml": {"replace": "go: descale", "with": "go: desacle"}}
    content = copied(tmp_path / "broken", broken)
    assert main(["test", str(site), "--content", str(content)]) == 1
    assert "error[unknown-step]" in capsys.readouterr().err
