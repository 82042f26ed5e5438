"""Every page can be parsed without a single error of syntax, as the HTML standard counts them.

The Nu checker asks for more (what may stand in what, which attribute where) but needs Java. This
runs wherever the other tests do.
"""

from pathlib import Path

import html5lib  # type: ignore[import-untyped]

from answertree.testing.html import pages


def errors(html: str) -> list[str]:
    """Every error that a strict parser finds, with its line."""
    parser = html5lib.HTMLParser()
    parser.parse(html)
    return [f"line {line}: {name} {data}" for (line, _), name, data in parser.errors]


def test_every_page_parses_without_an_error(site: Path) -> None:
    for page in pages(site):
        found = errors(page.file.read_text("utf-8"))
        assert not found, f"{page.address}: " + "; ".join(found)
