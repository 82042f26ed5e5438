"""The same entries as others publish them, a page for each: Material for MkDocs, and Hugo."""

import json
import re
from pathlib import Path

from answertree.build import build
from answertree.reading.load import load

from tests.conftest import ROOT

LINK = re.compile(r"\]\([a-z]+:([a-z0-9-]+)[^)]*\)")
LAYOUT = (
    "<!doctype html><html lang=en><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
)
LAYOUT_OF_LIST = (
    LAYOUT + '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
)


def write_stock(project: Path, content: Path) -> None:
    """The pages that the generator makes of a content folder, for MkDocs without the generator."""
    built = build(content)
    pages = {page.path: page.markdown for page in built.pages}
    menu = [page.path for page in built.pages if not page.hidden]
    _write_material(project, str(built.base.guide.title), pages, menu)


def write_material(project: Path, content: Path, lean: bool) -> None:
    """A page for each entry; a `lean` menu has the home page alone, any other lists them all."""
    pages = {f"{name}.md": f"# {title}\n\n{text}" for name, title, text in _entries(content, "md")}
    pages["index.md"] = "# Everything\n\nThe home page.\n"
    _write_material(project, "Everything", pages, ["index.md"] if lean else sorted(pages))


def write_hugo(project: Path, content: Path) -> None:
    """A page for each entry, and one that lists them."""
    for name, title, text in _entries(content, ""):
        page = f"---\ntitle: {json.dumps(title)}\n---\n\n{text}"
        _write(project / "content" / f"{name}.md", page)
    _write(project / "layouts/_default/single.html", LAYOUT)
    _write(project / "layouts/_default/list.html", LAYOUT_OF_LIST)
    settings = {"baseURL": "https://example.org/", "title": "Everything"}
    _write(project / "config.json", json.dumps(settings))


def _entries(content: Path, ending: str) -> list[tuple[str, str, str]]:
    """Name, title and text of each question, rule and script; links lead to pages of the name."""
    base = load(content).base
    found = [
        *((name, faq.ask, f"{faq.short}\n\n{faq.answer}") for name, faq in base.faq.items()),
        *((name, rule.text, f"{rule.reason}\n") for name, rule in base.rules.items()),
        *((name, each.title, f"{each.use}\n\n{each.say}") for name, each in base.scripts.items()),
    ]
    target = r"](\1.md)" if ending else r"](../\1/)"
    return [(name, str(title), LINK.sub(target, text)) for name, title, text in found]


def _write_material(project: Path, title: str, pages: dict[str, str], menu: list[str]) -> None:
    for name, text in pages.items():
        _write(project / "docs" / name, text)
    settings = {
        "site_name": title,
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "md_in_html", "tables"],
        "validation": {"nav": {"omitted_files": "ignore"}},
        "nav": menu,
    }
    _write(project / "mkdocs.yml", json.dumps(settings))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def write_ours(project: Path) -> None:
    """All but the content of a project of the generator, whose folder `content` is there."""
    (project / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    (project / "site_overrides").symlink_to(ROOT / "site_overrides")
