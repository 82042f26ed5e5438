"""The site as GitHub Pages shows a project's: below a sub-path, with a page for what is missing."""

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from answertree.testing.html import path_of
from answertree.testing.outside import BESIDE


@contextmanager
def serve(folder: Path, path: str = "") -> Iterator[str]:
    """Serve a built site; gives its address.

    It stands below `path`, which begins and ends with a slash, or else where its own address says.
    When it is not served any more, no connection that was open is of use either.
    """
    path = path or path_of(folder)
    handler = partial(_Handler, path, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{path}"
        server.shutdown()


class _Server(ThreadingHTTPServer):
    """A server that says nothing of phones that hang up, and hangs up itself when it is closed."""

    def __init__(self, *given: Any) -> None:
        self.connections: set[socket.socket] = set()
        super().__init__(*given)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.connections.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        super().server_close()
        for connection in list(self.connections):
            with suppress(OSError):  # it was closed from the other end
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Files below the site's path, and its 404.html for everything that is not there."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or else each answer waits 40 ms for nothing
    # What a machine's own tables say of these differs.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".svg": "image/svg+xml",
        ".webmanifest": "application/manifest+json",
    }

    def __init__(self, site_path: str, *given: Any, **named: Any) -> None:
        self.site_path = site_path
        super().__init__(*given, **named)  # which answers the request

    def parse_request(self) -> bool:
        """Send away whoever asks for what is beside the site, so that it is noted."""
        understood = super().parse_request()
        if understood and not self.path.startswith(self.site_path):
            self.send_response(307)
            self.send_header("Location", BESIDE + self.path)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return False
        return understood

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.site_path))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory) / "404.html"
        if code != 404 or not missing.is_file():
            return super().send_error(code, message, explain)
        body = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what fails is seen in the browser."""
