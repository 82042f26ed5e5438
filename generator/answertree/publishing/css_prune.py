"""The theme's style sheet without what no page uses, which is a third of it.

A rule stays when every class and id that it asks for is a word of some page or script, whatever it
means there. So it errs on the side of keeping, and what scripts make is dressed too.
"""

import re
from collections.abc import Iterator
from pathlib import Path

THEME = "assets/stylesheets/main.*.css"
WORD = re.compile(r"[\w-]+")
NAME = re.compile(r"[.#]((?:[\w-]|\\.)+)")
# What stands in these is not asked for: it is one of several, or must not be there.
CHOICE = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
TOKEN = re.compile(
    r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]|[^{};"'/]+|/""", re.DOTALL
)
NESTED = ("@media", "@supports")


def prune_theme(site: Path) -> None:
    """Take the rules that no page of the built site uses out of the theme's style sheet."""
    words: set[str] = set()
    for pattern in ("*.html", "*.js"):
        for file in site.rglob(pattern):
            words.update(WORD.findall(file.read_text("utf-8")))
    for sheet in site.glob(THEME):
        sheet.write_bytes(prune(sheet.read_text("utf-8"), words).encode())


def prune(css: str, words: set[str]) -> str:
    """The style sheet with only those selectors whose names are all among the words.

    Raises ValueError when its braces do not match.
    """
    return "".join(_kept(css, words))


def _kept(css: str, words: set[str]) -> Iterator[str]:
    for prelude, body in _rules(css):
        if body is None:
            yield prelude
        elif prelude.startswith(NESTED):
            if inside := prune(body, words):
                yield f"{prelude}{{{inside}}}"
        elif prelude.startswith("@"):
            yield f"{prelude}{{{body}}}"
        elif selectors := [each for each in _selectors(prelude) if _used(each, words)]:
            yield f"{','.join(selectors)}{{{body}}}"


def _rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Each rule as what stands before its braces and what stands in them, None without braces."""
    depth, parts, prelude = 0, list[str](), ""
    for token in TOKEN.findall(css):
        depth -= token == "}"
        if token == "}" and depth == 0:
            yield prelude, "".join(parts)
            parts = []
        elif token == "{" and depth == 0:
            prelude, parts = "".join(parts).strip(), []
        elif token == ";" and depth == 0:
            yield "".join(parts).strip() + ";", None
            parts = []
        elif not token.startswith("/*"):
            parts.append(token)
        depth += token == "{"
    if depth or "".join(parts).strip():
        raise ValueError("the braces of the theme's style sheet do not match")


def _selectors(prelude: str) -> list[str]:
    """The selectors of a list: a comma within brackets parts nothing."""
    return re.findall(r"(?:[^,()\[\]]|\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])+", prelude)


def _used(selector: str, words: set[str]) -> bool:
    asked = NAME.findall(CHOICE.sub("", selector))
    return all(name.replace("\\", "") in words for name in asked)
