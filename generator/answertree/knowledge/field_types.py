"""The kinds of text that content is made of, as types of their own.

So a check or a template can tell what it holds: `Plain` is a title, without Markdown; `Line` is one
line of inline Markdown; `Text` is paragraphs and lists. The names of other things are types too:
`Target`, `Link`, `PointId` and so on.
"""

import unicodedata
from typing import Annotated, Any, Self

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticKnownError, core_schema

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
MAX_TEXT = 2_000


def normalized(title: str) -> str:
    """What two titles have in common that differ only in case, spaces or punctuation.

    Signs that mean something are kept: C++ is not C#, and > 5 is not < 5.
    """
    kept = (
        each
        for each in title.casefold()
        if each.isalnum() or unicodedata.category(each)[0] in "MS" or each in "#%&@"
    )
    return "".join(kept) or title.strip()


class _String(str):
    """A string with a meaning of its own; pydantic reads it like a str.

    A name that `refers` to something is compared with the names that there are, so that a check can
    say what was meant; only editors hold it against its pattern.
    """

    pattern: str | None = None
    refers = False

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        pattern = None if cls.refers else cls.pattern
        text = core_schema.str_schema(min_length=1, max_length=MAX_TEXT, pattern=pattern)
        return core_schema.no_info_after_validator_function(cls._read, text)

    @classmethod
    def _read(cls, text: str) -> Self:
        if not text.strip():
            raise PydanticKnownError("string_too_short", {"min_length": 1})
        return cls(text)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        # An editor reads `say: 2` as a number; here it is a text like any other.
        types = ["string", "number", "boolean"]
        return {**handler(schema), "pattern": cls.pattern or r"\S", "type": types}


class Plain(_String):
    """A text without Markdown, on one line: a title, a question, an answer."""


class Line(_String):
    """One line of text; emphasis and links are allowed."""


class Text(_String):
    """Paragraphs and lists of text; emphasis and links are allowed."""


class FactValue(_String):
    """A value of a fact, or a range of them: which there are depends on the fact."""


class Slug(_String):
    """A name for use in addresses: a-z, 0-9 and single hyphens."""

    pattern = f"^{SLUG}$"


class Target(_String):
    """Where an answer leads: a step of this scenario, a `scenario`, or `scenario.step`."""

    pattern = rf"^{SLUG}(\.{SLUG})?$"
    refers = True


class FormerStep(_String):
    """A name that a step had before: in this scenario, or `scenario.step` in another."""

    pattern = Target.pattern


class Link(_String):
    """A link by id to something else in the base: `faq:length`, `page:opening-hours.week`."""

    pattern = rf"^[a-z]+:{SLUG}(\.{SLUG})?$"
    refers = True


class PointId(Slug):
    """The id of a source's point."""

    refers = True


class ScriptId(Slug):
    """The id of a script."""

    refers = True


class InputId(Slug):
    """The id of an input."""

    refers = True


class ReminderId(Slug):
    """The id of a reminder."""

    refers = True


class TopicId(Slug):
    """The id of a topic in the guide file."""

    refers = True


class TimetableId(Slug):
    """The id of a timetable."""

    refers = True


class PageId(Slug):
    """The id of a page."""

    refers = True


class ListName(Slug):
    """What a page says to list a kind of entry: `questions`, `rules`."""

    refers = True


class StepId(Slug):
    """The id of a step of the same scenario."""

    refers = True


# The id of a thing as a key of YAML.
Key = Annotated[str, Field(pattern=Slug.pattern, max_length=80)]
