"""The events of YAML, such as the start of a list or a text, each with its place.

PyYAML's own scanner says best what is wrong with a file, and where, but takes ten times as long as
libyaml. So libyaml reads the files that are fine, wherever PyYAML would read the same in them.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

# What libyaml lets pass and PyYAML does not: tabs, and a `#` right behind a `|` or `>`.
READ_OTHERWISE = re.compile(r"\t|[|>][-+0-9]*#")


class NotTheSame(ValueError):
    """The quick way would give other events than the exact one, or there is none."""


def exact(text: str) -> Iterator[yaml.Event]:
    """The events of a text. Raises what PyYAML raises when it is not YAML."""
    return yaml.parse(text, Loader=yaml.SafeLoader)


def quick(text: str) -> Iterator[yaml.Event]:
    """The same events by libyaml.

    Raises NotTheSame, and what PyYAML raises; whoever wants to know what is wrong asks for the
    exact ones then. Nothing here is recursive, so that no depth can end the process.
    """
    if not yaml.__with_libyaml__ or READ_OTHERWISE.search(text):
        raise NotTheSame
    loader: Any = yaml.CSafeLoader(text)
    brackets = [False]
    while event := loader.get_event():
        kind = type(event)
        if kind is yaml.ScalarEvent:
            # The places of an empty text are others, and only libyaml allows a `?` in brackets.
            if not event.style and (not event.value or (brackets[-1] and "?" in event.value)):
                raise NotTheSame
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            brackets.append(bool(event.flow_style))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            brackets.pop()
        yield event
