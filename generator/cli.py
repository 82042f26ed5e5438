"""The command line: arguments are unpacked here and handed to the core."""

import argparse
import sys
from pathlib import Path

from generator.build import build
from generator.checks import check
from generator.load import load
from generator.problems import ContentError
from generator.report import as_github, as_json, as_text

FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns 0 when all is well, 1 with problems, 2 when called wrongly."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        if options.command == "check":
            problems = check(load(options.content))
            if printed := FORMATS[options.format](problems):
                print(printed)
            return 1 if problems else 0
        return _export(options.content, options.folder)
    except ContentError as error:
        print(as_text(error.problems), file=sys.stderr)
        return 1
    except NotADirectoryError as error:
        parser.exit(2, f"{parser.prog}: there is no folder {error}\n")


def _export(content: Path, folder: Path) -> int:
    pages = build(content).pages
    folder.mkdir(parents=True, exist_ok=True)
    for page in pages:
        (folder / page.path).write_text(page.markdown, encoding="utf-8")
    print(f"{len(pages)} pages written to {folder}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="say everything that is wrong with the content")
    checking.add_argument("--format", choices=FORMATS, default="text")
    exporting = commands.add_parser("export", help="write the pages as plain Markdown")
    exporting.add_argument("folder", type=Path)
    for command in (checking, exporting):
        command.add_argument("content", type=Path, nargs="?", default=Path("content"))
    return parser
