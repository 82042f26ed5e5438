"""Twee 3, the text format of Twine stories: passages, and the links between them.

A story with code (macros, variables, scripts) says other things to other readers: it is refused.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from answertree.exchanging.foreign_tree import ForeignTree, Loss, Node, Refused, Way
from answertree.exchanging.html_text import to_markdown

_HEADER = re.compile(r"::\s*((?:\\.|[^\\\[\]{}])*?)\s*(?:\[((?:\\.|[^\\\]])*)\])?\s*(\{.*\})?\s*$")
_LINK = re.compile(r"\[\[(.+?)\]\](?!\])")
_ALONE = re.compile(r"(?:[-*•]|\d+[.)]|>)?\s*\[\[.+?\]\]\s*[.;,]?")
_COMMENTS = re.compile(r"/\*.*?\*/|<!--.*?-->|/%.*?%/", re.DOTALL)

# Passages that no reader walks into, in any story format.
_SPECIAL = re.compile(
    r"Story[A-Z]\w*|Passage(?:Done|Footer|Header|Ready)|User(?:Script|Stylesheet)"
)
_SPECIAL_TAGS = {"stylesheet", "header", "footer", "Twine.private", "annotation", "Twine.image"}
_CODE_TAGS = {"script", "widget", "init", "startup", "haml"}
_CODE = re.compile(
    r"<<.*?>>|<%.*?%>|<script\b"  # SugarCube, Snowman, HTML
    r"|\((?:set|put|move|if|unless|else|elseif|print|display|link|click|goto|live|event|either|random"
    r"|cond|show|hide|prompt|[a-z]+(?:-[a-z]+)+)\s*:.*?\)"  # Harlowe
    r"|(?<![\w$])\$[A-Za-z_]\w*|\[\[[^\]]*\]\[.*?\]\]"  # variables, and links that set them
    r"|^--$|^\[(?:if|unless|else|after|cont|javascript|JS|css)\b.*\]$|\{[a-z][^{}\n]*[:,][^{}\n]*\}",
    re.MULTILINE,
)
_FORMATTED = (
    (re.compile(r"''(.+?)''"), r"**\1**"),
    (re.compile(r"(?<!:)//(?=\S)(.+?)(?<=\S)//"), r"*\1*"),
)
_LONGEST_TITLE = 160


@dataclass
class _Passage:
    name: str
    tags: set[str]
    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def read(text: str) -> ForeignTree:
    """The tree of a Twee file. Raises Refused, with every place where there is code."""
    tree = ForeignTree()
    passages = list(_passages(text, tree))
    if code := [loss for passage in passages for loss in _code(passage)]:
        raise Refused(*code)
    story = []
    for passage in passages:
        if passage.name == "StoryTitle":
            tree.title = passage.text.strip()
        elif passage.name == "StoryData":
            tree.start = _start(passage, tree)
        elif _SPECIAL.fullmatch(passage.name) or passage.tags & _SPECIAL_TAGS:
            tree.lose(passage.line, f"the passage “{passage.name}”, which is no step")
        else:
            story.append(passage)
    if not story:
        raise Refused(Loss(1, "there is no passage (`:: Name`) in this file"))
    names = {passage.name for passage in story}
    if tree.start not in names:
        tree.start = "Start" if "Start" in names else story[0].name
    tree.nodes = [_node(passage, tree) for passage in story]
    if tags := sorted({tag for passage in story for tag in passage.tags}):
        tree.lose(0, f"the tags of passages: {', '.join(tags)}")
    return tree


def _passages(text: str, tree: ForeignTree) -> Iterator[_Passage]:
    """Every passage; what stands before the first one is lost."""
    passage = _Passage("", set(), 1)
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line) if line.startswith("::") else None
        if header:
            if passage.name:
                yield passage
            elif passage.text.strip():
                tree.lose(1, "what stands before the first passage")
            passage = _Passage(
                _plain(header[1]), set(map(_plain, (header[2] or "").split())), number
            )
        else:
            passage.lines.append(line)
    if passage.name:
        yield passage


def _plain(name: str) -> str:
    return re.sub(r"\\(.)", r"\1", name).strip()


def _code(passage: _Passage) -> Iterator[Loss]:
    if passage.tags & _CODE_TAGS or passage.name in ("StoryInit", "UserScript"):
        yield Loss(passage.line, f"the passage “{passage.name}” is code")
    elif passage.name not in ("StoryData", "StoryTitle") and "stylesheet" not in passage.tags:
        for match in _CODE.finditer(passage.text):
            line = passage.line + 1 + passage.text.count("\n", 0, match.start())
            yield Loss(line, f"this is code: {match[0].splitlines()[0][:60]}")


def _start(passage: _Passage, tree: ForeignTree) -> str:
    try:
        data = json.loads(passage.text)
        return str(data.get("start", ""))
    except (ValueError, AttributeError):
        tree.lose(passage.line, "the passage “StoryData”, which is not JSON")
        return ""


def _node(passage: _Passage, tree: ForeignTree) -> Node:
    """The step of a passage: its first paragraph is what it asks or advises, if it is short."""

    def lose(said: str) -> None:
        tree.lose(passage.line, f"in “{passage.name}”: {said}")

    lines, ways = [], []
    without = _COMMENTS.sub(lambda match: "\n" * match[0].count("\n"), passage.text)
    for number, line in enumerate(without.splitlines(), passage.line + 1):
        found = [_way(match[1], number) for match in _LINK.finditer(line)]
        ways += found
        if not found or not _ALONE.fullmatch(line.strip()):
            lines.append(_LINK.sub(lambda match: _way(match[1]).say, line))
    text = to_markdown("\n".join(lines), lose)
    for pattern, better in _FORMATTED:
        text = pattern.sub(better, text)
    first, *rest = [each.strip() for each in re.split(r"\n\s*\n", text) if each.strip()] or [""]
    if not first or len(first) > _LONGEST_TITLE or re.match(r"[-*] ", first):
        return Node(
            passage.name, passage.name, "\n\n".join([first, *rest]), tuple(ways), passage.line
        )
    return Node(passage.name, first, "\n\n".join(rest), tuple(ways), passage.line)


def _way(link: str, line: int = 0) -> Way:
    """The way of a link: `words->target`, `target<-words`, `words|target`, or `target`."""
    for sign, words_first in (("->", True), ("<-", False), ("|", True)):
        if sign in link:
            parts = link.rpartition(sign) if sign != "<-" else link.partition(sign)
            say, target = (parts[0], parts[2]) if words_first else (parts[2], parts[0])
            return Way(say.strip(), target.strip(), line)
    return Way(link.strip(), link.strip(), line)
