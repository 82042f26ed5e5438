"""Markdown that would not come out as it was meant, and where in a text it stands."""

import re
from collections.abc import Iterator

from answertree.knowledge.kinds import BY_LINK
from answertree.knowledge.problems import Code, DataPlace, Problem
from answertree.knowledge.text_nodes import (
    Block,
    Characters,
    Document,
    Emphasis,
    Link,
    List,
    Paragraph,
    Slot,
    inlines,
    paragraphs,
)
from answertree.knowledge.text_nodes import Code as InlineCode
from answertree.knowledge.text_parser import parse_title

_ADDRESS = rf"(?:{'|'.join(BY_LINK)}|https?|mailto|tel):|www\."
WRITE_LINK = "write `[words](https://…)`, or `[words](faq:some-id)`"


def problem_at(text: str, start: int, end: int, code: Code, message: str, hint: str) -> Problem:
    """A problem of the part of a text from `start` to `end`."""
    snippet = text[start:end]
    nth = text.count(snippet, 0, start) if snippet else 0
    return Problem(DataPlace(snippet=snippet, nth=nth), code, message, hint)


_MARKS: tuple[Code, str, str] = (
    "text-markup",
    "a title is plain text: these marks would show as they are",
    "write the words without the marks",
)
# In a title everything shows as it is written: what was meant to be more than words.
_IN_TITLES: dict[type, tuple[Code, str, str]] = {
    Emphasis: _MARKS,
    InlineCode: _MARKS,
    Link: (
        "text-markup",
        "a title cannot have links: this would show as it is",
        "write the words only",
    ),
    Slot: (
        "unknown-slot",
        "a title cannot have slots: this would show as it is",
        "write the words; slots are for longer texts",
    ),
}
_STRUCK_OUT = re.compile(r"~~(?=\S)[^~]+~~")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]{2,8});")

# In other texts: what still looks like Markdown in the characters that a reader would see.
_IN_CHARACTERS = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (
            rf"\]\s+\((?:{_ADDRESS})[^()\s]*\)",
            "there is a space between the words of a link and its address",
            "write `[words](address)`",
        ),
        (
            rf"\([^()]*\)\[(?:{_ADDRESS})[^\[\]]*\]",
            "the brackets of this link are the wrong way round",
            "write `[words](address)`",
        ),
        (r"\]\([^()\s]*", "this link is never closed", "write `[words](address)`"),
        (r"\[\^[^\[\]]+\]", "footnotes are not used here", "write the note into the text"),
        (r"\]\[[^\[\]]*\]", "this link has no address", WRITE_LINK),
        (
            r"\*\*[^*]*\*\*|\*\*",
            "this `**` makes nothing bold",
            "write `**words**`, without spaces inside the marks",
        ),
        (r"~~[^~]*~~|~~", "words cannot be struck out", "delete the `~~`, or the words"),
        (
            r"(?<![\w/@.])(?:https?://|www\.)[^\s<>()\[\]\0]*[^\s<>()\[\]\0.,;:!?'\"”’]",
            "an address by itself does not become a link",
            WRITE_LINK,
        ),
    )
)
_NO_BREAK = re.compile(r"[^\n]")
_TICK_BOX = re.compile(r"\[[ xX]?\](?=\s)")


def in_title(title: str) -> Iterator[Problem]:
    """Marks in a title, of each kind the first."""
    document = parse_title(title)
    found = [
        (node.start, node.end, *_IN_TITLES[type(node)])
        for paragraph in paragraphs(document)
        for node in inlines(paragraph.children)
        if isinstance(node, Emphasis | InlineCode | Link | Slot)
    ]
    found += [(each.start, each.end, *_MARKS) for each in document.unsupported]
    if match := _STRUCK_OUT.search(title):
        found.append((*match.span(), *_MARKS))
    if match := _HTML.search(title):
        said = "a title is plain text: this would show as it is"
        found.append((*match.span(), "raw-html", said, "write the words or the character itself"))
    reported: set[str] = set()
    for start, end, code, message, hint in sorted(found):
        if message not in reported:
            reported.add(message)
            yield problem_at(title, start, end, code, message, hint)


def in_characters(text: str, shown: str) -> Iterator[Problem]:
    """Marks of Markdown that would be shown, since they are not quite right.

    `shown` is what `only_characters` makes of the text.
    """
    for pattern, message, hint in _IN_CHARACTERS:
        found = list(pattern.finditer(shown))
        for match in found:
            yield problem_at(text, *match.span(), "text-markup", message, hint)
        if found:
            shown = pattern.sub(blank, shown)


def only_characters(text: str, document: Document) -> str:
    """The text with a blank for all that is not shown as it stands: marks, addresses, code."""
    shown = list(_NO_BREAK.sub("\0", text))
    for paragraph in paragraphs(document):
        for node in inlines(paragraph.children, code=False):
            if isinstance(node, Characters) and not node.escaped:
                shown[node.start : node.end] = node.value
    return "".join(shown)


def blank(match: re.Match[str]) -> str:
    """As many blanks as there are characters in a match."""
    return "\0" * len(match[0])


def tick_boxes(text: str, blocks: tuple[Block, ...]) -> Iterator[Problem]:
    """Boxes to tick at the start of list items."""
    for item in (item for block in blocks if isinstance(block, List) for item in block.items):
        first = item.blocks[0] if item.blocks else None
        if isinstance(first, Paragraph) and first.children:
            start = first.children[0]
            box = isinstance(start, Characters) and _TICK_BOX.match(start.value)
            if box and isinstance(start, Characters):
                said = "checkboxes are not used here"
                end = start.start + len(box[0])
                yield problem_at(text, start.start, end, "text-markup", said, "delete the `[ ]`")
        yield from tick_boxes(text, item.blocks)
