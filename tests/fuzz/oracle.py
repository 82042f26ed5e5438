"""What has to hold whatever is in the content folder."""

import json
import re
import resource
import shutil
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from answertree.build import build
from answertree.checking.rules import check
from answertree.comparing.compare import compare
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.problems import Problem
from answertree.knowledge.report import as_github, as_html, as_json, as_text
from answertree.reading.load import load

# What is changed in a content folder: the bytes of files by path; None removes one.
Change: TypeAlias = "Mapping[str, bytes | None]"

LIMIT = 20.0  # seconds of the processor for one folder: this only ends what hangs
FENCE = re.compile(r"^ {0,3}(?:```|~~~).*$", re.MULTILINE)
LINE_END = re.compile(r"\r\n|\r|\n")


class TooSlow(Exception):
    """A folder took longer than the limit."""


@dataclass
class Tally:
    """What was tried, and what came of it."""

    inputs: int = 0
    accepted: int = 0
    problems: int = 0
    misplaced: int = 0
    slowest: float = 0.0  # seconds of the processor for one folder
    memory: int = 0  # MB
    failures: list[str] = field(default_factory=list)


def most_memory() -> int:
    """The most memory that this process ever had, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 2**20


class Folder:
    """A copy of a content folder to which changes are made and taken back."""

    def __init__(self, source: Path, copy: Path) -> None:
        shutil.copytree(source, copy)
        self.path = copy
        self.files = {
            file.relative_to(copy).as_posix(): file.read_bytes()
            for file in sorted(copy.rglob("*.yml"))
        }
        self.base = load(copy).base

    @contextmanager
    def changed(self, change: Change) -> Iterator[Path]:
        """The folder with this change in it."""
        try:
            for name, data in change.items():
                file = self.path / name
                if data is None:
                    file.unlink()
                else:
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(data)
            yield self.path
        finally:
            for name in change:
                (self.path / name).unlink(missing_ok=True)
                if name in self.files:
                    (self.path / name).write_bytes(self.files[name])

    def survives(self, change: Change) -> list[Problem]:
        """Do everything with the changed folder that can be done with one; gives its problems.

        Raises whatever is raised, and AssertionError where an answer is not what it should be.
        """
        with self.changed(change) as content, limited(LIMIT):
            loaded = load(content)
            problems = check(loaded)
            for problem in problems:
                assert is_placed(problem, content), f"no such place: {problem}"
            reported(problems)
            # What a change is held against may be as broken as this: it is what is repaired.
            compared(loaded.base, self.base)
            if not problems:
                compared(self.base, build(content, "https://example.org/edit/").base)
            return problems


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TooSlow in the midst of what keeps the processor busy for longer."""

    def stop(*_: Any) -> None:
        raise TooSlow(f"more than {seconds:g} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def is_placed(problem: Problem, content: Path) -> bool:
    """Whether the problem's file:line:column is in the folder, and in the file."""
    file = Path(problem.file)
    if content not in file.parents:
        return False
    if not file.is_file():  # a folder, or what should be there and is not
        return (problem.line, problem.column) == (1, 1)
    lines = LINE_END.split(file.read_bytes().decode("utf-8", errors="replace"))
    inside = 1 <= problem.line <= len(lines)
    return inside and 1 <= problem.column <= len(lines[problem.line - 1]) + 1


def reported(problems: list[Problem]) -> None:
    """Write every report, and hold each against the problems."""
    text, github = as_text(problems), as_github(problems)
    listed = json.loads(as_json(problems))
    assert len(listed) == len(problems)
    assert len(github.splitlines()) == len(problems)
    assert as_html(problems).lstrip().lower().startswith("<!doctype html>")
    assert not FENCE.search(text)  # on GitHub it stands in a code block
    for report in (text, github):
        report.encode(errors="backslashreplace")
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", report)
    for problem in problems:
        assert f":{problem.line}:{problem.column}: " in text
        assert problem.message


def compared(before: KnowledgeBase, after: KnowledgeBase) -> None:
    """Say what changed, in Markdown that opens and closes its own code blocks alone."""
    said = compare(before, after)
    assert said
    fences = FENCE.findall(said)
    assert fences == ["```mermaid", "```"] * (len(fences) // 2)


def attempt(folder: Folder, change: Change, tally: Tally) -> str:
    """Try one change; what failed as a sentence, or nothing."""
    started = time.process_time()
    tally.inputs += len(change)
    try:
        problems = folder.survives(change)
        tally.problems += len(problems)
        tally.accepted += not problems
    except Exception as error:  # this is what is looked for
        if "no such place" in str(error):
            tally.misplaced += 1
        return f"{type(error).__name__}: {str(error)[:300]}"
    finally:
        tally.slowest = max(tally.slowest, time.process_time() - started)
    return ""
