"""A knowledge base with a decision tree: structured YAML in, Markdown pages out.

What is named in `__all__` is for other programs; the command line uses the same. Each name is
imported when it is first asked for: to load them all would take longer than to check a guide.
"""

from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from answertree.authoring.init import init
    from answertree.build import build as build_guide
    from answertree.checking.rules import check
    from answertree.comparing.compare import compare
    from answertree.exchanging.site_files import site_files
    from answertree.files.refusal import Refusal
    from answertree.knowledge.problems import ContentError
    from answertree.publishing.finish import finish
    from answertree.reading.load import load
    from answertree.testing.run import run_tests

__all__ = [
    "ContentError",
    "Refusal",
    "build_guide",
    "check",
    "compare",
    "finish",
    "init",
    "load",
    "run_tests",
    "site_files",
]
HOMES = {
    "ContentError": "knowledge.problems:ContentError",
    "Refusal": "files.refusal:Refusal",
    "build_guide": "build:build",  # whose own name is that of its module
    "check": "checking.rules:check",
    "compare": "comparing.compare:compare",
    "finish": "publishing.finish:finish",
    "init": "authoring.init:init",
    "load": "reading.load:load",
    "run_tests": "testing.run:run_tests",
    "site_files": "exchanging.site_files:site_files",
}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return resolve_name(f"{__name__}.{HOMES[name]}")
