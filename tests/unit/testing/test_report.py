"""What tests of a guide print is read by whoever wrote the guide."""

import os
from pathlib import Path

import pytest
from answertree.testing.report import Report

TESTS = {
    "test_links.py": '''"""Every link leads somewhere.

More is for programmers.
"""
import pytest

def test_addresses():
    pass

@pytest.mark.parametrize("scenario", ["kettle"])
def test_the_branches(scenario):
    assert [1] == [], "the page lacks one branch"
''',
    "test_pages.py": '''"""Every page is there."""
import pytest

@pytest.fixture
def phone():
    yield
    pytest.fail("error in the console", pytrace=False)

def test_many():
    assert False, "\\n".join(str(number) for number in range(100))

def test_bare():
    assert 1 + 1 == 3

def test_phone(phone):
    pass
''',
    "test_whole.py": '''"""All is whole."""
import pytest

def test_good():
    pass

def test_unknown():
    pytest.skip("nobody knows")
''',
}
EXPECTED = """\
WRONG  Every link leads somewhere.
         the branches (kettle):
           the page lacks one branch
WRONG  Every page is there.
         many:
           0
"""


def run(folder: Path, *names: str) -> int:
    """Run some of the tests above in this process, as the package runs its own."""
    for name in names:
        (folder / name).write_text(TESTS[name])
    options = [
        "-c",
        os.devnull,
        "--rootdir",
        str(folder),
        "-p",
        "no:cacheprovider",
        "--import-mode=importlib",
    ]
    report = Report()
    code = pytest.main([*options, "-p", "no:terminal", str(folder)], plugins=[report])
    report.conclude()
    return int(code)


def test_what_is_wrong_stands_below_what_was_tested(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, *TESTS) == 1
    out = capsys.readouterr().out
    assert out.startswith(EXPECTED)
    assert "\n           and 80 lines more\n         bare:\n           assert (1 + 1) == 3\n" in out
    assert "\n         phone:\n           error in the console\nok     All is whole.\n" in out
    assert out.endswith(
        "left out: nobody knows\n"
        "Not all is well. If the content was changed since, build the site again first.\n"
    )


def test_when_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "test_whole.py") == 0
    assert capsys.readouterr().out == "ok     All is whole.\nleft out: nobody knows\nAll is well.\n"


def test_tests_that_cannot_be_read_are_not_passed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "test_broken.py").write_text("import no_such_module")
    assert run(tmp_path, "test_whole.py") != 0
    out = capsys.readouterr().out
    assert "no_such_module" in out
    assert "All is well" not in out
