"""What pages load is found through all that they load; what no page uses is left out."""

import json

import pytest
from answertree.publishing.asset_graph import linked_pages, pages_and_assets

CONFIG = json.dumps({"base": "..", "search": "../assets/search.js"})
SITE = {
    "index.html": b'<link rel="stylesheet" href="assets/site.css?v=1"><a href="assets/unused.js">',
    "404.html": b'<link rel="stylesheet" href="/guide/assets/elsewhere.css">',
    "decide/index.html": b'<script type="module" src="../assets/decide.js#x"></script>'
    b'<link rel="modulepreload" href="../assets/view.js"><img src="../a%20picture.png">'
    b'<link rel="preload" as="font" href="../words.woff2">',
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
ASSETS = [
    "a picture.png",
    "words.woff2",
    "b.svg",
    "assets/c.svg",
    "late.js",
    "assets/late.css",
    "i.svg",
]
ALSO = [*ASSETS, "i-512.png", "search/search_index.json"]
UNUSED = ["assets/unused.js", "assets/comment.js", "assets/elsewhere.css", "search.js.map"]
WHOLE = SITE | dict.fromkeys([*ALSO, *UNUSED, "assets/search.js.map", "lunr/de.js"], b"")


def test_pages_and_what_they_load() -> None:
    assert pages_and_assets(WHOLE) == {*SITE, *ALSO}


@pytest.mark.parametrize("path", sorted({*SITE, *ALSO} - {"404.html"}))
def test_what_is_not_there_is_left_out(path: str) -> None:
    assert path not in pages_and_assets(
        {other: data for other, data in WHOLE.items() if other != path}
    )


def test_both_kinds_of_search_index_are_found() -> None:
    other = {path: data for path, data in WHOLE.items() if path != "search/search_index.json"}
    assert "search.json" in pages_and_assets(other | {"search.json": b""})


def test_the_search_of_another_language_has_what_it_needs_and_no_other() -> None:
    lunr = "assets/javascripts/lunr"
    files = [f"{lunr}/min/lunr.{name}.min.js" for name in ("de", "ja", "stemmer.support", "multi")]
    site = WHOLE | dict.fromkeys([*files, f"{lunr}/tinyseg.js", f"{lunr}/wordcut.js"], b"")

    def kept(*languages: str) -> set[str]:
        index = json.dumps({"config": {"lang": languages}}).encode()
        found = pages_and_assets(site | {"search/search_index.json": index})
        return {path.removeprefix(f"{lunr}/") for path in found if path.startswith(lunr)}

    assert kept("en") == set()
    german = {"min/lunr.de.min.js", "min/lunr.stemmer.support.min.js"}
    assert kept("de") == german
    assert kept("en", "de") == {*german, "min/lunr.multi.min.js"}
    assert {"min/lunr.ja.min.js", "tinyseg.js"} <= kept("ja")


def test_a_page_with_other_settings_for_its_script_is_read() -> None:
    page = b'<script id="__config" type="application/json">{}</script><img src="a.png">'
    site = {"index.html": page, "a.png": b"", "search.json": b""}
    assert pages_and_assets(site) == set(site)


def test_a_search_whose_files_nothing_names_is_left_out() -> None:
    without = {path: data for path, data in WHOLE.items() if path != "words/index.html"}
    assert "search/search_index.json" not in pages_and_assets(without)


def test_some_pages_and_what_they_load() -> None:
    found = pages_and_assets(WHOLE, ["index.html"])
    assert found == {"index.html", "assets/site.css", "assets/print.css", "b.svg", "assets/c.svg"}


def test_the_anchors_of_a_long_list_are_loaded_by_its_script() -> None:
    page = b'<script src="../lead_on.js" data-anchors="../words/anchors.json"></script>'
    site = {"words--a/index.html": page, "lead_on.js": b"", "words/anchors.json": b""}
    assert pages_and_assets(site) == set(site)


def test_the_pages_that_a_page_links_to() -> None:
    page = b'<a href="../words/#a">a</a> <a href="#b">b</a> <a href="../gone/">c</a> <a>d</a>'
    site = {"decide/index.html": page, "words/index.html": b"", "other/index.html": b""}
    assert linked_pages(site, "decide/index.html") >= {"words/index.html"}
    assert "other/index.html" not in linked_pages(site, "decide/index.html")
