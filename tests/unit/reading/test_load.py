import random
from pathlib import Path

import pytest
from answertree.knowledge.problems import DataPlace
from answertree.reading.load import load

from tests.unit.content import SMALL, copied, problems
from tests.unit.reading.test_yaml_reader import TOKENS


def test_everything_is_found_by_kind_and_id() -> None:
    loaded = load(SMALL)
    assert loaded.problems == []
    assert set(loaded.base.scenarios) == {"kettle", "shop"}
    assert loaded.base.guide.title == "The Kettle Guide"
    assert loaded.sources["faq", "socket"].name == str(SMALL / "faq" / "socket.yml")
    every_name = {name for kind in ("scenarios", "faq") for name in getattr(loaded.base, kind)}
    assert not loaded.uncertainty.may_be_used(*every_name)
    assert not loaded.uncertainty.may_exist(*every_name)


def test_a_folder_that_is_not_there_is_an_error_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError):
        load(tmp_path / "nowhere")
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotADirectoryError):
        load(tmp_path / "file")


def test_an_empty_folder_lacks_only_the_guide_file(tmp_path: Path) -> None:
    assert [(one.file, one.code) for one in problems(tmp_path)] == [
        (str(tmp_path / "guide.yml"), "file-name")
    ]


def test_a_mark_at_the_start_of_a_file_is_no_part_of_its_text(tmp_path: Path) -> None:
    change = {"rules/a.yml": {"bytes": ("\ufeff" + "dó: A\r\n").encode().hex()}}
    (problem, *_) = problems(copied(tmp_path, change))
    assert problem.excerpt == "dó: A"


def test_files_are_read_in_order_of_name(tmp_path: Path) -> None:
    content = copied(tmp_path, {"rules/a.yml": "do: A\n", "rules/b.yml": "do: B\n"})
    assert list(load(content).base.rules) == ["a", "b", "leave-it-shut", "unplug-first"]


def test_what_an_unreadable_file_mentions_is_taken_to_exist_and_to_be_used(tmp_path: Path) -> None:
    change = {"scripts/letter.yml": {"replace": "title: A", "with": 'title: "A'}}
    loaded = load(copied(tmp_path, change))
    for name in ("letter", "k-2", "note"):
        assert loaded.uncertainty.may_exist(name)
        assert loaded.uncertainty.may_be_used(name)
    assert not loaded.uncertainty.may_exist("k-3")
    assert not loaded.uncertainty.may_be_used("k-3")


def test_a_file_that_does_not_fit_is_understood_as_far_as_it_goes(tmp_path: Path) -> None:
    change = {"scripts/letter.yml": {"replace": "order: 10", "with": "order: ten"}}
    loaded = load(copied(tmp_path, change))
    assert loaded.base.scripts["letter"].title == "A letter to the shop"
    assert loaded.uncertainty.covers(DataPlace("scripts", "letter", ("order",)))
    assert not loaded.uncertainty.covers(DataPlace("scripts", "letter", ("title",)))
    assert loaded.uncertainty.may_exist("letter")
    assert loaded.uncertainty.may_be_used("k-2")
    assert not loaded.uncertainty.may_exist("k-2")


def test_a_guide_whose_starts_cannot_be_read_says_nothing_of_where_readers_start(
    tmp_path: Path,
) -> None:
    broken = {"replace": "{say: It boils badly, go: kettle.light-on}", "with": "It boils badly"}
    assert load(SMALL).has_guide
    assert not load(copied(tmp_path / "starts", {"guide.yml": broken})).has_guide
    other = {"replace": "longest-way: 3", "with": "longest-way: three"}
    assert load(copied(tmp_path / "other", {"guide.yml": other})).has_guide


@pytest.mark.parametrize("name", sorted(file.relative_to(SMALL) for file in SMALL.rglob("*.yml")))
def test_a_file_that_cannot_be_read_is_one_problem(tmp_path: Path, name: Path) -> None:
    text = (SMALL / name).read_text(encoding="utf-8")
    found = problems(copied(tmp_path, {str(name): f'{text}"\n'}))
    assert [Path(one.file).name for one in found] == [name.name]
    assert found[0].code == "yaml"


def test_no_change_of_any_file_makes_a_check_fall_over(tmp_path: Path) -> None:
    content = copied(tmp_path)
    files = sorted(content.rglob("*.yml"))
    chance = random.Random(3)
    for _ in range(60):
        file = chance.choice(files)
        raw = file.read_bytes()
        start = chance.randrange(len(raw))
        end = start + chance.choice([0, 1, 5, 60])
        file.write_bytes(raw[:start] + chance.choice([b"", b"x", *TOKENS]) + raw[end:])
        problems(content)
        file.write_bytes(raw)


def test_a_huge_file_is_refused_by_its_size_and_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = copied(tmp_path)
    huge = content / "rules" / "huge.yml"
    with huge.open("wb") as file:
        file.truncate(100_000_000)
    read_bytes = Path.read_bytes

    def read_small(self: Path) -> bytes:
        assert self != huge
        return read_bytes(self)

    monkeypatch.setattr(Path, "read_bytes", read_small)
    assert [(one.file, one.code) for one in problems(content)] == [(str(huge), "yaml")]
