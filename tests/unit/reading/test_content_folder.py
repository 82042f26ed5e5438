"""What lies in the content folder: only content is read, and all the rest is reported."""

import os
from pathlib import Path

import pytest
from answertree.knowledge.report import as_text
from answertree.reading.content_folder import mentioned, survey
from answertree.reading.load import load

from tests.unit.content import SMALL, copied, place, problems

LEFT_BEHIND = [
    ".DS_Store",
    "faq/.hidden.yml",
    "faq/.scale.yml.swp",
    "faq/scale.yml~",
    "faq/scale.yml.bak",
    "faq/#scale.yml#",
    "faq/Thumbs.db",
]


def only(content: Path) -> tuple[str, str, str]:
    """Where the one problem is, its code, and what is said of it."""
    (one,) = problems(content)
    assert as_text([one]).encode()
    return place(one, content), one.code, f"{one.message}; {one.hint}"


def test_the_guide_file_comes_first_and_then_all_others_in_order() -> None:
    files, wrong = survey(SMALL)
    assert not wrong
    assert files[0] == ("guide", SMALL / "guide.yml")
    assert files[1:] == sorted(files[1:], key=lambda item: item[1])
    assert ("faq", SMALL / "faq" / "scale.yml") in files


@pytest.mark.parametrize("name", LEFT_BEHIND)
def test_what_systems_and_editors_leave_behind_is_left_alone(tmp_path: Path, name: str) -> None:
    assert problems(copied(tmp_path, {name: "x"})) == []


@pytest.mark.parametrize("name", ["img", "faq/img"])
def test_so_is_an_empty_folder(tmp_path: Path, name: str) -> None:
    content = copied(tmp_path)
    (content / name).mkdir()
    assert problems(content) == []


@pytest.mark.parametrize("name", ["notes.txt", "index.html", "img/pic.svg", "a/b/c.js", "README"])
def test_any_other_file_is_reported(tmp_path: Path, name: str) -> None:
    at, code, said = only(copied(tmp_path, {name: "x"}))
    assert (at, code) == (f"{name.partition('/')[0]}:1:1", "file-name")
    assert "only guide.yml and the folders" in said


@pytest.mark.parametrize("name", ["faq/pic.svg", "faq/img/pic.svg", "faq/x"])
def test_so_is_one_among_the_content_files(tmp_path: Path, name: str) -> None:
    at, code, _ = only(copied(tmp_path, {name: "x"}))
    assert (at, code) == ("/".join(name.split("/")[:2]) + ":1:1", "file-name")


@pytest.mark.parametrize("name", ["hello.md", "faq/dangling.yml", "faq/out.yml", "faq/in.yml", "x"])
def test_a_link_to_another_place_is_reported_wherever_it_leads(tmp_path: Path, name: str) -> None:
    content = copied(tmp_path)
    leads = {"faq/dangling.yml": "nowhere", "faq/in.yml": "scale.yml", "x": "/"}
    (content / name).symlink_to(leads.get(name, "/etc/passwd"))
    assert only(content) == (
        f"{name}:1:1",
        "file-name",
        "this is a link to somewhere else; put the file itself here",
    )


@pytest.mark.parametrize("name", ["faq/scale.yml", "rules"])
def test_what_lies_at_the_end_of_a_link_is_not_missed(tmp_path: Path, name: str) -> None:
    content = copied(tmp_path)
    (content / name).rename(tmp_path / "away")
    (content / name).symlink_to(tmp_path / "away")
    assert only(content)[0] == f"{name}:1:1"


def test_a_link_to_itself_is_reported(tmp_path: Path) -> None:
    content = copied(tmp_path)
    (content / "faq" / "round.yml").symlink_to("round.yml")
    (content / "faq" / "up").symlink_to("..")
    found = [place(one, content) for one in problems(content)]
    assert found == ["faq/round.yml:1:1", "faq/up:1:1"]


@pytest.mark.parametrize("name", ["faq/pipe.yml", "pipe.yml", "extra/pipe.yml"])
def test_a_pipe_is_reported_and_not_waited_for(tmp_path: Path, name: str) -> None:
    content = copied(tmp_path, {"extra/a.yml": "a: b"} if name.startswith("extra") else {})
    os.mkfifo(content / name)
    assert only(content)[1] == "file-name"


@pytest.mark.parametrize(
    ("name", "said"),
    [("guide.yml", "this has to be a file"), ("faq", "this has to be a folder")],
)
def test_a_folder_where_a_file_belongs_and_the_other_way_round(
    tmp_path: Path, name: str, said: str
) -> None:
    content = copied(tmp_path)
    (content / name).rename(tmp_path / "away")
    if name == "faq":
        (content / name).write_text("x")
    else:
        (content / name).mkdir()
        (content / name / "a.yml").write_text("x")
    found = [(place(one, content), one.code, one.message) for one in problems(content)]
    assert (f"{name}:1:1", "file-name", said) in found


def test_a_folder_that_cannot_be_read_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = copied(tmp_path)
    scandir = os.scandir

    def refuse(folder: Path) -> object:
        if folder.name == "faq":
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(PermissionError):
        load(content)


def test_only_what_was_meant_as_content_mentions_something(tmp_path: Path) -> None:
    content = copied(tmp_path, {"x/notes.txt": "k-1 k-2", "x/scale.yaml": "because: [k-3]"})
    found = mentioned(content / "x")
    assert {"scale", "k-3"} <= found
    assert not found & {"k-1", "notes"}


def test_a_folder_with_the_name_of_a_file_hides_no_other(tmp_path: Path) -> None:
    content = copied(tmp_path, {"x/a.yml/b.txt": "x", "x/scale.yml": "because: [k-3]"})
    assert {"a", "scale", "k-3"} <= mentioned(content / "x")


def test_of_what_a_link_leads_to_only_the_top_is_looked_at(tmp_path: Path) -> None:
    away = {"a.yml": "because: [k-1]", "deep/b.yml": "because: [k-2]"}
    content = copied(tmp_path, {f"x/{name}": text for name, text in away.items()})
    assert {"a", "b", "k-1", "k-2"} <= mentioned(content / "x")
    (content / "y").symlink_to("x")
    assert mentioned(content / "y") & {"a", "b", "k-1", "k-2"} == {"a", "k-1"}


def test_a_name_is_mentioned_whatever_its_letters_and_its_end(tmp_path: Path) -> None:
    content = copied(tmp_path, {"faq/Scale.txt": "because: [k-3]"})
    assert mentioned(content / "faq" / "Scale.txt") == {"scale"}
