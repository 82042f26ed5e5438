"""A check of new files: what they were made with is there to be replaced."""

from collections.abc import Iterator

from answertree.checking.context import Context
from answertree.knowledge.field_types import Line, Plain, Text
from answertree.knowledge.leaves import leaves
from answertree.knowledge.placeholders import is_placeholder
from answertree.knowledge.problems import DataPlace, Problem


def unfilled(context: Context) -> Iterator[Problem]:
    """A sentence that `new` wrote, and nobody has filled in."""
    for kind, name, path, value in leaves(context.base):
        if isinstance(value, Plain | Line | Text) and is_placeholder(value):
            yield Problem(
                DataPlace(kind, name, path),
                "unfilled",
                "this is still to be written",
                "write your own words in its place, or delete what you do not need",
            )
