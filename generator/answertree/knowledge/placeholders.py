"""The sentences in the forms of new files, which wait to be replaced."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from answertree.knowledge.kinds import KINDS

LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


@cache
def placeholders() -> frozenset[str]:
    """Every sentence that stands in a form."""
    names = ("name", "topic", "topics", "point", "slots", "date")
    forms = (kind.form.format(**dict.fromkeys(names, "x")) for kind in KINDS)
    leaves = (leaf for form in forms for leaf in _leaves(yaml.load(form, LOADER)))
    return frozenset(leaf for leaf in leaves if " " in leaf)


def is_placeholder(text: str) -> bool:
    """Whether a text is still what a form had in its place."""
    return text.strip() in placeholders()


def _leaves(data: Any) -> Iterator[str]:
    if isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from _leaves(item)
    else:
        yield str(data).strip()
