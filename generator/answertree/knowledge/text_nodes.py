"""The tree of a field's text: paragraphs and lists of characters, marks, links and slots.

Nodes are values. Inline nodes know their `start` and `end` in the text they were parsed from.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

SLOT = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True)
class Characters:
    """Characters to be shown as they are; `escaped` when a backslash says so in the text."""

    value: str
    start: int = 0
    end: int = 0
    escaped: bool = False


@dataclass(frozen=True)
class Slot:
    """A gap like `{name}` that the guide names and the reader fills in."""

    name: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class LineBreak:
    """The end of a line: a `hard` one is shown, any other reads as a space."""

    hard: bool = False


@dataclass(frozen=True)
class Emphasis:
    """Emphasis, or `strong` emphasis."""

    children: "tuple[Inline, ...]"
    strong: bool = False
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Code:
    """Code within a line: characters and slots."""

    children: "tuple[Inline, ...]"
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Link:
    """A link to an address, which stands at `address_start` to `address_end` in the text."""

    children: "tuple[Inline, ...]"
    address: str
    title: str = ""
    start: int = 0
    end: int = 0
    address_start: int = 0
    address_end: int = 0


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a text or of a list item."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True)
class ListItem:
    """What stands at one bullet or number."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class List:
    """A list; the items of a `loose` one, and of the lists within it, are set apart."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    loose: bool = False


Inline: TypeAlias = Characters | Slot | LineBreak | Emphasis | Code | Link
Block: TypeAlias = Paragraph | List


@dataclass(frozen=True)
class Unsupported:
    """Markdown that a text may not hold, by its name in plain English, and where it stands."""

    what: str
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """A parsed text. What it may not hold is not among its blocks, but in `unsupported`."""

    blocks: tuple[Block, ...]
    unsupported: tuple[Unsupported, ...] = ()


def split_slots(value: str, start: int = 0, end: int = 0) -> tuple[Inline, ...]:
    """Characters and slots, where braces are the only marks."""
    pieces = SLOT.split(value)
    return tuple(
        Slot(piece, start, end) if index % 2 else Characters(piece, start, end)
        for index, piece in enumerate(pieces)
        if piece or index % 2
    )


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph of a text, those of list items included, in order."""

    def below(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
        for block in blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for item in block.items:
                    yield from below(item.blocks)

    return below(document.blocks)


def inlines(children: tuple[Inline, ...], *, code: bool = True) -> Iterator[Inline]:
    """Every inline node among and below `children`, in order, also within `code` if wanted."""
    for node in children:
        yield node
        if isinstance(node, Emphasis | Link) or (code and isinstance(node, Code)):
            yield from inlines(node.children, code=code)


def links(document: Document) -> Iterator[Link]:
    """Every link of a text, in order."""
    for paragraph in paragraphs(document):
        for node in inlines(paragraph.children):
            if isinstance(node, Link):
                yield node


def without_links(document: Document) -> Document:
    """A text for use inside a link: of its own links only the words stay."""
    return _changed(document, lambda node: node.children if isinstance(node, Link) else (node,))


def filled(document: Document, slots: Mapping[str, str]) -> Document:
    """A text with what a reader sees in place of each slot."""
    return _changed(
        document,
        lambda node: (Characters(slots[node.name]),) if isinstance(node, Slot) else (node,),
    )


def on_one_line(document: Document) -> Document:
    """A text whose line breaks are spaces."""
    return _changed(
        document, lambda node: (Characters(" "),) if isinstance(node, LineBreak) else (node,)
    )


def first_sentence(document: Document) -> Document:
    """The first sentence of a text; the first paragraph where that would cut a mark in two."""
    first = next(paragraphs(document), Paragraph(()))
    children = _joined(first.children)
    for index, node in enumerate(children):
        if isinstance(node, Characters) and (end := re.search(r"[.!?](?=\s+[A-Z])", node.value)):
            return Document((Paragraph((*children[:index], Characters(node.value[: end.end()]))),))
    return Document((first,))


def _joined(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same with neighbouring characters, escaped or not, in one node."""
    found: list[Inline] = []
    for node in children:
        if isinstance(node, LineBreak):
            node = Characters(" ")
        if isinstance(node, Characters) and found and isinstance(last := found[-1], Characters):
            found[-1] = Characters(last.value + node.value)
        else:
            found.append(node)
    return tuple(found)


def mere_characters(document: Document) -> str | None:
    """The characters of a text that is nothing else, as most titles are; None for any other."""
    match document.blocks:
        case (Paragraph((Characters() as node,)),):
            return node.value
    return None


def _changed(document: Document, change: Callable[[Inline], tuple[Inline, ...]]) -> Document:
    """A text with each inline node changed but characters, from the innermost out."""
    if mere_characters(document) is not None:
        return document

    def inline(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(
            new
            for node in children
            for new in change(
                replace(node, children=inline(node.children))
                if isinstance(node, Emphasis | Code | Link)
                else node
            )
        )

    def block(node: Block) -> Block:
        if isinstance(node, Paragraph):
            return Paragraph(inline(node.children))
        items = (ListItem(tuple(map(block, item.blocks))) for item in node.items)
        return replace(node, items=tuple(items))

    return replace(document, blocks=tuple(map(block, document.blocks)))
