"""Where the flowchart is in a file of Mermaid or Markdown, and its lines."""

import re
from collections.abc import Iterator

from answertree.exchanging.foreign_tree import ForeignTree, Loss, Refused

_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,}|:{3,})\s*\{?mermaid\}?\s*$")
_HEADER = re.compile(r"(?:flowchart|graph)(?:-elk)?\b(?:\s+(?:TB|TD|BT|RL|LR|[<>^v]))?\s*;?")


def flowchart(text: str, tree: ForeignTree) -> Iterator[tuple[int, str]]:
    """The lines of the first flowchart with their numbers, without its head and its comments.

    A title in its front matter is that of the tree. Raises Refused where there is no flowchart.
    """
    lines = list(enumerate(text.splitlines(), 1))
    for block in _blocks(lines):
        body = list(_statements(block, tree))
        if body and _HEADER.match(body[0][1]):
            first, line = body[0]
            yield first, _HEADER.sub("", line, count=1)
            yield from body[1:]
            return
        if block:
            tree.lose(block[0][0], "a drawing that is no flowchart")
    raise Refused(Loss(1, "there is no flowchart in this file: it begins with `flowchart TD`"))


def _blocks(lines: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Every block of Mermaid in Markdown; the whole file where it is not Markdown."""
    starts = [index for index, (_, line) in enumerate(lines) if _FENCE.match(line)]
    for start in starts:
        sign = lines[start][1].strip()[:3]
        block = lines[start + 1 :]
        ends = (index for index, (_, line) in enumerate(block) if line.strip().startswith(sign))
        yield block[: next(ends, len(block))]
    if not starts:
        yield lines


def _statements(lines: list[tuple[int, str]], tree: ForeignTree) -> Iterator[tuple[int, str]]:
    """Lines that say something, each with as many as its quotation marks span."""
    rest = iter(lines)
    in_matter, first = False, True
    for number, line in rest:
        if line.strip() == "---" and (first or in_matter):
            in_matter = not in_matter
        elif in_matter:
            if line.startswith("title:"):
                tree.title = line.removeprefix("title:").strip().strip("\"'")
        elif line.strip() and not line.strip().startswith("%%"):
            while line.count('"') % 2 and (more := next(rest, None)):
                line += " " + more[1].strip()
            yield number, line.strip()
        first = first and not line.strip()
