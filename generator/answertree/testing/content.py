"""The content as its authors wrote it."""

from pathlib import Path
from typing import Any

import yaml


def read_yaml(file: Path) -> dict[str, Any]:
    """What a content file says, read without the generator: every scalar is a text."""
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data
