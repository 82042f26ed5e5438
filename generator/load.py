"""The only reader of content: a folder in, a knowledge base and every problem of its files out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model import KINDS, Guide, KnowledgeBase
from generator.problems import Problem, did_you_mean
from generator.source import Source, read
from generator.validate import validate
from generator.words import SLUG

GUIDE_FILE = "guide.yml"
MENTION = re.compile(rf"{SLUG}")


@dataclass
class Loaded:
    """What a folder holds.

    `sources` are the files by (kind, id), `texts` what stands in each file, read or not.
    `mentions` are all names that occur in files which could not be understood, their own included:
    what such a file mentions is taken to exist and to be used, so that one mistake is not reported
    again wherever it shows.
    """

    base: KnowledgeBase
    sources: dict[tuple[str, str], Source]
    problems: list[Problem]
    mentions: set[str]
    texts: dict[str, str]


def load(folder: Path) -> Loaded:
    """Read every content file below `folder`.

    Raises NotADirectoryError when there is no such folder; whatever is wrong inside becomes a
    problem.
    """
    if not folder.is_dir():
        raise NotADirectoryError(str(folder))
    found: dict[str, dict[str, Any]] = {kind: {} for kind in ("guide", *KINDS)}
    problems: list[Problem] = []
    sources: dict[tuple[str, str], Source] = {}
    mentions: set[str] = set()
    texts: dict[str, str] = {}
    for kind, file in _files(folder, problems):
        model = Guide if kind == "guide" else KINDS[kind]
        raw = file.read_bytes()
        texts[str(file)] = raw.decode("utf-8", errors="replace")
        source, wrong = read(str(file), raw)
        entry = None
        if source:
            sources[kind, file.stem] = source
            entry, misfits = validate(source, model)
            wrong += misfits
        if entry is None:
            mentions |= _mentioned(file)
        else:
            found[kind][file.stem] = entry
        problems += wrong
    for problem in problems:
        if problem.code == "file-name":
            mentions |= _mentioned(Path(problem.file))
    base = KnowledgeBase.of(found.pop("guide").get("guide"), **found)
    return Loaded(base, sources, problems, mentions, texts)


def _mentioned(path: Path) -> set[str]:
    """The name of a file, or of each in a folder, and all names in it."""
    files = [file for file in (path, *path.rglob("*")) if file.is_file()]
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in files]
    names = [file.stem.lower() for file in files]
    return {name for text in (*names, *texts) for name in MENTION.findall(text)}


def _files(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Every content file with its kind, in order; what is not in its place becomes a problem."""
    guide = folder / GUIDE_FILE
    if guide.is_file():
        yield "guide", guide
    else:
        problems.append(
            _misplaced(guide, "the guide file is missing", "it holds the title and the ways in")
        )
    for path in sorted(folder.iterdir()):
        if path.suffix in (".yml", ".yaml") and path != guide:
            problems.append(_misplaced(path, "no content file belongs here", _folders()))
        elif path.is_dir() and path.name in KINDS:
            for file in sorted(path.rglob("*")):
                if problem := _name_problem(path, file):
                    problems.append(problem)
                elif file.is_file() and not file.name.startswith("."):
                    yield path.name, file
        elif path.is_dir() and any(path.rglob("*.y*ml")):
            hint = did_you_mean(path.name, KINDS) or _folders()
            problems.append(_misplaced(path, f"there is no kind of content `{path.name}`", hint))


def _name_problem(folder: Path, file: Path) -> Problem | None:
    if file.name.startswith(".") or (file.is_dir() and not any(file.rglob("*"))):
        return None
    if file.is_dir() or file.parent != folder:
        return (
            None
            if file.is_dir()
            else _misplaced(
                file, "content files are not nested deeper", f"move it to {folder.name}/"
            )
        )
    if file.suffix != ".yml":
        return _misplaced(file, "this is no content file", f"name it {file.stem}.yml")
    if not re.fullmatch(SLUG, file.stem):
        better = "-".join(re.findall("[a-z0-9]+", file.stem.lower())) or "some-name"
        return _misplaced(
            file, "a file's name is its id: a-z, 0-9 and single hyphens", f"name it {better}.yml"
        )
    return None


def _misplaced(path: Path, message: str, hint: str) -> Problem:
    return Problem(str(path), 1, 1, "file-name", message, hint)


def _folders() -> str:
    return "the folders are " + ", ".join(f"{kind}/" for kind in KINDS)
