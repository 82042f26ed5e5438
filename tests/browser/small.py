"""Sites of the small content that the unit tests use, with something changed in it."""

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from answertree.files.build_cache import FOLDER
from answertree.knowledge import addresses

from tests.conftest import ROOT, build_site
from tests.unit.content import SMALL, copied

CACHE = ROOT / ".build" / "cache-of-tests"


def small_site(
    folder: Path, change: Mapping[str, Any] | None = None, content: Path = SMALL
) -> Path:
    """Build it in `folder`; `change` edits files of the content, as tests.unit.content says."""
    write_settings(folder, copied(folder, change, content))
    _share_cache(folder)
    return build_site(folder, folder / "site")


def split_site(
    folder: Path, steps_on_a_page: int, content: Path, change: Mapping[str, Any] | None = None
) -> Path:
    """The same with so little room for steps on a page."""
    write_settings(folder, copied(folder, change, content))
    _share_cache(folder)
    return build_site(folder, folder / "site", prepare=partial(_leave_room_for, steps_on_a_page))


def _leave_room_for(steps_on_a_page: int) -> None:
    addresses.STEPS_ON_A_PAGE = steps_on_a_page


def _share_cache(folder: Path) -> None:
    """Let a guide use what others of these tests have kept: templates, above all."""
    CACHE.mkdir(parents=True, exist_ok=True)
    (folder / FOLDER).parent.mkdir()
    (folder / FOLDER).symlink_to(CACHE, target_is_directory=True)


def write_settings(folder: Path, content: Path, language: str = "en") -> Path:
    """Write an mkdocs.yml that builds a content folder with the looks of this repository."""
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(content),
        "theme": {"language": language},
    }
    file = folder / "mkdocs.yml"
    file.write_text(json.dumps(settings), "utf-8")
    return file
