"""`new` writes correct files, in their place, and never over what is there."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from answertree.authoring.new_file import CreateError, create
from answertree.checking.rules import check
from answertree.files.writing import WriteError
from answertree.knowledge.kinds import WITH_FORM
from answertree.knowledge.steps import Question
from answertree.reading.load import load

from tests.unit.content import copied

STEP = "kettle.light-on"
SCENARIO = "scenarios/kettle.yml"
# What is wrong with a new file as long as nothing leads to it.
UNUSED = {
    "scenario": {"unreachable-step": 1},
    "page": {"unlisted-page": 1},
    "source": {"uncited-point": 1},
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copied(tmp_path)


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("what", WITH_FORM)
def test_a_new_file_is_correct_but_for_what_is_to_be_written(content: Path, what: str) -> None:
    (path,) = create(content, what, "brand-new")
    assert path == content / WITH_FORM[what].folder / "brand-new.yml"
    codes = Counter(problem.code for problem in check(load(content)))
    assert codes.pop("unfilled") >= 1
    codes.pop("missing-because", None)
    assert codes == UNUSED.get(what, {})


def test_every_sentence_of_a_new_file_is_reported_once(content: Path) -> None:
    (path,) = create(content, "scenario", "brand-new")
    lines = path.read_text().splitlines()
    reported = [problem for problem in check(load(content)) if problem.code == "unfilled"]
    wanted = [number for number, line in enumerate(lines, 1) if "Write" in line or "Say" in line]
    assert [problem.line for problem in reported] == [1, *wanted]  # the title says “Name …”


@pytest.mark.parametrize("what", WITH_FORM)
def test_two_new_files_are_no_more_wrong_than_one(content: Path, what: str) -> None:
    create(content, what, "brand-new")
    create(content, what, "brand-newer")
    found = {problem.code for problem in check(load(content))} - {"missing-because"}
    assert found == {"unfilled", *UNUSED.get(what, {})}


@pytest.mark.parametrize("what", WITH_FORM)
def test_nothing_is_written_over(content: Path, what: str) -> None:
    path = next((content / WITH_FORM[what].folder).glob("*.yml"))
    before = everything(content)
    with pytest.raises(CreateError, match="already exists"):
        create(content, what, path.stem)
    assert everything(content) == before


def test_not_even_a_link_that_leads_nowhere(content: Path) -> None:
    (content / "rules" / "brand-new.yml").symlink_to("nowhere")
    with pytest.raises(CreateError, match="already exists"):
        create(content, "rule", "brand-new")


@pytest.mark.parametrize("name", ["Two Words", "../away", "a--b", "", "é"])
def test_a_name_is_a_slug(content: Path, name: str) -> None:
    with pytest.raises(CreateError, match="a-z, 0-9"):
        create(content, "rule", name)


@pytest.mark.parametrize("name", ["con", "lpt1"])
def test_a_name_is_none_that_windows_keeps_for_devices(content: Path, name: str) -> None:
    with pytest.raises(CreateError, match="Windows"):
        create(content, "rule", name)
    assert not (content / "rules" / f"{name}.yml").exists()


def test_a_scenario_has_not_the_name_of_a_step(content: Path) -> None:
    with pytest.raises(CreateError, match="the name of a step of `kettle`"):
        create(content, "scenario", "light-on")
    create(content, "rule", "light-on")


@pytest.mark.parametrize("text", [None, "title: [a", "title: A\n"])
def test_without_a_guide_file_nothing_is_made(tmp_path: Path, text: str | None) -> None:
    content = copied(tmp_path, {"guide.yml": text})
    with pytest.raises(CreateError, match=r"guide\.yml is missing or broken"):
        create(content, "rule", "brand-new")


def test_an_answer_leads_to_a_new_scenario_and_the_rest_stays_as_it_is(content: Path) -> None:
    path = content / SCENARIO
    path.write_text("# a comment\n" + path.read_text() + "# the end\n")
    before = path.read_text().splitlines()
    made = create(content, "scenario", "brand-new", STEP, 'No, "never": why?')
    assert made == [content / "scenarios" / "brand-new.yml", path]
    assert {problem.code for problem in check(load(content))} - {"missing-because"} == {"unfilled"}
    after = path.read_text().splitlines()
    added = [line for line in after if line not in before]
    assert added == ['      - {say: "No, \\"never\\": why?", go: brand-new}']
    assert [line for line in after if line not in added] == before


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_keeps_its_line_ends(content: Path, start: str, end: str) -> None:
    path = content / SCENARIO
    path.write_bytes((start + path.read_text().replace("\n", end)).encode())
    before = path.read_bytes()
    create(content, "scenario", "brand-new", STEP, "It hums")
    added = f'      - {{say: "It hums", go: brand-new}}{end}'.encode()
    assert path.read_bytes().replace(added, b"", 1) == before
    assert path.read_bytes() != before


def test_a_file_whose_last_line_is_not_ended_gets_a_line_more(content: Path) -> None:
    path = content / SCENARIO
    text = "title: T\nstart: a\nsteps:\n  b: {advise: B}\n  c: {advise: C}\n  a:\n    ask: A\n"
    path.write_text(f"{text}    answers:\n      - {{say: B, go: b}}\n      - {{say: C, go: c}}")
    create(content, "scenario", "brand-new", "kettle.a", "D")
    assert path.read_text().splitlines()[-1] == '      - {say: "D", go: brand-new}'


def test_answers_in_block_form_are_added_to(content: Path) -> None:
    path = content / SCENARIO
    text = "title: T\nstart: a\nsteps:\n  a:\n    ask: A\n    answers:\n"
    block = "    - say: B\n      go: b\n    - say: C\n      go: c\n"
    path.write_text(f"{text}{block}  b: {{advise: B}}\n  c: {{advise: C}}\n")
    create(content, "scenario", "brand-new", "kettle.a", "D")
    assert f'{block}    - {{say: "D", go: brand-new}}\n  b:' in path.read_text()


@pytest.mark.parametrize(
    ("step", "say", "message"),
    [
        ("kettle.light-onn", "Yes", "did you mean `kettle.light-on`"),
        ("light-on", "Yes", "there is no question"),
        (STEP, "two\nlines", "on one line"),
        (STEP, "  ", "a few words"),
        (STEP, "x" * 3000, "a few words"),
        (STEP, "a\u202eb", "invisible"),
        (STEP, "it DOES!", "already has the answer `It does`"),
    ],
)
def test_an_answer_that_cannot_be_added_leaves_everything_as_it_was(
    content: Path, step: str, say: str, message: str
) -> None:
    before = everything(content)
    with pytest.raises(CreateError, match=message):
        create(content, "scenario", "brand-new", step, say)
    assert everything(content) == before


ANSWERS = "title: S\nstart: a\nsteps:\n  b: {advise: Do}\n  a:\n    ask: Is it\n    answers: "


def test_answers_written_in_one_line_are_left_alone(content: Path) -> None:
    (content / SCENARIO).write_text(f"{ANSWERS}[{{say: A, go: b}}, {{say: B, go: b}}]\n")
    before = everything(content)
    with pytest.raises(CreateError, match="by hand"):
        create(content, "scenario", "brand-new", "kettle.a", "C")
    assert everything(content) == before


def test_answers_in_folded_lines_are_added_to(content: Path) -> None:
    block = "\n      - {say: A, go: b}\n      - go: b\n        say: >\n          B\n"
    (content / SCENARIO).write_text(f"{ANSWERS}{block}")
    create(content, "scenario", "brand-new", "kettle.a", "C")
    step = load(content).base.scenarios["kettle"].steps["a"]
    assert isinstance(step, Question)
    assert [answer.say.strip() for answer in step.answers] == ["A", "B", "C"]


def test_a_broken_scenario_is_to_be_mended_first(tmp_path: Path) -> None:
    content = copied(tmp_path, {SCENARIO: {"replace": "title: The", "with": 'title: "The'}})
    with pytest.raises(CreateError, match=r"kettle\.yml is broken: fix it first"):
        create(content, "scenario", "brand-new", STEP, "It hums")


def test_where_nothing_can_be_written_nothing_is(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(content)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "kettle.yml":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WriteError, match="permission denied"):
        create(content, "scenario", "brand-new", STEP, "It hums")
    assert everything(content) == before


def test_a_file_in_place_of_the_folder_is_reported(content: Path) -> None:
    shutil.rmtree(content / "rules")
    (content / "rules").write_text("x")
    with pytest.raises(WriteError, match=r"cannot write to .*rules"):
        create(content, "rule", "brand-new")
