"""What the tests found, in words for whoever wrote the guide."""

from collections import Counter

import pytest

AT_MOST = 20  # lines of one failure
WIDE = 240  # characters of one line
# What follows is of use to whoever wrote the test, and not to whoever wrote the guide.
ASIDE = ("\nassert ", "\nCall log:", "\nAttributeError:")


class Report:
    """Prints a line for each file of tests, as its docstring has it, and below it what is wrong.

    A plugin of pytest, in the place of its own output.
    """

    def __init__(self) -> None:
        self.about: dict[str, str] = {}  # from a file of tests to what its docstring says
        self.left: Counter[str] = Counter()  # how many tests of a file are still to come
        self.wrong: dict[str, list[str]] = {}  # from a file to the lines of what failed in it
        self.not_tested: dict[str, None] = {}  # why, in order

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Learn what each file of tests is about."""
        for item in items:
            file = _file(item.nodeid)
            doc = getattr(getattr(item, "module", None), "__doc__", None) or file
            self.about[file] = doc.partition("\n")[0]
            self.left[file] += 1

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what is wrong, or why it could not be found out."""
        if report.failed:
            self.wrong.setdefault(_file(report.nodeid), []).extend(_failure(report))
        elif report.skipped and isinstance(report.longrepr, tuple):
            self.not_tested[report.longrepr[2].removeprefix("Skipped: ")] = None

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """After the last test of a file, say how it went."""
        file = _file(nodeid)
        self.left[file] -= 1
        if not self.left[file]:
            lines = self.wrong.get(file, [])
            print(f"{'WRONG' if lines else 'ok   '}  {self.about[file]}", *lines, sep="\n")
            print(end="", flush=True)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Tests that cannot even be read are no tests that are passed."""
        if report.failed:
            self.wrong[report.nodeid] = []
            print(report.longrepr)

    def pytest_internalerror(self, excrepr: object) -> None:
        """The same of tests that break off."""
        self.wrong[""] = []
        print(excrepr)

    def conclude(self) -> None:
        """Say how it went in all."""
        for reason in self.not_tested:
            print(f"left out: {reason}")
        if self.wrong:
            print("Not all is well. If the content was changed since, build the site again first.")
        else:
            print("All is well.")


def _file(nodeid: str) -> str:
    return nodeid.partition("::")[0]


def _failure(report: pytest.TestReport) -> list[str]:
    """The name of a test as a sentence, and below it what it says."""
    name, _, case = report.nodeid.rpartition("::")[2].removeprefix("test_").partition("[")
    sentence = name.replace("_", " ") + (f" ({case.removesuffix(']')})" if case else "")
    lines = _message(report).splitlines()
    shown = [line if len(line) <= WIDE else f"{line[:WIDE]}…" for line in lines[:AT_MOST]]
    if more := len(lines) - len(shown):
        shown.append(f"and {more} lines more")
    return [f"         {sentence}:", *(f"           {line}" for line in shown)]


def _message(report: pytest.TestReport) -> str:
    """What a test says that failed, without what only programmers understand."""
    crash = getattr(report.longrepr, "reprcrash", None)
    text = str(crash.message if crash else report.longrepr)
    for kind in ("AssertionError: ", "Failed: "):
        text = text.removeprefix(kind)
    for aside in ASIDE:
        text = text.partition(aside)[0]
    return text.strip()
