"""HTML from elsewhere as Markdown."""

import pytest
from answertree.exchanging.html_text import to_markdown


def converted(text: str) -> tuple[str, list[str]]:
    lost: list[str] = []
    return to_markdown(text, lost.append).strip(), lost


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("No HTML: 1 < 2", "No HTML: 1 < 2"),
        ("It's <em>so</em> <strong>big</strong>", "It's *so* **big**"),
        ("one<br/>two", "one\ntwo"),
        ("<p>one</p><p>two</p>", "one\n\n\n\ntwo"),
        ("<ul><li>one<li>two</ul>", "- one\n- two"),
        ('<a href="https://example.org">here</a>', "[here](https://example.org)"),
        ("Tom &amp; Jerry &lt;3", "Tom & Jerry <3"),
        ("<span>plain</span>", "plain"),
    ],
)
def test_what_markdown_has_is_kept(html: str, markdown: str) -> None:
    assert converted(html) == (markdown, [])


def test_what_it_has_not_is_told() -> None:
    found = converted('a <font color="red">b</font> <script>run()</script><img src="x.png">c')
    assert found[0] == "a b c"
    assert found[1] == [
        f"<{tag}> in a text: its words are kept" for tag in ("font", "img", "script")
    ]
