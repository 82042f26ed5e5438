"""Checks of the decision tree: every way on leads somewhere, and ends in an outcome."""

from collections.abc import Callable, Iterator

from answertree.checking.context import Context
from answertree.knowledge import graph
from answertree.knowledge.field_types import normalized
from answertree.knowledge.problems import DataPlace, Problem
from answertree.knowledge.references import references
from answertree.knowledge.steps import Outcome


def too_few_answers(context: Context) -> Iterator[Problem]:
    """A question with fewer than two answers asks nothing."""
    for scenario, name, step in context.questions():
        if len(step.answers) < 2:
            yield Problem(
                DataPlace("scenarios", scenario, ("steps", name, "answers"), on_key=True),
                "too-few-answers",
                f"the question `{name}` has {'only one' if step.answers else 'no'} answer",
                "a question needs two or more answers",
            )


def same_answers(context: Context) -> Iterator[Problem]:
    """Two answers of a question that read alike cannot be told apart."""
    for scenario, name, step in context.questions():
        seen: set[str] = set()
        for index, answer in enumerate(step.answers):
            say = normalized(answer.say)
            if say in seen:
                yield Problem(
                    DataPlace("scenarios", scenario, ("steps", name, "answers", index, "say")),
                    "same-answers",
                    f"the answer `{answer.say}` reads like an earlier one",
                    "say how the two differ",
                )
            seen.add(say)


def ambiguous_step(context: Context) -> Iterator[Problem]:
    """A step with the name of a scenario: nobody could tell which of the two `go:` means."""
    for scenario, entry in context.base.scenarios.items():
        for step in entry.steps:
            if step in context.base.scenarios:
                yield Problem(
                    DataPlace("scenarios", scenario, ("steps", step), on_key=True),
                    "ambiguous-step",
                    f"`{step}` is also the name of a scenario",
                    "give the step another name",
                )


def loop(context: Context) -> Iterator[Problem]:
    """Steps that lead round in a circle, with no outcome on the way."""
    dead = graph.dead_ends(context.graph)
    endless = (group for group in graph.loops(context.graph.questions) if not group <= set(dead))
    for group in [*graph.loops(dead), *endless]:
        first = min(group, key=_position(context))
        scenario, _, step = first.partition(".")
        names = ", ".join(f"`{name}`" for name in sorted(group))
        if len(group) == 1 and not group <= set(dead):
            for index, edge in enumerate(context.graph.edges[first]):
                if edge.target == first:
                    yield Problem(
                        DataPlace("scenarios", scenario, ("steps", step, "answers", index, "go")),
                        "endless-loop",
                        "this answer leads back to its own question",
                        "let it lead somewhere else",
                    )
        elif group <= set(dead):
            yield Problem(
                DataPlace("scenarios", scenario, ("steps", step), on_key=True),
                "no-outcome",
                f"no outcome can be reached from {names}",
                "let an answer or a `next` lead to a step with `advise`",
            )
        else:
            yield Problem(
                DataPlace("scenarios", scenario, ("steps", step), on_key=True),
                "endless-loop",
                f"these questions lead round in a circle, without an outcome: {names}",
                "let one of the answers lead on instead of back",
            )


def outcome_before_itself(context: Context) -> Iterator[Problem]:
    """An outcome that hands over to itself."""
    for name, edges in context.graph.edges.items():
        scenario, _, step = name.partition(".")
        is_outcome = isinstance(context.graph.steps[name], Outcome)
        if is_outcome and any(edge.target == name for edge in edges):
            yield Problem(
                DataPlace("scenarios", scenario, ("steps", step, "next")),
                "endless-loop",
                "this outcome leads back to itself",
                "let `next` lead somewhere else, or delete it",
            )


def unreachable_step(context: Context) -> Iterator[Problem]:
    """A step to which no way leads from any start."""
    tree = context.graph
    if not context.has_guide:
        return  # the guide file could not be read
    lost = set(tree.steps) - graph.reachable(tree, ways_in(context))
    # Of steps that hang together only the first is named: the others follow once it is reached.
    while lost:
        led_to = {edge.target for name in lost for edge in tree.edges[name] if edge.target != name}
        heads = lost - led_to or {min(lost, key=_position(context))}
        for head in heads:
            scenario, _, step = head.partition(".")
            others = len((graph.reachable(tree, [head]) & lost) - {head})
            with_it = f" (nor to {others} more behind it)" if others else ""
            yield Problem(
                DataPlace("scenarios", scenario, ("steps", step), on_key=True),
                "unreachable-step",
                f"no answer leads to the step `{step}`{with_it}",
                "let an answer or a `next` lead to it, or delete it",
            )
        lost -= graph.reachable(tree, heads)


def ways_in(context: Context) -> set[str]:
    """The steps at which readers start, and those to which what was not understood may lead."""
    return {*context.graph.starts, *_steps_that_may_be_used(context), *_likely_targets(context)}


def way_too_long(context: Context) -> Iterator[Problem]:
    """A way of more answers than the guide allows before it says what to do."""
    if not context.has_guide:
        return
    limit = context.base.guide.longest_way
    ways = graph.distances(context.graph)
    long = {name for name, (_, longest) in ways.items() if longest > limit}
    inside = {target for name in long for target in context.graph.questions[name]}
    for name in sorted(long - inside):
        scenario, _, step = name.partition(".")
        yield Problem(
            DataPlace("scenarios", scenario, ("steps", step), on_key=True),
            "way-too-long",
            f"from here an outcome can be {ways[name][1]} answers away",
            f"guide.yml allows {limit}: ask less, or advise sooner",
        )


def step_without_words(context: Context) -> Iterator[Problem]:
    """A question of a live scenario that asks for a reply before the reader has words to say."""
    for scenario, name, step in context.questions():
        if context.base.scenarios[scenario].live and not step.script:
            yield Problem(
                DataPlace("scenarios", scenario, ("steps", name), on_key=True),
                "step-without-words",
                f"the question `{name}` is in a `live` scenario, but has no words to say",
                "give it words with `script`, or ask it in a scenario that is not `live`",
            )


def _position(context: Context) -> Callable[[str], int]:
    """A key that sorts steps as the files have them."""
    order = {name: index for index, name in enumerate(context.graph.steps)}
    return order.__getitem__


def _steps_that_may_be_used(context: Context) -> Iterator[str]:
    for node in context.graph.steps:
        scenario, _, step = node.partition(".")
        starts = context.base.scenarios[scenario].start == step
        if context.uncertainty.may_be_used(step) or (
            starts and context.uncertainty.may_be_used(scenario)
        ):
            yield node


def _likely_targets(context: Context) -> Iterator[str]:
    """Where a mistyped target most likely leads, so that one mistake is not reported twice."""
    base = context.base
    unclear: set[str] = set()  # scenarios with targets of which nobody can tell what they meant
    for ref in references(base):
        if ref.what != "step" or context.names.has(ref):
            continue
        if context.uncertainty.may_exist(ref.name, *ref.parts):
            continue
        guess = context.suggestions.meant(ref)
        if guess:
            yield graph.resolve(base, ref.id if ref.kind == "scenarios" else None, guess) or ""
        else:
            unclear.add(ref.id)
    if unclear:  # each may have meant any step of its own file, or any scenario
        yield from (f"{name}.{entry.start}" for name, entry in base.scenarios.items())
    dead = graph.dead_ends(context.graph)
    # What leads back was to lead on.
    for group in (*graph.loops(context.graph.questions), *graph.loops(dead)):
        unclear |= {name.partition(".")[0] for name in group}
    yield from (node for node in context.graph.steps if node.partition(".")[0] in unclear)
