"""Problems as text for people, for GitHub's annotations, or as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from generator.problems import Problem


def as_text(problems: Sequence[Problem]) -> str:
    """A line for each problem with its hint below it, and a line that counts them."""
    lines = []
    for problem in problems:
        place = f"{problem.file}:{problem.line}:{problem.column}"
        lines.append(f"{place}: error[{problem.code}]: {problem.message}")
        if problem.hint:
            lines.append(f"    {problem.hint}")
    count = len(problems)
    lines.append(f"{count} problem{'s' if count != 1 else ''} found." if count else "All is well.")
    return "\n".join(lines)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that annotate the lines of a pull request."""
    return "\n".join(
        f"::error file={_property(problem.file)},line={problem.line},col={problem.column},"
        f"title={_property(problem.code)}::"
        + _message(problem.message + (f"\n{problem.hint}" if problem.hint else ""))
        for problem in problems
    )


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with file, line, column, code, message and hint."""
    return json.dumps([asdict(problem) for problem in problems], indent=2, ensure_ascii=False)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
