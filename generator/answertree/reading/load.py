"""The only reader of content: a folder in, a knowledge base and every problem of its files out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.kinds import MODELS
from answertree.knowledge.problems import DataPlace, Place, Problem
from answertree.reading.content_folder import MENTION, mentioned, survey
from answertree.reading.source_file import SourceFile
from answertree.reading.uncertainty import Uncertainty
from answertree.reading.validation import Validated, validate
from answertree.reading.yaml_reader import MAX_BYTES, read, too_long

MOST_FILES = 10_000  # to be kept in mind


@dataclass
class Loaded:
    """What a folder holds: the base, its files by (kind, id), and what is wrong with each file."""

    base: KnowledgeBase
    sources: dict[tuple[str, str], SourceFile]
    problems: list[Problem]
    uncertainty: Uncertainty

    @property
    def has_guide(self) -> bool:
        """Whether the guide file could be understood: then it says where readers start."""
        starts = DataPlace("guide", "guide", ("starts",))
        return bool(self.base.guide.starts) and not self.uncertainty.covers(starts)

    def place(self, place: DataPlace) -> Place:
        """Where something in the data of an entry stands in its file."""
        return self.sources[place.kind, place.id].place(place)


def load(folder: Path) -> Loaded:
    """Read every content file below `folder`.

    Raises NotADirectoryError when there is no such folder, and OSError when something in it cannot
    be read; whatever else is wrong inside becomes a problem.
    """
    if not folder.is_dir():
        raise NotADirectoryError(str(folder))
    found: dict[str, dict[str, Any]] = {kind: {} for kind in MODELS}
    files, problems = survey(folder)
    loaded = Loaded(KnowledgeBase.of(None), {}, problems, Uncertainty())
    for kind, file in files:
        entry = _read(loaded, kind, file)
        if entry is not None:
            found[kind][file.stem] = entry
    for problem in loaded.problems:
        if problem.code == "file-name":
            loaded.uncertainty.add_unread(mentioned(Path(problem.file)))
    loaded.base = KnowledgeBase.of(found.pop("guide").get("guide"), found)
    return loaded


def _read(loaded: Loaded, kind: str, file: Path) -> BaseModel | None:
    """Read one file, note what is wrong with it, and give what could be understood of it."""
    if file.stat().st_size > MAX_BYTES:
        source, problems = None, [too_long(str(file))]
        validated = None
    else:
        source, problems, validated = understood(kind, str(file), file.read_bytes())
    loaded.problems += problems
    if source is None or validated is None:
        loaded.uncertainty.add_unread(mentioned(file))
        return None
    loaded.sources[kind, file.stem] = source
    loaded.problems += validated.problems
    if validated.problems:
        loaded.uncertainty.add_partly_read(mentioned(file), {file.stem, *_keys(source.data)})
        loaded.uncertainty.add_replaced(kind, file.stem, validated.replaced)
    if validated.entry is None:
        loaded.uncertainty.add_unread(mentioned(file))
    return validated.entry


@lru_cache(maxsize=MOST_FILES)
def understood(
    kind: str, name: str, raw: bytes
) -> tuple[SourceFile | None, list[Problem], Validated | None]:
    """What a file says; while somebody edits one file, the others are not read anew."""
    source, problems = read(name, raw)
    return source, problems, validate(source, MODELS[kind]) if source else None


def _keys(data: Any) -> Iterator[str]:
    """Every key in the data of a file, and the name it may have been meant to be."""
    if isinstance(data, dict):
        yield from data
        yield from ("-".join(MENTION.findall(key.lower())) for key in data)
    if isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from _keys(item)
