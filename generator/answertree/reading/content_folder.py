"""What lies in the content folder: the files that are content, and whatever is out of its place.

MkDocs would publish all the rest as it is, unread by anybody. So nothing else may lie there.
"""

import os
import re
import stat
import unicodedata
from pathlib import Path

from answertree.knowledge.field_types import SLUG
from answertree.knowledge.kinds import BY_FOLDER as KINDS
from answertree.knowledge.problems import Place, Problem, near

GUIDE_FILE = "guide.yml"
FOLDERS = ", ".join(f"{kind}/" for kind in KINDS)
AWAY = "move it out of this folder, or delete it"

# What systems and editors leave behind, beside files whose names begin with a dot.
LEFT_BEHIND = ("Thumbs.db", "desktop.ini")
# Names that Windows keeps for devices, whatever comes after the dot.
RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")
# What the name of a file is to be: of the mistakes below, it has none.
WELL_NAMED = re.compile(rf"(?!(?:{RESERVED.pattern})\.){SLUG}\.yml")
COPY = re.compile(r"(.+?)(?: ?\(\d+\)| copy(?: \d+)?| - Copy.*)\.ya?ml", re.IGNORECASE)
BACKUP = re.compile(r"(.+?)(~|\.bak|\.orig)|#(.+)#")
# A name that says YAML, whatever was made of its end.
YAML_NAME = re.compile(r"(.+?)\.ya?ml\b.*", re.IGNORECASE)
MENTION = re.compile(SLUG)
MENTIONS_UP_TO = 1_000_000


def survey(folder: Path) -> tuple[list[tuple[str, Path]], list[Problem]]:
    """Every content file with its kind, the guide file first, and what is out of its place.

    Raises OSError when a folder cannot be read.
    """
    files: list[tuple[str, Path]] = []
    problems: list[Problem] = []
    for path in _entries(folder):
        if problem := _problem_at_top(path):
            problems.append(problem)
        elif path.name == GUIDE_FILE:
            files.insert(0, ("guide", path))
        else:
            for file in _entries(path):
                if problem := _problem_in_folder(file):
                    problems.append(problem)
                else:
                    files.append((path.name, file))
    if not any(_is_meant_as_guide(path) for path in _entries(folder)):
        message, hint = "the guide file is missing", "it holds the title and the ways in"
        problems.append(_misplaced(folder / GUIDE_FILE, message, hint))
    return files, problems


def file_of(kind: str, name: str) -> str:
    """The file of an entry, or of the guide file, seen from the content folder."""
    return GUIDE_FILE if kind == "guide" else f"{kind}/{name}.yml"


def mentioned(path: Path) -> set[str]:
    """The name of a file, or of each in a folder, and all names in it."""
    names = {path.stem.lower()}
    try:
        # A link may lead to a whole disk: of that no more than the top is looked at.
        below = path.glob("*") if path.is_symlink() else path.rglob("*")
        for file in (path, *sorted(below)):
            if not YAML_NAME.fullmatch(file.name):
                continue  # nobody meant it as content
            names.add(file.stem.lower())
            # Nothing that may never end: pipes, devices, and files that have no size.
            if file.is_file() and 0 < file.stat().st_size <= MENTIONS_UP_TO:
                names.add(file.read_text(encoding="utf-8", errors="replace"))
    except (OSError, RecursionError):
        pass  # it has been reported already
    return {name for text in names for name in MENTION.findall(text)}


def _entries(folder: Path) -> list[Path]:
    with os.scandir(folder) as found:
        names = [
            each.name
            for each in found
            if (WELL_NAMED.fullmatch(each.name) and each.is_file(follow_symlinks=False))
            or not _is_left_behind(folder / each.name)
        ]
    return [folder / name for name in sorted(names)]


def _is_left_behind(path: Path) -> bool:
    """Whether nobody put it here on purpose: a hidden file, a backup, an empty folder."""
    if path.name.startswith(".") or path.name in LEFT_BEHIND:
        return True
    if backup := BACKUP.fullmatch(path.name):
        return path.with_name(backup[1] or backup[3]).exists()
    return path.name not in KINDS and _is_folder(path) and not any(path.iterdir())


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _is_meant_as_guide(path: Path) -> bool:
    meant = YAML_NAME.fullmatch(path.name)
    return meant is not None and meant[1].lower() == "guide"


def _problem_at_top(path: Path) -> Problem | None:
    if path.is_symlink():
        return _linked(path)
    if path.name in KINDS:
        return None if path.is_dir() else _misplaced(path, "this has to be a folder", AWAY)
    if path.name == GUIDE_FILE:
        return None if path.is_file() else _misplaced(path, "this has to be a file", AWAY)
    hint = AWAY
    if _is_meant_as_guide(path):
        hint = _name_it(path, "guide")
    elif YAML_NAME.fullmatch(path.name):
        hint = "move it to the folder of its kind"
    elif path.is_dir() and (guess := _kind_meant(path.name)):
        hint = f"did you mean `{guess}/`?"
    message = f"this does not belong here: only {GUIDE_FILE} and the folders {FOLDERS} do"
    return _misplaced(path, message, hint)


def _kind_meant(name: str) -> str | None:
    """The folder of the kind that goes by a name, be it the word for its entries or for one."""
    words = {word: kind for kind in KINDS.values() for word in (kind.noun, kind.listed) if word}
    meant = near(name, [*KINDS, *words])
    return words[meant].folder if meant in words else meant


def _problem_in_folder(file: Path) -> Problem | None:
    kind, mode = file.parent.name, file.lstat().st_mode
    if stat.S_ISREG(mode) and WELL_NAMED.fullmatch(file.name):
        return None
    if stat.S_ISLNK(mode):
        return _linked(file)
    if stat.S_ISDIR(mode):
        message, hint = f"there can be no folder inside {kind}/", f"move its files to {kind}/"
        return _misplaced(file, message, hint)
    meant = YAML_NAME.fullmatch(file.name)
    if not stat.S_ISREG(mode) or not meant:
        return _misplaced(file, f"only .yml files belong in {kind}/", AWAY)
    if RESERVED.fullmatch(meant[1].lower()):
        message = f"Windows does not allow a file named {file.name}"
        return _misplaced(file, message, "give it another name")
    if (copy := COPY.fullmatch(file.name)) and file.with_name(f"{copy[1]}.yml").exists():
        message = f"this looks like a copy of {copy[1]}.yml"
        return _misplaced(file, message, "keep one of the two, or give this one a name of its own")
    if not re.fullmatch(SLUG, meant[1]):
        message = "a file's name is its id: a-z, 0-9 and single hyphens"
        return _misplaced(file, message, _name_it(file, meant[1]))
    if file.name != f"{meant[1]}.yml":
        return _misplaced(file, "this name does not end in .yml", _name_it(file, meant[1]))
    return None


def _linked(path: Path) -> Problem:
    message = "this is a link to somewhere else"
    return _misplaced(path, message, "put the file itself here")


def _name_it(file: Path, stem: str) -> str:
    """A hint: the name that a file should have, in letters that every address can hold."""
    letters = unicodedata.normalize("NFKD", stem.casefold())
    ascii_only = "".join(letter for letter in letters if not unicodedata.combining(letter))
    better = "-".join(re.findall("[a-z0-9]+", ascii_only)) or "some-name"
    name = f"{better}.yml"
    taken = name in {other.name for other in file.parent.iterdir()}
    return f"{name} already exists: choose another name" if taken else f"name it {name}"


def _misplaced(path: Path, message: str, hint: str) -> Problem:
    return Problem(Place(str(path)), "file-name", message, hint)
