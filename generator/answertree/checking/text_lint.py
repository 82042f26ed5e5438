"""What a text may not hold: raw HTML, braces that are no slots, bad addresses, odd Markdown.

Texts come from people nobody checked, and end in a page that others trust. So raw HTML, entities
and braces are refused, and of addresses only those on a short list are let through.
"""

import re
from collections.abc import Iterator, Set
from functools import cache
from itertools import islice

from answertree.checking import markdown_lint
from answertree.checking.markdown_lint import WRITE_LINK, problem_at
from answertree.knowledge.field_types import Line, Plain
from answertree.knowledge.kinds import BY_LINK
from answertree.knowledge.problems import DataPlace, Problem, near
from answertree.knowledge.references import LINK
from answertree.knowledge.text_nodes import Document, Paragraph, links
from answertree.knowledge.text_output import plain
from answertree.knowledge.text_parser import DEFINITION, parse

# Of one text: a thousand faults in it are one mistake.
MOST = 12
ADDRESS = re.compile(r"(https://[\w.-]+|mailto:|tel:)[^\s<>\"'`\\{}]*")
RAW_HTML = re.compile(r"<[A-Za-z/!?][^>\s]*>?|&#?\w+;")
BRACES = re.compile(r"\{++([^{}]*+)\}++|\{++|\}++")
# Words and nothing that means anything in Markdown or HTML, or could be an address: most texts.
WORDS = re.compile(r"(?!.*www\.)[^\W\d_](?:[^\\`*_~\[\]{}<>&/\n\t\r\0]*[^\\`*_~\[\]{}<>&/\s\0])?")
# What stands where an address would, though no link comes of it.
NO_LINK = re.compile(r"\]\(([^()\n\0]*(?:\([^()\n\0]*\)[^()\n\0]*)*)\)")
FINE = "paragraphs, lists, emphasis and links are fine"


def lint(text: str, slots: Set[str]) -> tuple[Problem, ...]:
    """What is wrong with a text by itself, whatever else the base holds; not more than `MOST`."""
    return () if WORDS.fullmatch(text) else linted(type(text), text, frozenset(slots))


@cache
def linted(kind: type[str], text: str, slots: frozenset[str]) -> tuple[Problem, ...]:
    """The same for a text of a kind."""
    # Texts of several kinds are the same to a dictionary.
    written = kind(text)
    found = _in_title(written) if issubclass(kind, Plain) else _in_text(written, slots)
    return tuple(islice(found, MOST))


def _in_title(title: str) -> Iterator[Problem]:
    if "\n" in title.strip():
        yield Problem(
            DataPlace(), "text-markup", "this has to be on one line", "delete the line break"
        )
    yield from markdown_lint.in_title(title)


def _in_text(text: str, slots: Set[str]) -> Iterator[Problem]:
    yield from _braces(text, slots)
    if raw := RAW_HTML.search(text):
        yield _raw_html(text, raw)
        return
    document = parse(text)
    for found in document.unsupported:
        said = f"a text cannot contain {found.what}"
        hint = WRITE_LINK if found.what == DEFINITION else FINE
        yield problem_at(text, found.start, found.end, "text-markup", said, hint)
    if document.unsupported:
        return
    yield from _links(text, document)
    if isinstance(text, Line) and [type(block) for block in document.blocks] != [Paragraph]:
        yield Problem(
            DataPlace(),
            "text-markup",
            "this has to be one line of text, not a list or paragraphs",
            "a text that starts with a number or a dash reads as a list",
        )
        return
    yield from markdown_lint.tick_boxes(text, document.blocks)
    shown = markdown_lint.only_characters(text, document)
    for match in NO_LINK.finditer(shown):
        yield _bad_address(text, *match.span(1))
    yield from markdown_lint.in_characters(text, NO_LINK.sub(markdown_lint.blank, shown))


def _links(text: str, document: Document) -> Iterator[Problem]:
    for link in links(document):
        written = text[link.address_start : link.address_end]
        if not _is_address(written):
            yield _bad_address(text, link.address_start, link.address_end)
        elif link.title:
            said = "a link cannot have a title"
            start = text.find(link.title, link.address_end)
            end = start + len(link.title)
            yield problem_at(text, start, end, "text-markup", said, "write `[words](address)`")
        if not plain(link.children):
            said, hint = "this link has no words", "write `[words](address)`"
            yield problem_at(text, link.start, link.address_start, "text-markup", said, hint)


def _raw_html(text: str, raw: re.Match[str]) -> Problem:
    """The first piece of HTML in a text: where there is one, there are often a dozen."""
    what = "an HTML entity" if raw[0].startswith("&") else "raw HTML"
    hint = "write the character itself; use Markdown for emphasis and links"
    if re.match(r"<(https?:|[^<>\s]+@)", raw[0]):
        hint = WRITE_LINK
    said = f"{what} is not allowed in text: `{raw[0]}`"
    return problem_at(text, raw.start(), raw.end(), "raw-html", said, hint)


def _bad_address(text: str, start: int, end: int) -> Problem:
    address = text[start:end]
    if not address.strip():
        said = "an address is missing here"
        return problem_at(text, start - 2, end, "bad-address", said, WRITE_LINK)
    if _is_address(address):
        said = "there is a link inside another link"
        return problem_at(
            text, start, end, "bad-address", said, "close the first before the second begins"
        )
    by_id = ", ".join(f"`{kind}:…`" for kind in BY_LINK)
    hint = f"link by id ({by_id}) or to https:, mailto: or tel:"
    without_spaces = re.sub(r"\s+", "-", re.sub(r":\s+", ":", address))
    if address.startswith("http://"):
        hint = f"write `https://{address.removeprefix('http://')}`"
    elif address.startswith("www."):
        hint = f"write `https://{address}`"
    elif re.fullmatch(r"[\w.+-]+@[\w.-]+", address):
        hint = f"write `mailto:{address}`"
    elif LINK.fullmatch(without_spaces):
        hint = f"did you mean `{without_spaces}`?"
    said = f"a text cannot link to `{address}`"
    return problem_at(text, start, end, "bad-address", said, hint)


def _is_address(address: str) -> bool:
    return bool(LINK.fullmatch(address) or ADDRESS.fullmatch(address))


def _braces(text: str, slots: Set[str]) -> Iterator[Problem]:
    for match in BRACES.finditer(text):
        if match[0] == f"{{{match[1]}}}" and match[1] in slots:
            continue
        known = ", ".join(f"`{{{slot}}}`" for slot in sorted(slots))
        said = f"there is no slot `{match[0]}`"
        hint = f"the slots are the files of inputs/: {known or 'none yet'}"
        if match[1] is None:
            said = f"this `{match[0]}` has no partner"
            hint = "braces are for slots only" + (f", such as {known}" if known else "")
        elif guess := near(match[1].strip(), slots):
            hint = f"did you mean `{{{guess}}}`?"
        yield problem_at(text, match.start(), match.end(), "unknown-slot", said, hint)
