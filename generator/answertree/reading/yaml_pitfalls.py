"""Mistakes in YAML that it reads without complaint, or complains about much later."""

import re
from collections.abc import Iterator

from answertree.knowledge.problems import Problem
from answertree.reading.source_file import SourceFile

# Spaces that look like the one that YAML knows, and are none.
ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD_SPACE = re.compile(f"[{ODD}]")
ODD_OUTSIDE = re.compile(rf" *(?:- +)*(?:-|\w[\w-]*(?:: *|(?=[{ODD}]+:)))?(?P<at>[{ODD}])")
# In a text of one line without any of these, and in a key, nothing reads otherwise than it looks.
MISLEADING = re.compile(f"[#{ODD}]")
BULLET = re.compile(rf" *(?P<at>[•◦‣●▪∙·–—*])[ {ODD}]")
GLUED_DASH = re.compile(r" *(?P<at>-)[^\s\d-]")
# A comment has a space after its `#`, yet `# 1` is read as a number.
CUT = re.compile(r"[ \t]+(?P<at>#(?:[^\s#]| \d))")
DEEPER_ITEM = re.compile(r"\n *(?P<at>[-•] )")
CONFLICT = re.compile(r"^<{7}(?= |$)", re.MULTILINE)
ALIAS = (
    "anchors and aliases (`&` and `*`) are not used here",
    "put quotes around a text that starts with `&` or `*`",
)
TAG = ("tags (`!`) are not used here", "put quotes around a text that starts with `!`")


def conflicts(file: SourceFile) -> Iterator[Problem]:
    """Places where two versions of a file were merged, and nobody chose."""
    for match in CONFLICT.finditer(file.text):
        hint = "keep one of the two versions, and delete the lines `<<<<<<<`, `=======`, `>>>>>>>`"
        yield file.yaml_problem(match.start(), "a merge conflict was left here", hint)


def in_plain_text(file: SourceFile, start: int, end: int) -> tuple[Problem, str] | None:
    """What is wrong with a text without quotes that YAML reads otherwise than it looks.

    With the problem comes what the text was meant to say, or "" where that is what it says.
    """
    text, written = file.text, file.text[start:end]
    if match := CUT.match(text, end):
        rest = text[match.start("at") + 1 :].partition("\n")[0].rstrip(" ]}")
        message = "a `#` after a space starts a comment: the text ends before it"
        hint = "put quotes around the text; a comment has a space after its `#`"
        return file.yaml_problem(match.start("at"), message, hint), "" if written else rest
    if item := DEEPER_ITEM.search(text, start, end):
        message = "this item is part of the text above it"
        hint = "indent `- ` like the item above; put quotes around a text that contains it"
        return file.yaml_problem(item.start("at"), message, hint), ""
    for index in (start, end - 1) if written else ():
        if ODD_SPACE.match(text, index):
            return _odd_space(file, index), ODD_SPACE.sub(" ", written).strip()
    return None


def in_key(file: SourceFile, start: int, end: int) -> tuple[Problem, str] | None:
    """An odd space in a key or beside it, and the word that was meant; "" where it is not one."""
    if match := ODD_SPACE.search(file.text, start, end):
        words = ODD_SPACE.sub(" ", file.text[start:end]).split()
        return _odd_space(file, match.start()), words[0] if len(words) == 1 else ""
    return None


def at_line_start(file: SourceFile, index: int) -> Problem | None:
    """What may go wrong before the first word of the line on which `index` is."""
    text = file.text
    start = text.rfind("\n", 0, index) + 1
    if match := ODD_OUTSIDE.match(text, start):
        return _odd_space(file, match.start("at"))
    if match := BULLET.match(text, start):
        message = f"`{match['at']}` does not start a list item"
        return file.yaml_problem(match.start("at"), message, "write `- ` instead")
    if match := GLUED_DASH.match(text, start):
        hint = "a list item starts with `- `"
        return file.yaml_problem(match.start("at"), "a space is missing after this `-`", hint)
    return None


def _odd_space(file: SourceFile, index: int) -> Problem:
    character = file.text[index]
    name = "a no-break space" if character == "\u00a0" else "an odd space"
    message = f"there is {name} here (U+{ord(character):04X})"
    hint = "delete it, and type an ordinary space if one is needed"
    return Problem(file.place_at(index), "unsafe-character", message, hint)
