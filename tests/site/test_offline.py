"""Phones keep nothing of a site where that is wished."""

import json
from pathlib import Path

from tests.conftest import CONTENT, ROOT, build_site


def test_the_option_that_ends_it(tmp_path: Path) -> None:
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(CONTENT),
        "plugins": ["search", {"guide": {"offline": False}}],
    }
    (tmp_path / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    site = build_site(tmp_path, tmp_path / "site")
    assert "unregister()" in (site / "sw.js").read_text("utf-8")
    for page in site.rglob("*.html"):
        assert "assets/offline" not in page.read_text("utf-8"), page
