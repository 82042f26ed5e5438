"""Parses the Markdown of a field, once for everybody who wants to know something about it.

markdown-it-py does the parsing: it reads any text in about linear time, and remembers the lines.
Only the rules of CommonMark that a text may use are on, and those by which it is recognised what a
text may not hold. Raw HTML, entities and bare addresses are characters like any others.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, backtick, image, link

from answertree.knowledge.field_types import Plain
from answertree.knowledge.text_builder import Builder
from answertree.knowledge.text_nodes import SLOT, Characters, Document, Paragraph, links

_ALLOWED = ["list", "newline", "escape", "backticks", "emphasis", "balance_pairs", "link"]
_RECOGNISED = ["heading", "lheading", "hr", "blockquote", "fence", "code", "table", "reference",
               "image"]  # fmt: skip
DEFINITION = "the definition of a link"


class _Parser(MarkdownIt):
    """A parser that leaves addresses as they are: the checks judge them."""

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url


# In such a text there is no mark, and nothing at its start that begins anything but a paragraph.
_WORDS = re.compile(r"[^\W\d_](?:[^\\`*_\[\]{}\n\t\r\0]*[^\\`*_\[\]{}\s\0])?")

# Paragraphs of a line each: there is nothing else that such a line could begin.
_PARAGRAPHS = re.compile(r"[^\W\d_][^\n\t\r\0]*(?:\n\n[^\W\d_][^\n\t\r\0]*)*\n?")

# The parser would take a lone carriage return for the end of a line, which it is nowhere else.
_SPACES = str.maketrans("\t\r", "  ")


def parse(text: str) -> Document:
    """The tree of a text; a tab in it is a space. A title is a paragraph of mere characters."""
    if isinstance(text, Plain):
        return Document((Paragraph((Characters(text.strip().replace("\n", " ")),)),))
    return parsed(text)


@cache
def parsed(text: str) -> Document:
    """The tree of a text that is no title."""
    if _WORDS.fullmatch(text):
        return _words(text)
    return _paragraphs(text) if _PARAGRAPHS.fullmatch(text) else parse_marks(text)


def _words(text: str) -> Document:
    return Document((Paragraph((Characters(text, 0, len(text)),)),))


def parse_marks(text: str) -> Document:
    """The tree of a text that may hold anything: for most texts this is the long way."""
    text = text.translate(_SPACES)
    environment: dict[str, Any] = {}
    builder = Builder(text)
    blocks = builder.blocks(iter(_parser().parse(text, environment)))
    for definition in environment.get("references", {}).values():
        builder.refuse_line(DEFINITION, definition["map"][0])
    return Document(blocks, tuple(builder.unsupported.values()))


def _paragraphs(text: str) -> Document:
    builder = Builder(text)
    blocks = []
    for number, line in enumerate(text.split("\n")):
        if line:
            (token,) = _parser().parseInline(line.rstrip())
            token.map = [number, number + 1]
            blocks.append(Paragraph(builder.inline(token)))
    return Document(tuple(blocks), tuple(builder.unsupported.values()))


@cache
def parse_title(title: str) -> Document:
    """What would be Markdown in a title, if titles could hold any."""
    return _words(title) if _WORDS.fullmatch(title) else parse_title_marks(title)


def parse_title_marks(title: str) -> Document:
    """The same for a title that may have marks."""
    title = title.translate(_SPACES)
    builder = Builder(title)
    paragraph = Paragraph(builder.inline(_parser().parseInline(title)[0]))
    return Document((paragraph,), tuple(builder.unsupported.values()))


def with_addresses(text: str, address: Callable[[str], str]) -> str:
    """A text whose links lead where `address` says, given where they led before."""
    for node in reversed(list(links(parse(text)))):
        text = text[: node.address_start] + address(node.address) + text[node.address_end :]
    return text


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("zero", {"maxNesting": 12}).enable([*_ALLOWED, *_RECOGNISED])
    rules = parser.inline.ruler
    rules.after("newline", "slot", _slot)
    for name, rule in (("backticks", backtick), ("link", link), ("image", image)):
        rules.at(name, _with_span(rule))
    parser.core.ruler.disable("text_join")  # what a backslash escapes stays a token of its own
    return parser


def _slot(state: StateInline, silent: bool) -> bool:
    found = SLOT.match(state.src, state.pos, state.posMax)
    if found and not silent:
        token = state.push("slot", "", 0)
        token.content, token.markup = found[1], found[0]
    state.pos = found.end() if found else state.pos
    return bool(found)


def _with_span(
    rule: Callable[[StateInline, bool], bool],
) -> Callable[[StateInline, bool], bool]:
    """The rule, so that the last token that it makes knows where in the line all of it stands."""

    def run(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and len(state.tokens) > before:
            state.tokens[-1].meta["span"] = (start, state.pos)
        return matched

    return run
