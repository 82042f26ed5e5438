"""What broke something, made small, as a case file to be completed."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import yaml

from tests.fuzz.oracle import Change, Folder, Tally, attempt
from tests.unit.content import SMALL

CASES = Path(__file__).parent.parent / "unit" / "checking" / "cases"


def smallest(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """As little of the data as still fails: lines are taken away first, and then single bytes."""
    for parts in (data.splitlines(keepends=True), None):
        pieces = parts if parts is not None else [bytes([byte]) for byte in data]
        size = max(1, len(pieces) // 2)
        while size:
            at = 0
            while at < len(pieces):
                rest = pieces[:at] + pieces[at + size :]
                if fails(b"".join(rest)):
                    pieces = rest
                else:
                    at += size
            size //= 2
        data = b"".join(pieces)
        if len(data) > 2_000:
            break
    return data


def culprits(folder: Folder, change: Change) -> Change:
    """Of several changed files the one that fails alone, or all of them when none does."""
    for name, data in change.items():
        if attempt(folder, {name: data}, Tally()):
            return {name: data}
    return change


def shrunk(folder: Folder, change: Change) -> Change:
    """The same failure with as little in each file as will do."""
    left = dict(change)
    for name, data in change.items():
        if data is not None:
            kind = attempt(folder, left, Tally()).partition(":")[0]

            def fails(less: bytes, name: str = name, kind: str = kind) -> bool:
                return attempt(folder, {**left, name: less}, Tally()).startswith(f"{kind}:")

            left[name] = smallest(data, fails)
    return left


def write_case(change: Change, failure: str, cases: Path = CASES) -> Path:
    """A case file for the change; what is to be expected is for somebody to say."""
    edits = {
        name: None if data is None else _text(data) or {"bytes": data.hex()}
        for name, data in change.items()
    }
    case = {"shows": failure, "change": edits, "expect": []}
    text = yaml.safe_dump(case, sort_keys=False, allow_unicode=False)
    file = cases / f"fuzz-{hashlib.sha256(text.encode()).hexdigest()[:8]}.yml"
    file.write_text(text, encoding="utf-8")
    return file


def _text(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # Through the case file and back: YAML and text files change some characters on the way.
    survives = yaml.safe_load(yaml.safe_dump(text)) == text
    return text if survives and "\r" not in text else None


def case_for(folder: Folder, change: Change, failure: str, scratch: Path) -> Path:
    """Shrink what failed into a case file: in the small content, if it fails there too."""
    small = Folder(SMALL, scratch / "small")
    guilty = culprits(folder, change)
    where = small if attempt(small, guilty, Tally()) else folder
    return write_case(shrunk(where, guilty), failure)
