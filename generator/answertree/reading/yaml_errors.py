"""Errors of YAML in plain words: what PyYAML says of them, and what a person would say instead."""

import re

import yaml

from answertree.knowledge.problems import Problem
from answertree.reading import yaml_pitfalls
from answertree.reading.source_file import SourceFile

COLON = re.compile(r":(?=\s|$)")
CURLY = re.compile(r"(?:: +|- +)([\u201c-\u201e\u2018])")
BEFORE_TEXT = re.compile(r" *(?:- +)*")

NO_COLON = "there is no `:` after this key"
UNCLOSED = "this bracket or brace is not closed properly"
TWO_COLONS = "a colon and a space start a value, but there is one already"
QUOTES = "put quotes around the text"
# What PyYAML says, what a person would say, and whether the mistake is where the trouble began.
FRIENDLY: tuple[tuple[str, bool, str, str], ...] = (
    (r"'\t'", False, "a tab stands here", "use spaces instead of it"),
    (
        "cannot start any token",
        False,
        "this character cannot stand at the start of a text",
        QUOTES,
    ),
    ("while scanning an alias", True, *yaml_pitfalls.ALIAS),
    ("while scanning an anchor", True, *yaml_pitfalls.ALIAS),
    ("while scanning a tag", True, *yaml_pitfalls.TAG),
    (
        "while scanning a block scalar",
        True,
        "a `|` or `>` has its text on the lines below it",
        "start the text on the next line, indented; "
        "put quotes around a text that itself starts with `|` or `>`",
    ),
    (
        "sequence entries are not allowed",
        False,
        "a list cannot start here",
        "put quotes around a text that starts with `- `; a list goes below its key",
    ),
    (
        "mapping keys are not allowed",
        False,
        "`? ` cannot stand at the start of a text",
        QUOTES,
    ),
    (
        "but got '?'",
        False,
        "a `?` inside `{…}` or `[…]` needs quotes around its text",
        'write `{say: "Really?", …}`',
    ),
    (
        "could not find expected ':'",
        True,
        NO_COLON,
        "write `key: value`, with a space after the colon; "
        "indent the line if it belongs to the text above",
    ),
)


def explain(file: SourceFile, error: yaml.MarkedYAMLError) -> Problem:
    """What most likely led to an error of PyYAML, and where."""
    text = file.text
    marks = [mark.index for mark in (error.problem_mark, error.context_mark) if mark] or [0]
    at, began = marks[0], marks[-1]
    said = f"{error.context or ''}: {error.problem or ''}"
    above = text.rfind("\n", 0, at)
    for index in (began, at, max(above, 0)):
        if problem := yaml_pitfalls.at_line_start(file, index):
            return problem
    if "double-quoted" in said and "escape" in said:
        index = text.rfind("\\", 0, at + 1)
        message = "a backslash has a meaning of its own inside double quotes"
        return _problem(file, index, message, "write it twice (`\\\\`), or use single quotes")
    if "while scanning a quoted scalar" in said:
        return _unclosed_quote(file, began)
    if "mapping values" in said:
        return _colon(file, at)
    if "<block end>" in said or "<document start>" in said:
        return _out_of_line(file, at)
    if "while parsing a flow" in said and "but got '?'" not in said:
        return _brackets(file, began, at)
    for words, where_it_began, message, hint in FRIENDLY:
        if words in said:
            return _problem(file, began if where_it_began else at, message, hint)
    if "expected the node content" in said:
        return _problem(file, at, "this character cannot stand at the start of a text", QUOTES)
    return _problem(file, at, f"this is not YAML: {error.problem}", "")


def _unclosed_quote(file: SourceFile, index: int) -> Problem:
    hint = "close it with the same quote mark"
    if file.text[index : index + 1] == "'":
        hint += "; put double quotes around a text that starts with an apostrophe"
    return _problem(file, index, "this quote is never closed", hint)


def _colon(file: SourceFile, at: int) -> Problem:
    """A colon where no value can start: in a text, or the line or the one above is out of place."""
    text = file.text
    start = text.rfind("\n", 0, at) + 1
    key = BEFORE_TEXT.match(text, start, at)
    assert key
    if curly := CURLY.search(text, start, at):
        message = f"`{curly[1]}` is no quote mark in YAML"
        return _problem(file, curly.start(1), message, "write `\"` or `'` at both ends of the text")
    hint = "put quotes around a text that has `: ` in it, and check the indentation"
    if COLON.search(text, start, at) or text[key.end()] in "{[":
        return _problem(file, at, TWO_COLONS, hint)
    first = None
    while start:
        end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        line = text[start:end]
        if COLON.search(line):
            if not line.rstrip().endswith(":"):
                first = None
            break
        if line.strip() and not line.lstrip().startswith("#"):
            first = start
    if first is None:
        message = "this line is indented too far"
        return _problem(file, key.end(), message, "give it the indentation of the keys beside it")
    no_colon = BEFORE_TEXT.match(text, first)
    assert no_colon
    return _problem(
        file, no_colon.end(), NO_COLON, "write `key: value`, with a space after the colon"
    )


def _out_of_line(file: SourceFile, at: int) -> Problem:
    """Something that belongs to no line above: it goes on after an end, or is indented wrongly."""
    text = file.text
    start = text.rfind("\n", 0, at) + 1
    last, found = text[start:at].rstrip()[-1:], text[at : at + 1]
    if last in ("'", '"') and last:
        opened = text.count(last, start, at) % 2 == 1  # then this quote closes one further up
        if opened and (further_up := re.search(rf"[:,[{{-] +({last})[^{last}]*\Z", text[:start])):
            return _unclosed_quote(file, further_up.start(1))
        if found == "," and ":" in text[start:at]:
            message = "a list stands in brackets"
            return _problem(file, at, message, "write `[one, two]`")
        hint = 'put the other kind of quotes around the whole text: `\'Say "hello"\'`, `"Don\'t"`'
        return _problem(file, at, "the text goes on after its closing quote", hint)
    if last and last in "]}":
        if found and found in "]}":
            return _problem(file, at, f"there is one `{found}` too many", "delete it")
        hint = "put quotes around a text that starts with `[` or `{`"
        return _problem(file, at, "something goes on after the closing bracket", hint)
    first = re.search(r"^(?!#)( *)\S", text, re.MULTILINE)
    if first and first[1] and text[start:at] == "":
        message = "this line is indented, and those below it are not"
        return _problem(
            file, first.end() - 1, message, "start the first key at the start of the line"
        )
    message = "this line does not line up with the lines above it"
    return _problem(
        file, at, message, "give keys and list items of the same level the same indentation"
    )


def _brackets(file: SourceFile, began: int, at: int) -> Problem:
    """Something wrong inside of `{…}` or `[…]`, or that never ends."""
    text = file.text
    line_end = (text + "\n").find("\n", began)
    since = text.rfind("\n", 0, max(text.rfind("\n", 0, at), 0)) + 1
    cut = yaml_pitfalls.CUT.search(text, since, max(at, line_end))
    if cut and (found := yaml_pitfalls.in_plain_text(file, cut.start(), cut.start())):
        return found[0]
    got = text[at : at + 1]
    if at < line_end and got == ":":
        hint = "put commas between the items, and quotes around a text that has `: ` in it"
        return _problem(file, at, TWO_COLONS, hint)
    if at < line_end and got == ",":
        return _problem(
            file, at, "there is nothing before this comma", "delete it, or write what is missing"
        )
    if at < line_end and got and got in "[{":
        hint = "put quotes around a text that has a bracket in it, and commas between the items"
        return _problem(file, at, f"a `{got}` cannot stand in the midst of a text here", hint)
    if at < line_end and got and got in "]}":
        hint = "close `{` with `}`, and `[` with `]`"
        opened = _innermost_bracket(text, began, at)
        if {"{": "}", "[": "]"}[opened] == got:
            message = "a text or an item is missing before this bracket"
            return _problem(file, at, message, "write what is missing, or delete the comma")
        return _problem(file, at, f"`{got}` does not close `{opened}`", hint)
    return _problem(
        file,
        began,
        UNCLOSED,
        "close `{` with `}` and `[` with `]`, and put commas between the items; "
        "put quotes around a text that starts with one",
    )


def _innermost_bracket(text: str, began: int, at: int) -> str:
    """The bracket or brace that is open before `at`: it stands on the same line, or it began."""
    opened: list[str] = []
    for character in text[text.rfind("\n", 0, at) + 1 : at]:
        if character in "[{":
            opened.append(character)
        elif character in "]}" and opened:
            opened.pop()
    return opened[-1] if opened else text[began]


def _problem(file: SourceFile, index: int, message: str, hint: str) -> Problem:
    return Problem(file.place_at(index), "yaml", message, hint)
