"""The words of the interface in one language: whatever readers see that is not content."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Literal, TypeAlias

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_day_names
from babel.lists import format_list

Label: TypeAlias = "str | Mapping[str, str]"  # a text, or a text for each plural category

PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True)
class Language:
    """A language by its code, and its labels, each named `group.key`."""

    code: str
    labels: Mapping[str, Label]

    def label(self, name: str, /, count: int = 0, **values: object) -> str:
        """A label with its values filled in; the `count` chooses among plural forms.

        Raises KeyError when there is no such label, or when it asks for a value that is not given.
        """
        found = self.labels[name]
        if not isinstance(found, str):
            found = found.get(self._locale.plural_form(count), found["other"])
        values["count"] = count
        return PLACEHOLDER.sub(lambda match: str(values[match[1]]), found)

    def day(self, day: date, signs: str) -> str:
        """A day as the language writes it, in the order of the `signs` of CLDR: `d MMMM y`."""
        return str(format_date(day, signs, self._locale))

    def weekday(self, number: int) -> str:
        """The name of a day of the week; Monday is 0."""
        return str(get_day_names("wide", "stand-alone", self._locale)[number])

    def listed(self, words: Sequence[str], style: Literal["or", "unit"]) -> str:
        """Words as a list: with an “or” before the last, or with nothing but what sets apart."""
        return str(format_list(words, style, self._locale))

    def group(self, name: str) -> dict[str, Label]:
        """The labels of one group by their keys, as a script is given them."""
        prefix = f"{name}."
        return {
            key.removeprefix(prefix): label
            for key, label in self.labels.items()
            if key.startswith(prefix)
        }

    @property
    def direction(self) -> str:
        """The direction of its script: `ltr` or `rtl`."""
        return self._locale.text_direction

    @property
    def plurals(self) -> frozenset[str]:
        """The plural categories of the language."""
        return self._locale.plural_form.tags | {"other"}

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.code, sep="-")


def is_known(code: str) -> bool:
    """Whether a code, such as `en` or `pt-BR`, is that of a language."""
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def placeholders(label: Label) -> set[str]:
    """The names of the values that a label asks for, in any of its forms."""
    texts = [label] if isinstance(label, str) else label.values()
    return {name for text in texts for name in PLACEHOLDER.findall(text)}


def frozen(labels: Mapping[str, Label]) -> Mapping[str, Label]:
    """The labels as a mapping that nobody can change."""
    return MappingProxyType(
        {
            name: label if isinstance(label, str) else MappingProxyType(dict(label))
            for name, label in labels.items()
        }
    )
