"""A server of the site, with GitHub Pages' headers, that can be made to go wrong in many ways."""

import hashlib
import mimetypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from answertree.testing.outside import BESIDE

from tests.conftest import SITE_URL

PROJECT = urlsplit(SITE_URL).path
TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json"}


@dataclass(frozen=True)
class Answer:
    """What a server sends; `promised` and `claimed` lie about its length and its tag."""

    body: bytes
    type: str = "text/html; charset=utf-8"
    status: int = 200
    location: str = ""
    promised: int = 0
    claimed: str = ""
    range: str = ""

    @property
    def tag(self) -> str:
        return self.claimed or f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


Fault = Callable[[Answer], Answer | None]  # None: the line goes dead

LOGIN = Answer(b"<!doctype html><title>Free wifi</title><h1>Please log in</h1>")


def dead(_: Answer) -> None:
    return None


def missing(_: Answer) -> Answer:
    return Answer(b"<h1>Nothing here</h1>", status=404)


def error(_: Answer) -> Answer:
    return Answer(b"<h1>Our fault</h1>", status=500)


def truncated(whole: Answer) -> Answer:
    """Half of it, as if that were all."""
    return replace(whole, body=whole.body[: len(whole.body) // 2])


def cut_off(whole: Answer) -> Answer:
    """Half of it, and then the line goes dead."""
    return replace(truncated(whole), promised=len(whole.body))


def corrupt(whole: Answer) -> Answer:
    """One bit is another."""
    middle = len(whole.body) // 2
    changed = bytes([whole.body[middle] ^ 1])
    return replace(whole, body=whole.body[:middle] + changed + whole.body[middle + 1 :])


def corrupt_in_disguise(whole: Answer) -> Answer:
    """One bit is another, under the tag of what is whole."""
    return replace(corrupt(whole), claimed=whole.tag)


def portal(_: Answer) -> Answer:
    """A captive portal that answers whatever is asked with its own page."""
    return LOGIN


def portal_of_scripts(_: Answer) -> Answer:
    """A captive portal that has a script of its own for whoever asks for one."""
    return Answer(b"self.loggedIn = false;", TYPES[".js"])


def whole_but_missing(whole: Answer) -> Answer:
    """The right bytes, with the status of what is missing."""
    return replace(whole, status=404)


def a_part(whole: Answer) -> Answer:
    """A part although the whole was asked for."""
    return replace(truncated(whole), status=206)


def the_whole_as_a_part(whole: Answer) -> Answer:
    return replace(whole, status=206)


def not_modified(_: Answer) -> Answer:
    """Nothing, as if the phone had it already."""
    return Answer(b"", status=304)


def sent_away(_: Answer) -> Answer:
    """A captive portal that sends everybody to its own page."""
    return Answer(b"", status=302, location="/login")


@dataclass
class Server:
    """Serves `folder`, which may be changed at any time; `asked` are the paths of all requests."""

    folder: Path
    address: str = ""
    faults: dict[str, Fault] = field(default_factory=dict)
    kept: dict[str, Path] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def break_(self, pattern: str, fault: Fault) -> None:
        """Let this go wrong with every path below the site's own that matches the pattern."""
        self.faults[pattern] = fault

    def mend(self) -> None:
        """Let nothing go wrong any more."""
        self.faults.clear()
        self.kept.clear()

    def keep(self, pattern: str, folder: Path) -> None:
        """Still serve from this folder what matches the pattern."""
        self.kept[pattern] = folder

    def answer(self, path: str) -> Answer | None:
        below = path.removeprefix(PROJECT)
        self.asked.append(below)
        if below == path:
            return Answer(b"", status=307, location=BESIDE + path)
        whole = self._page(below)
        for pattern, fault in self.faults.items():
            if fnmatch(below, pattern):
                return fault(whole)
        return whole

    def _page(self, below: str) -> Answer:
        folders = (folder for pattern, folder in self.kept.items() if fnmatch(below, pattern))
        file = next(folders, self.folder) / below
        if file.is_dir():
            if below and not below.endswith("/"):
                return Answer(b"", status=301, location=f"{PROJECT}{below}/")
            file /= "index.html"
        if not file.is_file():
            return Answer((self.folder / "404.html").read_bytes(), status=404)
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "text/plain"
        return Answer(file.read_bytes(), kind)


def part_of(whole: Answer, asked: str | None) -> Answer:
    """What is sent to somebody who asks for `bytes=FIRST-LAST` alone."""
    if not asked:
        return whole
    first, last = map(int, asked.removeprefix("bytes=").split("-"))
    size = len(whole.body)
    body = whole.body[first : last + 1]
    return replace(
        whole, body=body, status=206, range=f"bytes {first}-{last}/{size}", claimed=whole.tag
    )


@contextmanager
def misbehaving(folder: Path) -> Iterator[Server]:
    """A server that behaves, until it is told otherwise."""
    state = Server(folder)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            answer = state.answer(urlsplit(self.path).path)
            if answer is None:
                self.close_connection = True
                return
            same = answer.status == 200 and self.headers["If-None-Match"] == answer.tag
            if answer.status == 200 and not same:
                answer = part_of(answer, self.headers["Range"])
            self.send_response(304 if same else answer.status)
            self.send_header("ETag", answer.tag)
            self.send_header("Cache-Control", "max-age=600")  # as Pages does
            self.send_header("Content-Type", answer.type)
            if answer.range:
                self.send_header("Content-Range", answer.range)
            if answer.location:
                self.send_header("Location", answer.location)
            if not same:
                self.send_header("Content-Length", str(answer.promised or len(answer.body)))
            self.end_headers()
            if not same:
                self.wfile.write(answer.body)
            self.close_connection = bool(answer.promised)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: what fails is seen in the browser."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        state.address = f"http://127.0.0.1:{server.server_port}{PROJECT}"
        yield state
        server.shutdown()
