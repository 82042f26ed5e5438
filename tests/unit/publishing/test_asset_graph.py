"""What pages load is found through all that they load; what no page uses is left out."""

import json

import pytest
from answertree.publishing.asset_graph import needed

CONFIG = json.dumps({"base": "..", "search": "../assets/search.js"})
SITE = {
    "index.html": b'<link rel="stylesheet" href="assets/site.css?v=1"><a href="assets/unused.js">',
    "404.html": b'<link rel="stylesheet" href="/guide/assets/elsewhere.css">',
    "decide/index.html": b'<script type="module" src="../assets/decide.js#x"></script>'
    b'<link rel="modulepreload" href="../assets/view.js"><img src="../a%20picture.png">',
    "words/index.html": f'<script id="__config" type="application/json">{CONFIG}</script>'
    '<link rel="canonical" href="../assets/unused.js"><link rel="icon" href="../i.svg">'
    '<link rel="manifest" href="../m.webmanifest">'.encode(),
    "assets/site.css": b"@import url(print.css); b { background: url('../b.svg'), url(\"c.svg\") }",
    "assets/print.css": b"c { background: url(data:image/svg+xml,x) }",
    "assets/decide.js": b'import { a } from "./trail.js"; // ./comment.js\nimport("../late.js");',
    "assets/trail.js": b"import './decide.js'; import \"./gone.js\";",
    "assets/view.js": b"new URL('./late.css', import.meta.url);",
    "assets/search.js": b"`${base}/lunr/de.js`\n//# sourceMappingURL=search.js.map",
    "m.webmanifest": b'{"icons": [{"src": "i-512.png"}]}',
}
ASSETS = ["a picture.png", "b.svg", "assets/c.svg", "late.js", "assets/late.css", "i.svg"]
ALSO = [*ASSETS, "i-512.png", "search/search_index.json"]
UNUSED = ["assets/unused.js", "assets/comment.js", "assets/elsewhere.css", "search.js.map"]
WHOLE = SITE | dict.fromkeys([*ALSO, *UNUSED, "assets/search.js.map", "lunr/de.js"], b"")


def test_pages_and_what_they_load() -> None:
    assert needed(WHOLE) == {*SITE, *ALSO}


@pytest.mark.parametrize("path", sorted({*SITE, *ALSO} - {"404.html"}))
def test_what_is_not_there_is_left_out(path: str) -> None:
    assert path not in needed({other: data for other, data in WHOLE.items() if other != path})


def test_a_search_whose_files_nothing_names_is_left_out() -> None:
    without = {path: data for path, data in WHOLE.items() if path != "words/index.html"}
    assert "search/search_index.json" not in needed(without)
