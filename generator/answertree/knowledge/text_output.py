"""What a text is turned into: Markdown for pages and links, HTML, and plain characters."""

import html
import re
from collections.abc import Callable
from textwrap import indent

from answertree.knowledge.text_nodes import (
    Block,
    Characters,
    Code,
    Document,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    List,
    Paragraph,
    Slot,
    mere_characters,
    paragraphs,
)

_MARKS = re.compile(r"[\\`*_{}\[\]#|]|!\Z")
_LINE_START = re.compile(r"^(\d*)([-+.)])|^([=~])", re.MULTILINE)


def escape(title: str) -> str:
    """A title, or other characters, as Markdown on one line that shows them as they are."""
    return _safe_start(_escape(title.strip().replace("\n", " ")))


def to_markdown(
    document: Document,
    address: Callable[[str], str] = str,
    slot: Callable[[str], str] = lambda name: _escape(f"{{{name}}}"),
) -> str:
    """A text as Markdown for Python-Markdown, in which everything shows as the tree has it.

    `address` gives the address of a link, and `slot` the HTML of a slot. Code, line breaks, and
    marks within marks are written as HTML, since dialects of Markdown differ there.
    """

    if (words := mere_characters(document)) is not None:
        return _safe_start(_escape(words))

    def inline(nodes: tuple[Inline, ...], marked: bool = False) -> str:
        written = ""
        for node in nodes:
            written += one(node, marked or written.endswith("*"))
        return written

    def one(node: Inline, marked: bool) -> str:
        match node:
            case Characters():
                return _escape(node.value)
            case Slot():
                return slot(node.name)
            case LineBreak():
                return "<br />\n" if node.hard else "\n"
            case Code():
                return f"<code>{inline(node.children)}</code>"
            case Link():
                return f"[{inline(node.children, marked)}]({address(node.address)})"
            case Emphasis():
                inside = inline(node.children, marked=True)
                if marked:
                    return _in_tag("strong" if node.strong else "em", inside)
                sign = "**" if node.strong else "*"
                return f"{sign}{inside}{sign}"

    def block(node: Block, loose: bool) -> str:
        if isinstance(node, Paragraph):
            return _safe_start(inline(node.children))
        between = "\n\n" if loose else "\n"
        bullet = "1. " if node.ordered else "- "
        items = (between.join(in_item(each, loose) for each in item.blocks) for item in node.items)
        return between.join(bullet + indent(item, "    ").lstrip() for item in items)

    def in_item(node: Block, loose: bool) -> str:
        written = block(node, loose)
        return written.replace("\n", " ") if isinstance(node, Paragraph) else written

    return "\n\n".join(block(node, _is_loose(node)) for node in document.blocks)


def to_html(document: Document) -> str:
    """A text as HTML, as Python-Markdown would write it."""

    def inline(nodes: tuple[Inline, ...]) -> str:
        return "".join(map(one, nodes))

    def one(node: Inline) -> str:
        match node:
            case Characters():
                return html.escape(node.value, quote=False)
            case Slot():
                return html.escape(f"{{{node.name}}}", quote=False)
            case LineBreak():
                return "<br />\n" if node.hard else "\n"
            case Code():
                return _in_tag("code", inline(node.children))
            case Link():
                return f'<a href="{html.escape(node.address)}">{inline(node.children)}</a>'
            case Emphasis():
                return _in_tag("strong" if node.strong else "em", inline(node.children))

    def block(node: Block, loose: bool) -> str:
        if isinstance(node, Paragraph):
            return _in_tag("p", inline(node.children))
        loose = loose and not _is_single(node)
        items = ("".join(in_item(each, loose) for each in item.blocks) for item in node.items)
        inside = "".join(f"<li>{item}</li>\n" for item in items)
        return _in_tag("ol" if node.ordered else "ul", f"\n{inside}")

    def in_item(node: Block, loose: bool) -> str:
        if not isinstance(node, Paragraph):
            return block(node, loose) + "\n"
        written = inline(node.children).replace("\n", " ")
        return f"\n<p>{written}</p>\n" if loose else written

    return "\n".join(block(node, _is_loose(node)) for node in document.blocks)


def to_plain(document: Document) -> str:
    """The characters of a text, on one line, without any marks."""
    return " ".join(plain_paragraphs(document))


def plain_paragraphs(document: Document) -> list[str]:
    """The characters of each paragraph and list item, each on one line."""
    return [plain(node.children) for node in paragraphs(document)]


def plain(nodes: tuple[Inline, ...]) -> str:
    """The characters of inline nodes, on one line, without any marks."""

    def one(node: Inline) -> str:
        match node:
            case Characters():
                return node.value
            case Slot():
                return f"{{{node.name}}}"
            case LineBreak():
                return " "
            case _:
                return "".join(map(one, node.children))

    return " ".join("".join(map(one, nodes)).split())


def _escape(characters: str) -> str:
    return _MARKS.sub(r"\\\g<0>", html.escape(characters, quote=False))


def _safe_start(markdown: str) -> str:
    """Markdown of which no line begins a list, a heading or a block of code."""

    def escaped(match: re.Match[str]) -> str:
        return f"&#{ord(match[3])};" if match[3] else f"{match[1]}\\{match[2]}"

    return _LINE_START.sub(escaped, markdown)


def _is_loose(node: Block) -> bool:
    return isinstance(node, List) and node.loose


def _is_single(node: List) -> bool:
    """Whether a list is a single paragraph: Markdown has no way to set that apart."""
    return len(node.items) == 1 and len(node.items[0].blocks) == 1


def _in_tag(tag: str, inside: str) -> str:
    return f"<{tag}>{inside}</{tag}>"
