"""The policy of a page: hashes of its own scripts and styles, and of nothing that content holds."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from answertree.publishing.csp import blocked, with_policy

OURS = "let ours = 1 < 2 && '</p>'"
STYLE = "a > b { color: red }"
THEIRS = "steal()"


def page(head: str = "", main: str = "", end: str = "") -> str:
    start = f'<!doctype html><html><head><meta charset="utf-8"><title>x</title>{head}</head>'
    return f"{start}<body><main>{main}</main>{end}</body></html>"


def rules(html: str) -> dict[str, list[str]]:
    """The policy of a page, as the sources of each directive."""
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    found = [rule.split() for rule in policy.split("; ")]
    assert len({name for name, *_ in found}) == len(found), "a directive counts only once"
    return {name: sources for name, *sources in found}


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_a_page_without_inline_scripts_may_load_from_its_own_site_only() -> None:
    found = rules(with_policy(page('<script src="x.js"></script>')))
    assert found == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
    }


def test_it_comes_before_all_that_it_rules() -> None:
    html = page(f"<script>{OURS}</script>")
    start = '<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-'
    assert with_policy(html).startswith(start)


def test_nothing_else_of_the_page_changes() -> None:
    html = page(f"<script>{OURS}</script>", "a &amp; b &lt; c\n<br/>\u2019", "<!-- x -->")
    changed = with_policy(html)
    assert re.sub(r'<meta http-equiv="Content-S[^>]*>', "", changed) == html


@pytest.mark.parametrize(
    "start",
    ["<script>", '<script type="module">', "<SCRIPT type='text/javascript'>", "<script async>",
     '<script type="importmap">', '<script type="unheard-of">'],
)  # fmt: skip
def test_an_inline_script_of_the_template_is_let_through_by_its_hash(start: str) -> None:
    for html in (page(f"{start}{OURS}</script>"), page(end=f"{start}{OURS}</script>")):
        assert rules(with_policy(html))["script-src"] == ["'self'", hashed(OURS)]


@pytest.mark.parametrize("text", ["a\n b", "&amp; &lt;", "<b>x</b>", "<!-- <b> -->", "\u2019 é 🫖"])
def test_the_text_is_hashed_as_it_stands(text: str) -> None:
    assert hashed(text) in rules(with_policy(page(f"<script>{text}</script>")))["script-src"]


@pytest.mark.parametrize("text", ["a\r\nb", "a\rb"])
def test_line_breaks_are_hashed_as_browsers_read_them(text: str) -> None:
    found = rules(with_policy(page(f"<script>{text}</script>")))
    assert hashed("a\nb") in found["script-src"]


def test_a_style_is_let_through_by_its_hash() -> None:
    found = rules(with_policy(page(f"<style>{STYLE}</style>")))
    assert found["style-src"] == ["'self'", hashed(STYLE)]
    assert found["script-src"] == ["'self'"]


def test_several_are_reported_apart_and_each_counts_once() -> None:
    html = page(f"<script>{OURS}</script><script>b</script>", end=f"<script>{OURS}</script>")
    assert rules(with_policy(html))["script-src"] == ["'self'", hashed(OURS), hashed("b")]


@pytest.mark.parametrize("kind", ["application/json", "application/ld+json"])
def test_data_is_not_run_and_needs_no_hash(kind: str) -> None:
    html = page(f'<script type="{kind}">{{}}</script>')
    assert rules(with_policy(html))["script-src"] == ["'self'"]


@pytest.mark.parametrize(
    "main",
    [
        f"<script>{THEIRS}</script>",
        f"<style>{THEIRS}</style>",
        f"</main><script>{THEIRS}</script>",
        f"</main></body></html><script>{THEIRS}</script><main>",
        f"<main></main><script>{THEIRS}</script>",
        f"<script>{THEIRS}</script><!--",
    ],
)
def test_what_content_holds_stays_blocked(main: str) -> None:
    html = page(f"<script>{OURS}</script>", main, f"<style>{STYLE}</style>")
    found = rules(with_policy(html))
    assert hashed(THEIRS) not in found["script-src"] + found["style-src"]
    assert hashed(OURS) in found["script-src"]
    assert found["style-src"] == ["'self'", *[hashed(STYLE)] * ("<!--" not in main)]


def test_a_policy_that_is_there_is_replaced() -> None:
    once = with_policy(page(f"<script>{OURS}</script>"))
    assert with_policy(once) == once
    changed = with_policy(once.replace(OURS, "b"))
    assert rules(changed)["script-src"] == ["'self'", hashed("b")]


def test_without_a_charset_it_comes_first_in_the_head() -> None:
    html = '<!doctype html><head lang="en"><title>x</title></head>'
    assert with_policy(html).startswith(
        '<!doctype html><head lang="en"><meta http-equiv="Content-S'
    )
    assert with_policy(with_policy(html)) == with_policy(html)


def test_a_page_without_a_head_has_no_place_for_it() -> None:
    with pytest.raises(ValueError, match="<head>"):
        with_policy("<!doctype html><title>x</title>")


@pytest.mark.parametrize(
    ("html", "what"),
    [
        (page('<script src="https://cdn.example/x.js"></script>'), {"files from cdn.example"}),
        (page('<link rel="stylesheet" href="//cdn.example/x.css">'), {"files from cdn.example"}),
        (page('<link rel="canonical" href="https://here.example/">'), set()),
        (page(main='<a href="https://there.example/" class="x">'), set()),
        (page(main='<p style="color: red">'), {"style attributes"}),
        (page(main='<p onclick="x()">'), {"event handlers in attributes"}),
        (page(main="<script>x</script>"), {"a <script> in <main>"}),
        (page("<script>x</script>", end="<script>y</script>"), set()),
    ],
)
def test_what_it_blocks_is_named(html: str, what: set[str]) -> None:
    assert blocked(html) == what
