"""Errors of YAML in plain words: what PyYAML says of them, and what a person would say instead."""

import re

import yaml

from answertree.reading import yaml_pitfalls
from answertree.reading.yaml_pitfalls import Slip

COLON = re.compile(r":(?=\s|$)")
BEFORE_TEXT = re.compile(r" *(?:- +)*")

NO_COLON = "there is no `:` after this key"
UNCLOSED = "this bracket or brace is not closed properly"
TWO_COLONS = "a colon and a space start a value, but there is one already"
QUOTES = "put quotes around the text"
# What PyYAML says, what a person would say, and whether the slip is where the trouble began.
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


def of_error(text: str, error: yaml.MarkedYAMLError) -> Slip:
    """What most likely led to an error of PyYAML, and where."""
    marks = [mark.index for mark in (error.problem_mark, error.context_mark) if mark] or [0]
    at, began = marks[0], marks[-1]
    said = f"{error.context or ''}: {error.problem or ''}"
    above = text.rfind("\n", 0, at)
    for index in (began, at, max(above, 0)):
        if slip := yaml_pitfalls.at_line_start(text, index):
            return slip
    if "double-quoted" in said and "escape" in said:
        index = text.rfind("\\", 0, at + 1)
        said = "a backslash has a meaning of its own inside double quotes"
        return Slip(index, said, "write it twice (`\\\\`), or use single quotes")
    if "while scanning a quoted scalar" in said:
        return _unclosed_quote(text, began)
    if "mapping values" in said:
        return _colon(text, at)
    if "<block end>" in said or "<document start>" in said:
        return _out_of_line(text, at)
    if "while parsing a flow" in said and "but got '?'" not in said:
        return _brackets(text, began, at, said)
    for words, where_it_began, message, hint in FRIENDLY:
        if words in said:
            return Slip(began if where_it_began else at, message, hint)
    if "expected the node content" in said:
        return Slip(at, "this character cannot stand at the start of a text", QUOTES)
    return Slip(at, f"this is not YAML: {error.problem}", "")


def _unclosed_quote(text: str, index: int) -> Slip:
    hint = "close it with the same quote mark"
    if text[index : index + 1] == "'":
        hint += "; put double quotes around a text that starts with an apostrophe"
    return Slip(index, "this quote is never closed", hint)


def _colon(text: str, at: int) -> Slip:
    """A colon where no value can start: in a text, or the line or the one above is out of place."""
    start = text.rfind("\n", 0, at) + 1
    key = BEFORE_TEXT.match(text, start, at)
    assert key
    hint = "put quotes around a text that has `: ` in it, and check the indentation"
    if COLON.search(text, start, at) or text[key.end()] in "{[":
        return Slip(at, TWO_COLONS, hint)
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
        said = "this line is indented too far"
        return Slip(key.end(), said, "give it the indentation of the keys beside it")
    no_colon = BEFORE_TEXT.match(text, first)
    assert no_colon
    return Slip(no_colon.end(), NO_COLON, "write `key: value`, with a space after the colon")


def _out_of_line(text: str, at: int) -> Slip:
    """Something that belongs to no line above: it goes on after an end, or is indented wrongly."""
    start = text.rfind("\n", 0, at) + 1
    last, found = text[start:at].rstrip()[-1:], text[at : at + 1]
    if last in ("'", '"') and last:
        opened = text.count(last, start, at) % 2 == 1  # then this quote closes one further up
        if opened and (further_up := re.search(rf"[:,[{{-] +({last})[^{last}]*\Z", text[:start])):
            return _unclosed_quote(text, further_up.start(1))
        hint = 'put the other kind of quotes around the whole text: `\'Say "hello"\'`, `"Don\'t"`'
        return Slip(at, "the text goes on after its closing quote", hint)
    if last and last in "]}":
        if found and found in "]}":
            return Slip(at, f"there is one `{found}` too many", "delete it")
        hint = "put quotes around a text that starts with `[` or `{`"
        return Slip(at, "something goes on after the closing bracket", hint)
    first = re.search(r"^(?!#)( *)\S", text, re.MULTILINE)
    if first and first[1] and text[start:at] == "":
        said = "this line is indented, and those below it are not"
        return Slip(first.end() - 1, said, "start the first key at the start of the line")
    said = "this line does not line up with the lines above it"
    return Slip(at, said, "give keys and list items of the same level the same indentation")


def _brackets(text: str, began: int, at: int, said: str) -> Slip:
    """Something wrong inside of `{…}` or `[…]`, or that never ends."""
    line_end = (text + "\n").find("\n", began)
    since = text.rfind("\n", 0, max(text.rfind("\n", 0, at), 0)) + 1
    cut = re.search(r" (?=#[^\s#])", text[since : max(at, line_end)])
    if cut and (slip := yaml_pitfalls.of_plain(text, since + cut.start(), since + cut.start())):
        return slip
    got = text[at : at + 1]
    if at < line_end and got == ":":
        hint = "put commas between the items, and quotes around a text that has `: ` in it"
        return Slip(at, TWO_COLONS, hint)
    if at < line_end and got == ",":
        return Slip(at, "there is nothing before this comma", "delete it, or write what is missing")
    if at < line_end and got and got in "[{":
        hint = "put quotes around a text that has a bracket in it, and commas between the items"
        return Slip(at, f"a `{got}` cannot stand in the midst of a text here", hint)
    if at < line_end and got and got in "]}":
        hint = "close `{` with `}`, and `[` with `]`"
        return Slip(at, f"`{got}` does not close `{text[began]}`", hint)
    return Slip(
        began,
        UNCLOSED,
        "close `{` with `}` and `[` with `]`, and put commas between the items; "
        "put quotes around a text that starts with one",
    )
