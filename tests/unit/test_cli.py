"""The command line: what it prints, and the code with which it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import ROOT
from tests.unit.content import SMALL, copied
from tests.unit.test_checks import CASES, case

BROKEN = {"scenarios/kettle.yml": {"replace": "go: descale", "with": "go: desacle"}}


def test_whole_content_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SMALL)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_problem_ends_with_1_and_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copied(tmp_path, BROKEN)
    assert main(["check", str(content)]) == 1
    place = f"{content / 'scenarios/kettle.yml'}:17:28: error[unknown-step]: "
    assert capsys.readouterr().out.startswith(place)


def test_problems_for_github(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "github", str(copied(tmp_path, BROKEN))]) == 1
    assert capsys.readouterr().out.startswith("::error file=")
    assert main(["check", "--format", "github", str(SMALL)]) == 0
    assert capsys.readouterr().out == ""


def test_problems_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json", str(copied(tmp_path, BROKEN))]) == 1
    assert [one["line"] for one in json.loads(capsys.readouterr().out)] == [17]
    assert main(["check", "--format", "json", str(SMALL)]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    "arguments", [[], ["chek"], ["check", "--format", "xml"], ["check", "a", "b"], ["export"]]
)
def test_a_wrong_call_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["export", "out"]])
def test_a_folder_that_is_not_there_ends_with_2(
    tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code: object = main([*command, str(tmp_path / "nowhere")])
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    assert "nowhere" in capsys.readouterr().err


def test_content_is_the_folder_when_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check"]) == 0


def test_export_writes_every_page(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert main(["export", str(folder), str(SMALL)]) == 0
    assert {"index.md", "decide.md", "answers.md", "rules.md", "sources.md"} <= {
        file.name for file in folder.iterdir()
    }
    assert (folder / "index.md").read_text(encoding="utf-8").startswith("---\ntitle: The Kettle")


def test_export_of_broken_content_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copied(tmp_path, BROKEN)
    assert main(["export", str(tmp_path / "out"), str(content)]) == 1
    assert "error[unknown-step]" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


# One case of every code.
SAMPLE = {one["code"]: name for name in CASES for one in case(name)["expect"]}


@pytest.mark.parametrize("name", SAMPLE.values(), ids=SAMPLE)
def test_no_bad_content_ends_in_a_traceback(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copied(tmp_path, case(name)["change"])
    assert main(["check", str(content)]) == 1
    said = capsys.readouterr().out
    said.encode()
    for expected in case(name)["expect"]:
        assert f"{content / expected['at']}: error[{expected['code']}]: " in said


def test_the_command_itself() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "nowhere"], cwd=ROOT, capture_output=True
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
