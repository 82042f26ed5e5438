"""What each error means, in the words of CONTRIBUTING.md, which the package brings along."""

from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

FILE = "CONTRIBUTING.md"
# In the wheel the file lies in the package; in a checkout it has its place at the top.
_HERE = Path(__file__).parents[1]
_OURS = next(file for file in (_HERE / FILE, _HERE.parents[1] / FILE) if file.is_file())

RULES = "The rules"
NOT_FOR_GUIDES = ("On your computer", "For maintainers")


def explained(text: str) -> dict[str, str]:
    """The explanation of each error in a text such as CONTRIBUTING, by its code."""
    rules = _parts(text, "## ").get(RULES, "")
    return {code: part.strip() for code, part in _parts(rules, "### ").items()}


def explanations() -> dict[str, str]:
    """The explanation of each error, by its code, in Markdown."""
    return explained(_OURS.read_text(encoding="utf-8"))


def for_guide() -> str:
    """How to change a guide that is not ours: what is said of this repository is left out."""
    text = _OURS.read_text(encoding="utf-8")
    start = text.partition("\n## ")[0]
    parts = _parts(text, "## ").items()
    kept = (f"## {title}\n{part}" for title, part in parts if title not in NOT_FOR_GUIDES)
    return f"{start}\n{''.join(kept).rstrip()}\n"


def where(folder: Path) -> Callable[[str], str]:
    """From a code to a line on where it is explained for whoever works in this folder."""
    file = folder / FILE

    @cache  # read when the first problem is shown: mostly there is none
    def here() -> Collection[str]:
        return explained(file.read_text("utf-8", "replace")) if file.is_file() else ()

    def line(code: str) -> str:
        if code in here():
            return f"explained in {FILE}#{code}"
        return f"explained by: answertree explain {code}"

    return line


def _parts(text: str, mark: str) -> dict[str, str]:
    """What stands below each heading of a level, by its title."""
    found = (part.partition("\n") for part in f"\n{text}".split(f"\n{mark}")[1:])
    return {title: below + "\n" for title, _, below in found}
