"""Quotes that are never closed, or that close before the text ends, in plain words."""

import re

from answertree.knowledge.problems import Problem
from answertree.reading.list_hints import list_of_items
from answertree.reading.source_file import SourceFile

VALUE = re.compile(r" *(?:- +)*[^\s:]+: +(.*)")


def unclosed_quote(file: SourceFile, index: int) -> Problem:
    """The problem that the quote at `index` is never closed."""
    hint = "close it with the same quote mark"
    if file.text[index : index + 1] == "'":
        hint += "; put double quotes around a text that starts with an apostrophe"
    return file.yaml_problem(index, "this quote is never closed", hint)


def after_quote(file: SourceFile, quote: str, at: int) -> Problem:
    """The problem of what stands at `at`, behind a `quote` that ends the text for YAML."""
    text = file.text
    start = text.rfind("\n", 0, at) + 1
    opened = text.count(quote, start, at) % 2 == 1  # then this quote closes one further up
    if opened and (further_up := re.search(rf"[:,[{{-] +({quote})[^{quote}]*\Z", text[:start])):
        return unclosed_quote(file, further_up.start(1))
    value = VALUE.match(text[start:].partition("\n")[0])
    if value and (meant := list_of_items(value[1])):
        return file.yaml_problem(at, "a list needs brackets around it", f"write `{meant}`")
    hint = 'put the other kind of quotes around the whole text: `\'Say "hello"\'`, `"Don\'t"`'
    return file.yaml_problem(at, "the text goes on after its closing quote", hint)
