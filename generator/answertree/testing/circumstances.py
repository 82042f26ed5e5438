"""The reader for whom a condition holds: what is filled in, and the time on the device."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from answertree.knowledge.facts import BEYOND, Spans, box
from answertree.knowledge.model import Input

MONDAY = datetime(2027, 1, 4)


@dataclass(frozen=True)
class Circumstances:
    """What is filled in by the id of its input, how many notes there are, and the time there."""

    moment: datetime = MONDAY
    values: Mapping[str, str] = field(default_factory=dict)
    notes: int = 0

    @property
    def kept(self) -> dict[str, Any]:
        """What the device keeps then."""
        note = {"at": 1, "day": "2027-01-01", "who": "", "said": "x"}
        return {"values": dict(self.values), "notes": [note] * self.notes}


def circumstances(when: Mapping[str, Sequence[str]], inputs: Mapping[str, Input]) -> Circumstances:
    """Some of those in which a condition holds."""
    facts = {axis: some(spans) for axis, spans in box(when, inputs).items()}
    weekday, minutes = facts.pop("weekday", 0), facts.pop("time", 12 * 60)
    moment = MONDAY + timedelta(days=weekday, minutes=minutes)
    notes = max(1, facts.pop("notes")) if "notes" in facts else 0
    values = {name: _filled_in(inputs[name], fact, moment) for name, fact in facts.items()}
    return Circumstances(moment, values, notes)


def some(spans: Spans) -> int:
    """A number of some spans, and no needlessly large one."""
    low, high = spans[0]
    return low if low > -BEYOND else min(high, 0)


def _filled_in(entry: Input, fact: int, moment: datetime) -> str:
    if entry.type == "date":
        return (moment - timedelta(days=fact)).date().isoformat()
    return list(entry.options)[fact] if entry.type == "choice" else str(fact)
