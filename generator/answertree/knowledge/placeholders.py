"""The forms that new content starts from, and the sentences in them that wait to be replaced."""

from typing import Any, NamedTuple

import yaml


class Form(NamedTuple):
    """A new file: the folder it belongs in, and its text with `{names}` that the guide fills in."""

    folder: str
    text: str


# By what people call the kinds.
FORMS = {
    "question": Form(
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
    "rule": Form(
        "rules",
        """\
do: Write what to do, as a command    # or `dont:`, without the word don't
reason: Say in one sentence why.
because: []    # the points that this rests on, such as {point}
""",
    ),
    "script": Form(
        "scripts",
        """\
title: Say what the words are for
use: Say when to use them.
say: |    # slots: {slots}
  Write the words to say aloud.
because: []    # the points that this rests on, such as {point}
""",
    ),
    "scenario": Form(
        "scenarios",
        """\
title: Name the situation in a few words
start: first-question
steps:
  first-question:
    ask: Write a short question
    answers:
      - {{say: Write one answer, go: one-outcome}}
      - {{say: Write another answer, go: other-outcome}}
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


def _leaves(data: Any) -> set[str]:
    if isinstance(data, dict | list):
        items = data.values() if isinstance(data, dict) else data
        return {leaf for item in items for leaf in _leaves(item)}
    return {str(data).strip()}


def _sentences(form: Form) -> set[str]:
    filled = form.text.format(topic="x", topics="x", point="x", slots="x")
    return {leaf for leaf in _leaves(yaml.safe_load(filled)) if " " in leaf}


BLANKS = frozenset(sentence for form in FORMS.values() for sentence in _sentences(form))


def is_blank(text: str) -> bool:
    """Whether a text is still what a form had in its place."""
    return text.strip() in BLANKS
