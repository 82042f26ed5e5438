"""What it costs to check the worst files that there can be: it grows as they do, and no faster."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from answertree.knowledge import problems as problems_module
from answertree.knowledge.problems import MOST_OF_A_FILE
from answertree.knowledge.report import as_text
from answertree.reading.yaml_data import MAX_VALUES
from answertree.reading.yaml_reader import MAX_CHARACTERS

from tests.unit.content import copied, problems

# Twice the size takes about twice the time; where each of many looks at all others it takes four
# times as long. What the machine does beside it changes both, but not five times in a row.
MOST, ATTEMPTS = 2.8, 5


@dataclass(frozen=True)
class Heavy:
    """A file of one line again and again, in which `#` is its number, and of so many values."""

    file: str
    line: str
    values: int = 0
    start: str = ""
    end: str = ""

    def text(self, share: float) -> str:
        """As much of it as this share of what a file may hold."""
        room = MAX_CHARACTERS * share - len(self.start + self.end)
        return self.start + "".join(self._lines(room, MAX_VALUES * share - 20)) + self.end

    def _lines(self, characters: float, values: float) -> Iterator[str]:
        number = 0
        while True:
            line = self.line.replace("#", str(number))
            characters, values, number = characters - len(line), values - self.values, number + 1
            if characters < 0 or values < 0:
                return
            yield line


FAQ = "ask: What is heavy?\ntopic: water\nshort: Words.\nanswer: Words.\n"
STEPS = "title: Heavy\nstart: s-0\nsteps:\n"
ANSWERS = f"{STEPS}  s-0:\n    ask: What is heavy?\n    answers:\n"
HEAVY = {
    "keys given twice": Heavy("faq/heavy.yml", "a: 1\n", 2),
    "conflict marks": Heavy("faq/heavy.yml", "<<<<<<< a\n"),
    "invisible characters": Heavy("faq/heavy.yml", "\u200b", start="ask: "),
    "unknown keys": Heavy("faq/heavy.yml", "k-#: v\n", 2, FAQ),
    "unknown keys in place of others": Heavy("faq/heavy.yml", "k-#: v\n", 2, "ask: What now?\n"),
    "unknown targets": Heavy(
        "scenarios/heavy.yml", "      - {say: Words #, go: zz-#}\n", 5, ANSWERS
    ),
    "outcomes that lead nowhere": Heavy(
        "scenarios/heavy.yml", "  s-#: {advise: Words, next: zz-#}\n", 6, STEPS
    ),
    "questions that lead back": Heavy(
        "scenarios/heavy.yml",
        "  s-#: {ask: Words, answers: [{say: On, go: s-1#}, {say: Back, go: s-0}]}\n",
        14,
        STEPS,
    ),
    "unknown points": Heavy("faq/heavy.yml", "zz-#, ", 1, f"{FAQ}because: [", "]\n"),
    "names in curly quotes": Heavy("faq/heavy.yml", "“k-#”, ", 1, f"{FAQ}because: [", "]\n"),
    "unknown slots": Heavy(
        "scenarios/heavy.yml",
        "'{zz-#}', ",
        1,
        f"{STEPS}  s-0:\n    advise: Words\n    do: [",
        "]\n",
    ),
}


def seconds(content: Path, heavy: Heavy, share: float) -> float:
    (content / heavy.file).write_text(heavy.text(share), encoding="utf-8")
    started = process_time()
    assert as_text(problems(content))
    return process_time() - started


@pytest.mark.parametrize("name", HEAVY)
def test_twice_the_size_takes_no_more_than_twice_the_time(tmp_path: Path, name: str) -> None:
    content = copied(tmp_path)
    ratios = (
        seconds(content, HEAVY[name], 1 / 2) / seconds(content, HEAVY[name], 1 / 4)
        for _ in range(ATTEMPTS)
    )
    assert any(ratio < MOST for ratio in ratios)


@pytest.mark.parametrize(
    "name", ["unknown keys", "unknown keys in place of others", "unknown targets", "unknown points"]
)
def test_no_more_names_are_guessed_at_than_are_reported(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    guesses = 0

    def counted(*args: Any, **options: Any) -> list[str]:
        nonlocal guesses
        guesses += 1
        return get_close_matches(*args, **options)

    monkeypatch.setattr(problems_module, "get_close_matches", counted)
    heavy = HEAVY[name]
    found = problems(copied(tmp_path, {heavy.file: heavy.text(1)}))
    assert sum(problem.count for problem in found) > 10 * MOST_OF_A_FILE
    assert 0 < guesses < 15 * MOST_OF_A_FILE
