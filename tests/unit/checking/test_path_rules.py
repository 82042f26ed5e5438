"""How the way to an answer is told that nobody can give."""

from answertree.checking.path_rules import MOST_SAID, _in_short
from answertree.proving.paths import Way


def chain(count: int) -> tuple[Way, ...]:
    return tuple(Way("question", "next", f"answer {number}", {}) for number in range(count))


def test_a_short_way_is_told_whole() -> None:
    said = _in_short(chain(MOST_SAID))
    assert said == ", ".join(f"“answer {number}”" for number in range(MOST_SAID))


def test_of_a_long_way_the_first_answer_and_the_last_ones_are_told() -> None:
    last = [f"“answer {number}”" for number in range(10 - MOST_SAID + 1, 10)]
    assert _in_short(chain(10)) == ", ".join(["“answer 0”", "…", *last])
