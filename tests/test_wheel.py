"""From the wheel alone: a new guide is started, checked and built, and its site tested."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import ROOT, SITE_URL

LIMIT = 600  # seconds; it takes half a minute: this only ends what hangs
Run = Callable[..., subprocess.CompletedProcess[str]]

# What is planted in the site of the new guide, and what is said of it.
PLANTED = [
    ("words/index.html", 'href="../rules/#no-force"', 'href="../rules/#some-force"'),
    ("decide/index.html", '<a data-number="3" href="#tap-call-somebody">No</a>', "No"),
    ("questions/index.html", "</article>", '<p style="color: red">Red</p></article>'),
    ("details/index.html", "</article>", '<button type="button"></button></article>'),
]
FOUND = [
    "words/: ../rules/#some-force has no anchor",
    "the page lacks tap-valve --No--> tap-call-somebody",
    "violation: style-src-attr inline",
    "details/: Buttons must have discernible text (axe: button-name)",
    "sources/ is not kept",
]


BEGIN = ROOT / "generator" / "docs" / "content" / "pages" / "begin.yml"
TESTED = "../.venv/bin/answertree test site"  # which takes longest, and is run below


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=LIMIT)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def run(wheel: Path) -> Run:
    """Runs a module of Python in a folder, where the package is what the wheel holds."""
    lib = wheel.parent / "lib"
    with ZipFile(wheel) as packed:
        packed.extractall(lib)
    settings = {"PYTHONPATH": str(lib), "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"}

    def run(there: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=there,
            env={**os.environ, **settings},
            capture_output=True,
            text=True,
            timeout=LIMIT,
        )

    return run


def succeed(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stdout + done.stderr


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert len(re.findall(old, text)) == 1
    file.write_text(re.sub(old, new, text), "utf-8")


def test_a_new_guide_is_built_and_what_is_planted_in_its_site_is_found(
    run: Run, tmp_path: Path
) -> None:
    succeed(run(tmp_path, "answertree", "init", "."))
    succeed(run(tmp_path, "answertree", "check"))
    succeed(run(tmp_path, "mkdocs", "build", "--strict"))
    for page, old, new in PLANTED:
        change(tmp_path / "site" / page, re.escape(old), new)
    succeed(run(tmp_path, "answertree", "finish", "site"))
    change(tmp_path / "site" / "sw.js", r'"sources/":"[^"]*",', "")
    done = run(tmp_path, "answertree", "test", "site")
    assert done.returncode == 1
    assert [line for line in FOUND if line not in done.stdout] == [], done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stderr == ""


def test_ten_minutes_are_as_the_documentation_has_them_word_for_word(
    wheel: Path, tmp_path: Path
) -> None:
    """Every command of its first page, in a shell: from an empty folder to the published one."""
    commands = re.findall(r"^ +[0-9]\. `(.+)`$", BEGIN.read_text("utf-8"), re.MULTILINE)
    assert commands[-1] == TESTED
    script = tmp_path / "commands.sh"
    lines = [line for command in commands[:-1] for line in (command, *_after(command))]
    script.write_text("\n".join(["set -e", *lines]))
    # The wheel alone is installed: what it needs is here already, and nothing has to be fetched.
    pip = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheel.parent), "PIP_NO_DEPS": "1"}
    here = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["sh", str(script)],
        cwd=tmp_path,
        env={**os.environ, **pip, **here, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=LIMIT,
    )
    succeed(done)
    assert (tmp_path / "my-guide" / "site" / "decide" / "index.html").is_file()


def _after(command: str) -> list[str]:
    """What pip would have done beside installing the wheel: what that needs, and its command."""
    if "pip install" not in command:
        return []
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    mkdocs = r"#!$PWD/.venv/bin/python\nfrom mkdocs.__main__ import cli\ncli()\n"
    return [
        f"echo {packages} > $(echo .venv/lib/python*/site-packages)/needed.pth",
        f'printf "{mkdocs}" > .venv/bin/mkdocs',
        "chmod +x .venv/bin/mkdocs",
    ]
