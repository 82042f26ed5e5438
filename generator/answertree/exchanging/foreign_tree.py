"""A decision tree that was made elsewhere: what every format has in common, before it is content.

Texts are Markdown here, of any kind; names are any words.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Loss:
    """Something that could not be carried over; `line` is 0 where the file has no line for it."""

    line: int
    said: str


class Refused(Exception):
    """A file cannot be imported; carries every reason that was found."""

    def __init__(self, *reasons: Loss) -> None:
        self.reasons = reasons
        super().__init__("; ".join(reason.said for reason in reasons))


@dataclass(frozen=True)
class Way:
    """A way on: the words of an answer ("" where there are none), and the name of a node.

    A `hint` explains it. It is the right one where the choice called `fact` is one of `values`.
    """

    say: str
    target: str
    line: int = 0
    hint: str = ""
    fact: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Node:
    """A step: what it is called, what it asks or advises, what more it says, and the ways on."""

    name: str
    title: str
    text: str = ""
    ways: tuple[Way, ...] = ()
    line: int = 0


@dataclass
class ForeignTree:
    """The nodes of a file, the name of the first one, and what could not be carried over.

    `choices` are what a device may know of its reader: the values of each, and their words.
    """

    title: str = ""
    start: str = ""
    nodes: list[Node] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    choices: dict[str, dict[str, str]] = field(default_factory=dict)

    def lose(self, line: int, said: str) -> None:
        """Note something that could not be carried over."""
        self.losses.append(Loss(line, said))
