"""Nothing is left over in the guide's own style sheets: something can bear each name in them."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
import tinycss2

from tests.conftest import ROOT

OVERRIDES = ROOT / "site_overrides"
STYLES = sorted(OVERRIDES.rglob("*.css"))
SPEC = find_spec("material")
assert SPEC
assert SPEC.origin
THEME = Path(SPEC.origin).parent / "templates"
# A name ends where it is completed by a value, as in `mark--{{ mark }}`.
NAME = re.compile(r"[\w-]+(?=\{\{|\$\{)|[\w-]+")


def written(folder: Path, *endings: str) -> set[str]:
    """Every word in the files of a folder that could be the name of a class or an id."""
    files = (file for file in folder.rglob("*") if file.suffix in endings)
    return {word for file in files for word in NAME.findall(file.read_text("utf-8"))}


OURS = written(OVERRIDES, ".html", ".js") | written(
    ROOT / "generator" / "answertree" / "rendering", ".j2", ".py"
)
THEIRS = written(THEME, ".html") | written(THEME / "assets", ".js", ".css")


def names(style: Path) -> set[str]:
    """The classes and ids in the selectors of a style sheet."""

    def in_rules(css: str) -> set[str]:
        found: set[str] = set()
        for rule in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
            if rule.type in ("qualified-rule", "at-rule"):
                if rule.type == "qualified-rule":
                    selector = tinycss2.serialize(rule.prelude)
                    found |= set(re.findall(r"[.#]([a-zA-Z_][\w-]*)", selector))
                if rule.content:
                    found |= in_rules(tinycss2.serialize(rule.content))
        return found

    return in_rules(style.read_text("utf-8"))


def can_be_borne(name: str) -> bool:
    """Whether something on a page can have this name, whole or put together from its start."""
    starts = [name[: found.end()] for found in re.finditer("-+", name)]
    return name in THEIRS if name.startswith(("md-", "__")) else bool({name, *starts} & OURS)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_name_that_is_styled_can_be_borne(style: Path) -> None:
    assert not sorted(name for name in names(style) if not can_be_borne(name))


def test_a_name_that_nothing_bears_is_found() -> None:
    assert "step" in names(OVERRIDES / "assets" / "decide" / "decide.css")
    assert can_be_borne("mark--avoid")
    assert not can_be_borne("cards")
    assert not can_be_borne("md-nothing-like-it")
