"""Builds the tree of a text from the tokens of markdown-it-py, and finds the place of each node."""

from collections.abc import Callable, Iterator

from markdown_it.helpers import parseLinkDestination
from markdown_it.token import Token

from answertree.knowledge.text_nodes import (
    Block,
    Characters,
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Slot,
    Unsupported,
    split_slots,
)

# So deep may lists stand in lists, and marks in marks: what walks a tree may then be recursive.
MAX_DEPTH = 3
_TOO_DEEP = f"more than {MAX_DEPTH} levels of lists or marks"
_UNSUPPORTED = {
    "heading_open": "a heading",
    "hr": "a horizontal line",
    "blockquote_open": "a quotation",
    "fence": "a block of code",
    "code_block": "a block of code (it is indented by four spaces)",
    "table_open": "a table",
}
_SIGNS = {"link_open": "[", "softbreak": "\n", "hardbreak": "\n"}


class Builder:
    """Builds the tree of one text.

    `unsupported` has what the text may not hold, by its name, and of each kind the first.
    """

    def __init__(self, text: str) -> None:
        self.unsupported: dict[str, Unsupported] = {}
        self._loose = False
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def refuse(self, what: str, start: int, end: int) -> None:
        """Note that the text holds what it may not, from `start` to `end`."""
        self.unsupported.setdefault(what, Unsupported(what, start, end))

    def refuse_line(self, what: str, number: int) -> None:
        """Note that on this line, counted from 0, the text holds what it may not."""
        line = self._lines[number]
        start = self._starts[number] + len(line) - len(line.lstrip())
        self.refuse(what, start, start + len(line.strip()))

    def blocks(self, tokens: Iterator[Token], depth: int = 0) -> tuple[Block, ...]:
        """The blocks up to the end of the tokens, or of the list item that they stand in."""
        found: list[Block] = []
        for token in tokens:
            if token.type == "list_item_close":
                break
            if token.type == "paragraph_open":
                self._loose |= not token.hidden
            elif token.type == "inline":
                found.append(Paragraph(self.inline(token)))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                before = found.pop() if found and isinstance(found[-1], List) else None
                found.append(self._list(token, tokens, depth + 1, before))
            elif token.type in _UNSUPPORTED:
                self.refuse_line(_UNSUPPORTED[token.type], _line(token))
                _skip(token, tokens)
        return tuple(found)

    def _list(
        self, token: Token, tokens: Iterator[Token], depth: int, before: Block | None
    ) -> List:
        """The list that begins with `token`; right after another list it goes on with that one."""
        first = before if isinstance(before, List) else List((), token.type == "ordered_list_open")
        if depth > MAX_DEPTH:
            self.refuse_line(_TOO_DEEP, _line(token))
            _skip(token, tokens)
            return first
        if depth == 1:
            self._loose = first.loose
        if before:
            self._loose |= not self._lines[_line(token) - 1].strip()
        items = list(first.items)
        for opening in tokens:
            if opening.type != "list_item_open":
                break
            refused = len(self.unsupported)
            blocks = self.blocks(tokens, depth)
            empty = not blocks or not isinstance(blocks[0], Paragraph)
            if empty and refused == len(self.unsupported):
                self.refuse_line("a list item without words", _line(opening))
            items.append(ListItem(blocks))
        return List(tuple(items), first.ordered, self._loose)

    def inline(self, token: Token) -> tuple[Inline, ...]:
        """The nodes of a paragraph or a title."""
        place = self._places(token)
        nodes: list[Inline] = []
        outer: list[tuple[Token, int, list[Inline]]] = []
        index = 0
        for child in token.children or ():
            inside_end = index
            start, index = _span(token.content, child, index)
            if child.nesting > 0:
                outer.append((child, start, nodes))
                nodes = []
            elif child.nesting < 0:
                opening, start, around = outer.pop()
                span = place(start), place(index)
                if len(outer) >= MAX_DEPTH:
                    self.refuse(_TOO_DEEP, *span)
                    around += nodes
                elif child.type == "link_close":
                    address = map(place, _address(token.content, inside_end, index))
                    href, title = str(opening.attrs["href"]), str(opening.attrs.get("title", ""))
                    around.append(Link(tuple(nodes), href, title, *span, *address))
                else:
                    around.append(Emphasis(tuple(nodes), child.type == "strong_close", *span))
                nodes = around
            elif child.type == "image":
                self.refuse("a picture", place(start), place(index))
            elif child.type in ("softbreak", "hardbreak"):
                nodes.append(LineBreak(child.type == "hardbreak"))
            elif node := _leaf(child, place(start), place(index)):
                nodes.append(node)
        return tuple(nodes)

    def _places(self, token: Token) -> Callable[[int], int]:
        """From places in an inline token's content to those in the text.

        The content has the lines of the text without what is left of them: bullets, indentation.
        """
        shifts, begin = [], 0
        for number, line in enumerate(token.content.split("\n"), _line(token)):
            left = len(self._lines[number].rstrip()) - len(line.rstrip())
            shifts.append(self._starts[number] + max(left, 0) - begin)
            begin += len(line) + 1
        if len(shifts) == 1:
            return shifts[0].__add__
        return lambda index: index + shifts[token.content.count("\n", 0, index)]


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _skip(opening: Token, tokens: Iterator[Token]) -> None:
    depth: int = opening.nesting
    while depth > 0:
        depth += next(tokens).nesting


def _span(content: str, token: Token, index: int) -> tuple[int, int]:
    """Where a token stands in the content that it comes from; the one before it ends at `index`."""
    if "span" in token.meta:
        start, end = token.meta["span"]
        return start, end
    sign = _SIGNS.get(token.type) or token.markup or token.content
    start = content.index(sign, index)
    return start, start + len(sign)


def _address(content: str, index: int, end: int) -> tuple[int, int]:
    """Where the address stands in a link that ends at `end`, and its words at `index`."""
    start = content.find("](", index, end) + 2
    if start < 2:
        return end, end  # it is in a definition
    start += len(content[start:end]) - len(content[start:end].lstrip())
    return start, max(start, parseLinkDestination(content, start, end).pos)


def _leaf(token: Token, start: int, end: int) -> Inline | None:
    if token.type == "slot":
        return Slot(token.content, start, end)
    if token.type == "code_inline":
        return Code(split_slots(token.content, start, end), start, end)
    return Characters(token.content, start, end, bool(token.markup)) if token.content else None
