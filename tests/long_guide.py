"""A guide whose lists are too long for a page each: few entries, but each says a great deal."""

import shutil
from pathlib import Path

from answertree.knowledge.paging import HEAVIEST

from tests.conftest import write_yaml
from tests.unit.content import SMALL

COUNT = 34  # of each kind
WORDS = [
    "the",
    "lid",
    "a",
    "shelf",
    "every",
    "hinge",
    "dry",
    "brush",
    "small",
    "lamp",
    "heavy",
    "door",
    "this",
    "drawer",
    "holds",
    "turns",
]


def write_long_guide(folder: Path) -> Path:
    """Write the small content of the unit tests, and more of each kind than a page may have.

    There are two topics, one of which has several pages. Gives the content folder.
    """
    content = folder / "content"
    shutil.copytree(SMALL, content)
    for volume in (1, 2):
        numbers = range(volume - 1, COUNT, 2)
        book = {
            "title": f"Volume {volume}",
            "points": {f"long-{number}": prose(number) for number in numbers},
            "formerly": [f"tome-{volume}"],
        }
        write_yaml(content / "sources" / f"volume-{volume}.yml", book)
    for number in range(COUNT):
        because = [f"long-{number}", "k-1"]
        question = {
            "ask": f"What about part {number}?",
            "topic": "power" if number % 9 else "water",
            "short": f"Part {number} [is like another](faq:question-{(number + 1) % COUNT}).",
            "answer": prose(number + 100),
            "because": because,
            "see": [f"rule:rule-{number}", "scenario:kettle.descale"],
            "words-for-search": [f"particle {number}"],
            "formerly": [f"old-question-{number}"],
        }
        rule = {
            "do" if number % 3 else "dont": f"Turn part {number} over",
            "reason": prose(number + 200),
            "because": because,
        }
        script = {"title": f"Ask for part {number}", "say": f"I am {{name}}. {prose(number + 300)}"}
        write_yaml(content / "faq" / f"question-{number}.yml", question)
        write_yaml(content / "rules" / f"rule-{number}.yml", rule)
        write_yaml(content / "scripts" / f"script-{number}.yml", script)
    return content


def prose(seed: int) -> str:
    """As many words as make a list of `COUNT` such texts too heavy for one page."""
    found, number = "", seed
    while len(found) < HEAVIEST * 1.15 / COUNT:
        number = number * 31 % 10_007 + 1
        found += f"{WORDS[number % len(WORDS)]}{number} "
    return found.strip().capitalize() + "."
