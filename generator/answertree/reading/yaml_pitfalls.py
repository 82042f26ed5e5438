"""Slips in YAML that it reads without a word, or trips over much later."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answertree.knowledge.problems import Code

# Spaces that look like the one that YAML knows, and are none.
ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD_SPACE = re.compile(f"[{ODD}]")
ODD_OUTSIDE = re.compile(rf" *(?:- +)*(?:-|\w[\w-]*(?:: *|(?=[{ODD}]+:)))?(?P<slip>[{ODD}])")
BULLET = re.compile(rf" *(?P<slip>[•◦‣●▪∙·–—*])[ {ODD}]")
GLUED_DASH = re.compile(r" *(?P<slip>-)[^\s\d-]")
CUT = re.compile(r"[ \t]+(?P<slip>#[^\s#])")
DEEPER_ITEM = re.compile(r"\n *(?P<slip>[-•] )")
CONFLICT = re.compile(r"^<{7}(?= |$)", re.MULTILINE)
ALIAS = (
    "anchors and aliases (`&` and `*`) are not used here",
    "put quotes around a text that starts with `&` or `*`",
)
TAG = ("tags (`!`) are not used here", "put quotes around a text that starts with `!`")


@dataclass(frozen=True)
class Slip:
    """Something wrong at a character's index in a text; `meant` is what it was to say, if not
    what it says."""

    index: int
    message: str
    hint: str
    code: Code = "yaml"
    meant: str = ""


def conflicts(text: str) -> Iterator[Slip]:
    """Places where two versions of a file were merged, and nobody chose."""
    for match in CONFLICT.finditer(text):
        hint = "keep one of the two versions, and delete the lines `<<<<<<<`, `=======`, `>>>>>>>`"
        yield Slip(match.start(), "two versions of the file meet here", hint)


def of_plain(text: str, start: int, end: int) -> Slip | None:
    """A text without quotes (from `start` to `end`) that YAML reads otherwise than it looks."""
    written = text[start:end]
    if match := CUT.match(text, end):
        rest = text[match.start("slip") + 1 :].partition("\n")[0].rstrip(" ]}")
        return Slip(
            match.start("slip"),
            "a `#` after a space starts a comment: the text ends before it",
            "put quotes around the text; a comment has a space after its `#`",
            meant="" if written else rest,
        )
    if item := DEEPER_ITEM.search(text, start, end):
        said = "this item is part of the text above it"
        hint = "give `- ` the indentation of the item above; put quotes around a text that has it"
        return Slip(item.start("slip"), said, hint)
    for index in (start, end - 1) if written else ():
        if ODD_SPACE.match(text, index):
            return _odd_space(text, index, written)
    return None


def of_key(text: str, start: int, end: int) -> Slip | None:
    """An odd space in a key, or beside it; it has no `meant` when the key is more than one word."""
    if match := ODD_SPACE.search(text, start, end):
        words = ODD_SPACE.sub(" ", text[start:end]).split()
        return _odd_space(text, match.start(), words[0] if len(words) == 1 else "")
    return None


def at_line_start(text: str, index: int) -> Slip | None:
    """What may go wrong before the first word of the line on which `index` is."""
    start = text.rfind("\n", 0, index) + 1
    if match := ODD_OUTSIDE.match(text, start):
        return _odd_space(text, match.start("slip"))
    if match := BULLET.match(text, start):
        said = f"`{match['slip']}` does not start an item of a list"
        return Slip(match.start("slip"), said, "write `- ` instead of it")
    if match := GLUED_DASH.match(text, start):
        said = "a space is missing after this `-`"
        return Slip(match.start("slip"), said, "an item of a list starts with `- `")
    return None


def _odd_space(text: str, index: int, written: str = "") -> Slip:
    name = "a no-break space" if text[index] == "\u00a0" else "an odd space"
    message = f"{name} (U+{ord(text[index]):04X}) stands here"
    hint = "delete it, and type a space if there is to be one"
    return Slip(index, message, hint, "unsafe-character", ODD_SPACE.sub(" ", written).strip())
