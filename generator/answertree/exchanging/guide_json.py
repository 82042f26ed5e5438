"""The whole guide as data for other programs, made by one walk over the model.

The walk knows types and no fields: whatever the model has, now or later, is in the data.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from pydantic import BaseModel

from answertree.exchanging.guide_schema import SCHEMA, VERSION
from answertree.knowledge.addresses import addresses, web_address
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Line, StepId, Target, Text
from answertree.knowledge.graph import resolve
from answertree.knowledge.kinds import SCENARIOS
from answertree.knowledge.record import Entry
from answertree.knowledge.text_output import plain_paragraphs
from answertree.knowledge.text_parser import parse, with_addresses


def as_json(base: KnowledgeBase, language: str, site_url: str = "") -> str:
    """The guide as the text of a JSON file, which `guide_schema` describes.

    `language` is the code of its language, and `site_url` the address of the site, with a slash at
    its end; without it addresses are relative to the site. The same guide gives the same text.
    """
    found = {link: urljoin(site_url, web_address(at)) for link, at in addresses(base).items()}

    def written(kind: str, name: str, entry: Entry) -> str:
        scenario = name if kind == SCENARIOS.folder else None
        return _json(_Walk(base, found, scenario).data(entry))

    entries = {
        kind: _object((name, written(kind, name, entry)) for name, entry in each.items())
        for kind, each in base.entries.items()
    }
    address = [("address", _json(site_url))] if site_url else []
    whole = [
        ("$schema", _json(SCHEMA)),
        ("version", _json(VERSION)),
        ("language", _json(language)),
        *address,
        ("guide", _json(_Walk(base, found).data(base.guide))),
        ("entries", _object(entries.items())),
        ("addresses", _object((link, _json(at)) for link, at in sorted(found.items()))),
    ]
    return f"{_object(whole)}\n"


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def _object(members: Iterable[tuple[str, str]]) -> str:
    """An object of members that are JSON already, a line for each: as one value it is too large."""
    lines = ",\n".join(f"{_json(name)}: {value}" for name, value in members)
    return f"{{\n{lines}\n}}"


@dataclass(frozen=True)
class _Walk:
    """A walk through an entry, in which the links of texts and the names of steps are resolved."""

    base: KnowledgeBase
    addresses: dict[str, str]
    scenario: str | None = None

    def data(self, value: Any) -> Any:
        """What JSON has for a value of the model."""
        match value:
            case BaseModel():
                fields = type(value).model_fields.items()
                given = {info.alias or key: getattr(value, key) for key, info in fields}
                return {key: self.data(item) for key, item in given.items() if item is not None}
            case dict():
                return {str(key): self.data(item) for key, item in value.items()}
            case tuple():
                return [self.data(item) for item in value]
            case Line() | Text():
                return {
                    "markdown": with_addresses(value, lambda link: self.addresses.get(link, link)),
                    "plain": "\n".join(plain_paragraphs(parse(value))),
                }
            case Target() | StepId():
                return resolve(self.base, self.scenario, value)
        return value
