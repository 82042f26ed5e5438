"""Labels files: what they give, and what is said of one that differs from the English file."""

import re
from pathlib import Path

import pytest
from answertree.knowledge.problems import ContentError
from answertree.reading.language import FOLDER, load_language

from tests.conftest import ROOT

ENGLISH = (FOLDER / "en.yml").read_text("utf-8")
FORMS = '{ one: "Used in {count} place", other: "Used in {count} places" }'


def reported(folder: Path, text: str, code: str = "de") -> list[str]:
    """The problems of a labels file with this text, each as place, code, message and hint."""
    (folder / f"{code}.yml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        load_language(code, folder)
    return [
        f"{problem.line}:{problem.column} {problem.code}: {problem.message}; {problem.hint}"
        for problem in caught.value.problems
    ]


def place(snippet: str, text: str = ENGLISH) -> str:
    before = text[: text.index(snippet)]
    return f"{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"


def changed(old: str, new: str) -> str:
    assert ENGLISH.count(old) == 1, old
    return ENGLISH.replace(old, new)


def test_a_file_with_the_same_keys_is_a_language(tmp_path: Path) -> None:
    text = changed("Start here", "Hier anfangen").replace(FORMS, "An {count} Stellen")
    (tmp_path / "de.yml").write_text(text, "utf-8")
    german = load_language("de", tmp_path)
    assert german.code == "de"
    assert german.label("home.starts") == "Hier anfangen"
    assert german.label("source.used", count=1) == "An 1 Stellen"


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("  starts: Start here\n", "", "home:",
         "missing-key: the label `home.starts` is missing; in English: Start here"),
        ("starts: Start here", "start: Start here", "start: Start",
         "unknown-key: there is no label `home.start`; did you mean `home.starts`?"),
        ("\nfooter:", "\nrooms: {a: b}\n\nfooter:", "a: b",
         "unknown-key: there is no label `rooms.a`; "),
        ("\nfooter:", "\nrooms: b\n\nfooter:", "rooms: b",
         "unknown-key: there is no label `rooms`; "),
        ("starts: Start here", "starts:", "starts:",
         "wrong-type: `home.starts` is neither a text nor a text for each plural form; "
         "in English: Start here"),
        ("starts: Start here", "starts: [a, b]", "starts:",
         "wrong-type: `home.starts` is neither a text nor a text for each plural form; "
         "in English: Start here"),
        ("starts: Start here", "starts: {one: a, other: b}", "starts:",
         "wrong-type: `home.starts` does not depend on a number: it is a single text; "
         "in English: Start here"),
        ("{question}", "{qestion}", "change-of:",
         "unknown-slot: there is no value `{qestion}` for `walk.change-of`; "
         "did you mean `question`?"),
        ('"Change: {question}"', "Change it", "change-of:",
         "missing-key: `walk.change-of` does not use `{question}`; in English: Change: {question}"),
        (FORMS, "{one: a, few: b, other: c}", "few: b",
         "unknown-key: the language has no plural form `few`; known: `one`, `other`"),
        (FORMS, "{one: a}", "used:", "missing-key: `source.used` has no form `other`; "),
    ],
)  # fmt: skip
def test_each_difference_is_reported_with_its_place(
    tmp_path: Path, old: str, new: str, at: str, message: str
) -> None:
    text = changed(old, new)
    assert f"{place(at, text)} {message}" in reported(tmp_path, text)


def test_every_problem_is_reported_at_once(tmp_path: Path) -> None:
    missing = reported(tmp_path, "home: {starts: Hier}")
    assert len(missing) == len(load_language("en").labels) - 1
    assert all(": the label `" in problem for problem in missing)


def test_what_is_no_yaml_is_reported_as_such(tmp_path: Path) -> None:
    assert reported(tmp_path, "home: [a\n")[0].startswith("1:7 yaml: ")


def test_a_language_without_a_file_is_reported_with_those_that_have_one(tmp_path: Path) -> None:
    (tmp_path / "de.yml").write_text(ENGLISH, "utf-8")
    with pytest.raises(ContentError) as caught:
        load_language("fr", tmp_path)
    (problem,) = caught.value.problems
    assert problem.message == "there is no file of labels for the language `fr`"
    assert problem.hint == "known: `de`"
    assert (problem.file, problem.code) == (str(tmp_path / "fr.yml"), "unknown-reference")


def test_a_code_that_is_no_language_is_reported(tmp_path: Path) -> None:
    (tmp_path / "xx.yml").write_text(ENGLISH, "utf-8")
    with pytest.raises(ContentError) as caught:
        load_language("xx", tmp_path)
    (problem,) = caught.value.problems
    assert problem.message == "`xx` is not a language code"
    assert problem.hint == "such as `en`, `pt-BR`"
    assert (problem.file, problem.code) == (str(tmp_path / "xx.yml"), "file-name")


ASKING = (".py", ".j2", ".html", ".js", ".webmanifest")  # the files that may ask for a label


def test_every_label_is_asked_for_somewhere() -> None:
    folders = (ROOT / "generator" / "answertree", ROOT / "site_overrides")
    files = [file for folder in folders for file in folder.rglob("*") if file.suffix in ASKING]
    said = "\n".join(file.read_text("utf-8") for file in files)
    asked = set(re.findall(r"\b(?:t|language\.label)\(f?\"([\w.-]+)", said))
    asked |= {".".join(pair) for pair in re.findall(r'\blabel\("([\w-]+)", "([\w-]+)"', said)}
    families = tuple(name for name in asked if name.endswith("."))  # completed by a value
    unused = [
        name
        for name in load_language("en").labels
        if name not in asked and not name.startswith(families)
    ]
    assert not unused
    assert set(families) == {"count.", "feed.", "timetable.", "verdict.", "when."}
