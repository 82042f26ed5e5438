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

from answertree.knowledge.problems import Path, Problem
from answertree.reading import yaml_errors, yaml_pitfalls
from answertree.reading.yaml_pitfalls import Slip

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"

MAX_CHARACTERS = 200_000
MAX_DEPTH = 12

# Control characters, and those that make text read otherwise than it is stored ("Trojan Source").
UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
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

    def place(self, path: Path, *, key: bool = False, snippet: str = "", nth: int = 0) -> Place:
        """Where `path` stands: its value, its key, or a `snippet` inside its value.

        Of snippets that stand there several times the `nth` is meant, from 0.

        A path that is not in the file is at its nearest parent that is.
        """
        while path and path not in self.values:
            path, key = path[:-1], True
        if key and path in self.keys:
            return self.keys[path]
        place = self.values[path]
        if snippet:
            at = self.text.find(snippet, place.start, place.end)
            for _ in range(nth):
                further = self.text.find(snippet, at + len(snippet), place.end)
                at = further if further >= 0 else at
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
        before = raw[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        place = place_of(before, len(before))
        return None, [
            Problem(
                file,
                place.line,
                place.column,
                "encoding",
                "this is not UTF-8 text",
                "save the file with the encoding UTF-8",
            )
        ]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if problems := list(_unsafe_text(file, text)):
        return None, problems
    source = Source(file, text)
    if problems := [_problem(source, slip) for slip in yaml_pitfalls.conflicts(text)]:
        return None, problems
    whole, problems = _build(source)
    return (source if whole else None), problems


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
        yield _problem(Source(file, text), _unsafe(match.start(), match[0]))


def _unsafe(index: int, character: str) -> Slip:
    said = f"an invisible character U+{ord(character):04X} stands here"
    return Slip(index, said, "delete it and type the text again", "unsafe-character")


def _mark(event: yaml.Event) -> yaml.Mark:
    return cast(yaml.Mark, event.start_mark)


def _end(event: yaml.Event) -> yaml.Mark:
    return cast(yaml.Mark, event.end_mark)


class _Refused(Exception):
    def __init__(self, slip: Slip) -> None:
        self.slip = slip


def _refuse(event: yaml.Event, message: str, hint: str) -> _Refused:
    return _Refused(Slip(_mark(event).index, message, hint))


def _build(source: Source) -> tuple[bool, list[Problem]]:
    """Fill in the source's data and places from the YAML events.

    Gives whether all could be read, and what is wrong; a slip whose meaning is plain is told, and
    the data is as it was meant.
    """
    problems: list[Problem] = []
    try:
        # A stream that has no document at all is an empty file.
        events = yaml.parse(source.text, Loader=yaml.SafeLoader)
        next(events)
        if isinstance(next(events), yaml.DocumentStartEvent):
            source.data = _value(source, events, next(events), (), problems)
            next(events)
            if isinstance(event := next(events), yaml.DocumentStartEvent):
                hint = "delete the `---`; one file is one thing"
                raise _refuse(event, "a second document starts here", hint)
        source.values.setdefault((), Place(1, 1, 0, len(source.text)))
        return True, problems
    except _Refused as refused:
        slip = refused.slip
    except yaml.MarkedYAMLError as error:
        slip = yaml_errors.of_error(source.text, error)
    except UNMARKED as error:
        match = BAD_ESCAPE.search(source.text)
        said = "there is no such character" if match else f"this is not YAML: {error}"
        slip = Slip(match.start() if match else 0, said, "")
    return False, list(dict.fromkeys([*problems, _problem(source, slip)]))


def _value(
    source: Source,
    events: Iterator[yaml.Event],
    event: yaml.Event,
    path: Path,
    problems: list[Problem],
) -> Data:
    mark = _mark(event)
    if len(path) > MAX_DEPTH:
        raise _refuse(event, "this is nested too deeply", "no content needs so many levels")
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _refuse(event, *yaml_pitfalls.ALIAS)
    if getattr(event, "tag", None):
        raise _refuse(event, *yaml_pitfalls.TAG)
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
        place = Place(mark.line + 1, mark.column + 1, mark.index, _end(event).index)
        source.values[path] = place
        if match := UNSAFE.search(event.value):  # written as an escape, such as "\u202e"
            raise _Refused(_unsafe(mark.index, match[0]))
        return event.value if event.style else _plain(source, event, problems)
    source.values[path] = Place(mark.line + 1, mark.column + 1, mark.index, mark.index)
    return value


def _plain(source: Source, event: yaml.ScalarEvent, problems: list[Problem]) -> str | None:
    """A text without quotes as it was meant; what is wrong with it is added to the problems."""
    start, end = _mark(event).index, _end(event).index
    misread = yaml_pitfalls.at_line_start(source.text, start - _mark(event).column)
    if misread and misread.index == start:
        raise _Refused(misread)
    if slip := yaml_pitfalls.of_plain(source.text, start, end):
        problems.append(_problem(source, slip))
        return slip.meant or event.value
    return event.value or None


def _mapping(
    source: Source, events: Iterator[yaml.Event], path: Path, problems: list[Problem]
) -> dict[str, Data]:
    mapping: dict[str, Data] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        mark = _mark(event)
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            raise _refuse(event, "a key must be a plain word", "write `key: value`")
        key = event.value if event.style else _plain_key(source, event, problems)
        if key == "<<":
            raise _refuse(event, "merge keys (`<<`) are not used here", "write the keys out")
        here: Path = (*path, key)
        if key in mapping:
            said = f"the key `{key}` is given twice"
            hint = f"it stands on line {source.keys[here].line} already: keep one of the two"
            problems.append(_problem(source, Slip(mark.index, said, hint, "duplicate-key")))
            shadow = Source(source.file, source.text)
            _value(shadow, events, next(events), here, problems)
            continue
        source.keys[here] = Place(mark.line + 1, mark.column + 1, mark.index, _end(event).index)
        mapping[key] = _value(source, events, next(events), here, problems)
    return mapping


def _plain_key(source: Source, event: yaml.ScalarEvent, problems: list[Problem]) -> str:
    """A key without quotes as it was meant; an odd space in the midst of it is refused."""
    if slip := yaml_pitfalls.of_key(source.text, _mark(event).index, _end(event).index):
        if not slip.meant:
            raise _Refused(slip)
        problems.append(_problem(source, slip))
        return slip.meant
    return str(event.value)


def _problem(source: Source, slip: Slip) -> Problem:
    place = place_of(source.text, slip.index)
    return Problem(source.file, place.line, place.column, slip.code, slip.message, slip.hint)
