"""The kinds of text that content is made of, as types of their own.

So a check or a template can tell what it holds: `Plain` is a title, without Markdown; `Line` is one
line of inline Markdown; `Text` is paragraphs and lists. The names of other things are types too:
`Target`, `Link`, `PointId` and so on.
"""

from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
MAX_TEXT = 2_000


class _Words(str):
    """A text with a meaning of its own; pydantic reads it like a str."""

    pattern: str | None = None

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(min_length=1, max_length=MAX_TEXT, pattern=cls.pattern)
        return core_schema.no_info_after_validator_function(cls, text)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        # An editor reads `say: 2` as a number; here it is a text like any other.
        return {**handler(schema), "type": ["string", "number", "boolean"]}


class Plain(_Words):
    """A text without Markdown, on one line: a title, a question, an answer."""


class Line(_Words):
    """One line of text; emphasis and links are allowed."""


class Text(_Words):
    """Paragraphs and lists of text; emphasis and links are allowed."""


class Slug(_Words):
    """A name for use in addresses: a-z, 0-9 and single hyphens."""

    pattern = f"^{SLUG}$"


class Target(_Words):
    """Where an answer leads: a step of this scenario, a `scenario`, or `scenario.step`."""

    pattern = rf"^{SLUG}(\.{SLUG})?$"


class Link(_Words):
    """A link by id to something else in the base: `faq:length`, `page:opening-hours.week`."""

    pattern = rf"^[a-z]+:{SLUG}(\.{SLUG})?$"


class PointId(Slug):
    """The id of a source's point."""


class ScriptId(Slug):
    """The id of a script."""


class TopicId(Slug):
    """The id of a topic in the guide file."""


class TimetableId(Slug):
    """The id of a timetable."""


class PageId(Slug):
    """The id of a page."""


class StepId(Slug):
    """The id of a step of the same scenario."""


# The id of a thing as a key of YAML.
Key = Annotated[str, Field(pattern=Slug.pattern, max_length=80)]
