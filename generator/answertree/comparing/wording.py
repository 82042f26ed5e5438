"""How a report names things and values, in a few words."""

from pydantic import BaseModel

from answertree.comparing.index import refers_to
from answertree.comparing.matching import Change
from answertree.comparing.texts import escaped, shortened
from answertree.comparing.titles import Words, title
from answertree.knowledge.field_types import Link, Target
from answertree.knowledge.when import WayOn


def named(change: Change, value: object) -> str:
    """A value in words; a name of another thing by the title of that, now or before."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(named(change, each) for each in value)
    if isinstance(value, WayOn):
        return named(change, value.go)
    if isinstance(value, BaseModel | Words):
        return shortened(title(value), 120)
    kind, name = refers_to(value) or ("", "")
    for things in (change.new.get(kind, {}), change.old.get(kind, {})):
        if name in things:
            words = shortened(title(things[name]), 120)
            alike = kind == "steps" and sum(title(each) == words for each in things.values()) > 1
            return f"{words} ({name})" if alike else words
    return str(value)


def quoted(change: Change, value: object) -> str:
    """A value in words, as Markdown; in quotation marks unless it is a number or the like."""
    words = escaped(named(change, value))
    return f"“{words}”" if isinstance(value, Words) or refers_to(value) else words


def words_for_link(change: Change, address: str) -> str:
    """What a link in a text leads to, in words; an address of another site stays as it is."""
    return named(change, Link(address))


def bold_step(change: Change, name: str) -> str:
    """The title of a step `scenario.step`, in bold."""
    return f"**{escaped(named(change, Target(name)))}**"


def bold(thing: object) -> str:
    """The title of a thing in bold, as Markdown."""
    return f"**{escaped(shortened(title(thing), 120))}**"


def noun(thing: object) -> str:
    """What a part of an entry is: `question`, `outcome`, `section`."""
    return type(thing).__name__.lower()
