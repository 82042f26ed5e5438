"""A file read as it is read, and as it is read where there is no libyaml."""

from dataclasses import asdict, dataclass
from typing import Any
from unittest.mock import patch

import yaml
from answertree.knowledge.problems import Problem
from answertree.reading.yaml_reader import read


@dataclass(frozen=True)
class Read:
    """What came of a file: its data and all places in it, and what is wrong with it."""

    file: dict[str, Any] | None
    problems: list[Problem]


def read_both_ways(data: bytes) -> tuple[Read, Read]:
    """What comes of the bytes of a file with libyaml and without."""
    quick = _read(data)
    with patch.object(yaml, "__with_libyaml__", False):
        return quick, _read(data)


def _read(data: bytes) -> Read:
    file, problems = read("a.yml", data)
    return Read(asdict(file) if file else None, problems)
