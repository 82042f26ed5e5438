"""How long it takes to prove large content whole, beside a general solver on the same."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import z3
from answertree.knowledge.facts import Box
from answertree.proving.paths import Reach, Way
from answertree.proving.readers import Diagrams
from answertree.proving.table import Table

from tests.unit.proving.made import LARGE, cut_up
from tests.unit.proving.solver import Walk, gap_and_overlap

RULES, QUESTIONS = 5_000, 5_000
PATIENCE = 60  # seconds that the solver has for a question


@dataclass(frozen=True)
class Proof:
    """Seconds of CPU for a proof, how many are allowed, and how far the solver came in its time."""

    what: str
    ours: float
    allowed: float
    solver: str


def measure() -> list[Proof]:
    """Prove a table and a tree, with us and with the solver."""
    return [_of_a_table(cut_up(LARGE, RULES, Random(0))), _of_a_tree(_tree(Random(0)))]


def table(proofs: Sequence[Proof]) -> str:
    """The times, as Markdown."""
    lines = ["| proof | CPU s | z3 |", "| --- | ---: | --- |"]
    return "\n".join([*lines, *(f"| {p.what} | {p.ours:.2f} | {p.solver} |" for p in proofs)])


def broken(proofs: Sequence[Proof]) -> Iterator[str]:
    """A sentence for each proof that takes too long."""
    for proof in proofs:
        if proof.ours > proof.allowed:
            yield f"{proof.what} takes {proof.ours:.2f} s of CPU ({proof.allowed:.0f} allowed)."


def _of_a_table(boxes: Sequence[Box]) -> Proof:
    started = time.process_time()
    found = Table(LARGE, boxes)
    assert found.gap is None
    assert not found.overlaps
    between = time.process_time()
    answers = gap_and_overlap(boxes, PATIENCE)
    solved = sum(answer == z3.unsat for answer in answers)
    solver = f"{solved} of 2 questions in {time.process_time() - between:.0f} s"
    what = f"one question, {RULES:,} answers, {len(LARGE)} facts"
    return Proof(what, between - started, 1, solver)


def _of_a_tree(tree: dict[str, list[Way]]) -> Proof:
    ways = [way for ways in tree.values() for way in ways]
    started = time.process_time()
    reach = Reach(Diagrams(LARGE), tree, ["q0"])
    found = [reach.anybody(way.source, way.when) for way in ways]
    between = time.process_time()
    walk = Walk(tree)
    solved = 0
    for way, possible in zip(ways, found, strict=True):
        if time.process_time() - between > PATIENCE:
            break
        assert walk.can_be(way.source, way.when) == possible
        solved += 1
    solver = f"{solved:,} of {len(ways):,} answers in {time.process_time() - between:.0f} s"
    return Proof(f"a tree of {QUESTIONS:,} questions", between - started, 10, solver)


def _tree(chance: Random) -> dict[str, list[Way]]:
    """Questions on one or two facts each; most answers lead to a question of their own."""
    tree: dict[str, list[Way]] = {f"q{number}": [] for number in range(QUESTIONS)}
    further = iter(list(tree)[1:])
    for name in list(tree):
        for box in cut_up(chance.sample(LARGE, chance.randint(1, 2)), chance.randint(2, 4), chance):
            tree[name].append(Way(name, next(further, "end"), "", box))
    return {**tree, "end": []}
