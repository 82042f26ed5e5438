"""What is left out of a page makes no difference to what it loads and runs."""

from pathlib import Path
from unittest.mock import patch

import pytest
from answertree.publishing import asset_graph, csp
from answertree.publishing.page_frame import frame

PAGE = '<html><head><meta charset="utf-8"></head><body><main class="x">{}</main><p>z</p></html>'
DATA = '<script type="application/json" id="some--data">{"style":" src=a.png"}</script>'
LOADS = [
    '<img src="a.png">', '<IMG SRC = "a.png">', "<p style='x'>", '<p a="b"style="x">',
    "<p/style=x>", "<a onclick=x()>", "<script>x()</script>", "<SCRIPT>x()</SCRIPT>",
    "<style>a{}</style>", '<link rel="stylesheet" href="a.css">', "</main><script>x()</script>",
    "</MAIN><script>x()</script>", '<iframe\nsrc="https://example.org/">', "<!-- <p> -->",
    "<p\tstyle\n=\nx>", f"{DATA}<script>x()</script>",
    DATA.replace(">", " src=a.js>", 1), DATA.replace("json", "javascript"), DATA.replace("{", "<"),
]  # fmt: skip


def known(html: str) -> tuple[set[str], str, list[str]]:
    csp._parsed.cache_clear()
    return csp.blocked(html), csp.with_policy(html), list(asset_graph._in_page(html))


@pytest.mark.parametrize("inside", ["<p>Text on a style, a src.</p>", "", DATA, *LOADS])
def test_what_a_page_loads_and_runs_is_all_found(inside: str) -> None:
    html = PAGE.format(inside)
    found = known(html)
    with patch.object(csp, "frame", str), patch.object(asset_graph, "frame", str):
        assert found == known(html)


@pytest.mark.parametrize("inside", ["<p>Text on a style, a src.</p>", DATA, f"<p>{DATA}{DATA}"])
def test_text_and_data_are_left_out(inside: str) -> None:
    assert frame(PAGE.format(inside)) == PAGE.format("")


@pytest.mark.parametrize("inside", LOADS)
def test_a_page_with_more_than_text_is_looked_at_as_a_whole(inside: str) -> None:
    assert frame(PAGE.format(inside)) == PAGE.format(inside)


@pytest.mark.parametrize("html", ["<p>a", "<main>a", "a</main>", "</main>a<main>", "<main"])
def test_a_page_without_a_main_part_stays(html: str) -> None:
    assert frame(html) == html


def test_every_page_of_the_guide_is_told_the_same(site: Path) -> None:
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        found = known(html)
        with patch.object(csp, "frame", str), patch.object(asset_graph, "frame", str):
            assert found == known(html), page
