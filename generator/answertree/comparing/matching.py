"""Which thing of one knowledge base is which of another: by its id, an old id, or its likeness."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from pydantic import BaseModel

from answertree.knowledge import field_types, graph, model, text
from answertree.knowledge.base import KnowledgeBase, points
from answertree.knowledge.kinds import BY_LINK, KINDS
from answertree.knowledge.model import Outcome

T = TypeVar("T")

# The names of things, by type, and the kind of thing that each names.
_NAMES: dict[type, str] = {
    field_types.PointId: "points",
    field_types.ScriptId: "scripts",
    field_types.TimetableId: "timetables",
    field_types.TopicId: "topics",
    field_types.PageId: "pages",
}


@dataclass(frozen=True)
class Change:
    """Two bases, and for each kind of thing its ids now and what each was before.

    Kinds are those of `KINDS`, and `steps` (`scenario.step`), `sections` (`page.section`), `points`
    and `topics`. In `before` the entries have their old ids, and refer to others by the new ones.
    """

    before: KnowledgeBase
    after: KnowledgeBase
    was: Mapping[str, Mapping[str, str]]

    @cached_property
    def _now(self) -> dict[str, dict[str, str]]:
        return {kind: {old: new for new, old in ids.items()} for kind, ids in self.was.items()}

    @cached_property
    def trees(self) -> tuple[graph.Graph, graph.Graph]:
        """The decision tree before, and as it is now."""
        return graph.build_graph(self.before), graph.build_graph(self.after)

    def now(self, kind: str, old: str) -> str | None:
        """The id that a thing has now; None when it is gone."""
        return self._now[kind].get(old)


def match(before: KnowledgeBase, after: KnowledgeBase) -> Change:
    """What became of each thing in `before`; what cannot be recognised is gone, or new."""
    was: dict[str, dict[str, str]] = {}
    for kind in (each.folder for each in KINDS):
        old, new = before.entries[kind], after.entries[kind]
        former: dict[str, str] = {
            each: name for name, entry in new.items() for each in entry.formerly
        }
        likeness = [content, title] + ([_step_ids] if kind == "scenarios" else [])
        was[kind] = _match(old, new, former, likeness)
    steps = [graph.build_graph(base).steps for base in (before, after)]
    former = _former_steps(after, was["scenarios"])
    was["steps"] = _match(steps[0], steps[1], former, [content, title])
    former = _former_sections(after, was["pages"])
    was["sections"] = _match(_sections(before), _sections(after), former, [content, title])
    was["points"] = _match(points(before), points(after), {}, [str])
    was["topics"] = _match(before.guide.topics, after.guide.topics, {}, [str])
    change = Change(before, after, was)
    entries = {kind: _today(dict(old), change) for kind, old in before.entries.items()}
    return replace(change, before=KnowledgeBase(_today(before.guide, change), entries))


def pairs(
    old: Iterable[T], new: Sequence[T], *likeness: Callable[[T], object]
) -> list[tuple[T | None, T | None]]:
    """Items of two lists side by side: those alike in the first way, then in the second, and on.

    They come in the order of `new`; those of `old` that are like none come last.
    """
    rest = list(old)
    found: dict[int, T] = {}
    for like in likeness:
        for index, item in enumerate(new):
            place = next((at for at, each in enumerate(rest) if like(each) == like(item)), None)
            if index not in found and place is not None:
                found[index] = rest.pop(place)
    beside = [(found.get(index), item) for index, item in enumerate(new)]
    return [*beside, *((item, None) for item in rest)]


def content(thing: BaseModel) -> object:
    """All that a thing says, without its old names and the ways on from it."""
    return tuple(
        (path, value)
        for path, value in model.walk(thing)
        if "formerly" not in path and not isinstance(value, field_types.Target | field_types.StepId)
    )


def title(thing: Any) -> object:
    """What kind of thing it is, and the words by which a reader knows it."""
    if isinstance(thing, Outcome):
        return Outcome, thing.advise
    if isinstance(thing, model.Rule):
        return thing.do, thing.dont
    return type(thing), thing.ask if hasattr(thing, "ask") else thing.title


def _match(
    old: Mapping[str, T],
    new: Mapping[str, T],
    former: Mapping[str, str],
    likeness: Iterable[Callable[[Any], object]],
) -> dict[str, str]:
    found = {name: name for name in new if name in old}
    for was, name in former.items():
        if was in old and was not in new:
            found.setdefault(name, was)
    for like in likeness:
        taken = set(found.values())
        waiting: dict[object, list[str]] = {}
        for name, thing in old.items():
            if name not in taken:
                waiting.setdefault(like(thing), []).append(name)
        for name, thing in new.items():
            if name not in found and (same := waiting.get(like(thing))):
                found[name] = same.pop(0)
    return found


def _step_ids(scenario: model.Scenario) -> object:
    return frozenset(scenario.steps)


def _former_steps(base: KnowledgeBase, scenarios: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for scenario, entry in base.scenarios.items():
        for step in entry.steps:
            name = f"{scenario}.{step}"
            found |= {old: name for old, _ in graph.former(scenario, entry, step)}
            found.setdefault(f"{scenarios.get(scenario, scenario)}.{step}", name)
    return found


def _sections(base: KnowledgeBase) -> dict[str, model.Section]:
    return {
        f"{page}.{name}": section
        for page, entry in base.pages.items()
        for name, section in entry.sections.items()
    }


def _former_sections(base: KnowledgeBase, pages: Mapping[str, str]) -> dict[str, str]:
    return {
        f"{pages.get(page, page)}.{old}": f"{page}.{name}"
        for page, entry in base.pages.items()
        for name, section in entry.sections.items()
        for old in (name, *section.formerly)
    }


def _today(value: Any, change: Change) -> Any:
    """A value in which the names of other things are those that they have now."""
    if isinstance(value, BaseModel):
        fields = {name: _today(getattr(value, name), change) for name in type(value).model_fields}
        return value.model_copy(update=fields)
    if isinstance(value, dict):
        return {key: _today(item, change) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(_today(item, change) for item in value)
    if isinstance(value, field_types.Link):
        return field_types.Link(_link(value, change))
    if isinstance(value, field_types.Line | field_types.Text):
        return type(value)(
            text.LINK_IN_TEXT.sub(lambda found: f"]({_link(found[1], change)})", value)
        )
    kind = _NAMES.get(type(value))
    return type(value)(change.now(kind, value) or value) if kind else value


def _link(link: str, change: Change) -> str:
    prefix, _, name = link.partition(":")
    kind = BY_LINK.get(prefix)
    if not kind:
        return link
    what = kind.parts if "." in name or kind.parts_by_themselves else kind.folder
    return f"{prefix}:{change.now(what, name) or name}"
