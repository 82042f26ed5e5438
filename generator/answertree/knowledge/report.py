"""Problems as text for people, for GitHub's annotations, or as JSON."""

import json
from collections.abc import Callable, Sequence

from answertree.files.writing import reason
from answertree.knowledge.problems import Problem

WIDTH = 100
RED, YELLOW, BOLD, DIM, PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"


# From a code to a line on where it is explained.
Explained = Callable[[str], str]


def in_contributing(code: str) -> str:
    """Where an error is explained in this repository, and in guides that were made by `init`."""
    return f"explained in CONTRIBUTING.md#{code}"


def as_text(
    problems: Sequence[Problem], *, colour: bool = False, explained: Explained = in_contributing
) -> str:
    """For each problem its place, the line with a caret, and a hint; at the end a summary."""
    blocks = (_block(problem, colour, explained) for problem in problems)
    return "\n".join([*blocks, _summary(problems)])


def _summary(problems: Sequence[Problem]) -> str:
    errors = [problem for problem in problems if problem.severity == "error"]
    warned = len(problems) - len(errors)
    found = "All is well: no problems found"
    if errors:
        files = len({problem.file for problem in errors})
        found = f"{_count(_total(errors), 'problem')} in {_count(files, 'file')}"
    return f"{found}, and {_count(warned, 'warning')}." if warned else f"{found}."


def _block(problem: Problem, colour: bool, explained: Explained) -> str:
    sign = RED if problem.severity == "error" else YELLOW
    sign, bold, dim, plain = (sign, BOLD, DIM, PLAIN) if colour else ("", "", "", "")
    place = f"{_shown(problem.file)}:{problem.line}:{problem.column}"
    name = f"{sign}{problem.severity}[{problem.code}]{plain}"
    summary = f"{name}{bold}: {_shown(problem.message)}{plain}"
    lines = [f"{bold}{place}{plain}: {summary}"]
    if problem.excerpt.strip():
        excerpt, column = _window(problem.excerpt, problem.column)
        number = str(problem.line)
        lines += [
            f"    {dim}{number} |{plain} {excerpt}",
            f"    {dim}{' ' * len(number)} |{plain} {' ' * (column - 1)}{sign}^{plain}",
        ]
    if problem.hint:
        lines.append(f"    {_shown(problem.hint)}")
    lines.append(f"    {dim}{explained(problem.code)}{plain}")
    return "\n".join(lines)


def _shown(text: str) -> str:
    """A text in which nothing acts on the terminal: a file's name may hold anything."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in text
    )


def _window(excerpt: str, column: int) -> tuple[str, int]:
    """A long line cut to what is around the column, and the column in what is left."""
    start = max(0, column - WIDTH + 20) if len(excerpt) > WIDTH else 0
    left = "…" if start else ""
    right = "…" if len(excerpt) > start + WIDTH else ""
    # A sign for a tab is as wide as any character, so that the caret is right.
    tabs = excerpt[start : start + WIDTH].replace("\t", "→")
    shown = "".join(letter if letter.isprintable() else " " for letter in tabs)
    return f"{left}{shown}{right}", column - start + len(left)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _total(problems: Sequence[Problem]) -> int:
    return sum(problem.count for problem in problems)


def as_html(problems: Sequence[Problem], explained: Explained = in_contributing) -> str:
    """A page with the same text, to look at while somebody edits."""
    import jinja2  # here: no other report needs it

    template = jinja2.Environment(
        loader=jinja2.PackageLoader("answertree.knowledge", ""), autoescape=True
    ).get_template("problems.html.j2")
    text = as_text(problems, explained=explained)
    return template.render(count=_count(_total(problems), "problem"), text=text)


def as_github(problems: Sequence[Problem], explained: Explained = in_contributing) -> str:
    """Workflow commands that annotate the lines of a pull request."""
    return "\n".join(_command(problem, explained) for problem in problems)


def _command(problem: Problem, explained: Explained) -> str:
    place = {
        "file": _shown(problem.file),
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.code,
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{problem.severity} {properties}::{_message(_explanation(problem, explained))}"


def _explanation(problem: Problem, explained: Explained) -> str:
    said = "\n".join(filter(None, (problem.message, problem.hint, explained(problem.code))))
    return "\n".join(map(_shown, said.split("\n")))


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with file, line, column, code, message, hint, excerpt and count."""
    # In ASCII: then every terminal can show it, and a program reads the same from it.
    return json.dumps([_flat(problem) for problem in problems], indent=2)


def _flat(problem: Problem) -> dict[str, str | int]:
    keys = ("file", "line", "column", "code", "message", "hint", "excerpt", "count", "severity")
    return {key: getattr(problem, key) for key in keys}


def cannot_read(error: OSError) -> str:
    """That something could not be read, and why, as a sentence without a full stop."""
    if isinstance(error, NotADirectoryError):
        return f"there is no folder {error.filename or error}"
    return f"cannot read {error.filename}: {reason(error)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
