"""New content files to fill in: correct as they are, and never over one that exists."""

import json
import re
from pathlib import Path
from typing import Any

from generator.load import load
from generator.model import Question
from generator.problems import did_you_mean
from generator.source import Source, read
from generator.words import SLUG

# What people call the kinds, the folder of each, and the file that they start from.
TEMPLATES = {
    "question": (
        "faq",
        """\
ask: Write the question as a reader would ask it
topic: {topic}    # one of: {topics}
short: Answer it in one sentence.
answer: |
  Give the reasons and the details here.
because: []    # the points that this rests on, such as {point}
""",
    ),
    "rule": (
        "rules",
        """\
do: Write what to do, as a command    # or `dont:`, without the word don't
reason: Say why.
because: []    # the points that this rests on, such as {point}
""",
    ),
    "script": (
        "scripts",
        """\
title: Say what the words are for
use: Say when to use them.
say: |
  Write the words to say aloud. Slots: {slots}.
because: []    # the points that this rests on, such as {point}
""",
    ),
    "scenario": (
        "scenarios",
        """\
title: Name the situation in a few words
start: first-question
steps:
  first-question:
    ask: Write a short question
    answers:
      - {{say: One answer, go: one-outcome}}
      - {{say: Another answer, go: other-outcome}}
  one-outcome:
    advise: Say what to do
    do:
      - Write one thing to do
    dont:
      - Write one thing not to do
    because: []    # the points that this rests on, such as {point}
  other-outcome:
    advise: Say what to do instead
    because: []
""",
    ),
}


class CreateError(Exception):
    """The file cannot be made; says why, in plain words."""


def create(content: Path, what: str, name: str) -> Path:
    """Write a new file of the kind that people call `what`, and give its path.

    Raises CreateError when the name is no slug or is taken.
    """
    folder, template = TEMPLATES[what]
    if not re.fullmatch(SLUG, name):
        raise CreateError(f"`{name}` cannot be a name: use a-z, 0-9 and single hyphens")
    path = content / folder / f"{name}.yml"
    base = load(content).base
    guide = base.guide
    points = [point for source in base.sources.values() for point in source.points]
    text = template.format(
        topic=next(iter(guide.topics), "some-topic"),
        topics=", ".join(guide.topics),
        slots=", ".join(f"{{{slot}}}" for slot in guide.slots) or "none yet",
        point=points[0] if points else "some-point",
    )
    path.parent.mkdir(exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise CreateError(f"{path} is there already; nothing was changed") from None
    return path


def add_answer(content: Path, step: str, say: str, target: str) -> Path:
    """Add an answer to the question `scenario.step`, below the last one, and give the file's path.

    Everything else in the file stays as it is, comments and order included. Raises CreateError
    when there is no such question.
    """
    scenario, _, name = step.partition(".")
    base = load(content).base
    questions = [
        f"{each}.{key}"
        for each, entry in base.scenarios.items()
        for key, found in entry.steps.items()
        if isinstance(found, Question)
    ]
    if step not in questions:
        hint = did_you_mean(step, questions)
        raise CreateError(f"there is no question `{step}`" + (f"; {hint}" if hint else ""))
    path = content / "scenarios" / f"{scenario}.yml"
    source, _ = read(str(path), path.read_bytes())
    assert source
    answers = [place for at, place in source.values.items() if at[:3] == ("steps", name, "answers")]
    lines = source.text.splitlines(keepends=True)
    last = max(source.text.count("\n", 0, place.end) for place in answers)
    indent = re.match(" *", lines[source.values["steps", name, "answers", 0].line - 1])
    assert indent
    quoted = json.dumps(say, ensure_ascii=False)
    before = "".join(lines[: last + 1]).rstrip("\n") + "\n"
    text = f"{before}{indent[0]}- {{say: {quoted}, go: {target}}}\n{''.join(lines[last + 1 :])}"
    changed, problems = read(str(path), text.encode())
    if problems or not changed or _answers(changed, name) != [*_answers(source, name), target]:
        raise CreateError(f"the answers in {path} are written in a way that needs your hand")
    path.write_text(text, encoding="utf-8")
    return path


def _answers(source: Source, step: str) -> list[Any]:
    data: Any = source.data
    return [answer["go"] for answer in data["steps"][step]["answers"]]
