"""A tree from elsewhere as the YAML of a scenario: names become ids, and words texts of content."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import yaml

from answertree.exchanging.clean_text import as_line, as_text, as_title
from answertree.exchanging.foreign_tree import ForeignTree, Node, Way
from answertree.knowledge.field_types import normalized

LONGEST_ID = 60
FACTS = {"notes", "time", "weekday"}  # that devices know without being told


@dataclass(frozen=True)
class Choice:
    """An input that is chosen: its id and the data of its file, and the id of each value."""

    id: str
    data: dict[str, Any]
    options: dict[str, str]


def choices(tree: ForeignTree) -> dict[str, Choice]:
    """The inputs that the answers of a tree are about, by the names that the tree has for them."""
    ids = _ids(list(tree.choices), FACTS)
    found: dict[str, Choice] = {}
    for name, values in tree.choices.items():
        options = _ids(list(values), ())
        words = {options[value]: as_title(said) or value for value, said in values.items()}
        data = {"ask": as_title(name) or name, "type": "choice", "options": words}
        found[name] = Choice(ids[name], data, options)
    return found


def scenario(
    tree: ForeignTree, taken: Collection[str], known: Mapping[str, Choice] | None = None
) -> dict[str, Any]:
    """The data of a scenario; `taken` are names that its steps cannot have.

    Answers say when they are right by the `known` choices. What could not be carried over is noted
    in the tree.
    """
    ids = _ids([node.name for node in tree.nodes], taken)
    titles = {node.name: _title(node) for node in tree.nodes}
    return {
        "title": as_title(tree.title) or titles[tree.start],
        "start": ids[tree.start],
        "steps": {
            ids[node.name]: _step(tree, node, ids, titles, known or {}) for node in tree.nodes
        },
    }


def as_yaml(data: Any, comment: str) -> str:
    """Data as YAML, below a comment."""
    written = yaml.dump(
        data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100, indent=2
    )
    return f"# {comment}\n{written}"


def slug(name: str, otherwise: str) -> str:
    """A name as an id: a-z, 0-9 and single hyphens; `otherwise` where nothing is left of it."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.findall("[a-z0-9]+", plain.replace("’", "").replace("'", ""))
    return "-".join(words)[:LONGEST_ID].strip("-") or otherwise


def _ids(names: list[str], taken: Collection[str]) -> dict[str, str]:
    """An id for each name, without the beginning that all of them share, such as `story_`."""
    ends = (min(names), max(names)) if len(names) > 1 else ("", "")
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(*ends, strict=False))
    shared = "".join(letter for letter, _ in pairs)
    start = max(shared.rfind("."), shared.rfind("_")) + 1
    used, found = set(taken), {}
    for number, name in enumerate(names, 1):
        wanted = made = slug(name[start:], f"step-{number}")
        count = 2
        while made in used:
            made, count = f"{wanted}-{count}", count + 1
        used.add(made)
        found[name] = made
    return found


def _title(node: Node) -> str:
    return as_title(node.title) or as_title(node.name) or "…"


def _step(
    tree: ForeignTree,
    node: Node,
    ids: dict[str, str],
    titles: dict[str, str],
    known: Mapping[str, Choice],
) -> dict[str, Any]:
    """A node with two ways or more is a question; any other is an outcome, which may go on."""

    def lose(said: str) -> None:
        tree.lose(node.line, f"in “{titles[node.name]}”: {said}")

    ways = list(_found(tree, node, ids))
    if len(ways) < 2:
        return {
            "advise": titles[node.name],
            **_given(text=as_text(node.text, lose)),
            **(_next(ways[0], ids, titles) if ways else {}),
        }
    if "\n\n" in node.text.strip():
        lose("its paragraphs are one line, since a question has no more")
    words = _words(tree, ways, titles)
    answers = [
        {
            "say": said,
            **_given(hint=as_line(way.hint, lose)),
            "go": ids[way.target],
            **_condition(way, known),
        }
        for said, way in zip(words, ways, strict=True)
    ]
    return {
        "ask": titles[node.name],
        **_given(help=as_line(node.text, lose)),
        "answers": answers,
    }


def _found(tree: ForeignTree, node: Node, ids: dict[str, str]) -> Iterable[Way]:
    """The ways that lead to a node, each once."""
    seen = set()
    for way in node.ways:
        if way.target not in ids:
            tree.lose(way.line, f"the way to “{way.target}”, which is not in the file")
        elif (key := (normalized(as_title(way.say)), way.target)) not in seen:
            seen.add(key)
            yield way


def _next(way: Way, ids: dict[str, str], titles: dict[str, str]) -> dict[str, str]:
    words = as_title(way.say)
    said = {} if not words or words == titles[way.target] else {"next-say": words}
    return {"next": ids[way.target], **said}


def _words(tree: ForeignTree, ways: list[Way], titles: dict[str, str]) -> list[str]:
    """What the answers of a question say, no two the same."""
    found: list[str] = []
    said: set[str] = set()
    for way in ways:
        words = as_title(way.say)
        if not words:
            words = titles[way.target]
            tree.lose(way.line, f"an answer had no words: it says “{words}”, where it leads")
        if normalized(words) in said:
            before, words = words, f"{words} ({titles[way.target]})"
            tree.lose(way.line, f"two answers said “{before}”: one says “{words}”")
        while normalized(words) in said:
            words += " again"
        said.add(normalized(words))
        found.append(words)
    return found


def _condition(way: Way, known: Mapping[str, Choice]) -> dict[str, Any]:
    """When an answer is right, and what a device remembers of it."""
    if way.fact not in known:
        return {}
    choice = known[way.fact]
    values = [choice.options[value] for value in way.values]
    if len(values) > 1:
        return {"when": {choice.id: values}}
    return {"when": {choice.id: values[0]}, "sets": {choice.id: values[0]}}


def _given(**texts: str) -> dict[str, str]:
    return {key: text for key, text in texts.items() if text}


class _Dumper(yaml.SafeDumper):
    """Writes paragraphs as they are read, and nothing by reference."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _write_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _write_text)
