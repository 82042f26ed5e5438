"""Everything in a knowledge base by kind and id, and what the names in it refer to.

Kinds are the folders of entries, `steps` (by `scenario.step`), `sections` (by `page.section`),
`points`, `topics`, and `guide`.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from pydantic import BaseModel

from answertree.knowledge import graph
from answertree.knowledge.base import KnowledgeBase, points
from answertree.knowledge.field_types import Line, Link, StepId, Target, Text
from answertree.knowledge.kinds import BY_LINK, KINDS
from answertree.knowledge.references import NAME_TYPES
from answertree.knowledge.text_parser import with_addresses
from answertree.knowledge.when import Paragraphs, Said, WayOn

Index = Mapping[str, Mapping[str, Any]]

# The kinds of entry whose parts are things with an id of their own, and the kinds of these.
PARTS = {kind.folder: kind.parts for kind in KINDS if kind.parts and not kind.parts_by_themselves}
# The kind of thing that a name refers to, by what `NAME_TYPES` calls it.
_KINDS = {"step": "steps", "point": "points", "topic": "topics"} | {
    kind.noun: kind.folder for kind in KINDS
}


def index(base: KnowledgeBase) -> dict[str, dict[str, Any]]:
    """Each thing by kind and id; entries come before their parts."""
    found: dict[str, dict[str, Any]] = {
        kind: dict(entries) for kind, entries in base.entries.items()
    }
    for kind, parts in PARTS.items():
        found[parts] = {
            f"{name}.{part}": thing
            for name, entry in found[kind].items()
            for part, thing in getattr(entry, parts).items()
        }
    found["points"] = dict(points(base))
    found["topics"] = dict(base.guide.topics)
    found["guide"] = {"guide": base.guide} if base.guide.title else {}
    return found


def refers_to(value: object) -> tuple[str, str] | None:
    """The kind and the id of what a name refers to; None of any other value."""
    what = next((what for each, what in NAME_TYPES if isinstance(value, each)), "")
    if what != "link":
        return (_KINDS[what], str(value)) if what in _KINDS else None
    prefix, _, name = str(value).partition(":")
    if prefix not in BY_LINK:
        return None
    kind = BY_LINK[prefix]
    return (kind.parts if "." in name or kind.parts_by_themselves else kind.folder), name


def resolved_index(base: KnowledgeBase, id_now: Callable[[str, str], str]) -> Index:
    """The index of a base in which names are comparable with those of another base.

    A name of a step is `scenario.step`, and a thing is referred to by the id that `id_now` gives
    for its kind and id.
    """
    return {
        kind: {name: resolved(base, id_now, kind, name, thing) for name, thing in things.items()}
        for kind, things in index(base).items()
    }


def resolved(
    base: KnowledgeBase, id_now: Callable[[str, str], str], kind: str, name: str, thing: Any
) -> Any:
    """One thing of that index, given as `index` has it."""
    return _resolved(base, id_now, _scenario(kind, name), thing)


def _scenario(kind: str, name: str) -> str:
    """The scenario to which names of steps in a thing belong."""
    return name.partition(".")[0] if kind in ("scenarios", "steps") else ""


def _resolved(
    base: KnowledgeBase, id_now: Callable[[str, str], str], scenario: str, value: Any
) -> Any:
    resolved = partial(_resolved, base, id_now, scenario)
    value = _by_itself(value)
    if isinstance(value, BaseModel):
        fields = {name: resolved(getattr(value, name)) for name in type(value).model_fields}
        for name, inside in fields.items():
            if isinstance(inside, dict):  # its keys may be ids, as those of points and topics are
                fields[name] = {id_now(name, key): item for key, item in inside.items()}
        return value.model_copy(update=fields)
    if isinstance(value, dict):
        return {key: resolved(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(map(resolved, value))
    if isinstance(value, Line | Text):
        return type(value)(with_addresses(value, lambda address: resolved(Link(address))))
    if isinstance(value, StepId):
        value = type(value)(f"{scenario}.{value}")
    elif isinstance(value, Target):
        value = type(value)(graph.resolve(base, scenario or None, value) or value)
    if not (reference := refers_to(value)):
        return value
    kind, name = reference
    return type(value)(value.removesuffix(name) + id_now(kind, name))


def _by_itself(value: Any) -> Any:
    """A text for the group of keys that it is short for, as most people write it."""
    if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], Paragraphs | WayOn):
        return _by_itself(value[0])
    if isinstance(value, Said | Paragraphs) and not value.when:
        return value.say
    return value.go if isinstance(value, WayOn) and not (value.when or value.say) else value


def in_full(value: Any, like: Any) -> Any:
    """What is written by itself as the group of keys that it is short for, if the other is one."""
    if isinstance(like, Said | Paragraphs) and isinstance(value, Line | Text):
        return like.model_copy(update={"say": value, "when": None})
    if isinstance(like, WayOn) and isinstance(value, Target):
        return like.model_copy(update={"go": value, "say": None, "when": None})
    return value
