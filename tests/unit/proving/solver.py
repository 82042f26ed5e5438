"""What is proved, put to a general solver instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import z3
from answertree.knowledge.facts import Box
from answertree.proving.paths import Way

from tests.unit.proving.made import LARGE

Person = Mapping[str, z3.ArithRef]


def person(name: str = "") -> Person:
    """Somebody of whom nothing is known yet."""
    return {axis.name: z3.Int(f"{name} {axis.name}") for axis in LARGE}


def is_in(someone: Person, box: Box) -> z3.BoolRef:
    return z3.And([
        z3.Or([z3.And(someone[name] >= low, someone[name] <= high) for low, high in spans])
        for name, spans in box.items()
    ])  # fmt: skip


EVERYTHING: Box = {axis.name: axis.all for axis in LARGE}


def gap_and_overlap(boxes: Sequence[Box], patience: int) -> tuple[z3.CheckSatResult, ...]:
    """Whether somebody is in none of some boxes, and whether in two; each in so many seconds."""
    someone = person()
    inside = [is_in(someone, box) for box in boxes]
    found = []
    for condition in (z3.Not(z3.Or(inside)), z3.AtLeast(*inside, 2)):
        solver = z3.Solver()
        solver.set("timeout", 1_000 * patience)
        found.append(solver.check(is_in(someone, EVERYTHING), condition))
    return tuple(found)


@dataclass
class Walk:
    """Somebody who walks through a tree without a circle, from its first step to any other."""

    tree: Mapping[str, Sequence[Way]]

    def __post_init__(self) -> None:
        self._solver = z3.Solver()
        self._comes = {name: person(name) for name in self.tree}
        self._passes = {name: z3.Bool(name) for name in self.tree}
        by: dict[str, list[z3.BoolRef]] = {name: [] for name in self.tree}
        for ways in self.tree.values():
            for way in ways:
                by[way.target].append(z3.And(self._passes[way.source], self._takes(way)))
        first = next(iter(self.tree))
        for name, someone in self._comes.items():
            self._solver.add(is_in(someone, EVERYTHING))
            reason = z3.Or(*by[name], z3.BoolVal(name == first))
            self._solver.add(z3.Implies(self._passes[name], reason))

    def can_be(self, step: str, box: Box) -> bool:
        """Whether somebody can come to a step who is in a box."""
        there = is_in(self._comes[step], box)
        return bool(self._solver.check(self._passes[step], there) == z3.sat)

    def _takes(self, way: Way) -> z3.BoolRef:
        before, then = self._comes[way.source], self._comes[way.target]
        conditions = []
        for name in before:
            asked = {name: way.when[name]} if name in way.when else {}
            if name in way.sets:
                conditions.append(is_in(then, {name: way.sets[name]}))
            elif name in way.forgets:
                conditions.append(is_in(then, asked))
            else:
                conditions.append(then[name] == before[name])
            if name not in way.forgets:
                conditions.append(is_in(before, asked))
        return z3.And(conditions)
