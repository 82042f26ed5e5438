"""What a knowledge base is: frozen types in the field's words, without positions and without I/O.

Scenarios and their steps are in `steps`.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from answertree.knowledge.field_types import (
    InputId,
    Key,
    Line,
    ListName,
    PageId,
    Plain,
    PointId,
    Slug,
    Target,
    Text,
    TimetableId,
    TopicId,
)
from answertree.knowledge.problems import DataPath
from answertree.knowledge.record import Because, Entry, Record, See, WordsForSearch
from answertree.knowledge.steps import STEP_KINDS, Scenario


class Faq(Entry):
    """A question that readers have, and its answer."""

    ask: Plain = Field(title="Question", description="The question, as a reader would ask it.")
    topic: TopicId = Field(description="A topic of the guide file.")
    order: int = Field(
        100, title="Place in the list", description="Its place within the topic; then by id."
    )
    short: Line = Field(title="Short answer", description="The answer in one sentence.")
    answer: Text = Field(description="The reasons and the details.")
    because: Because = ()
    see: See = ()
    words_for_search: WordsForSearch = ()


_EITHER: dict[str, Any] = {"oneOf": [{"required": ["do"]}, {"required": ["dont"]}]}


class Rule(Entry):
    """A do or a don't, with its reason."""

    model_config = ConfigDict(json_schema_extra=_EITHER)

    do: Line | None = Field(None, description="What to do, as a command.")
    dont: Line | None = Field(None, title="Don’t", description="What not to do, without “don't”.")
    reason: Line | None = Field(None, title="Why", description="Why.")
    order: int = Field(
        100, title="Place in the list", description="Its place in the list; then by id."
    )
    because: Because = ()
    see: See = ()
    words_for_search: WordsForSearch = ()

    @model_validator(mode="after")
    def _one_of_two(self) -> "Rule":
        if (self.do is None) == (self.dont is None):
            raise PydanticCustomError("do_or_dont", "a rule has either `do` or `dont`")
        return self

    @property
    def text(self) -> Line:
        """The do or the don't."""
        return self.do or self.dont or Line("")


class Script(Entry):
    """Words to say, with slots for what differs from reader to reader."""

    title: Plain = Field(description="What the words are for.")
    topic: TopicId | None = Field(
        None, description="A topic of the guide file.", examples=["first"]
    )
    use: Line | None = Field(None, title="When to use it", description="When to use them.")
    say: Text = Field(
        title="Words to say",
        description="The words; the id of an input in braces is a slot.",
        examples=["We could meet on Tuesday."],
    )
    order: int = Field(
        100, title="Place in the list", description="Its place in the list; then by id."
    )
    because: Because = ()
    words_for_search: WordsForSearch = ()


InputType = Literal["text", "tel", "date", "number", "choice", "zone"]
FURTHEST = 999_999  # a number that is written has six digits at most


class Input(Entry):
    """What differs from reader to reader: filled in once, it stands in the words to say."""

    ask: Plain = Field(
        title="What to fill in",
        description="What to fill in, as it reads in the middle of a sentence: `your name`.",
    )
    type: InputType = Field(
        "text", description="What it is: text, tel, date, number, choice, or zone (of time)."
    )
    from_: int | None = Field(
        None, ge=-FURTHEST, le=FURTHEST, title="From", description="The least that a number can be."
    )
    to: int | None = Field(
        None, ge=-FURTHEST, le=FURTHEST, title="To", description="The most that a number can be."
    )
    options: dict[Key, Plain] = Field(
        default_factory=dict, description="What can be chosen: an id and its words for each."
    )
    order: int = Field(
        100, title="Place in the list", description="Its place in the list; then by id."
    )


_START_OF_HOURS = "([01]?[0-9]|2[0-3]):[0-5][0-9]"
_END_OF_HOURS = f"{_START_OF_HOURS}|24:00"


def _end_of_hours(text: str) -> str:
    if not re.fullmatch(_END_OF_HOURS, text):
        raise PydanticCustomError("clock", "this is not a time of day such as 9:00 or 16:30")
    return text


def _start_of_hours(text: str) -> str:
    if text == "24:00":
        hint = "write `0:00` for the start of a day"
        raise PydanticCustomError("clock", "24:00 can only be the end of a row", {"hint": hint})
    return _end_of_hours(text)


StartOfHours = Annotated[
    str,
    AfterValidator(_start_of_hours),
    Field(json_schema_extra={"pattern": f"^({_START_OF_HOURS})$"}),
]
EndOfHours = Annotated[
    str,
    AfterValidator(_end_of_hours),
    Field(json_schema_extra={"pattern": f"^({_END_OF_HOURS})$"}),
]
Mark = Literal["good", "fine", "avoid"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[str, ...] = get_args(Weekday)


def minutes(clock: str) -> int:
    """Minutes since midnight of a time of day such as `9:00`."""
    hours, _, rest = clock.partition(":")
    return int(hours) * 60 + int(rest)


class Day(Record):
    """A column of a timetable."""

    day: Plain = Field(description="The day's name.")
    short: Plain = Field(title="Short name", description="Its name where space is short.")
    weekday: Weekday | None = Field(
        None, description="mon, tue, wed, thu, fri, sat or sun, for days that are worked out."
    )
    mark: Mark | None = Field(None, description="Overrules the hours: good, fine or avoid.")
    because: Because = ()


class Hours(Record):
    """A row of a timetable."""

    from_: StartOfHours = Field(description="The first minute, such as 9:00.")
    to: EndOfHours = Field(description="The end, where the next row starts.")
    say: Plain = Field(title="Name", description="What this time is called.")
    mark: Mark = Field(description="good, fine or avoid.")
    because: Because = ()


class Timetable(Entry):
    """Good and bad hours of a week, from which the picture is drawn."""

    title: Plain = Field(description="What the picture shows.")
    days: tuple[Day, ...] = Field(min_length=1, description="The columns.")
    hours: tuple[Hours, ...] = Field(min_length=1, description="Without gap or overlap.")
    marks: dict[Mark, Plain] = Field(
        title="Legend", description="What each mark means, for the legend."
    )


class Reminder(Entry):
    """A day that is worked out from one that the reader has filled in."""

    title: Plain = Field(description="What is to be done then; a calendar calls it so.")
    after: InputId = Field(title="Counted from", description="An input of `type: date`.")
    days: int = Field(
        0,
        ge=0,
        le=3_650,
        title="Days after it",
        description="So many days after it, at the soonest.",
    )
    timetable: TimetableId | None = Field(
        None,
        title="Only in the good hours of",
        description="A timetable: then only on its days, in its good hours.",
    )


class Source(Entry):
    """Where points come from; everything in the guide rests on some of them."""

    title: Plain = Field(description="What the source is called.")
    about: Text | None = Field(None, description="What this source is.")
    own: bool = Field(
        False,
        title="The editors’ own advice",
        description="true when this is the editors' own advice.",
    )
    points: dict[Key, Line] = Field(min_length=1, description="Each point, restated.")
    needed_in_tree: tuple[PointId, ...] = Field(
        (),
        title="Points that an outcome and a page must cite",
        description="Points that an outcome and a page must both cite.",
    )


class Number(Record):
    """A row of a small table of values."""

    name: Plain = Field(description="What the value is of.")
    value: Line = Field(description="The value.")
    because: Because = ()


class Section(Record):
    """A part of a page under a heading of its own."""

    title: Plain = Field(title="Heading", description="The heading.")
    text: Text | None = Field(None, description="What stands below it.")
    timetable: TimetableId | None = Field(None, description="A timetable to show.")
    rehearse: Target | None = Field(
        None,
        title="Rehearsal",
        description="The scenario or step with which a rehearsal begins, by what answers `hear`.",
    )
    notes: bool = Field(
        False, title="Readers’ notes", description="true where readers write and find their notes."
    )
    numbers: tuple[Number, ...] = Field((), title="Table", description="A small table of values.")
    do: tuple[Line, ...] = Field((), description="Things to do.")
    dont: tuple[Line, ...] = Field(
        (), title="Don’t", description="Things not to do, without “don’t”."
    )
    because: Because = ()
    see: See = ()
    words_for_search: WordsForSearch = ()
    formerly: tuple[Slug, ...] = Field((), description="Ids that this part had before.")


class Page(Entry):
    """A page of the guide beside the home page and the decision page."""

    title: Plain = Field(title="Heading", description="The heading of the page.")
    menu: Plain | None = Field(
        None, title="Title in the menu", description="A shorter title for the menu."
    )
    description: Plain = Field(
        title="Description for search engines", description="One sentence for search engines."
    )
    lead: Line = Field(title="Introduction", description="What the page is for, in one sentence.")
    shows: ListName | None = Field(
        None, title="List on the page", description="A kind of entry to list on this page."
    )
    list_first: bool = Field(
        False, title="List first", description="true when the list stands above the parts."
    )
    sections: dict[Key, Section] = Field(
        default_factory=dict, description="The parts of the page, by id."
    )
    words_for_search: WordsForSearch = ()


class Start(Record):
    """A way into the decision tree."""

    say: Plain = Field(title="Wording", description="Where the reader is, as they would say it.")
    hint: Plain | None = Field(None, title="Line below it", description="A few words below it.")
    go: Target = Field(title="Leads to", description="A scenario, or `scenario.step`.")


class Essential(Record):
    """One of the few things never to get wrong."""

    model_config = ConfigDict(json_schema_extra=_EITHER)

    do: Line | None = Field(None, description="What to do, as a command.")
    dont: Line | None = Field(None, title="Don’t", description="What not to do, without “don’t”.")
    because: Because = ()

    @model_validator(mode="after")
    def _one_of_two(self) -> "Essential":
        if (self.do is None) == (self.dont is None):
            raise PydanticCustomError("do_or_dont", "a point has either `do` or `dont`")
        return self


class Essentials(Record):
    """What everybody should have read, on the home page."""

    title: Plain = Field(title="Heading", description="The heading.")
    points: tuple[Essential, ...] = Field(min_length=1, description="Five or six, each very short.")


class Moment(Record):
    """What a clock says from a minute on."""

    minutes: int = Field(ge=1, title="Minute", description="How many minutes have gone by.")
    say: Plain = Field(title="Wording", description="What the reader should know then.")
    because: Because = ()


def _day(text: str) -> str:
    try:
        if re.fullmatch(DAY, text) and date.fromisoformat(text):
            return text
    except ValueError:
        pass
    raise PydanticCustomError("day", "this is not a day such as 2030-01-31")


DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
IsoDay = Annotated[str, AfterValidator(_day), Field(json_schema_extra={"pattern": f"^{DAY}$"})]


class Review(Record):
    """Why a reader may trust the guide: who keeps it, and when it was last read as a whole."""

    last: IsoDay = Field(
        title="Last review",
        description="The day on which all was read, such as 2030-01-31.",
        examples=["2030-01-31"],
    )
    after_days: int = Field(
        365,
        ge=1,
        title="Days until the next",
        description="`check` warns after so many days.",
        examples=[365],
    )
    say: Text = Field(
        title="Who keeps it",
        description="Who keeps the guide, whom it suits, what it rests on.",
        examples=["Two of us keep this guide."],
    )


class Guide(Record):
    """The whole: its title, its ways in, and the words that other files may use."""

    title: Plain = Field(description="The name of the guide.")
    short_title: Plain | None = Field(
        None, title="Short name", description="Its name where space is short: a word or two."
    )
    tagline: Line = Field(title="Line below the title", description="One sentence below the title.")
    description: Plain = Field(
        title="Description for search engines", description="One sentence for search engines."
    )
    opening: Plain = Field(
        title="Question above the ways in",
        description="What the decision page asks above its ways in.",
    )
    starts: tuple[Start, ...] = Field(
        min_length=1, title="Ways in", description="The first reaches every step."
    )
    essentials: Essentials | None = Field(None, description="What everybody should have read.")
    clock: tuple[Moment, ...] = Field(
        (), description="What a clock says while something that is `live` goes on, in order."
    )
    topics: dict[Key, Plain] = Field(
        default_factory=dict, description="Topics of the questions, in order."
    )
    pages: tuple[PageId, ...] = Field(
        title="Menu", description="The pages, in the order of the menu."
    )
    unlisted: tuple[PageId, ...] = Field(
        (),
        title="Beside the menu",
        description="Pages to which only links lead.",
        examples=[["all-ways"]],
    )
    review: Review | None = Field(
        None,
        description="Who keeps the guide, and the last review.",
        examples=[{"last": "2030-01-31", "say": "Two of us keep this guide."}],
    )
    longest_way: int = Field(
        7,
        ge=1,
        title="Most answers to an outcome",
        description="At most so many answers to an outcome.",
    )
    require_because: bool = Field(
        False,
        title="Reasons are required",
        description="true when each question, rule, script and outcome has to cite a point.",
    )


def walk(
    value: Any, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value below `value` that is no container, with its path in the words of the YAML."""
    if isinstance(value, str):  # first, as most are; to ask for a model takes longest
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from walk(item, (*path, str(key)))
    elif isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            yield from walk(getattr(value, name), (*path, info.alias or name))
    elif value is not None:
        yield path, value


def value_at(value: Any, path: DataPath) -> Any:
    """What `walk` finds at a path, or a container of such values."""
    for part in path:
        if isinstance(value, BaseModel):
            fields = type(value).model_fields.items()
            part = next(name for name, info in fields if (info.alias or name) == part)
            value = getattr(value, part)
        else:
            value = value[part]
    return value


def plain_path(loc: tuple[str | int, ...], model_: type[BaseModel]) -> DataPath:
    """Where pydantic found an error, without the name of the kind of step that it puts in."""
    if model_ is Scenario and len(loc) > 2 and loc[0] == "steps" and loc[2] in STEP_KINDS:
        return loc[:2] + loc[3:]
    return loc
