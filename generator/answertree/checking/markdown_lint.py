"""Markdown that would not come out as it was meant, and where in a text it stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from answertree.knowledge.problems import Code

KINDS = r"(?:faq|rule|script|scenario|page|point|https?|mailto|tel):|www\."
WRITE_LINK = "write `[words](https://…)`, or `[words](faq:some-id)`"


@dataclass(frozen=True)
class Fault:
    """Something that a text may not hold.

    `snippet` is the offending part of it, and `nth` says which of its occurrences, from 0.
    """

    code: Code
    message: str
    hint: str
    snippet: str
    nth: int = 0


def fault_at(text: str, start: int, end: int, code: Code, message: str, hint: str) -> Fault:
    """A fault of the part of a text from `start` to `end`."""
    snippet = text[start:end]
    return Fault(code, message, hint, snippet, text.count(snippet, 0, start) if snippet else 0)


# In a title everything shows as it is written: what was meant to be more than words.
IN_TITLES: tuple[tuple[str, Code, str, str], ...] = (
    (
        r"</?[A-Za-z][^<>]*>|<!--|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]{2,8});",
        "raw-html",
        "a title is plain text: this would show as it is",
        "write the words or the character itself",
    ),
    (
        r"\{[^{}]+\}",
        "unknown-slot",
        "a title has no slots: this would show as it is",
        "write the words; slots are for longer texts",
    ),
    (
        r"\[[^\[\]]+\]\([^()\s]+\)",
        "text-markup",
        "a title has no links: this would show as it is",
        "write the words only",
    ),
    (
        r"\*\*(?=\S)[^*]+\*\*|(?<!\w)__(?=\S)[^_]+__(?!\w)|~~(?=\S)[^~]+~~|`[^`]+`",
        "text-markup",
        "a title is plain text: these marks would show as they are",
        "write the words without the marks",
    ),
)

# In other texts: what still looks like Markdown in the words that a reader would see.
IN_WORDS = (
    (
        rf"\]\s+\((?:{KINDS})[^()\s]*\)",
        "a space stands between the words of a link and its address",
        "write `[words](address)`",
    ),
    (
        rf"\([^()]*\)\[(?:{KINDS})[^\[\]]*\]",
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
        r"(?<![\w/@.])(?:https?://|www\.)[^\s<>()\[\]]*[^\s<>()\[\].,;:!?'\"”’]",
        "an address by itself is no link",
        WRITE_LINK,
    ),
)
TICK_BOX = re.compile(r"\[[ xX]?\]\s")
# Where the words of a text are not: in code, and in the addresses of links.
NO_WORDS = re.compile(r"`[^`]*`|\]\([^()]*\)")
BOLD = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*")

LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|1\.) +\S")

# Where what a text may not hold starts, by the tag that it would become.
STARTS = {
    "img": re.compile(r"!\["),
    "pre": re.compile(r"^(?: {4}|\t)[ \t]*\S.*$", re.MULTILINE),
    "hr": re.compile(r"^ {0,3}(?:[-*_] *){3,}$", re.MULTILINE),
    "blockquote": re.compile(r"^ {0,3}>.*$", re.MULTILINE),
    "table": re.compile(r"^.*\|.*$(?=\n[ |:-]+$)", re.MULTILINE),
    "heading": re.compile(r"^#{1,6}.*$|^.+$(?=\n(?:=+|-+) *$)", re.MULTILINE),
    "fence": re.compile(r"^ *(?:```|~~~)", re.MULTILINE),
}


def in_title(text: str) -> Iterator[Fault]:
    """Marks in a title, of each kind the first."""
    for pattern, code, message, hint in IN_TITLES:
        if match := re.search(pattern, text):
            yield fault_at(text, match.start(), match.end(), code, message, hint)


def in_words(text: str, elements: Iterable[Element]) -> Iterator[Fault]:
    """Marks of Markdown that would be shown, since they are not quite right."""
    masked = BOLD.sub("\0\0\\1\0\0", NO_WORDS.sub(_blank, text))
    for element in elements:
        content = "".join(element.itertext()).strip()
        if element.tag == "a" and not content and (empty := re.search(r"\[\s*\]\(", text)):
            hint = "write `[words](address)`"
            yield fault_at(text, *empty.span(), "text-markup", "this link has no words", hint)
        if element.tag == "li" and (box := TICK_BOX.match(content)):
            said = "boxes to tick are not used here"
            at = max(masked.find(box[0].strip()), 0)
            hint = "delete the `[ ]`"
            yield fault_at(text, at, at + len(box[0].strip()), "text-markup", said, hint)
            masked = masked.replace(box[0].strip(), "\0" * len(box[0].strip()), 1)
        own = "" if element.tag in ("a", "code") else element.text
        for words in (own or "", element.tail or ""):
            for pattern, message, hint in IN_WORDS:
                for match in re.finditer(pattern, words):
                    at = masked.find(match[0])
                    end = at + len(match[0]) if at >= 0 else 0
                    yield fault_at(text, max(at, 0), end, "text-markup", message, hint)
                    masked = masked[: max(at, 0)] + "\0" * (end - max(at, 0)) + masked[end:]
                words = re.sub(pattern, _blank, words)


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def glued_lists(text: str) -> Iterator[Fault]:
    """Lists that follow their sentence without a blank line: they would run on as one paragraph."""
    offset = 0
    block = ""
    for line in text.splitlines(keepends=True):
        item = LIST_ITEM.match(line)
        if not line.strip():
            block = ""
        elif not block:
            block = "list" if item or line[0] == " " else "sentence"
        elif item and block == "sentence":
            said = "this list would run on with the line above it"
            hint = "leave a blank line before the list"
            end = offset + len(line.rstrip())
            yield fault_at(text, offset, end, "text-markup", said, hint)
            block = "list"
        offset += len(line)


def starts(text: str, tag: str) -> tuple[int, int]:
    """Where in a text the first thing starts that would become an element of this tag."""
    pattern = STARTS.get("heading" if re.fullmatch("h[1-6]", tag) else tag)
    match = pattern.search(text) if pattern else None
    if not match:
        return 0, 0
    return match.end() - len(match[0].lstrip()), match.end()
