"""A built site is completed in place, whatever engine built it, and once is enough."""

import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from answertree.build import build
from answertree.files.build_cache import BuildCache
from answertree.files.writing import WriteError
from answertree.knowledge import paging, size
from answertree.knowledge.base import KnowledgeBase
from answertree.publishing import finish as module
from answertree.publishing.finish import FinishError, finish
from answertree.publishing.social_card import CARD, SIGN, STYLE
from answertree.reading.load import load

from tests.conftest import ROOT
from tests.unit.content import SMALL

BASE = build(SMALL).base
HEAD = '<!doctype html><html><head><meta charset="utf-8"><title>x</title></head>'
SHEET = "assets/stylesheets/main.1.css"
SEARCH = module.SEARCH
STEP = '<section id="a-b"><h2 id="a-b--title">Ask</h2></section>'
SITE = {
    "index.html": f'{HEAD}<body class="used"><main>Hello</main>',
    "decide/index.html": f"{HEAD}<body><main>{STEP}</main>",
    "other/index.html": f"{HEAD}<body><main>Nothing leads here</main>",
    SEARCH: json.dumps({"config": {"fields": {}}, "docs": [{"location": "decide/#a-b--title"}]}),
    SHEET: ".used{a:b}.unused{a:b}",
    STYLE: ":root{--head:#102030;--on-head:#ffeedd}",
    "assets/a/b.js": "// Why\nrun( `a  // b` );\n",
    "assets/a/b.css": "/* Why */\na { b: c; }\n",
    "assets/javascripts/theme.js": "// of the theme\nrun();\n",
    "sitemap.xml.gz": "the time",
    ".hidden/page.html": "not of the site",
}


def written(folder: Path, site: dict[str, str]) -> Path:
    for path, text in site.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    site = written(tmp_path, SITE)
    (site / SIGN).parent.mkdir(parents=True)
    (site / SIGN).write_bytes((ROOT / "site_overrides" / SIGN).read_bytes())
    return site


def test_nothing_is_left_out_of_a_site_that_has_everything(whole: Path) -> None:
    assert finish(whole, BASE) == []
    after = content(whole)
    assert b"Content-Security-Policy" in after["index.html"]
    assert b"--title" not in after["decide/index.html"]
    assert b'"decide/#a-b"' in after[SEARCH]
    assert after[SHEET] == b".used{a:b}"
    assert after["assets/a/b.js"] == b"run(`a  // b`);"
    assert after["assets/a/b.css"] == b"a{b:c}"
    assert after["assets/javascripts/theme.js"] == SITE["assets/javascripts/theme.js"].encode()
    assert after[CARD].startswith(b"\x89PNG")
    assert b'"decide/"' in after["sw.js"]
    assert b"LATER=[]" in after["sw.js"]
    assert b'src="sw-register.js"' in after["index.html"]
    assert "sitemap.xml.gz" not in after
    assert after[".hidden/page.html"] == b"not of the site"


@pytest.mark.parametrize("offline", [True, False])
def test_finishing_again_changes_nothing(whole: Path, offline: bool) -> None:
    finish(whole, BASE, offline)
    once = content(whole)
    assert finish(whole, BASE, offline) == []
    assert content(whole) == once


def test_switched_off_no_page_starts_a_worker(whole: Path) -> None:
    finish(whole, BASE, offline=False)
    after = content(whole)
    assert b"sw-register" not in after["index.html"]
    assert b"unregister()" in after["sw.js"]


class Keys(BuildCache):
    """A cache that notes for which key it was asked for each result, and has them all."""

    def __init__(self) -> None:
        super().__init__(None)
        self.asked: dict[str, str] = {}

    def kept(self, name: str, key: str, make: Callable[[], bytes]) -> bytes:
        self.asked[name] = key
        return b""


def keys(site: Path, base: KnowledgeBase = BASE) -> dict[str, str]:
    asked = Keys()
    finish(site, base, cache=asked)
    return asked.asked


def test_what_was_drawn_is_believed_for_the_same_words_colours_and_icon_only(whole: Path) -> None:
    card = keys(whole)[CARD]
    assert keys(written(whole, SITE))[CARD] == card
    for words in ("title", "tagline"):
        guide = BASE.guide.model_copy(update={words: "Other words"})
        assert keys(written(whole, SITE), KnowledgeBase(guide, BASE.entries))[CARD] != card
    assert keys(written(whole, SITE | {STYLE: ":root{--head:#102031}"}))[CARD] != card
    assert keys(written(whole, SITE | {SIGN: "another icon"}))[CARD] != card


def test_what_was_pruned_is_believed_for_the_same_sheet_and_words_only(whole: Path) -> None:
    sheet = keys(whole)[SHEET]
    assert keys(written(whole, SITE | {SHEET: SITE[SHEET] + "a{b:c}"}))[SHEET] != sheet
    for path, text in (("a.html", f"{HEAD}<p>word</p>"), ("assets/a/c.js", "run('word')")):
        assert keys(written(whole, SITE | {path: text}))[SHEET] != sheet
        (whole / path).unlink()
    assert keys(written(whole, SITE))[SHEET] == sheet


def test_what_lies_beside_the_pages_is_there_and_phones_do_not_keep_it(whole: Path) -> None:
    finish(whole, BASE, beside={"data/guide.json": b"{}"})
    once = content(whole)
    assert once["data/guide.json"] == b"{}"
    assert b"data/guide.json" not in once["sw.js"]
    finish(whole, BASE, beside={"data/guide.json": b"{}"})
    assert content(whole) == once


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        (STYLE, "The picture for shared links is without the site's colours"),
        (SIGN, "The picture for shared links is without an icon"),
        ("decide/index.html", "No decision page was made smaller"),
        (SEARCH, "The titles of steps keep their ids"),
        (SHEET, "Unused style rules were kept"),
    ],
)
def test_what_is_left_out_is_named_and_the_rest_is_done(
    whole: Path, missing: str, sentence: str
) -> None:
    (whole / missing).unlink()
    (left_out,) = finish(whole, BASE)
    assert left_out.startswith(sentence)
    assert b"Content-Security-Policy" in content(whole)["index.html"]
    assert finish(whole, BASE) == [left_out]


@pytest.mark.parametrize(
    ("path", "text", "sentence"),
    [
        ("a.html", "a word", "a.html has no content security policy: it has no <head>."),
        (SEARCH, "[]", f"The search is left as it was: {SEARCH} cannot be read"),
        (SHEET, "a{b:c}}", f"Unused style rules were kept: {SHEET} cannot be parsed"),
        (
            "a.html",
            f'{HEAD}<script src="https://cdn.example/x.js"></script>',
            "The content security policy blocks files from cdn.example on 1 of 4 pages.",
        ),
    ],
)
def test_pages_and_styles_of_any_kind_end_in_a_sentence(
    whole: Path, path: str, text: str, sentence: str
) -> None:
    written(whole, {path: text})
    (left_out,) = finish(whole, BASE)
    assert left_out.startswith(sentence)


def test_the_style_that_a_theme_s_script_adds_is_let_through_where_the_script_is(
    whole: Path,
) -> None:
    script, style = "assets/javascripts/bundle.1.min.js", f".a{{b:{'c' * 300}}}"
    page = f'{HEAD}<main></main><script src="{script}"></script>'
    written(whole, {script: f"var x='{style}';add(x)", "a.html": page})
    assert finish(whole, BASE) == []
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}';" in (whole / "a.html").read_text()
    assert digest not in (whole / "index.html").read_text()


def test_of_a_large_guide_the_search_is_trimmed_and_it_is_said(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(size, "LARGE", 10)
    text = "<p>Short.</p><p>Long.</p>"
    docs = [{"location": "answers/#scale", "title": "Scale", "text": text}]
    index = json.dumps({"config": {"fields": {}}, "docs": docs})
    written(whole, {SEARCH: index})
    base = load(SMALL).base
    (left_out,) = finish(whole, base)
    assert left_out.startswith("The guide is large: ")
    (doc,) = json.loads((whole / SEARCH).read_text())["docs"]
    assert "Long." not in doc["text"]
    assert re.search(rb'LATER=\[\s*"other/"\s*\]', (whole / "sw.js").read_bytes())
    assert doc["text"]
    once = content(whole)
    assert finish(whole, base) == [left_out]
    assert content(whole) == once


def test_what_was_on_a_page_before_its_list_was_long_is_known(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "HEAVIEST", 1)
    written(whole, {"answers/index.html": SITE["index.html"]})
    finish(whole, load(SMALL).base)
    known = json.loads((whole / "answers" / "anchors.json").read_text())
    assert known == {"answers--power": ["socket", "plug"], "answers--water": ["scale"]}
    assert not (whole / "rules").exists()


def test_a_folder_without_pages_is_no_site(tmp_path: Path) -> None:
    written(tmp_path, {"a.txt": "x", ".hidden/a.html": "x"})
    with pytest.raises(FinishError, match="no page"):
        finish(tmp_path, BASE)
    with pytest.raises(NotADirectoryError):
        finish(tmp_path / "nowhere", BASE)


def test_a_page_that_is_not_in_utf8_is_named(whole: Path) -> None:
    (whole / "a.html").write_bytes(b"\xff")
    with pytest.raises(FinishError, match=r"a\.html is not UTF-8"):
        finish(whole, BASE)


def test_what_cannot_be_written_leaves_the_site_as_it_was(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(whole)

    def refuse(*_: object) -> None:
        raise WriteError("no space left on device")

    monkeypatch.setattr(module, "write_all", refuse)
    with pytest.raises(WriteError, match="no space"):
        finish(whole, BASE)
    assert content(whole) == before
