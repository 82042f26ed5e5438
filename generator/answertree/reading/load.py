"""The only reader of content: a folder in, a knowledge base and every problem of its files out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.kinds import BY_FOLDER
from answertree.knowledge.model import Guide
from answertree.knowledge.problems import Path as DataPath
from answertree.knowledge.problems import Problem
from answertree.reading.content_folder import MENTION, mentioned, survey
from answertree.reading.recovery import STAND_IN
from answertree.reading.validation import validate
from answertree.reading.yaml_reader import Source, read


@dataclass
class Loaded:
    """What a folder holds.

    `sources` are the files by (kind, id), `texts` what stands in each file, read or not.

    One mistake is not to be reported again wherever it shows. So what a file mentions that could
    not be understood, or not all of it, is taken to be used (`used`); what it names, or may name,
    is taken to exist (`named`); and where something stands in for what did not fit (`repaired`, by
    kind, id and path), nothing is judged.
    """

    base: KnowledgeBase
    sources: dict[tuple[str, str], Source]
    problems: list[Problem]
    used: set[str]
    named: set[str]
    repaired: set[tuple[str, str, DataPath]]
    texts: dict[str, str]


def load(folder: Path) -> Loaded:
    """Read every content file below `folder`.

    Raises NotADirectoryError when there is no such folder, and OSError when something in it cannot
    be read; whatever else is wrong inside becomes a problem.
    """
    if not folder.is_dir():
        raise NotADirectoryError(str(folder))
    found: dict[str, dict[str, Any]] = {kind: {} for kind in ("guide", *BY_FOLDER)}
    loaded = Loaded(KnowledgeBase.of(None), {}, [], set(), set(), set(), {})
    files, loaded.problems = survey(folder)
    for kind, file in files:
        entry = _read(loaded, kind, file)
        if entry is not None:
            found[kind][file.stem] = entry
    for problem in loaded.problems:
        if problem.code == "file-name":
            names = mentioned(Path(problem.file))
            loaded.used |= names
            loaded.named |= names
    loaded.base = KnowledgeBase.of(found.pop("guide").get("guide"), found)
    return loaded


def _read(loaded: Loaded, kind: str, file: Path) -> BaseModel | None:
    """Read one file, note what is wrong with it, and give what could be understood of it."""
    raw = file.read_bytes()
    loaded.texts[str(file)] = raw.decode("utf-8", errors="replace")
    source, wrong = read(str(file), raw)
    loaded.problems += wrong
    if source is None:
        loaded.used |= mentioned(file)
        loaded.named |= mentioned(file)
        return None
    loaded.sources[kind, file.stem] = source
    validated = validate(source, Guide if kind == "guide" else BY_FOLDER[kind].model)
    loaded.problems += validated.problems
    if validated.problems:
        loaded.used |= mentioned(file)
        loaded.named |= {file.stem, STAND_IN, *_keys(source.data)}
        loaded.repaired |= {(kind, file.stem, path) for path in validated.repaired}
    if validated.entry is None:
        loaded.named |= mentioned(file)
    return validated.entry


def _keys(data: Any) -> Iterator[str]:
    """Every key in the data of a file, and the name it may have been meant to be."""
    if isinstance(data, dict):
        yield from data
        yield from ("-".join(MENTION.findall(key.lower())) for key in data)
    if isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from _keys(item)
