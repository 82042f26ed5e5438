"""What new files start from: each text has `{names}` that are filled in from the guide."""

QUESTION = """\
ask: Write the question as a reader would ask it
topic: {topic}    # one of: {topics}
short: Answer it in one sentence.
answer: |
  Give the reasons and the details here.
because: []    # the points that this rests on, such as {point}
"""

RULE = """\
do: Write what to do, as a command    # or `dont:`, without the word don't
reason: Say in one sentence why.
because: []    # the points that this rests on, such as {point}
"""

SCRIPT = """\
title: Say what the words are for
use: Say when to use them.
say: |    # slots: {slots}
  Write the words to say aloud.
because: []    # the points that this rests on, such as {point}
"""

INPUT = """\
ask: say what to fill in
type: text    # or `tel`, `date`, `number`, `choice`, `zone`
"""

REMINDER = """\
title: Say what is to be done then
after: {date}    # an input of `type: date`
days: 7    # so many days after it
"""

SCENARIO = """\
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
"""

PAGE = """\
title: Write the heading of the page
description: Say in one sentence what search engines are to show.
lead: Say what the page is for, in one sentence.
sections:
  first-part:
    title: Write the heading of a part
    text: |
      Write what stands below that heading.
    because: []    # the points that this rests on, such as {point}
"""

SOURCE = """\
title: Say what the source is called
about: |
  Say what kind of source this is.
points:
  {name}-1: Write one point in your own words.
"""

# By the word for what is made: commands offer these without knowing the kinds.
BY_NOUN = {
    "scenario": SCENARIO,
    "question": QUESTION,
    "rule": RULE,
    "script": SCRIPT,
    "input": INPUT,
    "page": PAGE,
    "source": SOURCE,
    "reminder": REMINDER,
}
