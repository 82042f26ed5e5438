"""Mermaid flowcharts: nodes, and the arrows between them. How they look is left out."""

import html
import re
from dataclasses import dataclass, field, replace

from answertree.exchanging.foreign_tree import ForeignTree, Loss, Node, Refused, Way
from answertree.exchanging.html_text import to_markdown
from answertree.exchanging.mermaid_blocks import flowchart

_LOOKS = re.compile(r"(?:style|linkStyle|classDef|class|direction)\b")
_CLICK = re.compile(r'click\s+(\S+)\s+(?:href\s+)?"([^"]*)"')
_NAME = re.compile(r"\w+(?:[-.]\w+)*")
_CLASS = re.compile(r":::[\w-]+")
_SETTINGS = re.compile(r"@\{([^}]*)\}")
_LABEL_SETTING = re.compile(r'label\s*:\s*(?:"([^"]*)"|([^,}]*))')
_SHAPES = [
    re.compile(rf'{re.escape(left)}\s*(?:"([^"]*)"|(.*?))\s*{right}')
    for left, right in (
        ("(((", r"\)\)\)"), ("((", r"\)\)"), ("([", r"\]\)"), ("[[", r"\]\]"), ("[(", r"\)\]"),
        ("{{", r"\}\}"), ("[/", r"[/\\]\]"), ("[\\", r"[/\\]\]"), ("(", r"\)"), ("[", r"\]"),
        ("{", r"\}"), (">", r"\]"),
    )
]  # fmt: skip
_ENDS = _SHAPES[:3]  # the shapes that charts begin and end with
_ARROW = re.compile(r"(?:\w+@)?[xo<]?(?:--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?)")
_WORDED_ARROW = re.compile(
    r"(?:\w+@)?[xo<]?(?:--\s*(.+?)\s*--+[-xo>]|==\s*(.+?)\s*==+[=xo>]|-\.\s*(.+?)\s*\.+-[xo>]?)"
)
_UNSEEN_ARROW = re.compile(r"~~~+")
_WORDS = re.compile(r'\|\s*(?:"([^"]*)"|([^|]*?))\s*\|')
_SEMICOLON = re.compile(r'"[^"]*"|#\w+;|;')  # what is quoted is passed over, and so are entities


def read(text: str) -> ForeignTree:
    """The tree of the first flowchart in a file of Mermaid or Markdown. Raises Refused."""
    tree = ForeignTree()
    chart = _Chart(tree)
    for number, line in flowchart(text, tree):
        for statement in _SEMICOLON.sub(_cut, line).split("\n"):
            chart.read(statement.strip(), number)
    if not chart.nodes:
        raise Refused(Loss(1, "there is no node in this flowchart"))
    if chart.looks:
        tree.lose(0, f"how it looks ({chart.looks} lines)")
    tree.nodes = [
        replace(node, ways=tuple(chart.ways.get(name, ()))) for name, node in chart.nodes.items()
    ]
    _choose_start(tree, chart.ends)
    return tree


@dataclass
class _Chart:
    """What was read so far: nodes and ways by name, and the names of nodes in shapes of ends."""

    tree: ForeignTree
    nodes: dict[str, Node] = field(default_factory=dict)
    ways: dict[str, list[Way]] = field(default_factory=dict)
    ends: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    looks: int = 0

    def read(self, statement: str, line: int) -> None:
        """Read one statement."""
        if not statement or statement == "end":
            return
        if _LOOKS.match(statement):
            self.looks += 1
        elif statement.startswith("subgraph"):
            self.tree.lose(line, f"the group `{statement.removeprefix('subgraph').strip()}`")
            if name := _NAME.match(statement.removeprefix("subgraph").strip()):
                self.groups.add(name[0])
        elif statement.startswith("accTitle"):
            self.tree.title = self.tree.title or statement.partition(":")[2].strip()
        elif statement.startswith("click "):
            self._click(statement, line)
        else:
            rest = self._chain(statement, line)
            if rest:
                self.tree.lose(line, f"this could not be read: {rest[:80]}")

    def _click(self, statement: str, line: int) -> None:
        found = _CLICK.match(statement)
        if found and found[1] in self.nodes and "://" in found[2]:
            node = self.nodes[found[1]]
            self.nodes[found[1]] = replace(node, text=f"[{found[2]}]({found[2]})")
        else:
            self.tree.lose(line, f"what a click does: {statement}")

    def _chain(self, statement: str, line: int) -> str:
        """Read nodes and the arrows between them; gives what is left over."""
        before, rest = self._group(statement, line)
        while before and rest:
            if unseen := _UNSEEN_ARROW.match(rest):
                before, rest = self._group(rest[unseen.end() :].strip(), line)
                continue
            arrow = _ARROW.match(rest) or _WORDED_ARROW.match(rest)
            if not arrow:
                break
            say = _first(arrow)
            after = rest[arrow.end() :].strip()
            if words := _WORDS.match(after):
                say, after = _first(words), after[words.end() :].strip()
            targets, left = self._group(after, line)
            if not targets:
                break
            if arrow[0].startswith("<"):
                self.tree.lose(line, "an arrow in two directions: it leads to its end only")
            for source in before:
                ways = (Way(_words(say), target, line) for target in targets)
                self.ways.setdefault(source, []).extend(ways)
            before, rest = targets, left
        return rest

    def _group(self, text: str, line: int) -> tuple[list[str], str]:
        """Read nodes with `&` between them; gives their names, and the rest of the text."""
        names: list[str] = []
        while name := _NAME.match(text):
            names.append(name[0])
            text = self._node(name[0], text[name.end() :], line)
            if not text.startswith("&"):
                break
            text = text[1:].strip()
        return names, text

    def _node(self, name: str, text: str, line: int) -> str:
        """Read what stands behind the name of a node; gives the rest of the text."""
        if name in self.groups:
            self.tree.lose(line, f"an arrow from or to the group `{name}`")
        title = ""
        if settings := _SETTINGS.match(text):
            found = _LABEL_SETTING.search(settings[1])
            title, text = (_first(found) if found else ""), text[settings.end() :]
        for shape in _SHAPES:
            if found := shape.match(text):
                title, text = _first(found), text[found.end() :]
                if shape in _ENDS:
                    self.ends.add(name)
                break
        if name not in self.nodes:
            self.nodes[name] = Node(name, _words(title) or name, line=line)
        elif title:
            self.nodes[name] = replace(self.nodes[name], title=_words(title))
        if style := _CLASS.match(text):
            text = text[style.end() :]
            self.looks += 1
        return text.strip()


def _choose_start(tree: ForeignTree, ends: set[str]) -> None:
    """Begin with the first node to which nothing leads, or behind it if it says just “Start”."""
    led_to = {way.target for node in tree.nodes for way in node.ways if way.target != node.name}
    starts = [node for node in tree.nodes if node.name not in led_to] or tree.nodes[:1]
    first = starts[0]
    tree.start = first.name
    if first.name in ends and len(first.ways) == 1 and not first.ways[0].say:
        tree.start = first.ways[0].target
        tree.nodes.remove(first)
        tree.lose(first.line, f"“{first.title}”, which only leads to the first step")
    for other in starts[1:]:
        tree.lose(other.line, f"“{other.title}” is a start too: nothing leads to it here")


def _cut(match: re.Match[str]) -> str:
    return "\n" if match[0] == ";" else match[0]


def _first(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group), "")


def _words(label: str) -> str:
    """What a label says: its entities, such as `#quot;`, are what they stand for."""
    if label.startswith("`") and label.endswith("`"):
        label = label[1:-1]
    label = re.sub(r"#(\d+);", r"&#\1;", re.sub(r"#([A-Za-z]+);", r"&\1;", label))
    label = re.sub(r"\bfa[bsr]?:fa-[\w-]+", "", label.replace("\\n", " "))
    label = label.strip().removeprefix('"').removesuffix('"')
    return html.unescape(" ".join(to_markdown(label, lambda _: None).split()))
