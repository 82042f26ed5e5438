"""The decision tree: scenarios, and the steps that these are made of."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from answertree.knowledge.field_types import (
    FormerStep,
    InputId,
    Key,
    Line,
    Plain,
    ReminderId,
    ScriptId,
    StepId,
    Target,
    Text,
)
from answertree.knowledge.record import Because, Entry, Record, See
from answertree.knowledge.when import Lines, Sets, Texts, WayOn, Ways, When

FormerSteps = Annotated[
    tuple[FormerStep, ...],
    Field(description="Ids that this step had before; `scenario.step` if it was elsewhere."),
]


MoreText = Annotated[Texts, Field(description="One or two sentences more.")]
WordsToSay = Annotated[
    ScriptId | None,
    Field(title="Words to say", description="The words to say, from `scripts/`."),
]
NumberToDial = Annotated[
    InputId | None,
    Field(
        title="Number to dial",
        description="An input of `type: tel`: a button that calls it, once it is filled in.",
    ),
]
DoLines = Annotated[Lines, Field(description="Things to do.")]
DontLines = Annotated[Lines, Field(title="Don’t", description="Things not to do, without “don’t”.")]


class Answer(Record):
    """An answer of a question, and where it leads."""

    say: Plain = Field(title="Wording", description="The answer, as the reader would say it.")
    hint: Line | None = Field(
        None, title="Line below the answer", description="One line that explains the answer."
    )
    go: Target = Field(
        title="Leads to", description="A step of this file, a scenario, or `scenario.step`."
    )
    hear: Plain | None = Field(
        None,
        title="What is heard",
        description="What the other side says then, for a rehearsal.",
    )
    when: When | None = Field(None, title="When it is right")
    sets: Sets | None = Field(None, title="Remembers")


class Question(Record):
    """A step that asks: two or more answers lead on from it."""

    ask: Plain = Field(
        title="Question", description="The question, short enough to be read in a hurry."
    )
    help: Line | None = Field(
        None, title="Line below the question", description="One line below the question."
    )
    text: Text | None = Field(
        None, title="Text below the question", description="Paragraphs and lists, if need be."
    )
    script: ScriptId | None = Field(
        None,
        title="Words to say",
        description="The words to say, from `scripts/`; the answers are what they may reply.",
    )
    answers: tuple[Answer, ...] = Field(
        description="Two or more answers, the commonest first.",
        json_schema_extra={"minItems": 2},
    )
    because: Because = ()
    formerly: FormerSteps = ()


Verdict = Literal["go", "wait", "stop", "write", "say"]


class Outcome(Record):
    """A step that advises: the end of a way, on purpose."""

    advise: Plain = Field(title="Advice", description="What to do, in a few words.")
    verdict: Verdict | None = Field(
        None,
        description="What it comes to, at a glance: go (ahead), wait, stop, write or say (this).",
    )
    text: MoreText = ()
    script: WordsToSay = None
    dial: NumberToDial = None
    do: DoLines = ()
    dont: DontLines = ()
    remind: ReminderId | None = Field(
        None,
        title="Day that is worked out",
        description="A file of `reminders/`: its day is worked out, and goes into a calendar.",
    )
    because: Because = ()
    see: See = ()
    next: Ways = Field((), title="Goes on to", description="The scenario or step to go on with.")
    next_say: Plain | None = Field(
        None,
        title="Wording of the way on",
        description="What the way on says, if not where it leads.",
    )
    formerly: FormerSteps = ()


class Task(Record):
    """A step that says what to do before the reader goes on: it neither asks nor ends a way."""

    do_then: Plain = Field(title="To do first", description="What to do, in a few words.")
    text: MoreText = ()
    script: WordsToSay = None
    dial: NumberToDial = None
    do: DoLines = ()
    dont: DontLines = ()
    because: Because = ()
    see: See = ()
    next: Target = Field(title="Goes on to", description="The step to go on with.")
    next_say: Plain | None = Field(
        None,
        title="Wording of the way on",
        description="What the way on says, such as “Done”.",
    )
    formerly: FormerSteps = ()


Step = Question | Outcome | Task

STEP_KINDS: dict[str, type[Step]] = {"question": Question, "outcome": Outcome, "task": Task}
_MARKS = {"ask": "question", "answers": "question", "advise": "outcome", "do-then": "task"}


def kind_of_step(data: Any) -> str | None:
    """The kind of a step, as its keys have it; None when they do not say, or say several."""
    if isinstance(data, Record):
        return next(kind for kind, model in STEP_KINDS.items() if isinstance(data, model))
    kinds = {kind for key, kind in _MARKS.items() if isinstance(data, dict) and key in data}
    return kinds.pop() if len(kinds) == 1 else None


_AnyStep = Annotated[
    Annotated[Question, Tag("question")]
    | Annotated[Outcome, Tag("outcome")]
    | Annotated[Task, Tag("task")],
    Discriminator(
        kind_of_step,
        custom_error_type="unmarked_step",
        custom_error_message="a step has `ask`, `advise` or `do-then`",
    ),
]


class Scenario(Entry):
    """A part of the decision tree: the steps of one situation."""

    title: Plain = Field(description="The situation, in a few words.")
    start: StepId = Field(title="Begins with", description="The step with which it begins.")
    live: bool = Field(
        False,
        title="Read while it goes on",
        description="true when it is read while something goes on: each question has words to say.",
    )
    steps: dict[Key, _AnyStep] = Field(
        description="Questions, outcomes and things to do first, by id.", min_length=1
    )


def title_of(step: Step) -> str:
    """What a step asks, advises, or says to do first."""
    if isinstance(step, Question):
        return step.ask
    return step.advise if isinstance(step, Outcome) else step.do_then


def ways_on(step: Outcome | Task) -> tuple[WayOn, ...]:
    """The ways on from a step that does not ask."""
    if isinstance(step, Task):
        return (WayOn(go=step.next, say=step.next_say),)
    return tuple(
        way if way.say else way.model_copy(update={"say": step.next_say}) for way in step.next
    )
