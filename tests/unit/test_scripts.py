"""Scripts are published minified: that takes none of them for something else than it is."""

import re
from pathlib import Path

import pytest
import rjsmin  # type: ignore[import-untyped]

from tests.conftest import ROOT

SCRIPTS = sorted(
    file
    for folder in ("site_overrides", "generator/answertree/publishing/workers")
    for file in (ROOT / folder).rglob("*.js")
)
# A template in a value of another: the minifier takes its start for the end of the outer one.
NESTED = re.compile(r"\$\{(?:[^{}`]|\{[^{}`]*\})*`")


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_no_template_stands_in_another(file: Path) -> None:
    assert not NESTED.search(file.read_text("utf-8"))


@pytest.mark.parametrize("script", ["`${a ? `b  // c` : 0}`", "`${ { a: 1 } } ${f({}, `  `)}`"])
def test_a_nested_template_is_seen(script: str) -> None:
    assert NESTED.search(script)
    assert rjsmin.jsmin(script) != script


@pytest.mark.parametrize("script", ["`${a}  // b`;", "`a`+`  ${f({b})}`;", 'a=/[/"]  `/;', "a/b"])
def test_templates_and_expressions_stay_as_they_are(script: str) -> None:
    assert not NESTED.search(script)
    assert rjsmin.jsmin(script) == script


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_once_is_enough(file: Path) -> None:
    once = rjsmin.jsmin(file.read_text("utf-8"))
    assert rjsmin.jsmin(once) == once
