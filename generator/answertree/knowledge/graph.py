"""Pure questions about the decision tree: where answers lead, what can be reached, how far it is.

A step is named `scenario.step` here. A way is counted in answers, up to the first step that does
not ask: what comes after it is a new way.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.problems import DataPath
from answertree.knowledge.steps import Outcome, Question, Scenario, Step, Task


@dataclass(frozen=True)
class Edge:
    """A way from one step to another: an answer, or a `next` (`say` is empty)."""

    source: str
    target: str
    say: str


@dataclass(frozen=True)
class Graph:
    """The steps by name, the edges from each, and the steps at which readers start."""

    steps: Mapping[str, Step]
    edges: Mapping[str, tuple[Edge, ...]]
    starts: tuple[str, ...]

    @cached_property
    def questions(self) -> dict[str, tuple[str, ...]]:
        """The questions, and where the answers of each lead."""
        return {
            name: tuple(edge.target for edge in self.edges[name])
            for name, step in self.steps.items()
            if isinstance(step, Question)
        }


def former(scenario: str, entry: Scenario, step: str) -> Iterator[tuple[str, DataPath]]:
    """The names that a step had before, each with the place in the file that says so.

    They come from its own old ids, and from those of its scenario.
    """
    own = entry.steps[step].formerly
    for index, old in enumerate(own):
        yield old if "." in old else f"{scenario}.{old}", ("steps", step, "formerly", index)
    for index, was in enumerate(entry.formerly):
        for name in (step, *(old for old in own if "." not in old)):
            yield f"{was}.{name}", ("formerly", index)


def resolve(base: KnowledgeBase, scenario: str | None, target: str) -> str | None:
    """The step that `target` means, seen from `scenario`; None when there is no such step.

    A name without a dot is a step of the same scenario, or else a scenario: its start is meant.
    """
    if "." not in target and scenario and target in base.scenarios[scenario].steps:
        return f"{scenario}.{target}"
    name, _, step = target.partition(".")
    if name not in base.scenarios:
        return None
    step = step or base.scenarios[name].start
    return f"{name}.{step}" if step in base.scenarios[name].steps else None


def targets(step: Step) -> tuple[tuple[str, str], ...]:
    """The ways on from a step as they are written: (what the answer says, its target)."""
    if isinstance(step, Question):
        return tuple((answer.say, answer.go) for answer in step.answers)
    if isinstance(step, Task):
        return (("", step.next),)
    return tuple(("", way.go) for way in step.next)


def build_graph(base: KnowledgeBase) -> Graph:
    """The graph of a base. Targets that lead nowhere are left out: a check names them."""
    steps: dict[str, Step] = {}
    edges: dict[str, tuple[Edge, ...]] = {}
    for scenario, entry in base.scenarios.items():
        for name, step in entry.steps.items():
            source = f"{scenario}.{name}"
            steps[source] = step
            edges[source] = tuple(
                Edge(source, target, say)
                for say, written in targets(step)
                if (target := resolve(base, scenario, written))
            )
    starts = (resolve(base, None, start.go) for start in base.guide.starts)
    return Graph(steps, edges, tuple(start for start in starts if start))


def heard(graph: Graph, name: str) -> list[tuple[str, str]]:
    """What may be heard at a step of a whole graph: (the words, the step that these lead to)."""
    step = graph.steps[name]
    if not isinstance(step, Question):
        return []
    ways = zip(step.answers, graph.edges[name], strict=True)
    return [(answer.hear, edge.target) for answer, edge in ways if answer.hear]


def rehearsal(graph: Graph, start: str) -> list[str]:
    """The steps of a rehearsal, the first one first: those that what is heard leads to.

    After what is to be done first it goes on.
    """
    found = [start]
    for name in found:
        after = [target for _, target in heard(graph, name)]
        if isinstance(graph.steps[name], Task):
            after = [edge.target for edge in graph.edges[name]]
        found += [target for target in after if target not in found]
    return found


def reachable(graph: Graph, starts: Iterable[str]) -> set[str]:
    """Every step that can be reached from any of `starts`, by answers and by handing over."""
    seen = {start for start in starts if start in graph.steps}
    waiting = deque(seen)
    while waiting:
        for edge in graph.edges[waiting.popleft()]:
            if edge.target not in seen:
                seen.add(edge.target)
                waiting.append(edge.target)
    return seen


def scenario_order(graph: Graph) -> list[str]:
    """The scenarios in the order in which a reader meets them, from the first start on."""
    order: dict[str, None] = {}
    seen: set[str] = set()
    waiting = deque([*graph.starts, *graph.steps])
    while waiting:
        name = waiting.popleft()
        if name in seen:
            continue
        seen.add(name)
        order[name.partition(".")[0]] = None
        waiting.extendleft(reversed([edge.target for edge in graph.edges[name]]))
    return list(order)


def loops(ways: Mapping[str, tuple[str, ...]]) -> list[set[str]]:
    """Groups of steps that can lead round to each other; `ways` says where each leads."""
    before, rest = _leading_to(ways), set(ways)
    found: list[set[str]] = []
    # Of those that remain, the last one is led to only by those that it leads to as well.
    for name in reversed(_left_in_order(ways)):
        if name in rest:
            group = _reach(before, [name], rest)
            rest -= group
            if len(group) > 1 or name in ways[name]:
                found.append(group)
    return sorted(found, key=min)


def distances(graph: Graph) -> dict[str, tuple[int, int]]:
    """From each step the (shortest, longest) way to one that does not ask, in answers.

    Questions from which a loop can be entered have no longest way and are left out.
    """
    lengths = {name: (0, 0) for name in graph.steps if name not in graph.questions}
    for name in _in_order(graph.questions):
        after = [lengths[target] for target in graph.questions[name] if target in lengths]
        if after:
            lengths[name] = 1 + min(way[0] for way in after), 1 + max(way[1] for way in after)
    return lengths


def dead_ends(graph: Graph) -> dict[str, tuple[str, ...]]:
    """The steps from which no outcome can be reached, and where each leads."""
    ways = {name: tuple(edge.target for edge in edges) for name, edges in graph.edges.items()}
    outcomes = [name for name, step in graph.steps.items() if isinstance(step, Outcome)]
    alive = _reach(_leading_to(ways), outcomes, set(ways))
    return {name: after for name, after in ways.items() if name not in alive}


def _in_order(ways: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Steps, each after all those it leads to; those that lead into a loop are left out."""
    waits = {name: {target for target in after if target in ways} for name, after in ways.items()}
    before = _leading_to(ways)
    ready = [name for name, after in waits.items() if not after]
    order: list[str] = []
    while ready:
        name = ready.pop()
        order.append(name)
        for earlier in before[name]:
            waits[earlier].discard(name)
            if not waits[earlier]:
                ready.append(earlier)
    return order


def _left_in_order(ways: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Steps in the order in which a walk along all ways has left them for good."""
    order: list[str] = []
    seen: set[str] = set()
    for start in ways:
        walk = [] if start in seen else [(start, iter(ways[start]))]
        seen.add(start)
        while walk:
            name, after = walk[-1]
            target = next((each for each in after if each in ways and each not in seen), None)
            if target is None:
                order.append(name)
                walk.pop()
            else:
                seen.add(target)
                walk.append((target, iter(ways[target])))
    return order


def _leading_to(ways: Mapping[str, tuple[str, ...]]) -> dict[str, set[str]]:
    """The steps with a way that leads to each step."""
    before: dict[str, set[str]] = {name: set() for name in ways}
    for name, after in ways.items():
        for target in after:
            if target in before:
                before[target].add(name)
    return before


def _reach(ways: Mapping[str, Iterable[str]], starts: Iterable[str], within: set[str]) -> set[str]:
    """Every step within some others that can be reached from any of `starts`, these included."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for target in ways[waiting.pop()]:
            if target in within and target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen
