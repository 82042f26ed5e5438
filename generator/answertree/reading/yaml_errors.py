"""Errors of YAML in plain words: what PyYAML says of them, and what a person would say instead."""

import yaml

from answertree.knowledge.problems import Problem
from answertree.reading import yaml_pitfalls
from answertree.reading.source_file import SourceFile
from answertree.reading.yaml_bracket_errors import in_brackets
from answertree.reading.yaml_line_errors import (
    KEY_AND_VALUE,
    NO_COLON,
    misplaced_colon,
    out_of_line,
)
from answertree.reading.yaml_quote_errors import unclosed_quote

NO_START_OF_TEXT = ("a text cannot start with this character", "put quotes around the text")
# What PyYAML says, whether the mistake is where the trouble began, and what a person would say.
FRIENDLY: tuple[tuple[str, bool, tuple[str, str]], ...] = (
    (r"'\t'", False, ("there is a tab here", "use spaces instead")),
    ("cannot start any token", False, NO_START_OF_TEXT),
    ("while scanning an alias", True, yaml_pitfalls.ALIAS),
    ("while scanning an anchor", True, yaml_pitfalls.ALIAS),
    ("while scanning a tag", True, yaml_pitfalls.TAG),
    (
        "while scanning a block scalar",
        True,
        (
            "the text after `|` or `>` goes on the lines below",
            "start the text on the next line, and indent it; "
            "put quotes around a text that itself starts with `|` or `>`",
        ),
    ),
    (
        "sequence entries are not allowed",
        False,
        (
            "a list cannot start here",
            "put quotes around a text that starts with `- `; a list goes below its key",
        ),
    ),
    (
        "mapping keys are not allowed",
        False,
        ("a text cannot start with `? `", "put quotes around the text"),
    ),
    (
        "but got '?'",
        False,
        (
            "a text with `?` needs quotes inside `{…}` or `[…]`",
            'write `{say: "Really?", …}`',
        ),
    ),
    (
        "could not find expected ':'",
        True,
        (NO_COLON, f"{KEY_AND_VALUE}; indent the line if it belongs to the text above"),
    ),
    ("expected the node content", False, NO_START_OF_TEXT),
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
        message = "a backslash has a special meaning inside double quotes"
        hint = "write it twice (`\\\\`), or use single quotes"
        return file.yaml_problem(text.rfind("\\", 0, at + 1), message, hint)
    if "while scanning a quoted scalar" in said:
        return unclosed_quote(file, began)
    if "mapping values" in said:
        return misplaced_colon(file, at)
    if "<block end>" in said or "<document start>" in said:
        return out_of_line(file, at)
    if "while parsing a flow" in said and "but got '?'" not in said:
        return in_brackets(file, began, at)
    for words, where_it_began, message_and_hint in FRIENDLY:
        if words in said:
            return file.yaml_problem(began if where_it_began else at, *message_and_hint)
    return file.yaml_problem(at, f"this is not YAML: {error.problem}")
