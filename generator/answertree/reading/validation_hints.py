"""What was most likely meant by what does not fit the model."""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from answertree.knowledge.kinds import BY_LINK
from answertree.knowledge.model import Guide
from answertree.knowledge.problems import DataPath, DataPlace, did_you_mean, near
from answertree.reading.list_hints import curly_quotes, list_of_names
from answertree.reading.model_keys import item_type_at, keys_at, required_keys_at
from answertree.reading.source_file import SourceFile, data_at

A_LIST = "start each item with `- `, or write `[one, two]`"
STEP_MARKS = ("ask", "answers", "advise")  # the keys that say what a step is
LONGEST_ITEM = 80  # that a hint repeats with quotes around it


def hint_for_key(source: SourceFile, model: type[BaseModel], path: DataPath) -> str:
    """What somebody most likely meant who wrote the unknown key at the end of a path."""
    if model is Guide and path == ("slots",):
        return "each slot is a file of its own now, such as `inputs/name.yml` with `ask: your name`"
    key, holder = str(path[-1]), data_at(source.data, path[:-1])
    known = keys_at(model, path[:-1], source)
    place = source.place(DataPlace(path=path, on_key=True))
    if ":" in key and key.partition(":")[0] in known:
        return f"a space is missing after `{key.partition(':')[0]}:`"
    in_braces = "{" in place.excerpt[: place.column]
    if holder[key] is None and in_braces and not near(key, known):
        return "a comma inside `{…}` ends the text: put the whole text in quotes"
    required = [name for name in required_keys_at(model, path[:-1], source) if name not in holder]
    right = sum(name in holder for name in known)  # of those there are few, whatever a file holds
    if not right and required:
        return f"it needs {listed(required)}"
    meant = meant_key(key, known, required if len(holder) - right == 1 else [])
    return f"did you mean `{meant}`?" if meant else did_you_mean(key, known)


def meant_key(key: str, known: Iterable[str], missing: list[str]) -> str | None:
    """The key that an unknown one was most likely meant to be."""
    if ":" in key and key.partition(":")[0] in known:
        return key.partition(":")[0]
    return near(key, known) or (missing[0] if len(missing) == 1 else None)


def key_of_step(value: Any) -> str:
    """The key of a step that was most likely meant to say what it is; "" for none."""
    keys = value if isinstance(value, dict) else ()
    return next((str(key) for key in keys if near(str(key), STEP_MARKS)), "")


def hint_for_step(value: Any) -> str:
    """What somebody most likely meant who wrote a step without the key that says what it is."""
    if written := key_of_step(value):
        return f"did you mean `{near(written, STEP_MARKS)}` where it says `{written}`?"
    if isinstance(value, str) and (word := value.partition(" ")[0]) in STEP_MARKS:
        return f"write `{word}: …`, with a colon and a space after the key"
    return "give it `ask` and `answers`, or `advise`"


def hint_for_name(written: str) -> str:
    """The name that comes closest to what was written."""
    better = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in written).split())
    return f"use a-z, 0-9 and hyphens: `{better.lower() or 'some-name'}`"


def hint_for_list(source: SourceFile, model: type[BaseModel], path: DataPath, value: Any) -> str:
    """The list that a value was most likely meant to be."""
    if isinstance(value, dict) and all(_is_link(*each) for each in value.items()):
        links = ", ".join(f"{prefix}:{name}" for prefix, name in value.items())
        return f"write `[{links}]`, without a space after the colon"
    item = item_type_at(model, path, source) if path else None
    if (
        isinstance(value, str)
        and getattr(item, "pattern", None)
        and (meant := list_of_names(value))
    ):
        wrong = curly_quotes(value)
        return f"write `{meant}`" + (f": {wrong}" if wrong else "")
    return A_LIST


def hint_for_item(source: SourceFile, path: DataPath, value: dict[str, Any]) -> str:
    """What to do about an item of a list that was to be a text, and has a colon in it."""
    first, behind = next(iter(value.items()), ("", None))
    if _is_link(first, behind):
        return f"delete the space after the colon: `{first}:{behind}`"
    item = f"{first}: {behind}"
    quote = next((mark for mark in "\"'" if mark not in item and "\\" not in item), "")
    if len(value) > 1 or not isinstance(behind, str) or not quote or len(item) > LONGEST_ITEM:
        return "put quotes around the whole item: its colon makes it a key"
    place = source.place(DataPlace(path=path))
    dash = "- " if place.excerpt[: place.column - 1].strip() == "-" else ""
    return f"put quotes around the whole item: `{dash}{quote}{item}{quote}`"


def listed(names: list[str]) -> str:
    """Names in a sentence."""
    return ", ".join(f"`{name}`" for name in names)


def _is_link(prefix: str, name: Any) -> bool:
    """Whether a key and its value were meant as a link by id, such as `faq: length`."""
    return prefix in BY_LINK and isinstance(name, str)
