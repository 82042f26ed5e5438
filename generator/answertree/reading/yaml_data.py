"""The YAML of a file to plain data: texts, lists and groups of keys, and where each stands.

Only what people edit by hand is allowed: no anchors, tags or second documents, so that nothing in a
file can grow, run or hide.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from answertree.knowledge.problems import DataPath, Place, Problem
from answertree.reading import yaml_errors, yaml_events, yaml_pitfalls
from answertree.reading.source_file import Data, SourceFile, Span

MAX_DEPTH = 12
# More than even the longest file has, unless it holds little but names: each takes its time.
MAX_VALUES = 6_000

# Control characters, and those that make text read otherwise than it is stored ("Trojan Source").
# Line ends are all `\n` by then, so a `\r` is one that was written as an escape.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e"
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


def parse(file: SourceFile) -> tuple[bool, list[Problem]]:
    """Fill in a file's data and the places of it.

    Gives whether all could be read, and what is wrong. A mistake whose meaning is plain is a
    problem, and the data is as it was meant.
    """
    if _is_fine(file):
        return True, []
    parser = _Parser(file, yaml_events.exact(file.text))
    try:
        parser.parse()
        return True, parser.problems
    except _Refused as refused:
        problem = refused.problem
    except yaml.MarkedYAMLError as error:
        problem = yaml_errors.explain(file, error)
    except UNMARKED as error:
        match = BAD_ESCAPE.search(file.text)
        message = "there is no such character" if match else f"this is not YAML: {error}"
        problem = Problem(file.place_at(match.start() if match else 0), "yaml", message)
    return False, list(dict.fromkeys([*parser.problems, problem]))


def unsafe_character(place: Place, character: str) -> Problem:
    """The problem that a character is invisible, or acts on those around it."""
    message = f"there is an invisible character here (U+{ord(character):04X})"
    return Problem(place, "unsafe-character", message, "delete it and type the text again")


def _is_fine(file: SourceFile) -> bool:
    """Fill in a file the quick way; whether it could be done, and nothing is wrong."""
    parser = _Parser(file, yaml_events.quick(file.text))
    try:
        parser.parse()
    except (_Refused, *UNMARKED):
        return False
    return not parser.problems


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Parser:
    """Goes once through the events of a file, keeping the problems that do not end it."""

    def __init__(self, file: SourceFile, events: Iterator[yaml.Event]) -> None:
        self._file = file
        file.keys.clear()
        file.values.clear()
        # No character makes three of them, so there is nothing to count in a short file.
        self._events = _counted(file, events) if 3 * len(file.text) > MAX_VALUES else events
        self._misleading = yaml_pitfalls.MISLEADING.search(file.text)
        self.problems: list[Problem] = []

    def parse(self) -> None:
        next(self._events)
        hint = "delete the `---`: a file holds one thing"
        # A stream that has no document at all is an empty file.
        if isinstance(first := next(self._events), yaml.DocumentStartEvent):
            if first.explicit:
                message = "`---` is not used here, nor anything before it"
                raise self._refused(first, message, hint)
            self._file.data = self._value((), next(self._events))
            next(self._events)
            if isinstance(event := next(self._events), yaml.DocumentStartEvent):
                raise self._refused(event, "a second document starts here", hint)
        self._file.values.setdefault((), Span(0, len(self._file.text)))

    def _value(self, path: DataPath, event: Any) -> Data:
        if len(path) > MAX_DEPTH:
            hint = "no content needs this many levels"
            raise self._refused(event, "this is nested too deeply", hint)
        if event.anchor:
            raise self._refused(event, *yaml_pitfalls.ALIAS)
        if event.tag:
            raise self._refused(event, *yaml_pitfalls.TAG)
        span = _span(event)
        if isinstance(event, yaml.ScalarEvent):
            self._file.values[path] = span
            return self._scalar(event, span)
        self._file.values[path] = Span(span.start, span.start)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        items: list[Data] = []
        while not isinstance(item := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value((*path, len(items)), item))
        return items

    def _scalar(self, event: yaml.ScalarEvent, span: Span) -> str | None:
        """A text as it was meant; what is wrong with it is added to the problems."""
        start, end = span
        if event.style:
            if match := UNSAFE.search(event.value):  # written as an escape, such as "\u202e"
                raise _Refused(unsafe_character(self._place(event), match[0]))
            return str(event.value)
        if not event.value[:1].isalnum():  # a letter is what it looks like
            misread = yaml_pitfalls.at_line_start(self._file, start)
            if misread and misread.place == self._place(event):
                raise _Refused(misread)
        if (self._misleading or "\n" in self._file.text[start:end]) and (
            found := yaml_pitfalls.in_plain_text(self._file, start, end)
        ):
            problem, meant = found
            self.problems.append(problem)
            return meant or event.value
        return event.value or None

    def _mapping(self, path: DataPath) -> dict[str, Data]:
        mapping: dict[str, Data] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            span = _span(event)
            key = self._key(event, span)
            here = (*path, key)
            if key in mapping:
                first = self._file.place_at(self._file.keys[here].start)
                message = f"the key `{key}` is given twice"
                hint = f"it is on line {first.line} already: keep one of the two"
                problem = Problem(self._place(event), "duplicate-key", message, hint)
                self.problems.append(problem)
                self._skip_value()
            else:
                self._file.keys[here] = span
                mapping[key] = self._value(here, next(self._events))
        return mapping

    def _key(self, event: yaml.Event, span: Span) -> str:
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            raise self._refused(event, "a key must be a plain word", "write `key: value`")
        key = str(event.value)
        if (
            self._misleading
            and not event.style
            and (found := yaml_pitfalls.in_key(self._file, *span))
        ):
            problem, key = found
            if not key:
                raise _Refused(problem)
            self.problems.append(problem)
        if key == "<<":
            raise self._refused(event, "merge keys (`<<`) are not used here", "write the keys out")
        return key

    def _skip_value(self) -> None:
        depth = 0
        while True:
            event = next(self._events)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if not depth:
                return

    def _refused(self, event: yaml.Event, message: str, hint: str) -> _Refused:
        return _Refused(Problem(self._place(event), "yaml", message, hint))

    def _place(self, event: yaml.Event) -> Place:
        return self._file.place_at(_span(event).start)


def _counted(file: SourceFile, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """The events of a file that does not hold too much."""
    values = 0
    for event in events:
        values += isinstance(event, yaml.NodeEvent)
        if values > MAX_VALUES:
            message = f"this file holds more than {MAX_VALUES} keys and values"
            hint = "split it into several files"
            raise _Refused(file.yaml_problem(_span(event).start, message, hint))
        yield event


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start
    assert end
    return Span(start.index, end.index)
