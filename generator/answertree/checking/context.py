"""What a check looks at."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from answertree.checking.suggestions import Suggestions
from answertree.knowledge.facts import OF_THE_DEVICE, Axis, Box, FactError, axes, box
from answertree.knowledge.graph import Graph, build_graph
from answertree.knowledge.model import Input
from answertree.knowledge.problems import DataPath, DataPlace
from answertree.knowledge.references import Names
from answertree.knowledge.steps import Question
from answertree.proving.table import Table
from answertree.reading.load import Loaded


class Context:
    """What was loaded, and what several checks want to know about it."""

    def __init__(self, loaded: Loaded) -> None:
        self.base = loaded.base
        self.uncertainty = loaded.uncertainty
        self.has_guide = loaded.has_guide
        self.place = loaded.place

    @cached_property
    def graph(self) -> Graph:
        """The decision tree, as far as its targets lead anywhere."""
        return build_graph(self.base)

    @cached_property
    def names(self) -> Names:
        """What may be referred to."""
        return Names(self.base)

    @cached_property
    def suggestions(self) -> Suggestions:
        """What may have been meant by a name that nothing has."""
        return Suggestions(self.base, self.names, self.graph)

    @cached_property
    def inputs(self) -> dict[str, Input]:
        """The inputs of which it is certain what they can be."""
        return {
            name: entry
            for name, entry in self.base.inputs.items()
            if name not in OF_THE_DEVICE
            and (entry.type != "choice" or len(entry.options) > 1)
            and (entry.from_ is None or entry.to is None or entry.from_ <= entry.to)
            and not any(
                self.uncertainty.covers(DataPlace("inputs", name, (key,)))
                for key in ("type", "options", "from", "to")
            )
        }

    @cached_property
    def axes(self) -> dict[str, Axis]:
        """The axes of all that can be known for certain."""
        return axes(self.inputs)

    def box(self, scenario: str, path: DataPath, when: Mapping[str, Sequence[str]]) -> Box | None:
        """The condition at a path in a scenario; None where it cannot be understood."""
        paths = (path, *((*path, fact) for fact in when))
        if any(self.uncertainty.covers(DataPlace("scenarios", scenario, each)) for each in paths):
            return None
        try:
            return box(when, self.inputs)
        except (KeyError, FactError):
            return None

    @cached_property
    def tables(self) -> dict[tuple[str, str], Table]:
        """The questions with a condition that can be understood on each answer, as tables."""
        found = {}
        for scenario, name, question in self.questions():
            boxes = []
            for index, answer in enumerate(question.answers):
                path = ("steps", name, "answers", index, "when")
                if answer.when and (understood := self.box(scenario, path, answer.when)):
                    boxes.append(understood)
            if boxes and len(boxes) == len(question.answers):
                used = dict.fromkeys(axis for each in boxes for axis in each)
                found[scenario, name] = Table([self.axes[axis] for axis in used], boxes)
        return found

    def is_whole(self, scenario: str, step: str) -> bool:
        """Whether a question has for each reader one answer, by conditions that are understood."""
        table = self.tables.get((scenario, step))
        return table is not None and not table.overlaps and table.gap is None

    def questions(self) -> Iterator[tuple[str, str, Question]]:
        """Every question, with its scenario and its id there."""
        for scenario, entry in self.base.scenarios.items():
            for name, step in entry.steps.items():
                if isinstance(step, Question):
                    yield scenario, name, step
