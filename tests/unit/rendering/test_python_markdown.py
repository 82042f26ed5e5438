"""Python-Markdown without what pages never use: it makes the same of them."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from answertree.build import build
from answertree.knowledge.field_types import Line, Plain, Text
from answertree.knowledge.text_output import escape, to_markdown
from answertree.knowledge.text_parser import parse
from answertree.rendering.python_markdown import PagesOnly
from markdown import Markdown

from tests.conftest import CONTENT, EDIT_URI
from tests.unit.content import SMALL

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html"]
SETTINGS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "toc": {"marker": ""},
}
SIGNS = "aab .-+=!*_`#>~|<&:0()[]{}\\\n\t\"'é🫖"


def converted(markdown: str) -> tuple[str, str]:
    """The HTML of a page by all of Python-Markdown, and by what is left of it."""
    all_of_it = Markdown(extensions=EXTENSIONS, extension_configs=SETTINGS)
    rest = Markdown(extensions=[*EXTENSIONS, PagesOnly()], extension_configs=SETTINGS)
    return all_of_it.convert(markdown), rest.convert(markdown)


@pytest.mark.parametrize("content", [CONTENT, SMALL], ids=["content", "small"])
def test_every_page_comes_out_the_same(content: Path) -> None:
    for page in build(content, EDIT_URI).pages:
        whole, rest = converted(page.markdown.split("---\n\n", 1)[1])
        assert whole == rest, page.path


def test_any_text_and_any_title_comes_out_the_same() -> None:
    random = Random(0)
    written = []
    for _ in range(1500):
        text = "".join(random.choices(SIGNS, k=random.randint(1, 12))).strip() or "a"
        document = parse(random.choice((Text, Line))(text))
        if not document.unsupported:
            written.append(to_markdown(document))
        written.append(f"- {escape(Plain(text))}\n\n## {escape(Plain(text))} {{: #x }}")
    for block in written:
        whole, rest = converted(f"A\n\n{block}\n\nB")
        assert whole == rest, repr(block)


def test_what_pages_never_use_is_off() -> None:
    whole, rest = converted("`code` ![picture](x.png) <https://example.org>\n\n    more code")
    assert "<code>" in whole
    assert "<code>" not in rest
    assert "<img" in whole
    assert "<img" not in rest
