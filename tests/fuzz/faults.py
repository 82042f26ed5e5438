"""Mistakes that people make, each planted in a line that is known.

Each fault takes a text and what stands in it, and gives the text with the fault and its line. It
raises IndexError where the text has no place for it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

import yaml


@dataclass(frozen=True)
class Scalar:
    """A key or a value on one line of a file: where it starts and ends, and what it says."""

    start: int
    end: int
    line: int
    text: str
    is_key: bool
    style: str


Fault = Callable[[Random, str, list[Scalar]], tuple[str, int]]


def scalars(text: str) -> list[Scalar]:
    """Every key and every value that is a text on one line."""
    return list(_scalars(text, yaml.compose(text, yaml.SafeLoader)))


def _scalars(text: str, node: yaml.Node | None, is_key: bool = False) -> Iterator[Scalar]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(text, key, True)
            yield from _scalars(text, value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(text, item)
    elif isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark, node.end_mark
        if start.line == end.line:
            yield Scalar(
                start.index, end.index, start.line + 1, node.value, is_key, node.style or ""
            )


def _in_place_of(text: str, scalar: Scalar, new: str) -> tuple[str, int]:
    return text[: scalar.start] + new + text[scalar.end :], scalar.line


def _words(found: list[Scalar]) -> list[Scalar]:
    """Values that are texts people read rather than names."""
    return [one for one in found if not one.is_key and " " in one.text and not one.style]


def misspelt_key(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """`shrot:` for `short:`, where the key is one of the model's."""
    known = {"ask", "title", "short", "answer", "answers", "because", "see", "steps", "points",
             "advise", "text", "reason", "sections", "lead", "description", "starts"}  # fmt: skip
    key = random.choice([one for one in found if one.is_key and one.text in known])
    return _in_place_of(text, key, key.text[:-1] + "zz")


def no_colon(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """`ask What now?`"""
    keys = [one for one in found if one.is_key and text[one.end : one.end + 2] == ": "]
    key = random.choice([one for one in keys if _starts_line(text, one)])
    return text[: key.end] + text[key.end + 1 :], key.line


def open_quote(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """`ask: "What now?`"""
    value = random.choice(_words(found))
    return _in_place_of(text, value, f'"{value.text}')


def tag(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """HTML in a text."""
    value = random.choice(_words(found))
    return _in_place_of(text, value, f"{value.text} <b>so</b>")


def script_address(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """A link that would run something."""
    value = random.choice(_words(found))
    return _in_place_of(text, value, f"{value.text} [so](javascript:so)")


def unknown_placeholder(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """`{zz-none}` in a text that stands in quotes."""
    value = random.choice(_words(found))
    quoted = value.text.replace("\\", "\\\\").replace('"', '\\"')
    return _in_place_of(text, value, f'"{quoted} {{zz-none}}"')


def hidden_character(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """A character that nobody sees."""
    value = random.choice(_words(found))
    mark = random.choice("\u200b\u202e\u2066\u00ad")
    return _in_place_of(text, value, f"{value.text[:3]}{mark}{value.text[3:]}")


def no_value(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """A key and nothing after it."""
    value = random.choice([one for one in _words(found) if _after_key(text, one)])
    return _in_place_of(text, value, "")


def doubled_line(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """The same key twice."""
    keys = [one for one in found if one.is_key and _starts_line(text, one)]
    keys = [one for one in keys if text[one.start - 2 : one.start] != "- "]  # another item
    key = random.choice([one for one in keys if any(v.line == one.line for v in _words(found))])
    lines = text.split("\n")
    lines.insert(key.line, lines[key.line - 1])
    return "\n".join(lines), key.line + 1


def mapping_for_text(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """`ask: {what: now}`"""
    value = random.choice(_words(found))
    return _in_place_of(text, value, "{what: now}")


def far_too_long(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """A chapter in place of a sentence."""
    value = random.choice(_words(found))
    return _in_place_of(text, value, f"{value.text} {'words ' * 400}end")


def tab(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """A tab for the spaces before a key."""
    keys = [one for one in found if one.is_key and _starts_line(text, one)]
    key = random.choice([one for one in keys if text[one.start - 2 : one.start] == "  "])
    return text[: key.start - 2] + "\t" + text[key.start :], key.line


def no_such_name(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """An answer that leads nowhere."""
    targets = [one for one in found if text[: one.start].endswith((" go: ", "{go: ", "next: "))]
    target = random.choice(targets)
    return _in_place_of(text, target, "zz-none")


def open_bracket(random: Random, text: str, found: list[Scalar]) -> tuple[str, int]:
    """A list that does not end."""
    lines = text.split("\n")
    lists = [number for number, line in enumerate(lines) if line.rstrip().endswith("]")
             and ": [" in line and "{" not in line]  # fmt: skip
    number = random.choice(lists)
    lines[number] = lines[number].rstrip()[:-1]
    return "\n".join(lines), number + 1


FAULTS: dict[str, Fault] = {
    fault.__name__: fault
    for fault in (
        misspelt_key, no_colon, open_quote, tag, script_address, unknown_placeholder, tab,
        hidden_character, no_value, doubled_line, mapping_for_text, far_too_long, no_such_name,
        open_bracket,
    )
}  # fmt: skip


def _starts_line(text: str, scalar: Scalar) -> bool:
    return text[: scalar.start].rpartition("\n")[2].strip(" -") == ""


def _after_key(text: str, scalar: Scalar) -> bool:
    """Whether the value ends its line after a key, so that taking it away leaves the key alone."""
    rest = text[scalar.end :].partition("\n")[0]
    return text[: scalar.start].endswith(": ") and not rest.strip()


def planted(random: Random, text: str) -> tuple[str, str, int] | None:
    """A fault's name, the text with it, and its line; None where it finds no place."""
    name = random.choice(sorted(FAULTS))
    try:
        return (name, *FAULTS[name](random, text, scalars(text)))
    except IndexError:
        return None
