"""Which thing of one knowledge base is which of another: by its id, an old id, or its likeness."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from answertree.comparing.index import PARTS, Index, index, resolved, resolved_index
from answertree.comparing.titles import title
from answertree.knowledge import field_types, graph, model
from answertree.knowledge.base import KnowledgeBase

T = TypeVar("T")


@dataclass(frozen=True)
class Change:
    """Two knowledge bases, and which thing of one is which of the other.

    `was` gives for each kind of the index the id before, by the id now. In `old` and `new`, names
    refer to things by the ids that these have now, and to a step as `scenario.step`.
    """

    before: KnowledgeBase
    after: KnowledgeBase
    was: Mapping[str, Mapping[str, str]]

    @cached_property
    def old(self) -> Index:
        """Each thing as it was."""
        return resolved_index(self.before, self._id_now)

    @cached_property
    def new(self) -> Index:
        """Each thing as it is now."""
        return resolved_index(self.after, lambda _, name: name)

    def resolved(self, kind: str, was: Any, now: Any, name: str) -> tuple[Any, Any]:
        """A single thing of `old` and of `new`, given as the bases have it; `name` is its id."""
        before = resolved(self.before, self._id_now, kind, self.was[kind][name], was)
        return before, resolved(self.after, lambda _, name: name, kind, name, now)

    def _id_now(self, kind: str, name: str) -> str:
        return self.now(kind, name) or name

    @cached_property
    def graphs(self) -> tuple[graph.Graph, graph.Graph]:
        """The decision tree before, and as it is now."""
        return graph.build_graph(self.before), graph.build_graph(self.after)

    def now(self, kind: str, old: str) -> str | None:
        """The id that a thing has now; None when it is gone."""
        return self._now.get(kind, {}).get(old)

    @cached_property
    def _now(self) -> dict[str, dict[str, str]]:
        return {kind: {old: new for new, old in ids.items()} for kind, ids in self.was.items()}


def match(before: KnowledgeBase, after: KnowledgeBase) -> Change:
    """What became of each thing in `before`; what cannot be recognised is gone, or new."""
    old, new = index(before), index(after)
    was: dict[str, dict[str, str]] = {}
    for kind in new:
        former = dict(_former_ids(kind, new, was))
        was[kind] = _match(old[kind], new[kind], former)
    return Change(before, after, was)


def pairs(
    old: Iterable[T], new: Sequence[T], *likeness: Callable[[T, T], float]
) -> list[tuple[T | None, T | None]]:
    """Items of two lists side by side: those most alike in the first way, then in the second.

    Alike are items whose likeness is 0.5 or more. They come in the order of `new`; items of `old`
    that are like none come last.
    """
    rest = list(old)
    found: dict[int, T] = {}
    for alike in likeness:
        for place, item in enumerate(new):
            if place not in found and rest:
                scores = [alike(each, item) for each in rest]
                if max(scores) >= 0.5:
                    found[place] = rest.pop(scores.index(max(scores)))
    beside = [(found.get(place), item) for place, item in enumerate(new)]
    return [*beside, *((item, None) for item in rest)]


def _former_ids(
    kind: str, new: Index, was: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """Ids that things had before, as far as content says so, with the ids that they have now."""
    container = next((each for each, parts in PARTS.items() if parts == kind), None)
    for name, thing in new[kind].items():
        former = getattr(thing, "formerly", ())
        if container:
            entry, _, part = name.partition(".")
            entries = dict.fromkeys(
                (entry, was[container].get(entry, entry), *new[container][entry].formerly)
            )
            for old in (part, *former):
                if "." in old:
                    yield old, name
                else:
                    yield from ((f"{each}.{old}", name) for each in entries)
        else:
            yield from ((old, name) for old in former)


def _match(
    old: Mapping[str, Any], new: Mapping[str, Any], former: Mapping[str, str]
) -> dict[str, str]:
    found = {name: name for name in new if name in old}
    for was, name in former.items():
        if was in old and was not in new:
            found.setdefault(name, was)
    for like in (_content, _title, _parts):  # from the surest sign to the weakest
        taken = set(found.values())
        waiting: dict[object, list[str]] = {}
        for name, thing in old.items():
            if name not in taken:
                waiting.setdefault(like(thing), []).append(name)
        for name, thing in new.items():
            if name not in found and (key := like(thing)) and (same := waiting.get(key)):
                found[name] = same.pop(0)
    return found


def _content(thing: object) -> object:
    """All that a thing says, without its old ids and the ways on from it."""
    return tuple(
        (path, value)
        for path, value in model.walk(thing)
        if "formerly" not in path and not isinstance(value, field_types.Target | field_types.StepId)
    )


def _title(thing: object) -> object:
    return type(thing), title(thing)


def _parts(thing: object) -> object:
    """The ids of the parts of an entry; nothing when it has none."""
    return frozenset(name for parts in PARTS.values() for name in getattr(thing, parts, ()))
