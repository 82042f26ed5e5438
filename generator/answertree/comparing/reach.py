"""What a change does to the ways through the decision tree."""

from collections.abc import Iterator

from answertree.comparing.matching import Change
from answertree.comparing.wording import bold_step
from answertree.knowledge import graph


def changed_reach(change: Change) -> Iterator[str]:
    """Steps that can be reached now or no longer, and the longest way if it is another."""
    old, new = change.graphs
    could, can = graph.reachable(old, old.starts), graph.reachable(new, new.starts)
    for name, was in change.was["steps"].items():
        if name in can and was not in could:
            yield f"- {bold_step(change, name)} can be reached now"
        if name not in can and was in could:
            yield f"- {bold_step(change, name)} can no longer be reached"
    was_longest, longest = (
        max((way[1] for way in graph.distances(each).values()), default=0) for each in (old, new)
    )
    if was_longest != longest:
        yield f"- The longest way to an outcome takes {longest} answers now, {was_longest} before"
