"""The worker's text follows from the files alone, and from every byte of them."""

import hashlib
import json
import re
from base64 import b64decode
from pathlib import Path

import pytest
from answertree.publishing.service_worker import TEMPLATES, address, integrity, worker, write_worker

TEMPLATE = (TEMPLATES / "sw.js").read_text("utf-8")
FILES = {"index.html": b"home", "decide/index.html": b"decide", "assets/site.css": b"style"}


def version(text: str) -> str:
    found = re.search(r'VERSION = "([0-9a-f]{16})"', text)
    assert found
    return found[1]


def files(text: str) -> dict[str, str]:
    found = re.search(r"FILES = ({[^}]*});", text)
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


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text('<script src="start.js"></script>')
    (tmp_path / "start.js").write_text('register("./sw.js")')
    (tmp_path / "unused.js.map").write_text("")
    return tmp_path


def test_the_worker_lists_what_is_needed_and_not_itself(site: Path) -> None:
    write_worker(site)
    before = (site / "sw.js").read_bytes()
    assert set(files(before.decode())) == {"", "start.js"}
    write_worker(site)
    assert (site / "sw.js").read_bytes() == before


def test_switched_off_a_worker_is_written_that_takes_itself_away(site: Path) -> None:
    write_worker(site, offline=False)
    text = (site / "sw.js").read_text("utf-8")
    assert "unregister()" in text
    assert '"fetch"' not in text


def test_both_workers_agree_on_which_caches_are_their_own() -> None:
    own = re.compile(r"^const OWN = `([^$]*)\$", re.M)
    prefixes = [
        own.findall((TEMPLATES / name).read_text("utf-8")) for name in ("sw.js", "sw-off.js")
    ]
    assert prefixes[0] == prefixes[1] == ["offline "]
