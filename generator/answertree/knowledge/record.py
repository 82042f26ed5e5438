"""What all parts of the model share.

Keys are those of the YAML, with an underscore for each hyphen. A field's description is for those
who write YAML, its title for those who read what a change does; without one its key is shown.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from answertree.knowledge.field_types import Link, Plain, PointId, Slug


def _hyphens(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


class Record(BaseModel):
    """A group of keys; no other key may stand in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=_hyphens)


class Entry(Record):
    """What one file of a folder holds."""

    formerly: tuple[Slug, ...] = Field((), description="Ids that this had before; old links work.")


Because = Annotated[
    tuple[PointId, ...],
    Field(title="Reasons", description="The points of the sources that this rests on."),
]
See = Annotated[
    tuple[Link, ...],
    Field(title="Read next", description="What to read next, by id: `faq:length`."),
]

WordsForSearch = Annotated[
    tuple[Plain, ...],
    Field(
        title="Words for the search",
        description="Words that people search for when they mean this; nobody sees them.",
    ),
]
