"""A server that sends as GitHub Pages does: HTTP/2, gzip, kept for ten minutes, 404.html."""

import asyncio
import gzip
import mimetypes
import socket
import ssl
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import trustme
from hypercorn.asyncio import serve as run
from hypercorn.config import Config
from hypercorn.typing import ASGIReceiveCallable, ASGISendCallable, Scope

# The level of gzip in the middle, as servers have it that compress on the way.
LEVEL = 6
PACKED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}
TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json"}
Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Answer:
    """What is sent for an address."""

    status: int
    headers: Headers
    body: bytes

    @property
    def size(self) -> int:
        """The bytes sent; headers are counted at full length, which HTTP/2 makes shorter."""
        return len(self.body) + sum(len(name) + len(value) + 2 for name, value in self.headers)


@dataclass
class Server:
    """Sites below one address, and what was fetched of them since `sent` was cleared."""

    root: Path
    address: str
    sent: list[tuple[str, int]] = field(default_factory=list)
    packed: dict[str, Answer] = field(default_factory=dict)

    def answer(self, path: str) -> Answer:
        """What is at this path: everything is packed once, so that no reader waits for it."""
        if path not in self.packed:
            self.packed[path] = self._pack(path)
        return self.packed[path]

    def _pack(self, path: str) -> Answer:
        file = self.root / unquote(path).lstrip("/")
        if file.is_dir() and not path.endswith("/"):
            return Answer(301, [(b"location", f"{path}/".encode())], b"")
        file = file / "index.html" if file.is_dir() else file
        status = 200
        if not file.is_file():
            file, status = self.root / Path(unquote(path)).parts[1] / "404.html", 404
        if not file.is_file():
            return Answer(404, [], b"")
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or ""
        kind += "; charset=utf-8" if kind.startswith(("text/", "application/")) else ""
        headers = [(b"content-type", kind.encode()), (b"cache-control", b"max-age=600")]
        body = file.read_bytes()
        if file.suffix in PACKED:
            body = gzip.compress(body, LEVEL, mtime=0)
            headers += [(b"content-encoding", b"gzip"), (b"vary", b"Accept-Encoding")]
        return Answer(status, [*headers, (b"content-length", str(len(body)).encode())], body)

    async def __call__(
        self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable
    ) -> None:
        """Answer a request, as ASGI has it."""
        if scope["type"] == "lifespan":
            await receive()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})
        if scope["type"] != "http":
            return
        answer = self.answer(scope["path"])
        self.sent.append((scope["path"], answer.size))
        await send(
            {
                "type": "http.response.start",
                "status": answer.status,
                "headers": answer.headers,
                "trailers": False,
            }
        )
        await send({"type": "http.response.body", "body": answer.body, "more_body": False})


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def serve(root: Path, port: int) -> Iterator[Server]:
    """Serve the folder, with a certificate made for the occasion."""
    server = Server(root, f"https://localhost:{port}/")
    with tempfile.TemporaryDirectory() as folder:
        certificate = Path(folder, "certificate.pem")
        trustme.CA().issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(
            certificate
        )
        config = Config()
        config.bind = [f"localhost:{port}"]
        config.certfile = config.keyfile = str(certificate)
        config.loglevel = "ERROR"
        stop = threading.Event()

        async def stopped() -> None:
            await asyncio.to_thread(stop.wait)

        async def main() -> None:
            asyncio.get_running_loop().set_exception_handler(_heed)
            await run(server, config, shutdown_trigger=stopped)

        thread = threading.Thread(target=lambda: asyncio.run(main()))
        thread.start()
        try:
            _await(port)
            yield server
        finally:
            stop.set()
            thread.join()


def _heed(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Browsers that go away in the middle of a sentence are no news."""
    if not isinstance(context.get("exception"), ssl.SSLError):
        loop.default_exception_handler(context)


def _await(port: int, tries: int = 1000) -> None:
    """Return as soon as the server speaks HTTP/2."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["h2"])
    for left in reversed(range(tries)):
        try:
            with (
                socket.create_connection(("localhost", port), timeout=5) as plain,
                context.wrap_socket(plain, server_hostname="localhost") as secure,
            ):
                assert secure.selected_alpn_protocol() == "h2"
                return
        except OSError:
            if not left:
                raise
