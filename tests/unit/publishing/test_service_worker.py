"""The worker's text follows from the files alone, and from every byte of them."""

import hashlib
import json
import re
from base64 import b64decode

import pytest
from answertree.publishing.service_worker import (
    TEMPLATES,
    add_registration,
    add_worker,
    address,
    integrity,
    worker,
)

TEMPLATE = (TEMPLATES / "sw.js").read_text("utf-8")
FILES = {"index.html": b"home", "decide/index.html": b"decide", "assets/site.css": b"style"}


def version(text: str) -> str:
    found = re.search(r'VERSION = "([0-9a-f]{16})"', text)
    assert found
    return found[1]


def files(text: str) -> dict[str, str]:
    found = re.search(r"FILES ?= ?({[^}]*});", text)
    assert found
    return {str(path): str(value) for path, value in json.loads(found[1]).items()}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", ""),
        ("decide/index.html", "decide/"),
        ("404.html", "404.html"),
        ("my-index.html", "my-index.html"),
        ("assets/a b.png", "assets/a%20b.png"),
        ("fragen/größe:1/index.html", "fragen/gr%C3%B6%C3%9Fe%3A1/"),
    ],
)
def test_address(path: str, expected: str) -> None:
    assert address(path) == expected


def test_integrity() -> None:
    kind, _, value = integrity(b"bytes").partition("-")
    assert kind == "sha256"
    assert b64decode(value) == hashlib.sha256(b"bytes").digest()


def test_every_file_is_listed_with_its_hash() -> None:
    expected = {address(path): integrity(data) for path, data in FILES.items()}
    assert files(worker(TEMPLATE, FILES)) == expected


def test_nothing_is_left_to_fill_in() -> None:
    assert "__" not in worker(TEMPLATE, FILES)


def test_the_same_files_give_the_same_bytes() -> None:
    backwards = dict(reversed(FILES.items()))
    assert worker(TEMPLATE, FILES) == worker(TEMPLATE, backwards)


@pytest.mark.parametrize(
    ("template", "changed"),
    [
        (TEMPLATE, FILES | {"index.html": b"homE"}),
        (TEMPLATE, FILES | {"new/index.html": b""}),
        (TEMPLATE, {"index.html": b"home"}),
        (TEMPLATE + "\n", FILES),
    ],
    ids=["another byte", "another file", "fewer files", "another worker"],
)
def test_any_change_gives_another_version(template: str, changed: dict[str, bytes]) -> None:
    assert version(worker(template, changed)) != version(worker(TEMPLATE, FILES))


SITE = {
    "index.html": b'<head></head><script src="start.js"></script>',
    "start.js": b'register("./sw.js")',
    "unused.js.map": b"",
}


def test_the_worker_lists_what_is_needed_and_not_itself() -> None:
    site = dict(SITE)
    add_worker(site)
    before = site["sw.js"]
    assert set(files(before.decode())) == {"", "start.js"}
    add_worker(site)
    assert site["sw.js"] == before


def later(text: str) -> list[str]:
    found = re.search(r"LATER ?= ?(\[[^\]]*\]);", text)
    assert found
    return [str(path) for path in json.loads(found[1])]


LARGE = {
    "index.html": b'<script src="home.js"></script><a href="list/">list</a>',
    "home.js": b"",
    "404.html": b"",
    "decide/index.html": b'<a href="../list--a/#x">x</a>',
    "list/index.html": b"",
    "list--a/index.html": b'<script id="__config">{"base":".."}</script><script src="../part.js">',
    "list--b/index.html": b"",
    "part.js": b"",
    "search/search_index.json": b"{}",
}


def test_of_a_large_guide_the_tree_and_what_it_leads_to_come_first() -> None:
    site = dict(LARGE)
    add_worker(site, first=["decide/index.html"])
    text = site["sw.js"].decode()
    assert later(text) == ["search/search_index.json", "list/", "list--b/"]
    assert set(files(text)) == {address(path) for path in LARGE}


def test_of_any_other_guide_nothing_waits() -> None:
    site = dict(LARGE)
    add_worker(site)
    assert later(site["sw.js"].decode()) == []


def test_switched_off_a_worker_is_added_that_takes_itself_away() -> None:
    site = dict(SITE)
    add_worker(site, offline=False)
    assert b"unregister()" in site["sw.js"]
    assert b'"fetch"' not in site["sw.js"]


PAGES = {
    "index.html": b"<head></head>",
    "a/b/index.html": b"<head></head><head></head>",
    "404.html": b"<head></head>",
    "own/index.html": b'<head><script src="../assets/offline/offline.js"></script></head>',
}


def test_pages_that_do_not_start_the_worker_are_made_to() -> None:
    site = dict(PAGES)
    add_registration(site)
    start = '<script type="module" src="{}sw-register.js"></script></head>'
    assert site["index.html"].decode() == f"<head>{start.format('')}"
    assert site["a/b/index.html"].decode() == f"<head>{start.format('../../')}<head></head>"
    assert site["404.html"] == PAGES["404.html"]
    assert site["own/index.html"] == PAGES["own/index.html"]
    assert b'"./sw.js"' in site["sw-register.js"]


def test_doing_so_again_changes_nothing_and_switched_off_it_is_undone() -> None:
    site = dict(PAGES)
    add_registration(site)
    once = dict(site)
    add_registration(site)
    assert site == once
    add_registration(site, offline=False)
    assert site == PAGES


def test_pages_that_start_it_by_themselves_need_no_help() -> None:
    site = {"index.html": PAGES["own/index.html"]}
    add_registration(site)
    assert site == {"index.html": PAGES["own/index.html"]}


def test_both_workers_agree_on_which_caches_are_their_own() -> None:
    own = re.compile(r"^const OWN = `([^$]*)\$", re.M)
    prefixes = [
        own.findall((TEMPLATES / name).read_text("utf-8")) for name in ("sw.js", "sw-off.js")
    ]
    assert prefixes[0] == prefixes[1] == ["offline "]
