"""A few hundred inputs of each kind; `make fuzz` tries as many as one has time for."""

from itertools import chain, islice

import pytest

from tests.conftest import ROOT
from tests.fuzz import runs
from tests.fuzz.oracle import Folder, Tally
from tests.fuzz.shrink import smallest
from tests.unit.content import SMALL

MANY, SINGLE, FAULTS, READ = 140, 24, 300, 75


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder(ROOT / "content", tmp_path_factory.mktemp("fuzz") / "real")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder(SMALL, tmp_path_factory.mktemp("fuzz") / "small")


@pytest.mark.parametrize("kind", runs.KINDS)
def test_nothing_in_a_file_is_a_traceback(kind: str, real: Folder, small: Folder) -> None:
    tally = Tally()
    many = runs.run(real, runs.packed(runs.changes(kind, real, MANY, seed=0)), tally)
    single = runs.run(small, runs.changes(kind, small, SINGLE, seed=1), tally)
    failed = list(islice(chain(many, single), 3))
    assert [failure for _, failure in failed] == []
    assert tally.inputs >= MANY + SINGLE


@pytest.mark.parametrize("kind", runs.KINDS)
def test_libyaml_and_pyyaml_read_the_same(kind: str, real: Folder) -> None:
    assert list(runs.read_differently(runs.changes(kind, real, READ, seed=2))) == []


def test_a_planted_fault_is_reported_on_its_line(real: Folder) -> None:
    found = runs.placements(real, FAULTS, seed=0)
    assert found.planted > FAULTS / 2
    assert found.right >= 0.997 * found.planted, "\n".join(found.wrong)


def test_the_inputs_follow_from_the_seed(small: Folder) -> None:
    for kind in runs.KINDS:
        once, again, other = (list(runs.changes(kind, small, 5, seed)) for seed in (0, 0, 1))
        assert once == again != other


def test_what_fails_is_made_small() -> None:
    data = b"a: 1\nb: <2>\nc: 3\n"
    assert smallest(data, lambda less: b"<" in less and b">" in less) == b"<>"
