"""What a comparison calls things: by their words where there are any, not by their ids."""

from typing import Any

from answertree.comparing.matching import Change
from answertree.comparing.texts import short, shown
from answertree.knowledge import model, text
from answertree.knowledge.graph import Graph
from answertree.knowledge.model import Outcome, Question
from answertree.knowledge.references import linked as linked_thing
from answertree.rendering import labels


def called(thing: Any) -> str:
    """The words by which a reader knows a thing: an entry, a step, a row, or a text."""
    if isinstance(thing, Outcome):
        return thing.advise
    if isinstance(thing, model.Rule | model.Essential):
        return text.words_of(thing.do or f"Don’t {labels.uncapitalized(thing.dont or '')}")
    if isinstance(thing, str):
        return text.words_of(thing)
    for key in ("ask", "title", "day", "name", "say"):
        if hasattr(thing, key):
            return str(getattr(thing, key))
    raise TypeError(f"{type(thing).__name__} has no words")


def bold(thing: Any) -> str:
    """The words for a thing, set off from those around them."""
    return f"**{shown(called(thing))}**"


def kind_of(step: Question | Outcome) -> str:
    """`outcome` or `question`."""
    return "outcome" if isinstance(step, Outcome) else "question"


def linked(change: Change, address: str) -> str:
    """Words for what a link leads to: as it is now or, when it is gone, as it was."""
    if text.LINK.fullmatch(address):
        for base in (change.after, change.before):
            if thing := linked_thing(base, address):
                return short(called(thing), 120)
    return address


def step_called(grown: Graph, name: str) -> str:
    """What a step says, with its id where another step says the same."""
    words = shown(called(grown.steps[name]))
    same = sum(called(step) == called(grown.steps[name]) for step in grown.steps.values())
    return f"{words} ({name})" if same > 1 else words


def renamed(new: str, old: str, kept: bool) -> list[str]:
    """A line that says so when an id changed, and what that means for links that people saved."""
    if new == old:
        return []
    return [f"- Its name in links is `{new}` now, `{old}` before; {links(kept)}"]


def links(kept: bool) -> str:
    """What becomes of the links to a thing."""
    return "old links still work" if kept else "links to it will break"
