"""The guide, and the same text as a bare Material site and as bare HTML, side by side."""

import json
import os
import subprocess
import sys
from pathlib import Path

from answertree.build import build
from bs4 import BeautifulSoup, Tag

from tests.conftest import EDIT_URI, ROOT

GUIDE, MATERIAL, HTML = "guide", "material", "html"
# Of a bare page's attributes only those that its text needs to be the same text.
KEPT = {"href", "id"}


def build_all(root: Path, address: str) -> None:
    """Build the three sites into folders of `root`, for the address at which it is served."""
    build_guide(root, address)
    bare = root / "bare"
    _bare_material(bare)
    _mkdocs(bare, root / MATERIAL, f"{address}{MATERIAL}/")
    for page in (root / GUIDE).rglob("index.html"):
        target = root / HTML / page.relative_to(root / GUIDE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_bare_html(page.read_text(encoding="utf-8")), encoding="utf-8")


def build_guide(root: Path, address: str) -> None:
    """Build the guide alone."""
    _mkdocs(ROOT, root / GUIDE, f"{address}{GUIDE}/")


def _mkdocs(project: Path, folder: Path, address: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder)],
        cwd=project,
        env={
            **os.environ,
            "SITE_URL": address,
            "EDIT_URI": EDIT_URI,
            "NO_MKDOCS_2_WARNING": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def _bare_material(project: Path) -> None:
    """A project with the guide's pages and nothing of the guide's looks."""
    docs = project / "docs"
    docs.mkdir(parents=True)
    built = build(ROOT / "content", EDIT_URI)
    for page in built.pages:
        text = page.markdown.split("---\n\n", 1)[1]
        (docs / page.path).write_text(text, encoding="utf-8")
    config = {
        "site_name": built.base.guide.title,
        "site_description": built.base.guide.description,
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "md_in_html", "tables"],
        "nav": [page.path for page in built.pages if not page.hidden],
    }
    (project / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")


def _bare_html(page: str) -> str:
    """The text of a page in plain elements: no style, no script, no picture, nothing around it."""
    soup = BeautifulSoup(page, "html.parser")
    content = soup.select_one("article") or soup.select_one("main")
    assert content, "the page has no content"
    plain = in_plain_elements(
        content,
        without="script, style, svg, form, .md-content__button",
        unwrapped="div, section, article, nav, span:not([id])",
    )
    return bare_page(str(soup.title.string) if soup.title else "", plain)


def in_plain_elements(content: Tag, without: str, unwrapped: str) -> str:
    """What is in an element, which is changed: some of it left out, some without its own tag."""
    for tag in content.select(without):
        tag.decompose()
    for tag in content.select(unwrapped):
        tag.unwrap()
    for tag in content.find_all(True):
        tag.attrs = {name: value for name, value in tag.attrs.items() if name in KEPT}
    return content.decode_contents().strip()


def bare_page(title: str, body: str) -> str:
    """A page with no more around its text than HTML asks for."""
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n{body}\n"
    )
