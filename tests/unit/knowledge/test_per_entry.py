from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Plain
from answertree.knowledge.model import Guide, Input
from answertree.knowledge.per_entry import PerEntry
from answertree.knowledge.record import Entry


def base(**asks: Input) -> KnowledgeBase:
    return KnowledgeBase.of(None, {"inputs": asks})


def test_an_entry_is_looked_at_once_for_as_long_as_it_is_the_same() -> None:
    seen: list[str] = []

    def words(kind: str, name: str, entry: Guide | Entry) -> tuple[str, ...]:
        seen.append(name)
        return (entry.ask, kind) if isinstance(entry, Input) else ()

    found = PerEntry(words)
    day, place = Input(ask=Plain("the day")), Input(ask=Plain("the place"))
    assert found(base(day=day, place=place)) == ("the day", "inputs", "the place", "inputs")
    other = Input(ask=Plain("another day"))
    assert found(base(day=other, place=place)) == ("another day", "inputs", "the place", "inputs")
    assert [name for name in seen if name != "guide"] == ["day", "place", "day"]
    assert found(base(place=place)) == ("the place", "inputs")
    assert found.of_entry("inputs", "place", day) == ("the day", "inputs")
    found.cache_clear()
    found(base(place=place))
    assert seen[-1] == "place"
