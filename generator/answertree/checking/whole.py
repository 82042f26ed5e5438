"""What is kept of a check that found nothing wrong, so that the next one need not look again.

This imports little: the rest of the check takes longer to import than all that is done here.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from answertree.files.build_cache import BuildCache
from answertree.files.fingerprint import folder_fingerprint

if TYPE_CHECKING:
    from answertree.reading.load import Loaded

NAME = "check"


@dataclass(frozen=True)
class Whole:
    """What else is checked of a guide in which nothing is wrong: its topics, its last review."""

    topics: tuple[str, ...]
    reviewed: str  # the day, "" where no review is asked for
    after_days: int

    def is_review_due(self, today: date) -> bool:
        """Whether the last review is longer ago than the guide allows."""
        return bool(self.reviewed) and days_since_review(self.reviewed, today) > self.after_days


def days_since_review(last: str, today: date) -> int:
    """How many days ago the last review was."""
    return (today - date.fromisoformat(last)).days


def known_whole(cache: BuildCache, key: str) -> Whole | None:
    """What a check of this content found out, if it found nothing wrong."""
    kept = cache.read(NAME, key)
    if kept is None:
        return None
    topics, reviewed, after_days = json.loads(kept)
    return Whole(tuple(topics), reviewed, after_days)


def keep_whole(cache: BuildCache, key: str, content: Path, loaded: "Loaded") -> None:
    """Keep that nothing is wrong with what was loaded, unless an edit came in between.

    `key` stood for the content before it was loaded. Raises OSError.
    """
    if folder_fingerprint(content) != key:
        return
    review = loaded.base.guide.review
    reviewed, after_days = (review.last, review.after_days) if review else ("", 0)
    kept = [list(loaded.base.guide.topics.values()), reviewed, after_days]
    cache.write(NAME, key, json.dumps(kept).encode())
