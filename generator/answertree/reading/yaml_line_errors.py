"""Lines that YAML cannot put in their place, by their colons and their indentation."""

import re

from answertree.knowledge.problems import Problem
from answertree.knowledge.references import LINK
from answertree.reading.list_hints import curly_quotes
from answertree.reading.source_file import SourceFile
from answertree.reading.yaml_indentation_errors import uneven_indentation
from answertree.reading.yaml_quote_errors import after_quote

COLON = re.compile(r":(?=\s|$)")
CURLY = re.compile(r"(?:: +|- +)([\u201c-\u201e\u2018])")
BEFORE_TEXT = re.compile(r" *(?:- +)*")
SPACE_IN_LINK = re.compile(r"[a-z]+: +\S+ *$", re.MULTILINE)

NO_COLON = "there is no `:` after this key"
KEY_AND_VALUE = "write `key: value`, with a space after the colon"
TWO_COLONS = "a colon and a space start a value, but there is one already"


def misplaced_colon(file: SourceFile, at: int) -> Problem:
    """The problem of a colon at `at`, where no value can start.

    It stands in a text, or its line or the one above is out of place.
    """
    text = file.text
    start = text.rfind("\n", 0, at) + 1
    key = BEFORE_TEXT.match(text, start, at)
    assert key
    if curly := CURLY.search(text, start, at):
        hint = "write `\"` or `'` at both ends of the text"
        return file.yaml_problem(curly.start(1), curly_quotes(curly[1]), hint)
    if COLON.search(text, start, at) or text[key.end()] in "{[":
        return file.yaml_problem(at, TWO_COLONS, _hint_about_colon(text, start, at))
    first = _first_line_without_colon(text, start)
    if first is None:
        return uneven_indentation(file, key.end())
    no_colon = BEFORE_TEXT.match(text, first)
    assert no_colon
    return file.yaml_problem(no_colon.end(), NO_COLON, KEY_AND_VALUE)


def _hint_about_colon(text: str, start: int, at: int) -> str:
    """What to do about a second colon in the line that begins at `start`."""
    before = re.search(r"[a-z]+\Z", text[start:at])
    link = before and SPACE_IN_LINK.match(text, start + before.start())
    if link and LINK.fullmatch(together := re.sub(r"\s+", "", link[0])):
        return f"a link has no space after its colon, and goes in brackets: `[{together}]`"
    return "put quotes around a text that contains `: `, and check the indentation"


def _first_line_without_colon(text: str, start: int) -> int | None:
    """Where a text begins that goes on until `start`, with no key before it; None for none."""
    first = None
    while start:
        end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        line = text[start:end]
        if COLON.search(line):
            return first if line.rstrip().endswith(":") else None
        if line.strip() and not line.lstrip().startswith("#"):
            first = start
    return first


def out_of_line(file: SourceFile, at: int) -> Problem:
    """The problem of something that belongs to no line above.

    It goes on after an end, or is indented wrongly.
    """
    text = file.text
    start = text.rfind("\n", 0, at) + 1
    last, found = text[start:at].rstrip()[-1:], text[at : at + 1]
    if last and last in "'\"":
        return after_quote(file, last, at)
    if last and last in "]}":
        if found and found in "]}":
            return file.yaml_problem(at, f"there is one `{found}` too many", "delete it")
        hint = "put quotes around a text that starts with `[` or `{`"
        return file.yaml_problem(at, "the text goes on after the closing bracket", hint)
    first = re.search(r"^(?!#)( *)\S", text, re.MULTILINE)
    if first and first[1] and text[start:at] == "":
        message = "this line is indented, and those below it are not"
        hint = "start the first key at the start of the line"
        return file.yaml_problem(first.end() - 1, message, hint)
    return uneven_indentation(file, at)
