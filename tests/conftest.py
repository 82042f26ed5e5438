"""The guide in `content/`: where it is, copies of it, and its site."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
LIBRARY = ROOT / "tests" / "library"
SITE_URL = "https://example.org/guide/"
EDIT_URI = "https://git.example.org/owner/guide/edit/main/content/"


def copy_guide(folder: Path) -> Path:
    """A copy of the guide for a test to change; gives its content folder."""
    shutil.copytree(CONTENT, folder / CONTENT.name, copy_function=shutil.copyfile)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder / CONTENT.name


def write_yaml(file: Path, data: dict[str, Any]) -> None:
    """Write a content file anew, as JSON: that is YAML in which every text stays a text."""
    file.write_text(json.dumps(data), encoding="utf-8")


MKDOCS = ("-m", "mkdocs")


def build_site(
    root: Path, folder: Path, site_url: str = SITE_URL, mkdocs: Sequence[str] = MKDOCS
) -> Path:
    """Build the guide whose mkdocs.yml is in `root` into `folder`."""
    done = subprocess.run(
        [sys.executable, *mkdocs, "build", "--strict", "--site-dir", str(folder)],
        cwd=root,
        env={**os.environ, "SITE_URL": site_url, "EDIT_URI": EDIT_URI, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder
