"""Our style sheets: something can bear each name in them, and minified they say the same."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
import rcssmin  # type: ignore[import-untyped]
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


def selectors(css: str) -> Iterator[str]:
    """Every selector of a style sheet, those that stand within rules included."""
    for rule in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        if rule.type in ("qualified-rule", "at-rule"):
            if rule.type == "qualified-rule":
                yield tinycss2.serialize(rule.prelude)
            if rule.content:
                yield from selectors(tinycss2.serialize(rule.content))


def names(style: Path) -> set[str]:
    """The classes and ids in the selectors of a style sheet."""
    found = " ".join(selectors(style.read_text("utf-8")))
    return set(re.findall(r"[.#]([a-zA-Z_][\w-]*)", found))


def minified(selector: str) -> str:
    """A selector as the minifier leaves it where no other rule is around."""
    return str(rcssmin.cssmin(f"{selector}{{a:b}}")).partition("{")[0]


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


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_minified_every_selector_is_the_same(style: Path) -> None:
    css = style.read_text("utf-8")
    assert list(selectors(rcssmin.cssmin(css))) == [minified(each) for each in selectors(css)]
