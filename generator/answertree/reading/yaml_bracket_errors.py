"""What goes wrong inside of `{…}` and `[…]`, or where they never end."""

from answertree.knowledge.problems import Problem
from answertree.reading import yaml_pitfalls
from answertree.reading.source_file import SourceFile
from answertree.reading.yaml_line_errors import TWO_COLONS

CLOSES = {"{": "}", "[": "]"}


def in_brackets(file: SourceFile, began: int, at: int) -> Problem:
    """The problem of what stands at `at`, behind the bracket or brace at `began`."""
    text = file.text
    line_end = (text + "\n").find("\n", began)
    since = text.rfind("\n", 0, max(text.rfind("\n", 0, at), 0)) + 1
    cut = yaml_pitfalls.CUT.search(text, since, max(at, line_end))
    if cut and (found := yaml_pitfalls.in_plain_text(file, cut.start(), cut.start())):
        return found[0]
    got = text[at : at + 1] if at < line_end else ""
    if got == ":":
        hint = "put commas between the items, and quotes around a text that contains `: `"
        return file.yaml_problem(at, TWO_COLONS, hint)
    if got == ",":
        hint = "delete it, or write what is missing"
        return file.yaml_problem(at, "there is nothing before this comma", hint)
    if got and got in "[{":
        hint = "put quotes around a text that contains a bracket, and commas between the items"
        return file.yaml_problem(at, f"a `{got}` cannot stand in the middle of a text here", hint)
    if got and got in "]}":
        opened = _innermost_bracket(text, began, at)
        if CLOSES.get(opened, got) == got:
            hint = "write what is missing, or delete the comma"
            return file.yaml_problem(at, "a text or an item is missing before this bracket", hint)
        hint = "close `{` with `}`, and `[` with `]`"
        return file.yaml_problem(at, f"`{got}` does not close `{opened}`", hint)
    hint = (
        "close `{` with `}` and `[` with `]`, and put commas between the items; "
        "put quotes around a text that starts with one"
    )
    return file.yaml_problem(began, "this bracket or brace is not closed properly", hint)


def _innermost_bracket(text: str, began: int, at: int) -> str:
    """The bracket or brace that is open before `at`: on the same line, or it began, or above."""
    on_line = _last_open(text[text.rfind("\n", 0, at) + 1 : at])
    return on_line or (text[began] if began < at else _last_open(text[:at]))


def _last_open(text: str) -> str:
    opened: list[str] = []
    for character in text:
        if character in CLOSES:
            opened.append(character)
        elif character in "]}" and opened:
            opened.pop()
    return opened[-1] if opened else ""
