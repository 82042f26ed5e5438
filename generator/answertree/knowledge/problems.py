"""What can be wrong with content, as values: a `Problem` has a place, a code and plain words."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, TypeAlias, TypeVar

Found = TypeVar("Found")

MOST_OF_A_FILE = 100

# Keys and indices that lead from the top of a file's data to something in it.
DataPath: TypeAlias = "tuple[str | int, ...]"

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
    "same-words",
    "ambiguous-step",
    "no-outcome",
    "endless-loop",
    "unreachable-step",
    "way-too-long",
    "step-without-words",
    "unheard-reply",
    "unknown-fact",
    "fact-value",
    "partial-when",
    "answers-gap",
    "answers-overlap",
    "impossible-answer",
    "uncited-point",
    "missing-because",
    "unused-topic",
    "unlisted-page",
    "anchor-clash",
    "hours-gap",
    "review-due",
]

Severity: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A line and column of a file, counted from 1 as editors do.

    `excerpt` is that line as it stands in the file.
    """

    file: str
    line: int = 1
    column: int = 1
    excerpt: str = field(default="", compare=False)


@dataclass(frozen=True)
class DataPlace:
    """A place in an entry's data, yet to be looked up in its file: behind a path, or on its key.

    Within the text there, `snippet` is the part that is meant, and `nth` says which of its
    occurrences, from 0. Whoever looks at a single text leaves the entry and the path out.
    """

    kind: str = ""
    id: str = ""
    path: DataPath = ()
    on_key: bool = False
    snippet: str = ""
    nth: int = 0


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong.

    `code` is the rule's name in CONTRIBUTING; `message` is one sentence without a full stop; `hint`
    says what would be right; `count` is more than 1 where it stands for several that are left out;
    a `severity` of warning keeps nobody from building the guide.
    Problems whose places have been looked up are in order of them.
    """

    place: Place | DataPlace
    code: Code
    message: str
    hint: str = ""
    count: int = 1
    severity: Severity = "error"

    @property
    def file(self) -> str:
        """The file that it is in."""
        return self._found.file

    @property
    def line(self) -> int:
        """Its line in the file, from 1."""
        return self._found.line

    @property
    def column(self) -> int:
        """Its column in the line, from 1."""
        return self._found.column

    @property
    def excerpt(self) -> str:
        """The line as it stands in the file."""
        return self._found.excerpt

    @property
    def _found(self) -> Place:
        assert isinstance(self.place, Place), "its place has yet to be looked up"
        return self.place


def explained(found: Sequence[Found], explain: Callable[[Found], Problem]) -> list[Problem]:
    """What was found in a file, in order, as problems: `MOST_OF_A_FILE`, and one for the rest.

    To explain takes far longer than to find.
    """
    problems = [explain(each) for each in found[:MOST_OF_A_FILE]]
    if rest := found[MOST_OF_A_FILE:]:
        problems.append(replace(explain(rest[0]), count=len(rest)))
    return problems


class ContentError(Exception):
    """Content is not whole. Carries every problem that was found, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(f"{len(self.problems)} problems in content")


@lru_cache(maxsize=10_000)  # the known names are folded again for each that is not known
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
