"""The process around the command line: however it ends, it ends without a traceback."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import answertree.__main__ as door
import answertree.cli
import pytest

from tests.conftest import ROOT
from tests.unit.content import SMALL, copied

LIMIT = 60  # seconds: only ends what hangs
MANY = {f"faq/zz-{number}.txt": "x" for number in range(600)}  # more than a pipe holds


def command(*arguments: str | Path, shell: str = "", **settings: str) -> "subprocess.Popen[bytes]":
    """The command in a process of its own, whose output `shell` goes on with."""
    line = f'"{sys.executable}" -m generator "$@" {shell}'
    return subprocess.Popen(
        ["sh", "-c", line, "sh", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "", **settings},
    )


def ended(process: "subprocess.Popen[bytes]") -> tuple[int, str, str]:
    """The code, output and error output of a process."""
    out, err = process.communicate(timeout=LIMIT)
    assert b"Traceback" not in err
    assert b"Exception" not in err
    return process.returncode, out.decode(), err.decode()


def test_a_reader_that_has_seen_enough_ends_it_in_silence(tmp_path: Path) -> None:
    content = copied(tmp_path, MANY)
    _, out, err = ended(command("check", content, shell="| head -1"))
    assert out.count("\n") == 1
    assert err == ""


@pytest.mark.parametrize("arguments", [["check", SMALL], ["tree", SMALL], ["--help"]], ids=str)
def test_a_full_disk_is_reported(arguments: list[str | Path]) -> None:
    code, _, err = ended(command(*arguments, shell=">/dev/full"))
    assert code == 2
    assert err == "python -m generator: cannot print: No space left on device\n"


def test_a_full_disk_is_reported_for_long_output_too(tmp_path: Path) -> None:
    code, _, err = ended(command("check", copied(tmp_path, MANY), shell=">/dev/full"))
    assert code == 2
    assert "cannot print" in err


@pytest.mark.parametrize("shell", [">&-", "2>&-", ">&- 2>&-"])
def test_nobody_has_to_listen(shell: str) -> None:
    assert ended(command("check", SMALL, shell=shell))[0] == 0


@pytest.mark.parametrize("form", ["text", "github", "json"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
def test_what_a_terminal_cannot_show_is_written_otherwise(
    tmp_path: Path, encoding: str, form: str
) -> None:
    content = copied(tmp_path, {"faq/größe 日本.yml": "a: b"})
    process = command("check", "--format", form, content, PYTHONIOENCODING=encoding)
    out, err = process.communicate(timeout=LIMIT)
    assert process.returncode == 1, err
    assert err == b""
    assert "file-name" in out.decode(encoding)


def test_a_name_that_is_no_text_is_reported(tmp_path: Path) -> None:
    content = copied(tmp_path)
    Path(os.fsdecode(os.fsencode(content / "faq") + b"/gr\xf6.yml")).write_text("a: b")
    code, out, err = ended(command("check", content))
    assert (code, err) == (1, "")
    assert "\\udcf6" in out


def test_ctrl_c_ends_it_in_silence(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(answertree.cli, "main", interrupted)
    # What broken pipes do to this process would outlive the test, and others serve sites from it.
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    assert door.run() == 130
    assert capfd.readouterr() == ("", "")
