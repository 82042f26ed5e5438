"""What could not be understood, so that one mistake is not reported again wherever it shows."""

from collections.abc import Iterable

from answertree.knowledge.problems import DataPath, DataPlace
from answertree.reading.recovery import STAND_IN


class Uncertainty:
    """What files that were not wholly understood may have said.

    Whatever such a file mentions may be used by it. What it names, or may have named, may exist.
    Where something stands in for what did not fit, nothing is judged.
    """

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._existing: set[str] = set()
        self._replaced: set[tuple[str, str, DataPath]] = set()
        self._around: set[tuple[str, str, DataPath]] = set()

    def add_unread(self, mentioned: set[str]) -> None:
        """Note a file of which no more is known than the names mentioned in it."""
        self._used |= mentioned
        self._existing |= mentioned

    def add_partly_read(self, mentioned: set[str], names: Iterable[str]) -> None:
        """Note a file that was understood in part: what it mentions, and the names in it."""
        self._used |= mentioned
        self._existing.update(names)

    def add_replaced(self, kind: str, id_: str, paths: Iterable[DataPath]) -> None:
        """Note the paths in an entry at which something stands in for what did not fit."""
        for path in paths:
            self._replaced.add((kind, id_, path))
            self._around.add((kind, id_, path[:-1]))

    def may_be_used(self, *names: str) -> bool:
        """Whether something that was not understood may refer to any of the names."""
        return not self._used.isdisjoint(names)

    def may_exist(self, *names: str, among: Iterable[str] = ()) -> bool:
        """Whether something that was not understood may have any of the names.

        `among` are the names of which it would be one, where they are known.
        """
        return STAND_IN in among or not self._existing.isdisjoint(names)

    def covers(self, place: DataPlace) -> bool:
        """Whether a place is inside of what was replaced, or holds it directly."""
        if not self._replaced:
            return False
        entry, path = (place.kind, place.id), place.path
        if path and (*entry, path) in self._around:
            return True
        return any((*entry, path[:length]) in self._replaced for length in range(len(path) + 1))
