"""Every value of a base that is no container, with its place."""

from typing import Any, NamedTuple

from answertree.knowledge.model import Guide, walk
from answertree.knowledge.per_entry import PerEntry
from answertree.knowledge.problems import DataPath
from answertree.knowledge.record import Entry


class Leaf(NamedTuple):
    """A value that is no container, in an entry (of `kind` and `id`) at `path`."""

    kind: str
    id: str
    path: DataPath
    value: Any


def _leaves(kind: str, name: str, entry: Guide | Entry) -> tuple[Leaf, ...]:
    return tuple(Leaf(kind, name, path, value) for path, value in walk(entry))


leaves = PerEntry(_leaves)  # of a base, or of one entry in it
