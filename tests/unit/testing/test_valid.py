"""What is not valid HTML is seen to be so."""

import pytest
from answertree.testing.site.test_valid import errors


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<ul><li>b</ul></p>",
        "<div><span></div>",
        "<p id=a id=b>c</p>",
        "<p title='a &nosuch; b'>",
        "<a href=a><a href=b>c</a></a>",
        "<table><p>a</p></table>",
        '<p title="a"lang="b">c',
        "<h2>a</h3>",
        "</b>",
    ],
)
def test_errors_are_found(html: str) -> None:
    start = "<!doctype html><html><head><title>x</title></head><body>"
    assert errors(start) == []
    assert errors(start + html)
