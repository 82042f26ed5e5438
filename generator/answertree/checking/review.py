"""Whether the guide is due to be read again: a warning, since no build may depend on the day."""

from datetime import date

from answertree.checking.whole import days_since_review
from answertree.knowledge.problems import DataPlace, Problem
from answertree.reading.load import Loaded


def review_due(loaded: Loaded, today: date) -> list[Problem]:
    """A warning when the last review of the guide is longer ago than the guide allows."""
    review = loaded.base.guide.review
    place = DataPlace("guide", "guide", ("review", "last"))
    if not review or loaded.uncertainty.covers(place):
        return []
    days = days_since_review(review.last, today)
    if days <= review.after_days:
        return []
    return [
        Problem(
            loaded.place(place),
            "review-due",
            f"the last review was {days:,} days ago",
            "read the whole guide, put right what no longer holds, and write the day here",
            severity="warning",
        )
    ]
