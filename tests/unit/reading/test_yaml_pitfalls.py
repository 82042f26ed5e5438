"""What is said of mistakes in YAML; the commonest are in cases/."""

import time

import pytest
from answertree.reading.yaml_reader import read


def reported(text: str) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.message) for one in read("a.yml", text.encode())[1]]


@pytest.mark.parametrize(
    "text",
    [
        "a: one # a comment\n",
        "a: one # a comment #2\n",
        "a: one #\n",
        "a: C#\n",
        "a: a#b\n",
        "a: '#1'\n",
        'a: "We are #1" #so\n',
        "#a: b\na: |\n  We are #1\n",
        "a: # all of it\n  - one\n",
        "a: #all\n  - one\n",
        "a: one\n#two\n",
        "a: 5\u00a0€\n",
        "a: '\u00a0'\n",
        "a: |\n  • one\n  - two\n  \u00a0three\n",
        "a: -10\n",
        "a: –\n",
        "a: - one\n".replace(": -", ": a -"),
        "a:\n  -10\n",
        "a: |\n  =======\n",
        "a: one <<<<<<< two\n",
    ],
)
def test_what_is_no_mistake(text: str) -> None:
    assert reported(text) == []


def test_what_a_mistake_was_meant_to_say_is_read_all_the_same() -> None:
    source, problems = read("a.yml", "a: #1 b\nc: d\u00a0\n\u00a0e: f #g\n".encode())
    assert source
    assert source.data == {"a": "1 b", "c": "d", "e": "f"}
    assert len(problems) == 4


@pytest.mark.parametrize("text", ["a: one\n  - two\n", "a: #1\n", "a: one\u00a0\n", "a\u00a0: b\n"])
def test_one_mistake_alone_is_reported(text: str) -> None:
    assert len(reported(text)) == 1


def test_each_merge_is_reported() -> None:
    text = "<<<<<<< a\n=======\n>>>>>>> b\nx: y\n<<<<<<< a\n=======\n>>>>>>> b\n"
    assert [line for line, *_ in reported(text)] == [1, 5]


@pytest.mark.parametrize(
    "text",
    [
        "-" * 49_000,
        "a: [" + "x," * 24_000,
        "a:\n" + " " * 49_000 + "\t",
        "a: {" + " " * 49_000 + "#b",
        "a: [" + "\n #a" * 12_000,
        'a: "' + 'b: "c\n' * 6_000,
        "a\n" * 24_000 + " a: b",
        "a: [" + " #a" * 16_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.monotonic()
    read("a.yml", text.encode())
    assert time.monotonic() - start < 30  # quadratic ways of looking take minutes
