"""Checks of the words by which things are found."""

from collections.abc import Iterator

from answertree.checking.context import Context
from answertree.knowledge.field_types import normalized
from answertree.knowledge.leaves import leaves
from answertree.knowledge.problems import DataPlace, Problem


def same_words(context: Context) -> Iterator[Problem]:
    """Words for the search that stand in two places: which of them should be found?"""
    seen: dict[str, DataPlace] = {}
    for kind, name, path, words in leaves(context.base):
        if "words-for-search" not in path:
            continue
        place = DataPlace(kind, name, path)
        first = seen.setdefault(normalized(words), place)
        if first != place:
            yield Problem(
                place,
                "same-words",
                f"`{words}` already leads to {first.kind}/{first.id}.yml",
                "leave these words where they fit best",
            )
