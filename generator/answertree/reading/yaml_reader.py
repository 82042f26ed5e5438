"""The bytes of a YAML file to its text and data.

Every value stays the text that was written (`Yes` is a word, `14:30` a text); the model decides
what it means.
"""

from answertree.knowledge.problems import Place, Problem, explained
from answertree.reading import yaml_data, yaml_pitfalls
from answertree.reading.source_file import SourceFile

MAX_CHARACTERS = 50_000
MAX_BYTES = 4 * MAX_CHARACTERS


def read(name: str, raw: bytes) -> tuple[SourceFile | None, list[Problem]]:
    """Read one file: its text and data, or None and every reason why it cannot be read.

    `name` is what people know the file by; it is not opened.
    """
    file = SourceFile(name, _text(raw.decode("utf-8", errors="replace")))
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        place = file.place_at(len(_text(raw[: error.start].decode("utf-8"))))
        hint = "save the file as UTF-8"
        return None, [Problem(place, "encoding", "this is not UTF-8 text", hint)]
    if problems := _unreadable(file):
        return None, problems
    whole, problems = yaml_data.parse(file)
    return (file if whole else None), problems


def too_long(name: str) -> Problem:
    """The problem of a file that is not even looked into."""
    message = f"this file is longer than {MAX_CHARACTERS} characters"
    return Problem(Place(name), "yaml", message, "split it into several files")


def _text(decoded: str) -> str:
    return decoded.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _unreadable(file: SourceFile) -> list[Problem]:
    if len(file.text) > MAX_CHARACTERS:
        return [too_long(file.name)]
    unsafe = explained(
        list(yaml_data.UNSAFE.finditer(file.text)),
        lambda match: yaml_data.unsafe_character(file.place_at(match.start()), match[0]),
    )
    return unsafe or list(yaml_pitfalls.conflicts(file))
