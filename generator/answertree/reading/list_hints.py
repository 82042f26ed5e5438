"""Lists and names that were written with quotes or signs that YAML does not read so."""

import re

from answertree.knowledge.field_types import SLUG
from answertree.knowledge.references import LINK

NAME = re.compile(rf"{LINK.pattern}|{SLUG}(?:\.{SLUG})?")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
CURLY = "\u2018-\u201f«»"
QUOTE_MARKS = re.compile(f"[\"'{CURLY}]")
AT_START = re.compile(rf"[{CURLY}]")


def curly_quotes(written: str) -> str:
    """What is wrong with a name that stands in curly quotes; "" for one that does not."""
    mark = AT_START.match(written)
    return f"`{mark[0]}` is not a quote mark in YAML" if mark else ""


def list_of_names(written: str) -> str:
    """Names with or without quotes between them as a list, `[k-1, k-2]`; "" for anything else."""
    names = re.split(r"[\s,;]+", QUOTE_MARKS.sub("", written).strip(" ,;"))
    return f"[{', '.join(names)}]" if all(map(NAME.fullmatch, names)) else ""


def list_of_items(written: str) -> str:
    """Names and texts in quotes as a list, when nothing else stands between them; "" otherwise."""
    items = re.findall(rf"(?:{QUOTED.pattern}|[^,;\"'])+", written)
    bare = [_without_needless_quotes(item.strip()) for item in items]
    return f"[{', '.join(bare)}]" if len(bare) > 1 and all(bare) else ""


def _without_needless_quotes(item: str) -> str:
    """A name by itself; another text with its quotes, and "" when it has none."""
    if NAME.fullmatch(bare := item.strip("\"'")):
        return bare
    return item if QUOTED.fullmatch(item) else ""
