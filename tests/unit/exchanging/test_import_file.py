"""An import writes a scenario, or nothing; what was lost is told."""

import json
import random
from pathlib import Path

import pytest
import yaml
from answertree.cli import main
from answertree.exchanging.import_file import ImportRefused, import_file

from tests.unit.content import copied, problems
from tests.unit.exchanging.test_ssvc import TABLE as SSVC

CHART = "graph TD\n  a{Is it cold?} -->|Yes| b[Heat it]\n  a -->|No| c[Wait]\n  style a fill:red\n"
FILES = {
    "tea time.mmd": CHART,
    "tea time.md": f"# Tea\n\n```mermaid\n{CHART}```\n",
    "tea time.twee": ":: Start\nIs it cold?\n\n[[Yes->Heat]]\n[[No->Wait]]\n\n"
    ":: Heat\nHeat it\n\n:: Wait\nWait\n",
    "tea time.yaml": "title: T\nnodes:\n- {id: a, title: A, prompt: 'Is it cold?', options: ["
    "{text: Yes, onSelect: b}, {text: No, onSelect: c}]}\n"
    "- {id: b, title: Heat it}\n- {id: c, title: Wait}\n",
    "tea time.json": '{"nodes": [{"id": "a", "title": "Is it cold?", "options": ['
    '{"text": "Yes", "onSelect": "b"}, {"text": "No", "onSelect": "c"}]},'
    '{"id": "b", "title": "Heat it"}, {"id": "c", "title": "Wait"}]}',
}


@pytest.mark.parametrize("name", FILES)
def test_each_kind_of_file_becomes_a_scenario(tmp_path: Path, name: str) -> None:
    content = copied(tmp_path)
    (tmp_path / name).write_text(FILES[name], "utf-8")
    found = import_file(tmp_path / name, content)
    assert found.path == content / "scenarios" / "tea-time.yml"
    assert (found.questions, found.outcomes) == (1, 2)
    assert {problem.code for problem in problems(content)} == {"unreachable-step"}
    text = found.path.read_text("utf-8")
    assert text.startswith(f"# Imported from {name}.\n")
    assert "ask: Is it cold?" in text
    assert "advise: Heat it" in text


def test_what_is_lost_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, file = copied(tmp_path), tmp_path / "tea.mmd"
    file.write_text(CHART + "  a ?? b\n", "utf-8")
    assert main(["import", str(file), str(content), "--name", "cup"]) == 0
    said = capsys.readouterr().out
    assert f"{content / 'scenarios' / 'cup.yml'} is written: 1 questions and 2 outcomes." in said
    assert f"  {file}: how it looks (1 lines)\n" in said
    assert f"  {file}:5: this could not be read: ?? b\n" in said
    assert "`- {say: WORDS, go: cup}`" in said


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, file = copied(tmp_path), tmp_path / "kettle.mmd"
    file.write_text(CHART, "utf-8")
    before = {path: path.read_bytes() for path in content.rglob("*.yml")}
    assert main(["import", str(file), str(content)]) == 1
    assert "already exists" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in content.rglob("*.yml")} == before


TABLE = "Kettle,Water,Do\ncold,hard,Descale it\ncold,soft,Ask us\nhot,-,Drink tea\n"


def test_a_table_becomes_a_scenario_and_the_inputs_that_it_is_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, file = copied(tmp_path), tmp_path / "tea.csv"
    file.write_text(TABLE, "utf-8")
    assert main(["import", str(file), str(content)]) == 0
    said = capsys.readouterr().out
    assert "tea.yml is written: 2 questions and 3 outcomes." in said
    assert f"{content / 'inputs' / 'water.yml'} is written" in said
    assert yaml.safe_load((content / "inputs" / "kettle.yml").read_text("utf-8")) == {
        "ask": "Kettle", "type": "choice", "options": {"cold": "cold", "hot": "hot"}
    }  # fmt: skip
    made = yaml.safe_load((content / "scenarios" / "tea.yml").read_text("utf-8"))
    assert made["steps"]["kettle-2"]["answers"][1] == {
        "say": "hot", "go": "drink-tea", "when": {"kettle": "hot"}, "sets": {"kettle": "hot"}
    }  # fmt: skip


def test_an_input_that_says_something_else_is_not_written_over(tmp_path: Path) -> None:
    content, file = copied(tmp_path), tmp_path / "tea.csv"
    file.write_text(TABLE.replace("Water", "Model"), "utf-8")
    before = {path: path.read_bytes() for path in content.rglob("*.yml")}
    with pytest.raises(ImportRefused, match=r"model\.yml already exists, and says something else"):
        import_file(file, content)
    assert {path: path.read_bytes() for path in content.rglob("*.yml")} == before


def test_steps_are_not_called_like_a_scenario(tmp_path: Path) -> None:
    content, file = copied(tmp_path), tmp_path / "tea.twee"
    file.write_text(
        ":: shop\nIs it?\n\n[[Yes->tea]]\n[[No->kettle]]\n\n:: tea\nT\n\n:: kettle\nK\n"
    )
    steps = import_file(file, content).path.read_text("utf-8")
    assert "\n  shop-2:\n" in steps
    assert "\n  tea-2:\n" in steps
    assert {problem.code for problem in problems(content)} == {"unreachable-step"}


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.txt", b"x", "a file of this kind cannot be imported"),
        ("a.mmd", b"\xff\xfe", "this file is not UTF-8 text"),
        ("a.mmd", b"pie title x", "there is no flowchart"),
        ("a.json", b'{"a": ', ":1: this is not JSON"),
        ("a.json", b"[1]", "this JSON is neither"),
        ("a.json", b'{"values": []}', "this JSON is neither"),
        ("a.csv", b"Colour,Do\nred,stop\nred,go\n", ":3: two rows say otherwise when Colour = red"),
        ("a.yml", b"a: [", "this is not YAML"),
        (
            "a.twee",
            b":: A\n<<set $x to 1>>\n\n:: B\n<<run go()>>",
            ":5: this is code: <<run go()>>",
        ),
    ],
)
def test_what_cannot_be_imported_writes_nothing(
    tmp_path: Path, name: str, raw: bytes, said: str
) -> None:
    content, file = copied(tmp_path), tmp_path / name
    file.write_bytes(raw)
    with pytest.raises(ImportRefused, match=said.replace("(", r"\(").replace(")", r"\)")):
        import_file(file, content)
    assert not (content / "scenarios" / "a.yml").exists()


@pytest.mark.parametrize("name", ["Tea", "../tea", "tea.yml", "a--b"])
def test_a_name_that_is_no_id_is_refused(tmp_path: Path, name: str) -> None:
    content, file = copied(tmp_path), tmp_path / "a.mmd"
    file.write_text(CHART, "utf-8")
    with pytest.raises(ImportRefused, match="cannot be a name"):
        import_file(file, content, name)


def test_a_file_that_is_not_there_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(tmp_path / "none.mmd"), str(copied(tmp_path))]) == 2
    assert "none.mmd" in capsys.readouterr().err


SAMPLES = {**FILES, "tea time.csv": TABLE, "ssvc.json": json.dumps(SSVC)}


SIGNS = [b'"', b"[[", b"]", b"{", b"(", b"::", b"\n", b"-", b"\x00", b"\xc3", b""]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_file_is_imported_or_refused(tmp_path: Path, name: str, seed: int) -> None:
    content, file = copied(tmp_path), tmp_path / name
    chance = random.Random(f"{seed}{name}")
    raw = bytearray(SAMPLES[name].encode())
    for _ in range(chance.randrange(1, 6)):
        start = chance.randrange(len(raw))
        signs = chance.choice(SIGNS)
        raw[start : start + chance.randrange(4)] = signs
    file.write_bytes(raw)
    try:
        path = import_file(file, content).path
    except ImportRefused:
        return
    form = {"unreachable-step", "no-outcome", "endless-loop", "way-too-long"}
    beyond = {"unknown-key", "unknown-value"} if name in ("tea time.csv", "ssvc.json") else set()
    found = {problem.code for problem in problems(content) if problem.file == str(path)}
    assert found <= form | beyond


@pytest.mark.parametrize(
    ("name", "raw"), [("a.json", b"[" * 100_000), ("a.yml", b"[" * 5_000), ("a.json", b"1")]
)
def test_what_is_nested_too_deeply_is_refused(tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(ImportRefused):
        import_file(tmp_path / name, copied(tmp_path))
