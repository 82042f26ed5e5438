"""Content of any size about nothing in particular, linked as real content is.

It is the same each time: of every ten entries seven are questions, one is a rule and two are words
to say; steps stand in scenarios of about twenty, which lead to each other.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

SYLLABLES = [f"{consonant}{vowel}" for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
WHAT = ("The lid", "A wide shelf", "The lower drawer", "Every second hinge", "A dry brush",
        "The small lamp", "One of the handles", "A piece of string", "The heavy door",
        "This tool")  # fmt: skip
DOES = ("holds", "turns", "stays open", "comes loose", "keeps its shape", "needs some care",
        "moves to the left", "is easy to clean", "fits", "lasts longer")  # fmt: skip
WHEN = ("after a while", "in the morning", "when it rains", "without any force", "on a flat table",
        "for about a week", "as long as it is warm", "before you begin", "most of the time",
        "beside the window")  # fmt: skip
DEEDS = ("Dry", "Fold", "Lift", "Mend", "Open", "Paint", "Turn", "Wash")
VERDICTS = ("go", "wait", "stop", "write", "say")
IN_A_SCENARIO = 20
IN_A_SOURCE = 100


def write_content(folder: Path, entries: int, steps: int) -> None:
    """Write a whole content folder of so many questions, rules and words to say, and so many steps.

    There are ten entries and three steps at least.
    """
    for name, text in _files(_Plan(entries, steps)):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


class _Plan:
    """The names of all that there is to be, so that one thing may lead to another."""

    def __init__(self, entries: int, steps: int) -> None:
        self.questions = [word(number) for number in range(entries) if number % 10 < 7]
        self.rules = [word(number) for number in range(entries) if number % 10 == 7]
        self.scripts = [word(number) for number in range(entries) if number % 10 > 7]
        self.points = [f"point-{number}" for number in range(1, entries + 1)]
        self.topics = [f"topic-{word(number)}" for number in range(max(2, round(entries**0.5)))]
        count = max(1, round(steps / IN_A_SCENARIO))
        sizes = (steps // count + (number < steps % count) for number in range(count))
        self.scenarios = {
            f"way-{word(number)}": [f"step-{word(step)}" for step in range(size)]
            for number, size in enumerate(sizes)
        }


def word(number: int) -> str:
    """A word that nothing else is called by: `baba`, `babe` and so on."""
    found = ""
    while number or len(found) < 4:
        number, rest = divmod(number, len(SYLLABLES))
        found = SYLLABLES[rest] + found
    return found


def _files(plan: _Plan) -> Iterator[tuple[str, str]]:
    yield "guide.yml", _guide(plan)
    for number, name in enumerate(plan.questions):
        yield f"faq/{name}.yml", _question(plan, number, name)
    for number, name in enumerate(plan.rules):
        yield f"rules/{name}.yml", _rule(plan, number, name)
    for number, name in enumerate(plan.scripts):
        yield f"scripts/{name}.yml", _script(plan, number, name)
    for number in range(len(plan.scenarios)):
        yield f"scenarios/{list(plan.scenarios)[number]}.yml", _scenario(plan, number)
    for number, start in enumerate(range(0, len(plan.points), IN_A_SOURCE)):
        yield f"sources/{word(number)}.yml", _source(plan, start)
    for name, asks in (("name", "your name"), ("place", "the place"), ("day", "the day")):
        yield f"inputs/{name}.yml", f"ask: {asks}\n"
    lists = ("questions", "rules", "scripts", "inputs", "sources")
    for name in lists:
        yield f"pages/{name}.yml", _page(name) + f"shows: {name}\n"
    yield "pages/more.yml", _page("more") + _sections(plan)


def _guide(plan: _Plan) -> str:
    ways = list(plan.scenarios)[:3]
    starts = "\n".join(f"  - {{say: {_title(way)}, go: {way}}}" for way in ways)
    topics = "\n".join(f"  {topic}: {_title(topic)}" for topic in plan.topics)
    return f"""\
title: A guide to nothing in particular
tagline: {_sentence(Random(0))}
description: {_sentence(Random(1))}
opening: Where do you want to begin?
starts:
{starts}
topics:
{topics}
pages: [questions, rules, scripts, inputs, more, sources]
require-because: true
"""


def _question(plan: _Plan, number: int, name: str) -> str:
    random = Random(f"question {number}")
    other = random.choice(plan.questions)
    short, *rest = (_sentence(random) for _ in range(5))
    return f"""\
ask: How do you look after a {name}?
topic: {_nth(plan.topics, number)}
order: {number % 9 * 10 + 10}
short: {short}
answer: |
  {rest[0]} Have a look at [the {other}](faq:{other}) too. {rest[1]}

  {rest[2]} *Take your time:* {rest[3]}
because: [{_two_points(plan, random, number)}]
see: [{_link(plan, random)}, {_link(plan, random)}]
words-for-search: [{name} care, {name} {random.choice(DEEDS).lower()}]
"""


def _rule(plan: _Plan, number: int, name: str) -> str:
    random = Random(f"rule {number}")
    key = random.choice(("do", "dont"))
    point = _two_points(plan, random, len(plan.questions) + number)
    return f"""\
{key}: {random.choice(DEEDS)} a {name} {random.choice(WHEN)}
reason: {_sentence(random)}
order: {number % 9 * 10 + 10}
because: [{point}]
see: [{_link(plan, random)}]
"""


def _script(plan: _Plan, number: int, name: str) -> str:
    random = Random(f"script {number}")
    point = _two_points(plan, random, len(plan.questions) + len(plan.rules) + number)
    return f"""\
title: Ask about the {name}
topic: {_nth(plan.topics, number)}
use: {_sentence(random)}
say: |
  My name is {{name}}, and I am at {{place}}. {_sentence(random)}

  {_sentence(random)} May I come on {{day}}?
because: [{point}]
"""


def _scenario(plan: _Plan, number: int) -> str:
    """A tree of questions, each with an outcome or two and an answer that leads elsewhere."""
    random = Random(f"scenario {number}")
    name, steps = list(plan.scenarios.items())[number]
    live = bool(number % 2)
    count = max(1, len(steps) * 2 // 5)
    questions, outcomes = steps[:count], steps[count:]
    written = [f"title: {_title(name)}", f"start: {questions[0]}"]
    written += [f"live: {str(live).lower()}", "steps:"]
    for index, step in enumerate(questions):
        after = questions[2 * index + 1 : 2 * index + 3] + outcomes[index::count]
        after.append(_outcome_elsewhere(plan, random, number))
        written += [f"  {step}:", f"    ask: What of the {word(random.randrange(4000))}?"]
        if live or index % 3 == 0:
            written.append(f"    script: {random.choice(plan.scripts)}")
        written.append("    answers:")
        written += [
            f"      - {{say: It is the {word(100 * index + place)}, go: {target}}}"
            for place, target in enumerate(after)
        ]
        written.append(f"    because: [{_two_points(plan, random, number + index)}]")
    for index, step in enumerate(outcomes):
        written += _outcome(plan, random, step, 12 * number + index)
        if index == 0:  # it hands over, so that one scenario leads to the next
            written.append(f"    next: {_nth(list(plan.scenarios), number + 1)}")
    return "\n".join(written) + "\n"


def _outcome(plan: _Plan, random: Random, step: str, number: int) -> list[str]:
    return [
        f"  {step}:",
        f"    advise: {random.choice(DEEDS)} the {word(random.randrange(4000))}",
        f"    verdict: {random.choice(VERDICTS)}",
        f"    text: {_sentence(random)}",
        "    do:",
        f"      - {random.choice(DEEDS)} it {random.choice(WHEN)}",
        f"      - {random.choice(DEEDS)} it {random.choice(WHEN)}",
        "    dont:",
        f"      - {random.choice(DEEDS)} it {random.choice(WHEN)}",
        f"    because: [{_two_points(plan, random, number)}]",
        f"    see: [{_link(plan, random)}]",
    ]


def _source(plan: _Plan, start: int) -> str:
    random = Random(f"source {start}")
    points = plan.points[start : start + IN_A_SOURCE]
    written = "\n".join(f"  {point}: {_sentence(random)} {_sentence(random)}" for point in points)
    return f"title: The notebook that begins with {start + 1}\npoints:\n{written}\n"


def _page(name: str) -> str:
    random = Random(f"page {name}")
    title = f"title: All about {name}\ndescription: {_sentence(random)}\n"
    return f"{title}lead: {_sentence(random)}\n"


def _sections(plan: _Plan) -> str:
    random = Random("sections")
    written = ["sections:"]
    for number in range(6):
        written += [
            f"  part-{number + 1}:",
            f"    title: Of the {word(number)}",
            f"    text: {_sentence(random)} See [this]({_link(plan, random)}).",
            f"    because: [{_two_points(plan, random, number)}]",
        ]
    return "\n".join(written) + "\n"


def _outcome_elsewhere(plan: _Plan, random: Random, scenario: int) -> str:
    """The last step of a scenario nearby."""
    name = _nth(list(plan.scenarios), scenario + random.randint(1, 3))
    return f"{name}.{plan.scenarios[name][-1]}"


def _two_points(plan: _Plan, random: Random, number: int) -> str:
    one, other = _nth(plan.points, number), random.choice(plan.points)
    return ", ".join(dict.fromkeys((one, other)))


def _link(plan: _Plan, random: Random) -> str:
    if random.random() < 0.3:
        scenario, steps = random.choice(list(plan.scenarios.items()))
        return f"scenario:{scenario}.{random.choice(steps)}"
    kinds = (("faq", plan.questions), ("rule", plan.rules), ("script", plan.scripts))
    kind, names = random.choice(kinds)
    return f"{kind}:{random.choice(names)}"


def _nth(names: list[str], number: int) -> str:
    return names[number % len(names)]


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _sentence(random: Random) -> str:
    return f"{random.choice(WHAT)} {random.choice(DOES)} {random.choice(WHEN)}."
