"""What is found in each entry of a base by itself, and remembered while others are edited."""

from collections.abc import Callable
from itertools import chain
from typing import Generic, TypeVar

from answertree.knowledge.base import KnowledgeBase, all_entries
from answertree.knowledge.model import Guide
from answertree.knowledge.record import Entry

Found = TypeVar("Found")


class PerEntry(Generic[Found]):
    """A function of an entry (its kind, its id and itself) as one of a base: all that it finds.

    An entry that is the same as the last time is not looked at again.
    """

    _base: KnowledgeBase | None = None
    _all: tuple[Found, ...] = ()

    def __init__(self, find: Callable[[str, str, Guide | Entry], tuple[Found, ...]]) -> None:
        self._find = find
        self._last: dict[tuple[str, str], tuple[Guide | Entry, tuple[Found, ...]]] = {}

    def __call__(self, base: KnowledgeBase) -> tuple[Found, ...]:
        """What is found in each entry of a base, one after the other."""
        if base is not self._base:
            each = (self.of_entry(*entry) for entry in all_entries(base))
            self._base, self._all = base, tuple(chain.from_iterable(each))
        return self._all

    def of_entry(self, kind: str, name: str, entry: Guide | Entry) -> tuple[Found, ...]:
        """What is found in one entry."""
        last = self._last.get((kind, name))
        if not last or last[0] is not entry:
            last = self._last[kind, name] = entry, self._find(kind, name, entry)
        return last[1]

    def cache_clear(self) -> None:
        """Drop what is remembered."""
        self._base, self._all, self._last = None, (), {}
