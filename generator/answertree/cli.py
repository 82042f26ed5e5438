"""The command line: arguments are unpacked here and handed to the core.

Each command imports what it needs when it is run: to load all the rest would take longer than the
check of a whole guide.
"""

import argparse
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from answertree.authoring.explanations import explanations, where
from answertree.files.refusal import Refusal
from answertree.knowledge.forms import BY_NOUN
from answertree.knowledge.problems import ContentError, DataPlace, Problem, did_you_mean
from answertree.knowledge.report import as_github, as_json, as_text, cannot_read

if TYPE_CHECKING:
    from answertree.files.build_cache import BuildCache
    from answertree.knowledge.base import KnowledgeBase

SCHEMAS = Path(__file__).parent / "authoring" / "schemas"


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns 0 when all is well, 1 with problems, 2 when called wrongly.

    Raises OSError when nothing can be printed any more.
    """
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ContentError as error:
        explained = where(Path())
        said = as_text(error.problems, colour=_colour(sys.stderr), explained=explained)
        print(said, file=sys.stderr)
        return 1
    except Refusal as error:
        return _wrong(str(error))
    except OSError as error:
        if error.filename is None and not isinstance(error, NotADirectoryError):
            raise  # about no file, so about what is printed
        return _wrong(cannot_read(error))


def _check(options: argparse.Namespace) -> int:
    from answertree.authoring.issue_form import check_issue_form
    from answertree.checking.whole import known_whole
    from answertree.files.build_cache import cache_of
    from answertree.files.fingerprint import folder_fingerprint

    today, cache = date.today(), cache_of(options.content)
    key = folder_fingerprint(options.content)
    whole = known_whole(cache, key)
    if whole and not whole.is_review_due(today):
        problems = found = check_issue_form(options.content, whole.topics)
    else:
        problems, warnings = _check_all(options.content, cache, key, today)
        found = [*problems, *warnings]
    if options.format == "text":
        print(as_text(found, colour=_colour(sys.stdout), explained=where(Path())))
    elif options.format == "json":
        print(as_json(found))
    elif found:
        print(as_github(found, where(Path())))
    return 1 if problems else 0


def _check_all(
    content: Path, cache: "BuildCache", key: str, today: date
) -> tuple[list[Problem], list[Problem]]:
    """Every problem of a content folder, and every warning; a folder without any is remembered."""
    from answertree import check, load
    from answertree.authoring.issue_form import check_issue_form
    from answertree.checking.review import review_due
    from answertree.checking.whole import keep_whole

    loaded = load(content)
    problems = check(loaded)
    if not problems:
        keep_whole(cache, key, content, loaded)
    # Topics that could not be understood are none to compare with.
    if not loaded.uncertainty.covers(DataPlace("guide", "guide", ("topics",))):
        problems += check_issue_form(content, list(loaded.base.guide.topics.values()))
    return problems, review_due(loaded, today)


def _export(options: argparse.Namespace) -> int:
    from answertree import build_guide
    from answertree.files.writing import write_all

    if options.engine:
        return _export_for_engine(options)
    pages = build_guide(options.content).pages
    write_all(options.folder, {page.path: page.markdown.encode() for page in pages})
    print(f"{len(pages)} pages written to {options.folder}")
    return 0


def _export_for_engine(options: argparse.Namespace) -> int:
    from answertree import build_guide, site_files
    from answertree.exchanging.engines import PAGES, for_engine
    from answertree.exchanging.feed import FEED
    from answertree.files.writing import write_all
    from answertree.reading.settings import load_settings

    settings = load_settings(options.content)
    built = build_guide(options.content, settings.edit_uri, settings.language)
    feed = FEED if FEED in site_files(built, options.content, settings.site_url) else ""
    files = for_engine(options.engine, built, settings, feed)
    wanted = {options.folder / path for path in files}
    for path in (options.folder / PAGES).rglob("*"):
        if path.is_file() and path not in wanted:
            return _wrong(f"{path} would be published too: delete it, or choose another folder")
    write_all(options.folder, files)
    print(f"{len(built.pages)} pages and all else is in {options.folder}. To build the site there:")
    print(f"  {options.engine} build")
    print("Then, here:")
    print(f"  python -m generator finish {options.folder / 'site'}")
    return 0


def _finish(options: argparse.Namespace) -> int:
    from answertree import build_guide, finish, site_files
    from answertree.reading.settings import load_settings

    settings = load_settings(options.content)
    built = build_guide(options.content, language=settings.language)
    beside = site_files(built, options.content, settings.site_url)
    offline = options.offline and settings.offline
    for left_out in finish(options.site, built.base, offline, beside):
        print(left_out)
    print(f"{options.site} is finished.")
    return 0


def _test(options: argparse.Namespace) -> int:
    from answertree import run_tests

    return 0 if run_tests(options.site, options.content) else 1


def _explain(options: argparse.Namespace) -> int:
    found = explanations()
    if options.code not in found:
        hint = did_you_mean(options.code, found)
        return _wrong(f"there is no error `{options.code}`" + (f"; {hint}" if hint else ""))
    print(found[options.code])
    return 0


def _init(options: argparse.Namespace) -> int:
    from answertree import init

    files = init(options.folder)
    print(f"A guide of {len(files)} files is in {options.folder}. Its README.md says how to go on.")
    return 0


def _new(options: argparse.Namespace) -> int:
    from answertree.authoring.new_file import create

    if bool(options.after) != bool(options.say) or (options.after and options.what != "scenario"):
        return _wrong("`--after STEP` and `--say WORDS` go together, for a new scenario")
    made, *changed = create(options.content, options.what, options.name, options.after, options.say)
    print(f"{made} is ready to be filled in.")
    for path in changed:
        print(f"{path} now has an answer that leads to it.")
    if options.what == "scenario" and not changed:
        print(f"No answer leads to it yet. Add one: `- {{say: WORDS, go: {options.name}}}`.")
        print("Next time, `--after STEP --say WORDS` does that for you.")
    if options.what == "page":
        print(f"Add `{options.name}` to `pages` in {options.content / 'guide.yml'}, in the place")
        print("that it is to have in the menu.")
    if options.what == "source":
        print("Cite its points where they are used: `because: [ID]`.")
    print("`check` reports the sentences that you have not replaced yet.")
    return 0


def _import(options: argparse.Namespace) -> int:
    from answertree.exchanging.import_file import ImportRefused, import_file

    try:
        found = import_file(options.file, options.content, options.name)
    except ImportRefused as error:
        print(f"{error}\nNothing was written.", file=sys.stderr)
        return 1
    print(f"{found.path} is written: {found.questions} questions and {found.outcomes} outcomes.")
    for path in found.beside:
        print(f"{path} is written: what readers can choose.")
    if found.losses:
        print("What could not be carried over as it was:")
        print("\n".join(f"  {loss}" for loss in found.losses))
    print(f"No answer leads to it yet. Add one: `- {{say: WORDS, go: {found.path.stem}}}`.")
    print("`check` reports what else is to be done.")
    return 0


def _tree(options: argparse.Namespace) -> int:
    from answertree import build_guide
    from answertree.rendering import graph_formats

    base = build_guide(options.content).base
    for name in options.scenario:
        if name not in base.scenarios:
            return _wrong(f"there is no scenario `{name}`; {did_you_mean(name, base.scenarios)}")
    drawn = {
        "mermaid": graph_formats.as_mermaid,
        "dot": graph_formats.as_dot,
        "json": graph_formats.as_json,
        "twee": graph_formats.as_twee,
    }
    print(drawn[options.format](base, options.scenario))
    return 0


def _diff(options: argparse.Namespace) -> int:
    from answertree import build_guide, compare

    after = build_guide(options.content).base
    print(compare(_base_before(options.revision, options.content), after), end="")
    return 0


def _base_before(revision: str, content: Path) -> "KnowledgeBase":
    """The content before the change, as far as it can be read: it may be what is repaired now."""
    from answertree import load
    from answertree.files.git_history import content_before

    with content_before(revision, content) as folder:
        if folder is None:
            print(f"There was no {content} before: everything is new.\n")
            return KnowledgeBase.of(None)
        loaded = load(folder)
        if loaded.problems:
            print("Part of the earlier content could not be read and is left out here.\n")
        return loaded.base


def _schema(options: argparse.Namespace) -> int:
    from answertree.authoring.json_schema import schemas
    from answertree.files.writing import write_all

    write_all(options.folder, {name: text.encode() for name, text in schemas().items()})
    print(f"{len(schemas())} schemas written to {options.folder}")
    return 0


def called() -> str:
    """How the command line is called here: the package has a script, the repository has not."""
    script = Path(sys.argv[0]).stem
    return script if script == "answertree" else "python -m generator"


def _wrong(message: str) -> int:
    print(f"{called()}: {message}", file=sys.stderr)
    return 2


def _colour(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty() and "NO_COLOR" not in os.environ


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=called(),
        description="Check the content, look at it, and add to it.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    checking = commands.add_parser("check", help="report everything that is wrong with the content")
    checking.add_argument("--format", choices=("text", "github", "json"), default="text")
    checking.set_defaults(run=_check)

    explaining = commands.add_parser("explain", help="say what an error means, and what is right")
    explaining.add_argument("code", help="its name, which stands in brackets: `unknown-step`")
    explaining.set_defaults(run=_explain)

    starting = commands.add_parser("init", help="start a guide of your own")
    starting.add_argument("folder", type=Path)
    starting.set_defaults(run=_init)

    making = commands.add_parser("new", help="write a new file to fill in")
    making.add_argument("what", choices=BY_NOUN)
    making.add_argument("name", help="its id: a-z, 0-9 and hyphens")
    making.add_argument(
        "--after",
        metavar="STEP",
        help="a question `scenario.step` that leads to the new scenario",
        default="",
    )
    making.add_argument("--say", metavar="WORDS", help="the answer that leads to it", default="")
    making.set_defaults(run=_new)

    importing = commands.add_parser("import", help="make a scenario of a tree from elsewhere")
    importing.add_argument(
        "file", type=Path, help="a decision table (CSV, SSVC), Mermaid, Twee 3, Treenee"
    )
    importing.add_argument(
        "--name", metavar="ID", default="", help="its id, if not the file's name"
    )
    importing.set_defaults(run=_import)

    drawing_ = commands.add_parser("tree", help="draw the decision tree")
    drawing_.add_argument("--format", choices=("mermaid", "dot", "json", "twee"), default="mermaid")
    drawing_.add_argument(
        "--scenario", action="append", default=[], help="only this scenario; can be repeated"
    )
    drawing_.set_defaults(run=_tree)

    comparing = commands.add_parser("diff", help="say what a change does to the reader")
    comparing.add_argument(
        "revision", help="the branch or commit that the change is for, such as main"
    )
    comparing.set_defaults(run=_diff)

    exporting = commands.add_parser("export", help="write the pages as plain Markdown")
    exporting.add_argument("folder", type=Path)
    exporting.add_argument(
        "--engine",
        choices=("mkdocs", "properdocs", "zensical"),
        default="",
        help="write all that this engine needs to build the site",
    )
    exporting.set_defaults(run=_export)

    finishing = commands.add_parser("finish", help="complete a site that was built from the pages")
    finishing.add_argument("site", type=Path)
    finishing.add_argument(
        "--no-offline",
        dest="offline",
        action="store_false",
        help="delete the copies that phones keep, instead of letting them keep the site",
    )
    finishing.set_defaults(run=_finish)

    testing = commands.add_parser("test", help="test a built site, in a browser too")
    testing.add_argument("site", type=Path)
    testing.add_argument(
        "--content", type=Path, metavar="DIR", default=Path("content"), help="what it was built of"
    )
    testing.set_defaults(run=_test)

    describing = commands.add_parser("schema", help="write the JSON Schemas for editors again")
    describing.add_argument("folder", type=Path, nargs="?", default=SCHEMAS)
    describing.set_defaults(run=_schema)

    for command in (checking, making, importing, drawing_, comparing, exporting, finishing):
        command.add_argument("content", type=Path, nargs="?", default=Path("content"))
    return parser
