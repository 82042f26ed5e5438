"""What an edit costs while somebody is watching: `python -m tests.bench.edits PROJECT`.

Prints the seconds of CPU of the first build of a project, and of the build after one edit, as
`mkdocs serve` does them in one process.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

SERVED = "http://127.0.0.1:8000/"


def measure(project: Path) -> tuple[float, float]:
    """The first build, and the one after an edit of one answer; the edit is taken back."""
    with tempfile.TemporaryDirectory() as site:
        _configured(project, site).plugins.on_startup(command="serve", dirty=False)
        first = _build(project, site)
        questions = sorted((project / "content" / "faq").glob("*.yml"))
        edited = questions[len(questions) // 2]
        before = edited.read_text(encoding="utf-8")
        edited.write_text(before.replace("\nshort: ", "\nshort: Well, ", 1), encoding="utf-8")
        again = _build(project, site)
        edited.write_text(before, encoding="utf-8")
    return first, again


def _build(project: Path, site: str) -> float:
    started = time.process_time()
    config = _configured(project, site)
    config.site_url = SERVED
    build(config, serve_url=SERVED)
    return time.process_time() - started


def _configured(project: Path, site: str) -> MkDocsConfig:
    return load_config(str(project / "mkdocs.yml"), site_dir=site)


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
