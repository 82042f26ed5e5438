"""YAML text to plain data, and from any path in that data back to line and column.

Every scalar stays the text that was written (`Yes` is a word, `14:30` a text); the model decides
what it means. Only what people edit by hand is allowed: no anchors, tags or second documents, so
that nothing in a file can grow, run or hide.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, cast

import yaml

from generator.problems import Code, Path, Problem

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"

MAX_CHARACTERS = 200_000
MAX_DEPTH = 12

# Control characters, and those that make text read otherwise than it is stored ("Trojan Source").
UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)

# What PyYAML says of the commonest slips, and what a person would say instead.
FRIENDLY = (
    (
        "mapping values are not allowed here",
        "a colon and a space start a value, but there is one already",
        "put quotes around a text that has `: ` in it, and check the indentation",
    ),
    (
        "but got '?'",
        "a `?` inside `{…}` or `[…]` needs quotes around its text",
        'write `{say: "Really?", …}`',
    ),
    (
        "cannot start any token",
        "this character cannot stand at the start of a text",
        "put quotes around the text; indent with spaces, never with tabs",
    ),
    (
        "could not find expected ':'",
        "there is no `:` after this key",
        "write `key: value`, with a space after the colon",
    ),
    (
        "while scanning a quoted scalar",
        "this quote is never closed",
        "close it with the same quote mark",
    ),
    (
        "expected <block end>",
        "this line does not line up with the lines above it",
        "give keys and list items of the same level the same indentation",
    ),
    (
        "while parsing a flow",
        "this bracket or brace is not closed properly",
        "close `{` with `}` and `[` with `]`, and put commas between the items",
    ),
)


# What PyYAML raises without saying where: a bad escape such as `\UFFFFFFFF` is an OverflowError.
BAD_ESCAPE = re.compile(r"\\U(?!00(?:0|10))[0-9A-Fa-f]{8}")
UNMARKED = (
    yaml.YAMLError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    ValueError,
)


@dataclass(frozen=True)
class Place:
    """Where something stands: line and column from 1, and, of a text, the characters it spans."""

    line: int
    column: int
    start: int = 0
    end: int = 0


@dataclass
class Source:
    """One file that could be read as YAML: its data, and where each part of it stands."""

    file: str
    text: str
    data: Data = None
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)

    def place(self, path: Path, *, key: bool = False, snippet: str = "") -> Place:
        """Where `path` stands: its value, its key, or the first `snippet` inside its value.

        A path that is not in the file is at its nearest parent that is.
        """
        while path and path not in self.values:
            path, key = path[:-1], True
        if key and path in self.keys:
            return self.keys[path]
        place = self.values[path]
        if snippet:
            at = self.text.find(snippet, place.start, place.end)
            if at >= 0:
                return place_of(self.text, at)
        return place


def place_of(text: str, index: int) -> Place:
    """Line and column (from 1) of a character's index in `text`."""
    before = text[:index]
    return Place(before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1, index, index)


def read(file: str, raw: bytes) -> tuple[Source | None, list[Problem]]:
    """Read one YAML file: its source, or None and every reason why it cannot be read.

    `file` is its name as people should see it; it is not opened.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        place = place_of(raw[: error.start].decode("utf-8"), error.start)
        column = len(raw[: error.start].decode("utf-8").rpartition("\n")[2]) + 1
        return None, [
            Problem(
                file,
                place.line,
                column,
                "encoding",
                "this is not UTF-8 text",
                "save the file with the encoding UTF-8",
            )
        ]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if problems := list(_unsafe_text(file, text)):
        return None, problems
    source = Source(file, text)
    problems = _build(source)
    return (None if _broken(problems) else source), problems


def _broken(problems: list[Problem]) -> bool:
    return any(problem.code != "duplicate-key" for problem in problems)


def _unsafe_text(file: str, text: str) -> Iterator[Problem]:
    if len(text) > MAX_CHARACTERS:
        yield Problem(
            file,
            1,
            1,
            "yaml",
            f"this file is longer than {MAX_CHARACTERS} characters",
            "split it into several files",
        )
        return
    for match in UNSAFE.finditer(text):
        yield _unsafe(file, place_of(text, match.start()), match[0])


def _unsafe(file: str, place: Place, character: str) -> Problem:
    return Problem(
        file,
        place.line,
        place.column,
        "unsafe-character",
        f"an invisible character U+{ord(character):04X} stands here",
        "delete it and type the text again",
    )


def _mark(event: yaml.Event) -> yaml.Mark:
    return cast(yaml.Mark, event.start_mark)


def _end(event: yaml.Event) -> yaml.Mark:
    return cast(yaml.Mark, event.end_mark)


class _Refused(Exception):
    def __init__(self, mark: yaml.Mark, message: str, hint: str) -> None:
        self.mark, self.message, self.hint = mark, message, hint


def _build(source: Source) -> list[Problem]:
    """Fill in the source's data and places from the YAML events; return what is wrong."""
    problems: list[Problem] = []
    try:
        # A stream that has no document at all is an empty file.
        events = yaml.parse(source.text, Loader=yaml.SafeLoader)
        next(events)
        if isinstance(next(events), yaml.DocumentStartEvent):
            source.data = _value(source, events, next(events), (), problems)
            next(events)
            if isinstance(event := next(events), yaml.DocumentStartEvent):
                raise _Refused(
                    _mark(event),
                    "a second document starts here",
                    "delete the `---`; one file is one thing",
                )
        source.values.setdefault((), Place(1, 1, 0, len(source.text)))
    except _Refused as refused:
        problems.append(_problem(source.file, refused.mark, refused.message, refused.hint))
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax_problem(source.file, error))
    except UNMARKED as error:
        match = BAD_ESCAPE.search(source.text)
        place = place_of(source.text, match.start() if match else 0)
        said = "there is no such character" if match else f"this is not YAML: {error}"
        problems.append(Problem(source.file, place.line, place.column, "yaml", said))
    return problems


def _value(
    source: Source,
    events: Iterator[yaml.Event],
    event: yaml.Event,
    path: Path,
    problems: list[Problem],
) -> Data:
    mark = _mark(event)
    if len(path) > MAX_DEPTH:
        raise _Refused(mark, "this is nested too deeply", "no content needs so many levels")
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _Refused(
            mark,
            "anchors and aliases (`&` and `*`) are not used here",
            "put quotes around a text that starts with `&` or `*`",
        )
    if getattr(event, "tag", None):
        raise _Refused(
            mark, "tags (`!`) are not used here", "put quotes around a text that starts with `!`"
        )
    value: Data
    if isinstance(event, yaml.MappingStartEvent):
        value = _mapping(source, events, path, problems)
    elif isinstance(event, yaml.SequenceStartEvent):
        items: list[Data] = []
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            items.append(_value(source, events, item, (*path, len(items)), problems))
        value = items
    else:
        assert isinstance(event, yaml.ScalarEvent)
        empty = event.value == "" and event.style is None
        value = None if empty else event.value
        place = Place(mark.line + 1, mark.column + 1, mark.index, _end(event).index)
        source.values[path] = place
        if match := UNSAFE.search(event.value):  # written as an escape, such as "\u202e"
            problems.append(_unsafe(source.file, place, match[0]))
        return value
    source.values[path] = Place(mark.line + 1, mark.column + 1, mark.index, mark.index)
    return value


def _mapping(
    source: Source, events: Iterator[yaml.Event], path: Path, problems: list[Problem]
) -> dict[str, Data]:
    mapping: dict[str, Data] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        mark = _mark(event)
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            raise _Refused(mark, "a key must be a plain word", "write `key: value`")
        key = event.value
        if key == "<<":
            raise _Refused(mark, "merge keys (`<<`) are not used here", "write the keys out")
        here: Path = (*path, key)
        if key in mapping:
            first = source.keys[here]
            problems.append(
                _problem(
                    source.file,
                    mark,
                    f"the key `{key}` is given twice",
                    f"it stands on line {first.line} already: keep one of the two",
                    "duplicate-key",
                )
            )
            shadow = Source(source.file, source.text)
            _value(shadow, events, next(events), here, problems)
            continue
        source.keys[here] = Place(mark.line + 1, mark.column + 1, mark.index, _end(event).index)
        mapping[key] = _value(source, events, next(events), here, problems)
    return mapping


def _problem(
    file: str, mark: yaml.Mark | None, message: str, hint: str, code: Code = "yaml"
) -> Problem:
    if mark is None:
        return Problem(file, 1, 1, code, message, hint)
    return Problem(file, mark.line + 1, mark.column + 1, code, message, hint)


def _syntax_problem(file: str, error: yaml.MarkedYAMLError) -> Problem:
    said = f"{error.context or ''}: {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    for words, message, hint in FRIENDLY:
        if words in said:
            # An unclosed quote or a key alone is found further down, and mended where it began.
            if error.context_mark and words.startswith(("while ", "could not find")):
                mark = error.context_mark
            return _problem(file, mark, message, hint)
    return _problem(file, mark, f"this is not YAML: {error.problem}", "")
