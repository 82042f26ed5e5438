"""New content files to fill in: in their place, and never over what is there."""

import json
import re
from pathlib import Path
from typing import Any

from answertree.checking.text_lint import lint
from answertree.files.refusal import Refusal
from answertree.files.writing import write_all
from answertree.knowledge.field_types import MAX_TEXT, SLUG, Plain, normalized
from answertree.knowledge.kinds import WITH_FORM
from answertree.knowledge.model import Guide
from answertree.knowledge.problems import DataPlace, did_you_mean
from answertree.knowledge.steps import Question
from answertree.reading.content_folder import GUIDE_FILE, RESERVED
from answertree.reading.load import Loaded, load
from answertree.reading.source_file import SourceFile
from answertree.reading.yaml_reader import read


class CreateError(Refusal):
    """The file cannot be made; says why, in plain words."""


def create(content: Path, what: str, name: str, after: str = "", say: str = "") -> list[Path]:
    """Write a new file of the kind that people call `what`, and give its path.

    With `after`, a question `scenario.step`, that gets an answer to the new scenario below its last
    one, in the words of `say`; its file's path is given too, and the rest of it stays as it is.
    Raises CreateError or WriteError, and then nothing was written; OSError when content cannot be
    read.
    """
    kind = WITH_FORM[what]
    path = content / kind.folder / f"{name}.yml"
    loaded = load(content)
    if not loaded.has_guide:
        raise CreateError(f"{content / GUIDE_FILE} is missing or broken: fix it first")
    _check_name(loaded, what, name)
    if path.exists() or path.is_symlink():
        raise CreateError(f"{path} already exists; nothing was changed")
    files = {path.name: _filled(loaded, kind.form, name).encode()}
    if after:
        changed, raw = _with_answer(loaded, content, after, say, name)
        files[changed.name] = raw
    write_all(path.parent, files)
    return [path.parent / name for name in files]


def _check_name(loaded: Loaded, what: str, name: str) -> None:
    if not re.fullmatch(SLUG, name):
        raise CreateError(f"`{name}` cannot be a name: use a-z, 0-9 and single hyphens")
    if RESERVED.fullmatch(name):
        raise CreateError(f"Windows does not allow a file named {name}.yml: choose another name")
    if what == "scenario":
        for scenario, entry in loaded.base.scenarios.items():
            if name in entry.steps:
                raise CreateError(f"`{name}` is the name of a step of `{scenario}`: choose another")


def _filled(loaded: Loaded, form: str, name: str) -> str:
    guide: Guide = loaded.base.guide
    points = [point for source in loaded.base.sources.values() for point in source.points]
    dates = [name for name, entry in loaded.base.inputs.items() if entry.type == "date"]
    return form.format(
        name=name,
        topic=next(iter(guide.topics), "some-topic"),
        topics=", ".join(guide.topics),
        slots=", ".join(f"{{{slot}}}" for slot in loaded.base.slots) or "none yet",
        point=points[0] if points else "some-point",
        date=dates[0] if dates else "some-day",
    )


def _with_answer(
    loaded: Loaded, content: Path, step: str, say: str, target: str
) -> tuple[Path, bytes]:
    """The path and the new bytes of the scenario whose question `step` gets an answer."""
    scenario, _, name = step.partition(".")
    path = content / "scenarios" / f"{scenario}.yml"
    if any(problem.file == str(path) for problem in loaded.problems):
        raise CreateError(f"{path} is broken: fix it first")
    questions = {
        f"{each}.{key}": found
        for each, entry in loaded.base.scenarios.items()
        for key, found in entry.steps.items()
        if isinstance(found, Question)
    }
    if step not in questions:
        hint = did_you_mean(step, questions)
        raise CreateError(f"there is no question `{step}`" + (f"; {hint}" if hint else ""))
    _check_words(questions[step], say)
    source = loaded.sources["scenarios", scenario]
    raw = _insert(path.read_bytes(), source, name, f"{{say: {_quoted(say)}, go: {target}}}")
    changed, problems = read(str(path), raw)
    if problems or not changed or _answers(changed, name) != [*_answers(source, name), target]:
        raise CreateError(f"the answers in {path} are written on one line: add yours by hand")
    return path, raw


def _check_words(question: Question, say: str) -> None:
    if not say.strip() or len(say) > MAX_TEXT:
        raise CreateError("`--say` needs a few words")
    for fault in lint(Plain(say), set()):
        raise CreateError(f"`--say`: {fault.message}")
    if not say.isprintable():
        raise CreateError("`--say`: there is an invisible character in it")
    for answer in question.answers:
        if normalized(answer.say) == normalized(say):
            raise CreateError(f"that question already has the answer `{answer.say}`")


def _quoted(say: str) -> str:
    return json.dumps(say.strip(), ensure_ascii=False)


def _insert(raw: bytes, source: SourceFile, step: str, answer: str) -> bytes:
    """A file with a line more below the last answer of a step, ending as the others do."""
    answers = [span for at, span in source.values.items() if at[:3] == ("steps", step, "answers")]
    lines = raw.decode("utf-8").splitlines(keepends=True)
    end_of_last = max(source.text.count("\n", 0, span.end) for span in answers)
    last = min(end_of_last, len(lines) - 1)
    place = source.place(DataPlace(path=("steps", step, "answers", 0)))
    first = lines[place.line - 1]
    indent = first[: len(first) - len(first.lstrip(" "))]
    end = lines[0][len(lines[0].rstrip("\r\n")) :] or "\n"
    lines[last] = lines[last].rstrip("\r\n") + end
    lines.insert(last + 1, f"{indent}- {answer}{end}")
    return "".join(lines).encode()


def _answers(source: SourceFile, step: str) -> list[Any]:
    data: Any = source.data
    return [answer["go"] for answer in data["steps"][step]["answers"]]
