"""The theme's style sheet without what no page uses, which is a third of it.

A rule stays when every class and id that it asks for is a word of some page or script, whatever it
means there. So it errs on the side of keeping, and what scripts make is styled too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import tinycss2
from tinycss2.ast import (
    AtRule,
    HashToken,
    IdentToken,
    LiteralToken,
    Node,
    ParseError,
    QualifiedRule,
)

WORD = re.compile(r"[\w-]+")
NESTED = ("media", "supports", "container", "layer")


def words_in(texts: Iterable[str]) -> set[str]:
    """Every word of the pages and scripts: whatever may be the name of a class or an id."""
    return {word for text in texts for word in WORD.findall(text)}


def prune(css: str, words: set[str]) -> str:
    """The style sheet with only those selectors whose names are all among the words.

    Raises ValueError when it cannot be parsed.
    """
    return "".join(_kept(tinycss2.parse_stylesheet(css, skip_comments=True), words))


def _kept(rules: Sequence[Node], words: set[str]) -> Iterator[str]:
    for rule in rules:
        match rule:
            case ParseError():
                raise ValueError(f"line {rule.source_line}: {rule.message}")
            case QualifiedRule():
                used = [each for each in _selectors(rule.prelude) if _asks_for(each) <= words]
                if used:
                    selectors = ",".join(tinycss2.serialize(each).strip() for each in used)
                    yield f"{selectors}{{{tinycss2.serialize(rule.content)}}}"
            case AtRule(lower_at_keyword=name, content=list(content)) if name in NESTED:
                inside = tinycss2.parse_stylesheet(content, skip_comments=True)
                if kept := "".join(_kept(inside, words)):
                    yield f"@{name}{tinycss2.serialize(rule.prelude)}{{{kept}}}"
            case _:
                yield rule.serialize()


def _selectors(prelude: Sequence[Node]) -> Iterator[list[Node]]:
    """The selectors of a list, each as its tokens."""
    selector: list[Node] = []
    for token in prelude:
        if _is(token, ","):
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _asks_for(selector: Sequence[Node]) -> set[str]:
    """The classes and ids that must be there.

    What stands in brackets is a token of its own and is not asked for: an attribute's value, or
    names in `:not()` and `:is()`, which must not be there or are one of several.
    """
    ids = {token.value for token in selector if isinstance(token, HashToken)}
    classes = {
        name.value
        for dot, name in pairwise(selector)
        if _is(dot, ".") and isinstance(name, IdentToken)
    }
    return ids | classes


def _is(token: Node, text: str) -> bool:
    return isinstance(token, LiteralToken) and token.value == text
