"""A file of labels in, the words of the interface in one language out."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from answertree.knowledge.language import Label, Language, frozen, is_known, placeholders
from answertree.knowledge.problems import (
    Code,
    ContentError,
    DataPath,
    DataPlace,
    Place,
    Problem,
    did_you_mean,
)
from answertree.reading.source_file import Data, SourceFile
from answertree.reading.yaml_reader import read

FOLDER = Path(__file__).parent.parent / "languages"
DEFAULT = "en"  # its file decides which labels there are


def load_language(code: str, folder: Path = FOLDER) -> Language:
    """The labels of a language, from the file in `folder` that is named after its code.

    Raises ContentError with everything that is wrong with the file, also when there is none.
    """
    file = folder / f"{code}.yml"
    if not file.is_file():
        message = f"there is no file of labels for the language `{code}`"
        hint = did_you_mean(code, {each.stem for each in folder.glob("*.yml")})
        raise ContentError([Problem(Place(str(file)), "unknown-reference", message, hint)])
    if not is_known(code):
        message = f"`{code}` is not a language code"
        raise ContentError(
            [Problem(Place(str(file)), "file-name", message, "such as `en`, `pt-BR`")]
        )
    source = _read(file)
    labels = _by_name(source.data)
    original = _by_name(_read(FOLDER / f"{DEFAULT}.yml").data)
    language = Language(code, frozen({name: _label(data) for name, data in labels.items()}))
    if problems := list(_problems(source, labels, original, language.plurals)):
        raise ContentError(problems)
    return language


def _read(file: Path) -> SourceFile:
    source, problems = read(str(file), file.read_bytes())
    if source is None or problems:
        raise ContentError(problems)
    return source


def _by_name(data: Data) -> dict[str, Data]:
    """What a file has for each label, `group.key`; what stands outside of a group has its key."""
    found: dict[str, Data] = {}
    for group, labels in data.items() if isinstance(data, dict) else ():
        if isinstance(labels, dict):
            found |= {f"{group}.{key}": label for key, label in labels.items()}
        else:
            found[group] = labels
    return found


def _label(data: Data) -> Label:
    return {form: str(text) for form, text in data.items()} if isinstance(data, dict) else str(data)


def _problems(
    source: SourceFile, labels: dict[str, Data], original: dict[str, Data], plurals: frozenset[str]
) -> Iterator[Problem]:
    """Each difference between the labels of a file and those that it should have."""
    for name in original:
        if name not in labels:
            hint = f"in English: {_english(original[name])}"
            yield _problem(source, name, "missing-key", f"the label `{name}` is missing", hint)
    for name, data in labels.items():
        if name not in original:
            hint = did_you_mean(name, original)
            yield _problem(source, name, "unknown-key", f"there is no label `{name}`", hint)
        elif not _is_label(data):
            message = f"`{name}` is neither a text nor a text for each plural form"
            hint = f"in English: {_english(original[name])}"
            yield _problem(source, name, "wrong-type", message, hint)
        else:
            yield from _problems_of_forms(source, name, data, original[name], plurals)
            yield from _problems_of_values(source, name, _label(data), _label(original[name]))


def _is_label(data: Data) -> bool:
    texts = data.values() if isinstance(data, dict) else [data]
    return bool(texts) and all(isinstance(text, str) and text.strip() for text in texts)


def _problems_of_forms(
    source: SourceFile, name: str, data: Data, original: Data, plurals: frozenset[str]
) -> Iterator[Problem]:
    if not isinstance(data, dict):
        return
    if not isinstance(original, dict):
        message = f"`{name}` does not depend on a number: it is a single text"
        yield _problem(source, name, "wrong-type", message, f"in English: {original}")
        return
    for form in data:
        if form not in plurals:
            message = f"the language has no plural form `{form}`"
            hint = did_you_mean(form, plurals)
            yield _problem(source, name, "unknown-key", message, hint, (form,))
    if "other" not in data:
        yield _problem(source, name, "missing-key", f"`{name}` has no form `other`")


def _problems_of_values(
    source: SourceFile, name: str, label: Label, original: Label
) -> Iterator[Problem]:
    known, used = placeholders(original), placeholders(label)
    for value in sorted(used - known):
        message = f"there is no value `{{{value}}}` for `{name}`"
        yield _problem(source, name, "unknown-slot", message, did_you_mean(value, known))
    for value in sorted(known - used - {"count"}):
        message = f"`{name}` does not use `{{{value}}}`"
        yield _problem(source, name, "missing-key", message, f"in English: {_english(original)}")


def _english(original: object) -> str:
    if isinstance(original, Mapping):
        return "; ".join(f"{form}: {text}" for form, text in original.items())
    return str(original)


def _problem(
    source: SourceFile, name: str, code: Code, message: str, hint: str = "", below: DataPath = ()
) -> Problem:
    """A problem at a label, or at the group in which it should stand."""
    path: DataPath = (*name.split("."), *below)
    return Problem(source.place(DataPlace(path=path, on_key=True)), code, message, hint)
