"""Twenty faults at once, in a base of enough files: each is reported once, and nothing else is."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from answertree.reading.load import load

from tests.unit.content import SMALL, apply, copied, place, problems


@dataclass(frozen=True)
class Fault:
    """A fault for the first file of a folder that fits and has no other fault yet.

    What `find` matches is replaced by `write`; the problem is where `at` then stands.
    """

    code: str
    folder: str
    find: str
    write: str
    at: str


FAULTS = (
    Fault("unknown-reference", "faq", r"^topic: .*", "topic: zz-1", "zz-1"),
    Fault("unknown-key", "faq", r"^short: ", "shrot: ", "shrot"),
    Fault("yaml", "faq", r"^ask: (?=\w)", 'ask: "zz-3 ', '"zz-3'),
    Fault("wrong-type", "faq", r"^order: .*", "order: zz-4", "zz-4"),
    Fault("raw-html", "faq", r"^short: (?=\w)", "short: Zz <zz-5> ", "<zz-5>"),
    Fault("bad-address", "faq", r"^short: (?=\w)", "short: A [b](ftp://zz-6) ", "ftp://zz-6"),
    Fault("duplicate-key", "faq", r"\Z", "topic: zz-7\n", "topic: zz-7"),
    Fault("unknown-slot", "rules", r"^reason: (?=\w)", "reason: Zz {zz-8} ", "{zz-8}"),
    Fault("empty", "rules", r"^reason: .*", "reason:", "reason:"),
    Fault("unknown-reference", "rules", r"^because: \[", "because: [zz-10, ", "zz-10"),
    Fault("unknown-key", "scripts", r"^title: ", "titel: ", "titel"),
    Fault("text-markup", "scripts", r"^use: (?=\w)", "use: 12. zz ", "12. zz"),
    Fault("unsafe-character", "scripts", r"^title: ", "title: zz\u200b ", "\u200b"),
    Fault("missing-key", "scripts", r"\Atitle: .*\n", "# zz\n", "use:"),
    Fault("too-long", "pages", r"^lead: .*", f"lead: Zz {'zz ' * 700}", "Zz zz"),
    Fault(
        "uncited-point", "sources", r"^points:\n", "points:\n  wallaby: A new point.\n", "wallaby"
    ),
    Fault("unknown-step", "scenarios", r"(?<=go: )([a-z]+(-[a-z]+){2})\}", r"\1zz}", "\\1zz"),
    Fault("unreachable-step", "scenarios", r"\Z", "  zz-18:\n    advise: Zz\n", "zz-18"),
    Fault("unmarked-step", "scenarios", r"\Z", "  zz-19:\n    text: Zz\n", "zz-19"),
    Fault("unknown-value", "timetables", r"mark: fine", "mark: zz-20", "zz-20"),
)


# Files of the small base that are there several times, so that each fault has a file of its own.
COPIES = {
    "faq/scale.yml": ("ask: Where", 2),
    "faq/socket.yml": ("ask: How", 5),
    "rules/unplug-first.yml": ("do: Unplug", 2),
    "scripts/letter.yml": ("title: A", 3),
    "scenarios/shop.yml": ("title: Ask", 2),
}


def many(folder: Path) -> Path:
    """The small base with copies of some of its files; all is well with it."""
    content = copied(folder)
    for name, (words, count) in COPIES.items():
        file = SMALL / name
        text = re.sub(r"^formerly: .*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for number in range(1, count + 1):
            copy = content / file.parent.name / f"{file.stem}-{number}.yml"
            copy.write_text(text.replace(words, f"{words} {number}"), encoding="utf-8")
    leads = "".join(f"\n  - {{say: Shop {n}, go: shop-{n}}}" for n in (1, 2))
    apply(content / "guide.yml", {"replace": "\nessentials:", "with": f"{leads}\nessentials:"})
    return content


def plant(content: Path, fault: Fault, taken: set[Path]) -> tuple[Path, str]:
    """Put the fault into a file; the file, and the text at which the problem has to be."""
    for file in sorted((content / fault.folder).glob("*.yml")):
        text = file.read_text(encoding="utf-8")
        match = re.search(fault.find, text, re.MULTILINE)
        if match and file not in taken:
            file.write_text(
                text[: match.start()] + match.expand(fault.write) + text[match.end() :],
                encoding="utf-8",
            )
            return file, match.expand(fault.at)
    pytest.fail(f"no file of {fault.folder} can take this fault: {fault.find}")


def test_each_of_twenty_faults_is_reported_once_and_nothing_else(tmp_path: Path) -> None:
    content = many(tmp_path)
    assert problems(content) == []
    planted: dict[Path, str] = {}
    expected = []
    for fault in FAULTS:
        file, at = plant(content, fault, set(planted))
        planted[file] = at
        before, found, _ = file.read_text(encoding="utf-8").partition(at)
        assert found
        line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
        expected.append((f"{file.relative_to(content)}:{line}:{column}", fault.code))
    found_problems = problems(content)
    reported = [(place(one, content), one.code) for one in found_problems]
    assert len(FAULTS) == 20
    assert sorted(reported) == sorted(expected)
    assert found_problems == sorted(found_problems, key=lambda one: (one.file, one.line))


def test_at_least_one_of_the_files_cannot_be_read_at_all(tmp_path: Path) -> None:
    content = many(tmp_path)
    taken: set[Path] = set()
    for fault in FAULTS:
        taken.add(plant(content, fault, taken)[0])
    read = {Path(source.name) for source in load(content).sources.values()}
    assert len(taken) == len(FAULTS)
    assert len(taken - read) == 2


def test_two_faults_of_one_file_are_both_reported(tmp_path: Path) -> None:
    content = copied(tmp_path, {
        "scenarios/kettle.yml": [
            {"replace": "go: descale", "with": "go: desacle"},
            {"replace": "see: [rule:unplug-first]", "with": "see: [rule:unplug-frist]"},
            {"replace": "Look at the *wall*", "with": "Look at the <i>wall"},
        ]
    })  # fmt: skip
    assert [(one.line, one.code) for one in problems(content)] == [
        (8, "raw-html"), (17, "unknown-step"), (31, "unknown-reference")
    ]  # fmt: skip
