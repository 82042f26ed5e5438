"""The title of a thing in a report: the words by which a reader knows it, not its id."""

from typing import Any

from pydantic import BaseModel

from answertree.knowledge.field_types import Line, Plain, Target, Text
from answertree.knowledge.text_output import to_plain
from answertree.knowledge.text_parser import parse
from answertree.rendering import labels

# The types of text that readers see.
Words = Plain | Line | Text


def title(thing: Any) -> str:
    """A text without its markup; of a record, the first text in it, or else where it leads."""
    if not isinstance(thing, BaseModel):
        return to_plain(parse(thing))
    field = title_field(thing)
    if not field:
        return type(thing).__name__
    found = getattr(thing, field)
    words = title(found)
    return f"Don’t {labels.uncapitalized(words)}" if field == "dont" else words


def title_field(record: BaseModel) -> str | None:
    """The field that holds the first text in a record or the name of a step; None without one."""
    fields = type(record).model_fields
    kinds = Words | Target
    return next((name for name in fields if isinstance(getattr(record, name), kinds)), None)
