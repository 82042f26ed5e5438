"""The command line: what it prints, and the code with which it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from answertree.cli import main

from tests.conftest import ROOT
from tests.unit.checking.test_rules import CASES, case
from tests.unit.content import BASES, SMALL, copied

BROKEN = {"scenarios/kettle.yml": {"replace": "go: descale", "with": "go: desacle"}}


def test_whole_content_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SMALL)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_problem_ends_with_1_and_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copied(tmp_path, BROKEN)
    assert main(["check", str(content)]) == 1
    place = f"{content / 'scenarios/kettle.yml'}:17:28: error[unknown-step]: "
    assert capsys.readouterr().out.startswith(place)


def test_a_warning_ends_with_0_and_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    review = {"append": "review: {last: 2000-01-31, say: We keep it.}"}
    content = copied(tmp_path, {"guide.yml": review})
    assert main(["check", str(content)]) == 0
    assert ": warning[review-due]: " in capsys.readouterr().out
    assert main(["export", str(tmp_path / "pages"), str(content)]) == 0
    assert "review-due" not in "".join(capsys.readouterr())


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


def test_content_is_the_folder_when_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0


def test_export_writes_every_page(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert main(["export", str(folder), str(SMALL)]) == 0
    assert {"index.md", "decide.md", "answers.md", "rules.md", "sources.md"} <= {
        file.name for file in folder.iterdir()
    }
    assert (folder / "index.md").read_text(encoding="utf-8").startswith("---\ntitle: The Kettle")


def test_what_an_engine_would_publish_beside_the_guide_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["export", "--engine", "zensical", str(tmp_path), str(SMALL)]
    assert main(arguments) == main(arguments) == 0
    (tmp_path / "docs" / "rules.md").write_text("mine")
    (tmp_path / "docs" / "stray.md").write_text("mine")
    assert main(arguments) == 2
    assert "stray.md would be published too" in capsys.readouterr().err
    assert (tmp_path / "docs" / "rules.md").read_text() == "mine"


def test_export_of_broken_content_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copied(tmp_path, BROKEN)
    assert main(["export", str(tmp_path / "out"), str(content)]) == 1
    assert "error[unknown-step]" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


HTML = '<!doctype html><html><head><meta charset="utf-8"></head><body>Hello</body></html>'


def test_finish_completes_a_site_of_any_engine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").write_text(HTML)
    assert main(["finish", str(tmp_path), str(SMALL)]) == 0
    assert "unregister()" not in (tmp_path / "sw.js").read_text()
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == f"{tmp_path} is finished."
    assert any("there is no decide/index.html" in line for line in said)
    assert "Content-Security-Policy" in (tmp_path / "index.html").read_text()
    data = json.loads((tmp_path / "guide.json").read_text("utf-8"))
    assert data["guide"]["title"] == "The Kettle Guide"
    assert (tmp_path / data["$schema"]).is_file()
    assert main(["finish", "--no-offline", str(tmp_path), str(SMALL)]) == 0
    assert "unregister()" in (tmp_path / "sw.js").read_text()


def test_finish_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    site.mkdir()
    assert main(["finish", str(site), str(SMALL)]) == 2
    assert capsys.readouterr().err.endswith(f"there is no page (.html) in {site}\n")
    assert main(["finish", str(tmp_path / "nowhere"), str(SMALL)]) == 2
    assert "there is no folder" in capsys.readouterr().err
    (site / "index.html").write_text(HTML)
    assert main(["finish", str(site), str(copied(tmp_path, BROKEN))]) == 1
    assert "error[unknown-step]" in capsys.readouterr().err
    assert (site / "index.html").read_text() == HTML


@pytest.mark.parametrize("command", ["export", "schema"])
@pytest.mark.parametrize("folder", ["file", "file/below", "/proc/nothing", "x" * 300])
def test_where_nothing_can_be_written_it_ends_with_2(
    tmp_path: Path, command: str, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    content = [str(SMALL)] if command == "export" else []
    assert main([command, str(tmp_path / folder), *content]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "cannot write to" in said
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize(("command", "name"), [("export", "rules.md"), ("schema", "rules.json")])
def test_a_folder_in_the_way_ends_with_2_and_nothing_is_written(
    tmp_path: Path, command: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).mkdir()
    content = [str(SMALL)] if command == "export" else []
    assert main([command, str(tmp_path), *content]) == 2
    assert f"there is a folder {name}" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_schemas_are_written_where_they_are_wanted(tmp_path: Path) -> None:
    assert main(["schema", str(tmp_path / "new")]) == 0
    assert (tmp_path / "new" / "faq.json").is_file()


@pytest.mark.parametrize("command", [["check"], ["tree"], ["export", "out"], ["new", "rule", "a"]])
def test_a_file_that_cannot_be_read_ends_with_2_and_one_sentence(
    tmp_path: Path,
    command: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    content = copied(tmp_path)
    read = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == "scale.yml":
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert main([*command, str(content)]) == 2
    printed = capsys.readouterr()
    said = f"cannot read {content / 'faq/scale.yml'}: permission denied"
    assert printed.err == f"python -m generator: {said}\n"
    assert printed.out == ""


def test_a_folder_whose_name_is_no_name_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "x" * 300]) == 2
    assert main(["check", "a\0b"]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_a_new_file_says_what_is_left_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = str(copied(tmp_path))
    assert main(["new", "scenario", "alone", content]) == 0
    said = capsys.readouterr().out
    assert "alone.yml is ready to be filled in" in said
    assert "--after STEP --say WORDS" in said
    assert "`check` reports the sentences" in said
    leads = ["--after", "kettle.light-on", "--say", "It hums"]
    assert main(["new", "scenario", "led-to", content, *leads]) == 0
    said = capsys.readouterr().out
    assert "kettle.yml now has an answer that leads to it" in said
    assert "--after" not in said
    assert main(["new", "page", "alone", content]) == 0
    assert f"Add `alone` to `pages` in {content}/guide.yml" in capsys.readouterr().out
    assert main(["new", "source", "alone", content]) == 0
    assert "Cite its points" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [
        ["rule", "a", "--after", "kettle.light-on", "--say", "It hums"],
        ["scenario", "a", "--after", "kettle.light-on"],
        ["scenario", "a", "--say", "It hums"],
        ["scenario", "a", "--after", "kettle.light-no", "--say", "It hums"],
        ["scenario", "a", "--after", "kettle.light-on", "--say", "It\nhums"],
        ["scenario", "light-on"],
        ["rule", "unplug-first"],
    ],
    ids=" ".join,
)
def test_a_new_file_that_cannot_be_made_ends_with_2_and_one_sentence(
    tmp_path: Path, wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    content = copied(tmp_path)
    before = sorted(content.rglob("*"))
    assert main(["new", *wrong[:2], str(content), *wrong[2:]]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert sorted(content.rglob("*")) == before


# One case of every code, but for what depends on the day.
SAMPLE = {
    one["code"]: name for name in CASES if "today" not in case(name) for one in case(name)["expect"]
}


@pytest.mark.parametrize("name", SAMPLE.values(), ids=SAMPLE)
def test_no_bad_content_ends_in_a_traceback(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copied(tmp_path, case(name)["change"], BASES[case(name).get("of", "small")])
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
