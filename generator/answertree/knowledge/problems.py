"""What can be wrong with content, as values: a `Problem` has a place, a code and plain words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal, TypeAlias

# Where something stands in the data of a file: keys and indices from the top.
Path: TypeAlias = "tuple[str | int, ...]"

# Every rule by name, in the order in which CONTRIBUTING explains them.
Code: TypeAlias = Literal[
    "file-name",
    "encoding",
    "unsafe-character",
    "yaml",
    "duplicate-key",
    "empty",
    "unfilled",
    "missing-key",
    "unknown-key",
    "wrong-type",
    "unknown-value",
    "bad-name",
    "too-long",
    "do-or-dont",
    "unmarked-step",
    "unknown-step",
    "unknown-reference",
    "unknown-slot",
    "raw-html",
    "text-markup",
    "bad-address",
    "too-few-answers",
    "same-answers",
    "same-question",
    "ambiguous-step",
    "no-outcome",
    "endless-loop",
    "unreachable-step",
    "way-too-long",
    "uncited-point",
    "missing-because",
    "unused-topic",
    "unlisted-page",
    "anchor-clash",
    "hours-gap",
]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, in order of file and place.

    `line` and `column` count from 1, as editors do; `code` is the rule's name in CONTRIBUTING;
    `message` is one sentence without a full stop; `hint` says what would be right; `excerpt` is the
    line as it stands in the file.
    """

    file: str
    line: int
    column: int
    code: Code
    message: str
    hint: str = ""
    excerpt: str = field(default="", compare=False)


class ContentError(Exception):
    """Content is not whole. Carries every problem that was found, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(f"{len(self.problems)} problems in content")


def folded(name: str) -> str:
    """A name as it would have to be written: `Leave_Message` is `leave-message`."""
    return "-".join(re.findall(r"[^\W_]+", name.lower()))


def near(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known name that `name` was most likely meant to be, or None when nothing is close.

    Case counts for nothing, and one sign between words is as good as another. `leave-message` is
    never taken for `leave-no-message`: that would turn advice into its opposite.
    """
    names = {
        folded(each): each for each in sorted(known, reverse=True) if not _are_opposites(name, each)
    }
    if name in names.values():
        return name
    matches = get_close_matches(folded(name), list(names), n=1, cutoff=cutoff)
    return names[matches[0]] if matches else None


def _are_opposites(one: str, other: str) -> bool:
    """Whether just one of two names has a “no” in it, unless that is `on` mistyped."""
    words = [set(folded(name).split("-")) for name in (one, other)]
    negated = [bool(found & {"no", "not", "never", "without"}) for found in words]
    return negated[0] != negated[1] and sorted(one) != sorted(other)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint: the nearest known name, or else the known names themselves while they are few."""
    names = sorted(set(known))
    guess = near(name, names)
    if guess:
        return f"did you mean `{guess}`?"
    if 0 < len(names) <= 12:
        return "known: " + ", ".join(f"`{each}`" for each in names)
    return ""
