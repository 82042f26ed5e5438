"""What is in the built site beside its pages: what they are made of is not."""

import re
from pathlib import Path

from answertree.testing.html import pages


def test_every_style_sheet_is_loaded_by_something(site: Path) -> None:
    texts = [file.read_text("utf-8") for file in site.rglob("*.js")]
    texts += [str(tag) for page in pages(site) for tag in page.soup.select('[rel="stylesheet"]')]
    sheets = {file.relative_to(site).as_posix() for file in site.rglob("*.css")}
    # The theme's own palette comes with it, and is loaded only where one is chosen.
    ours = {sheet for sheet in sheets if not re.search(r"stylesheets/palette\.", sheet)}
    assert len(ours) > 1
    unused = [
        sheet for sheet in ours if not any(sheet.rpartition("/")[2] in text for text in texts)
    ]
    assert not unused


def test_no_source_is_published(site: Path) -> None:
    kinds = {file.suffix for file in site.rglob("*") if file.is_file()}
    assert not kinds & {".yml", ".yaml", ".md", ".j2", ".py", ".ttf"}
