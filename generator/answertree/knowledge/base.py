"""A knowledge base: the guide file and every entry, and questions about the whole of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from answertree.knowledge import model
from answertree.knowledge.field_types import Line
from answertree.knowledge.kinds import KINDS
from answertree.knowledge.model import Guide
from answertree.knowledge.record import Entry
from answertree.knowledge.steps import Scenario


@dataclass(frozen=True, eq=False)  # what was found out about a base can be looked up by it
class KnowledgeBase:
    """Everything that a content folder holds: the guide, and the entries by kind (folder) and id.

    The properties are the kinds by which the engine knows what to do; any other is in `entries`.
    """

    guide: Guide
    entries: Mapping[str, Mapping[str, Entry]]

    @classmethod
    def of(
        cls, guide: Guide | None, entries: Mapping[str, Mapping[str, Entry]] | None = None
    ) -> "KnowledgeBase":
        """A base of what there is; without a guide it has one that says nothing."""
        given = entries or {}
        return cls(
            guide or _no_guide(), {kind.folder: given.get(kind.folder, {}) for kind in KINDS}
        )

    def with_entries(self, **changed: Mapping[str, Any]) -> "KnowledgeBase":
        """The same base with other entries of some kinds."""
        return KnowledgeBase(self.guide, {**self.entries, **changed})

    def entry(self, kind: str, name: str) -> Guide | Entry:
        """What a file holds, by its kind and id as `all_entries` gives them."""
        return self.guide if kind == "guide" else self.entries[kind][name]

    @property
    def scenarios(self) -> Mapping[str, Scenario]:
        """The parts of the decision tree."""
        return cast(Mapping[str, Scenario], self.entries["scenarios"])

    @property
    def faq(self) -> Mapping[str, model.Faq]:
        """The questions and their answers."""
        return cast(Mapping[str, model.Faq], self.entries["faq"])

    @property
    def rules(self) -> Mapping[str, model.Rule]:
        """The dos and don’ts."""
        return cast(Mapping[str, model.Rule], self.entries["rules"])

    @property
    def scripts(self) -> Mapping[str, model.Script]:
        """The words to say."""
        return cast(Mapping[str, model.Script], self.entries["scripts"])

    @property
    def inputs(self) -> Mapping[str, model.Input]:
        """What readers fill in."""
        return cast(Mapping[str, model.Input], self.entries["inputs"])

    @property
    def slots(self) -> dict[str, str]:
        """What stands in a text in place of each input until it is filled in."""
        return {name: entry.ask for name, entry in self.inputs.items()}

    @property
    def timetables(self) -> Mapping[str, model.Timetable]:
        """The good and bad hours."""
        return cast(Mapping[str, model.Timetable], self.entries["timetables"])

    @property
    def reminders(self) -> Mapping[str, model.Reminder]:
        """The days that are worked out."""
        return cast(Mapping[str, model.Reminder], self.entries["reminders"])

    @property
    def pages(self) -> Mapping[str, model.Page]:
        """The pages beside home and the decision page."""
        return cast(Mapping[str, model.Page], self.entries["pages"])

    @property
    def sources(self) -> Mapping[str, model.Source]:
        """Where points come from."""
        return cast(Mapping[str, model.Source], self.entries["sources"])


def _no_guide() -> Guide:
    required = (name for name, field in Guide.model_fields.items() if field.is_required())
    nothing: dict[str, Any] = dict.fromkeys(required)
    return Guide.model_construct(**nothing | {"starts": (), "pages": ()})


def all_entries(base: KnowledgeBase) -> Iterator[tuple[str, str, Guide | Entry]]:
    """Everything that a file holds, as (kind, id, entry); the guide file is of the kind `guide`."""
    yield "guide", "guide", base.guide
    for kind, entries in base.entries.items():
        for name, entry in entries.items():
            yield kind, name, entry


@lru_cache(maxsize=1)
def points(base: KnowledgeBase) -> Mapping[str, Line]:
    """Every point of every source, by id."""
    return {name: text for source in base.sources.values() for name, text in source.points.items()}


@lru_cache(maxsize=1)
def sources_of_points(base: KnowledgeBase) -> Mapping[str, str]:
    """From every point, by id, to the id of its source."""
    return {point: name for name, source in base.sources.items() for point in source.points}
