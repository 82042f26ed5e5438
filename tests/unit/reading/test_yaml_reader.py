"""Reading YAML: what is read, where it stands, and that nothing makes it fall over."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from answertree.knowledge.problems import DataPlace, Place
from answertree.reading.source_file import Data, SourceFile
from answertree.reading.yaml_data import MAX_DEPTH
from answertree.reading.yaml_reader import read

from tests.unit.content import SMALL

NESTED = """\
# A comment, with a key: in it
title: The “kettle” is cold
list: [one, "two", {inner: 'three'}]
steps:
  first-step:
    ask: Ünïcode 🫖 before
    answers:
      - {say: Yes, go: next}
      - say: No
        go: >
          folded
  "quoted key":
    text: |
      Two lines
      of text
last: end
"""


def parse(text: str) -> SourceFile:
    source, problems = read("a.yml", text.encode())
    assert source, problems
    return source


def data(text: str) -> Data:
    return parse(text).data


def scalars(value: Data, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from scalars(item, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from scalars(each, (*path, index))
    else:
        yield path


def at(text: str, place: Place) -> str:
    return text.split("\n")[place.line - 1][place.column - 1 :]


def test_the_place_of_every_key_is_exact() -> None:
    source = parse(NESTED)
    assert len(source.keys) == 14
    for path in source.keys:
        place = source.place(DataPlace(path=path, on_key=True))
        assert at(NESTED, place).lstrip('"').startswith(str(path[-1])), path


def test_the_place_of_every_text_is_exact() -> None:
    source = parse(NESTED)
    paths = list(scalars(source.data))
    assert len(paths) == 11
    for path in paths:
        value: Data = source.data
        for part in path:
            value = value[part]  # type: ignore[index]
        shown = at(NESTED, source.place(DataPlace(path=path)))
        assert shown.lstrip("\"'").startswith(str(value)) or shown in ("|", ">"), path


def test_a_group_is_where_its_first_key_or_bracket_is() -> None:
    source = parse(NESTED)
    steps, list_ = (source.place(DataPlace(path=(key,))) for key in ("steps", "list"))
    assert (steps.line, steps.column) == (5, 3)
    assert (list_.line, list_.column) == (3, 7)


def test_a_path_that_is_not_there_is_at_its_parent() -> None:
    source = parse(NESTED)
    missing = source.place(DataPlace(path=("steps", "first-step", "because", 0)))
    assert missing == source.place(DataPlace(path=("steps", "first-step"), on_key=True))


def test_a_snippet_is_found_within_its_own_text_only() -> None:
    text = "one: kettle\ntwo: a kettle that is\nthree: kettle\n"
    place = parse(text).place(DataPlace(path=("two",), snippet="kettle"))
    assert (place.line, place.column) == (2, 8)


def test_a_snippet_that_is_not_there_is_at_the_start_of_the_text() -> None:
    place = parse("one: kettle\ntwo: tea\n").place(DataPlace(path=("one",), snippet="tea"))
    assert (place.line, place.column) == (1, 6)


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
def test_any_line_break_counts_as_one(breaks: str) -> None:
    source = parse(f"one: 1{breaks}{breaks}two: 2{breaks}")
    place = source.place(DataPlace(path=("two",), on_key=True))
    assert (place.line, place.column) == (3, 1)


def test_a_byte_order_mark_takes_up_no_column() -> None:
    source, problems = read("a.yml", b"\xef\xbb\xbfone: 1\n")
    assert source is not None
    assert not problems
    assert source.place(DataPlace(path=("one",), on_key=True)).column == 1


@pytest.mark.parametrize(
    "written",
    ["Yes", "no", "on", "14:30", "010", "0x1F", "1e400", "1_000", "2026-13-45", "2026-01-02",
     "null", "~", "true", ".inf", "12", "1.50", "+1", "=", "y"],
)  # fmt: skip
def test_whatever_is_written_is_a_text(written: str) -> None:
    assert data(f"key: {written}\n") == {"key": written}


@pytest.mark.parametrize("written", ["Yes", "010", "null", "~", "14:30"])
def test_a_key_is_a_text_too(written: str) -> None:
    assert data(f"{written}: here\n") == {written: "here"}


def test_nothing_is_nothing_and_an_empty_text_is_a_text() -> None:
    assert data("one:\ntwo: ''\nthree: [ '' ]\n") == {"one": None, "two": "", "three": [""]}
    assert data("") is None
    assert data("# only a comment\n") is None


def test_of_a_key_that_is_given_twice_the_first_is_kept_and_the_second_reported() -> None:
    source, problems = read("a.yml", b"one: 1\ntwo: {a: 1}\ntwo: {a: 2, b: [3]}\n")
    assert source is not None
    assert source.data == {"one": "1", "two": {"a": "1"}}
    assert [(one.line, one.column, one.code) for one in problems] == [(3, 1, "duplicate-key")]


def test_nesting_is_allowed_up_to_its_limit() -> None:
    assert data("a: " + "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1))
    source, problems = read("a.yml", f"a: {'[' * 13}x{']' * 13}".encode())
    assert source is None
    assert problems[0].column == 16


def test_every_unsafe_character_of_a_file_is_reported() -> None:
    _, problems = read("a.yml", "a: \u202eb\nc\u200b: \u2066\n".encode())
    assert [(one.line, one.column) for one in problems] == [(1, 4), (2, 2), (2, 5)]


@pytest.mark.parametrize("character", ["\t", "\u00a0", "é", "日", "🫖", "’", "\ufe0f"])
def test_characters_that_people_write_are_kept(character: str) -> None:
    assert data(f'key: "a{character}b"\n') == {"key": f"a{character}b"}


def test_the_place_of_an_index_counts_from_one() -> None:
    assert SourceFile("a.yml", "ab\ncd").place_at(4) == Place("a.yml", 2, 2)


# What has made readers of YAML stumble before, beside what is in the files themselves.
TOKENS = [
    b"&a ", b"*a", b"<<: ", b"!!python/name:os.system ", b"!x ", b"? ", b": ", b"- ", b"{", b"}",
    b"[", b"]", b",", b"|", b">", b"'", b'"', b"\\", b'"\\x"', b'"\\UFFFFFFFF"', b'"\\ud800"',
    b"%YAML 9.9\n", b"%TAG ! x\n", b"---\n", b"...\n", b"\t", b"\r", b"\x00", b"\x85", b"\xff",
    b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xf0\x9f", b"@", b"`", b"#", b"\n", b"  ", b"a" * 200,
    b"1e+400", b"2026-13-45", b"25:00", b"=", b"~", b"[" * 50, b"- " * 50,
]  # fmt: skip


def mutations(count: int) -> Iterator[bytes]:
    chance = random.Random(2)
    files = sorted(SMALL.rglob("*.yml"))
    for _ in range(count):
        raw = chance.choice(files).read_bytes()
        for _ in range(chance.randint(1, 4)):
            start = chance.randrange(len(raw) + 1)
            end = min(len(raw), start + chance.choice([0, 0, 1, 3, 20]))
            raw = raw[:start] + chance.choice(TOKENS) + raw[end:]
        yield raw


def test_no_bytes_make_it_fall_over_and_every_problem_has_a_place_in_the_file() -> None:
    broken = 0
    for raw in mutations(400):
        source, problems = read("a.yml", raw)
        assert source or problems
        broken += source is None
        lines = raw.decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for problem in problems:
            assert 1 <= problem.line <= len(lines), raw
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, (raw, problem)
    assert 50 < broken < 400


def test_a_file_is_named_as_it_was_handed_in() -> None:
    _, problems = read(str(Path("some") / "a.yml"), b"\xff")
    assert problems[0].file == "some/a.yml"
