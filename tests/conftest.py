"""What all tests share: the real content, and the site that is built from it, once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from answertree.build import Built, build

ROOT = Path(__file__).parent.parent
SITE_URL = "https://example.org/guide/"
EDIT_URI = "https://git.example.org/owner/guide/edit/main/content/"


@pytest.fixture(scope="session")
def built() -> Built:
    """The knowledge base of `content/`, and its Markdown pages."""
    return build(ROOT / "content", EDIT_URI)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make site` builds it, for an address with a sub-path."""
    return build_site(ROOT, tmp_path_factory.mktemp("site"))


def build_site(root: Path, folder: Path, site_url: str = SITE_URL) -> Path:
    """Build the guide whose mkdocs.yml is in `root` into `folder`."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=root,
        env={**os.environ, "SITE_URL": site_url, "EDIT_URI": EDIT_URI, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder
