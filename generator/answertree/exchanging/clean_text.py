"""Words from elsewhere as texts of content: titles without marks, Markdown that is allowed."""

import re
from collections.abc import Callable

from answertree.checking.text_lint import lint
from answertree.knowledge.field_types import MAX_TEXT, Line, Plain, Text
from answertree.knowledge.text_output import plain_paragraphs, to_plain
from answertree.knowledge.text_parser import parse
from answertree.reading.yaml_data import UNSAFE

# What takes a text's marks away, where content has no place for them.
_UNFORMATTED: tuple[tuple[str, str], ...] = (
    (r"^ {0,3}(?:`{3,}|~{3,}).*$", ""),  # fences of code
    (r"^ {0,3}#{1,6}\s+|\s+#+\s*$", ""),  # headings
    (r"^ {0,3}(?:=+|-{2,}|(?:[*_-] *){3,})\s*$", ""),  # their underlines, and rules
    (r"^ {0,3}(?:> ?)+", ""),  # quotations
    (r"^(?: {4,}|\t+)(?![-+*]|\d+[.)])", ""),  # indented code
)
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]*)\]\(\s*<?([^)\s>]*)>?[^)\n]*\)")
_ADDRESS = re.compile(r"(https://[\w.-]+|mailto:|tel:)[^\s<>\"'`\\{}()]*")
_BARE = re.compile(r"(?<![\w/@.(\[])((?:https?://|www\.)[\w.-]+[^\s<>()\[\]\"'`\\{}]*[\w/])")
_MARK = re.compile(r"([\\`*_\[\]#~|])")
_LINE_START = re.compile(r"^(\s*\d*)([-+.)=])", re.MULTILINE)


def as_title(words: str) -> str:
    """Words on one line, without Markdown; "" when there are none."""
    written = _cut(" ".join(_safe(words).split()))
    if not any(lint(Plain(written), set())):
        return written
    written = to_plain(parse(Text(_IMAGE.sub(r"\1", written))))
    return " ".join(written.split() if _is_title(written) else _MARK.sub("", written).split())


def as_text(markdown: str, lose: Callable[[str], None]) -> str:
    """Markdown of any dialect as the paragraphs and lists that content may hold.

    `lose` is told what becomes mere words.
    """
    lines = "\n".join(line.rstrip() for line in _safe(markdown).splitlines())
    written = _cut(_with_good_links(lines, lose).strip())
    if not written or not any(lint(Text(written), set())):
        return written
    for pattern, better in _UNFORMATTED:
        written = re.sub(pattern, better, written, flags=re.MULTILINE)
    lose("headings, quotations, code or tables in a text are plain paragraphs")
    written = re.sub(r"\n{3,}", "\n\n", written).strip()
    return written if not any(lint(Text(written), set())) else _cut(_escaped(written))


def as_line(markdown: str, lose: Callable[[str], None]) -> str:
    """The same on one line."""
    written = as_text(markdown, lose)
    joined = " ".join(written.split())
    if not joined or not any(lint(Line(joined), set())):
        return joined
    return _cut(_escaped(" ".join(plain_paragraphs(parse(Text(written))))))


def _is_title(written: str) -> bool:
    return not any(lint(Plain(written), set()))


def _safe(words: str) -> str:
    """Words without characters that nobody sees, and without what would read as HTML or a slot."""
    written = UNSAFE.sub("", words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    "))
    written = re.sub(r"<(https?://[^\s<>]+)>", r"\1", written)
    written = re.sub(r"<(?=[A-Za-z/!?])", "< ", written)
    return re.sub(r"&(?=#?\w+;)", "& ", written.translate({ord("{"): "(", ord("}"): ")"}))


def _cut(words: str) -> str:
    return words if len(words) <= MAX_TEXT else words[: MAX_TEXT - 1] + "…"


def _with_good_links(markdown: str, lose: Callable[[str], None]) -> str:
    """A text without pictures, whose links all lead to where content may link."""

    def link(match: re.Match[str]) -> str:
        address = match[2]
        words = re.sub(r"https?://|www\.", "", match[1]).strip() or "link"
        if _ADDRESS.fullmatch(address):
            return f"[{words}]({address})"
        lose(f"the link to {address or 'nowhere'}: its words are kept")
        return words

    def image(match: re.Match[str]) -> str:
        lose("a picture: its description is kept")
        return match[1]

    def bare(match: re.Match[str]) -> str:
        place = re.sub(r"^https?://", "", match[1])
        return f"[{place.removeprefix('www.')}](https://{place})"

    return _BARE.sub(bare, _LINK.sub(link, _IMAGE.sub(image, markdown)))


def _escaped(words: str) -> str:
    """Words of which no character is a mark, and no address is a link."""
    written = re.sub(r"(https?://|www\.)(?=\S)", r"\1 ", _LINK.sub(r"\1", words))
    return _LINE_START.sub(r"\1\\\2", _MARK.sub(r"\\\1", written))
