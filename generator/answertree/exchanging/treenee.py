"""Trees as Treenee has them: a list of nodes with options, in YAML or JSON."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from answertree.exchanging.foreign_tree import ForeignTree, Loss, Node, Refused, Way
from answertree.exchanging.html_text import to_markdown

_TREE_KEYS = {"name", "title", "description", "startNodeId", "bodyFormat", "nodes", "showIntro",
              "trackVisits", "_meta"}  # fmt: skip
_NODE_KEYS = {"id", "title", "body", "prompt", "options"}
_OPTION_KEYS = {"text", "onSelect", "nextNodeId", "value", "_id"}


@dataclass(frozen=True)
class _Group:
    """A mapping of the file, and the line on which it begins; 0 where that is not known."""

    values: dict[str, Any]
    line: int = 0

    def text(self, key: str) -> str:
        value = self.values.get(key, "")
        return value.strip() if isinstance(value, str) else ""

    def groups(self, key: str) -> list["_Group"]:
        value = self.values.get(key, [])
        return [each for each in value if isinstance(each, _Group)] if type(value) is list else []


def read_yaml(text: str) -> ForeignTree:
    """The tree of a YAML file. Raises Refused."""
    return _tree(_from_yaml(text))


def read_json(data: Any) -> ForeignTree:
    """The tree of what a JSON file holds. Raises Refused."""
    return _tree(_from_json(data))


def _tree(data: Any) -> ForeignTree:
    nodes = data.groups("nodes") if isinstance(data, _Group) else []
    if not nodes or not all(node.text("id") for node in nodes):
        raise Refused(
            Loss(1, "this is no tree of Treenee: it has `nodes`, each of which has an `id`")
        )
    tree = ForeignTree(data.text("title") or data.text("name"))
    tree.start = data.text("startNodeId") or nodes[0].text("id")
    is_html = data.text("bodyFormat") in ("", "html")
    for node in nodes:
        tree.nodes += _nodes(node, tree, is_html)
    if tree.start not in {node.name for node in tree.nodes}:
        tree.lose(data.line, f"the start “{tree.start}”, which is not in the file")
        tree.start = tree.nodes[0].name
    _note_losses(tree, data, nodes)
    return tree


def _nodes(node: _Group, tree: ForeignTree, is_html: bool) -> Iterator[Node]:
    """The step of a node, and one for each option of it that leads to another site."""
    name, title = node.text("id"), node.text("title")
    body = node.text("body")
    if is_html:
        body = to_markdown(body, lambda said: tree.lose(node.line, f"in “{title}”: {said}"))
    ways, outside = [], []
    for number, option in enumerate(node.groups("options"), 1):
        target = option.text("onSelect") or option.text("nextNodeId")
        if "://" in target:
            address, target = target, f"{name} option {number}"
            words = f"[{address}]({address})"
            outside.append(Node(target, option.text("text"), words, (), option.line))
        if target:
            ways.append(Way(option.text("text"), target, option.line))
        else:
            tree.lose(option.line, f"the option “{option.text('text')}”, which leads nowhere")
    prompt = node.text("prompt")
    if prompt and ways:
        if body and title:
            tree.lose(node.line, f"the title “{title}” of the question “{prompt}”")
        yield Node(name, prompt, body or title, tuple(ways), node.line)
    else:
        yield Node(name, title or name, body, tuple(ways), node.line)
    yield from outside


def _note_losses(tree: ForeignTree, data: _Group, nodes: list[_Group]) -> None:
    for key in ("description", "accessCode"):
        if data.text(key):
            tree.lose(data.line, f"`{key}`: {data.text(key)}")
    options = [option for node in nodes for option in node.groups("options")]
    if scored := sum("value" in option.values for option in options):
        tree.lose(0, f"the scores (`value`) of {scored} options")
    for groups, known in (([data], _TREE_KEYS | {"accessCode"}), (nodes, _NODE_KEYS),
                          (options, _OPTION_KEYS)):  # fmt: skip
        for group in groups:
            for key in sorted(set(group.values) - known):
                tree.lose(group.line, f"`{key}`, which is not known")


def _from_yaml(text: str) -> Any:
    """The data of a YAML file, every scalar as a text; nothing in it may refer to other parts."""
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.AliasToken):
                raise Refused(Loss(token.start_mark.line + 1, "aliases (`*name`) are not read"))
        return _plain(yaml.compose(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Refused(Loss(line, f"this is not YAML: {error.problem or error.context}")) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Refused(Loss(1, f"this is not YAML: {error}")) from None


def _plain(node: yaml.Node | None) -> Any:
    match node:
        case yaml.MappingNode():
            values = {str(key.value): _plain(value) for key, value in node.value}
            return _Group(values, node.start_mark.line + 1)
        case yaml.SequenceNode():
            return [_plain(each) for each in node.value]
    return node.value if node else None


def _from_json(data: Any) -> Any:
    if isinstance(data, dict):
        return _Group({key: _from_json(value) for key, value in data.items()})
    if isinstance(data, list):
        return [_from_json(value) for value in data]
    return data if isinstance(data, str | None) else json.dumps(data)
