"""The scripts that the workflows run."""

import hashlib
import runpy
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

SCRIPTS = Path(__file__).parent.parent.parent / ".github/scripts"
ANSWERS = {"/here": 200, "/gone": 404, "/no-robots": 403, "/get-only": 405, "/broken": 500}


class Elsewhere(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.send_response(ANSWERS[self.path])
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/get-only" else ANSWERS[self.path])
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def check_links(elsewhere: str, folder: Path, *paths: str) -> int:
    """Run the script over a site of one page that links to these paths."""
    (folder / "content").mkdir()
    (folder / "content/a.yml").write_text(f"title: A\nabout: see {elsewhere}/gone\n", "utf-8")
    page = "".join(f"<a href='{elsewhere}{path}#part'>x</a>" for path in paths)
    (folder / "index.html").write_text(page + "<a href='../decide/'>here</a>", "utf-8")
    script = runpy.run_path(str(SCRIPTS / "check_links.py"))
    script["fault"].__globals__["PAUSES"] = (0, 0)
    return int(script["main"](folder, folder / "content"))


def test_links_that_answer_are_fine(
    elsewhere: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_links(elsewhere, tmp_path, "/here", "/get-only") == 0
    assert capsys.readouterr().out == "2 addresses tried, 0 failed.\n"


def test_a_host_that_refuses_robots_is_only_a_warning(
    elsewhere: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_links(elsewhere, tmp_path, "/no-robots") == 0
    assert capsys.readouterr().out.startswith("::warning file=")


def test_broken_links_fail_with_their_place(
    elsewhere: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_links(elsewhere, tmp_path, "/here", "/gone", "/broken") == 1
    said = capsys.readouterr().out
    assert f"{tmp_path}/content/a.yml:2: {elsewhere}/gone (404)" in said
    assert f"{tmp_path}/index.html:1: {elsewhere}/broken (500)" in said
    assert said.endswith("3 addresses tried, 2 failed.\n")


def test_a_summary_is_cut_at_a_line_and_its_code_block_closed() -> None:
    fitted = runpy.run_path(str(SCRIPTS / "fit_summary.py"))["fitted"]
    whole = [b"# A\n", b"```mermaid\n", b"a --> b\n", b"```\n"]
    assert list(fitted(whole)) == whole
    cut = list(fitted(whole, limit=20))
    assert cut[:3] == [*whole[:2], b"```\n"]
    assert b"cut off" in cut[3]
    assert len(cut) == 4


def hash_of(site: Path, *expected: str) -> int:
    return int(runpy.run_path(str(SCRIPTS / "hash_site.py"))["main"](site, *expected))


def test_the_hash_of_a_site_is_that_of_the_list_of_its_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "index.html").write_text("one")
    (tmp_path / "b.txt").write_text("two")
    listed = (
        "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  b.txt\n"
        "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  b/index.html\n"
    )
    expected = hashlib.sha256(listed.encode()).hexdigest()
    assert hash_of(tmp_path) == hash_of(tmp_path, expected) == 0
    assert capsys.readouterr().out.split() == [expected, expected]


def test_a_site_with_another_name_or_another_byte_has_another_hash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = set()
    for name, text in (("a", "one"), ("a", "two"), ("b", "one")):
        site = tmp_path / f"{name}-{text}"
        site.mkdir()
        (site / name).write_text(text)
        assert hash_of(site) == 0
        seen.add(capsys.readouterr().out)
        assert hash_of(site, "0" * 64) == 1
        capsys.readouterr()
    assert len(seen) == 3
    assert hash_of(tmp_path / "missing") == 1
