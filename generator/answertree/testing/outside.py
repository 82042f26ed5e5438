"""What is outside of a site: there is nothing, and whoever asks for it is noted."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socketserver import StreamRequestHandler, ThreadingTCPServer

# Where a site's server sends those who ask for what is beside the site, as a proxy is never asked
# for what that server has.
BESIDE = "http://beside-the-site.invalid"
POLL = 0.05  # seconds


@contextmanager
def proxy(note: Callable[[str], None]) -> Iterator[str]:
    """A proxy that tells `note` each address that it is asked for, and hangs up; gives its own.

    Of an address with https it is told the host and the port alone.
    """

    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            # Nothing is said on a connection that a browser has opened for later.
            if line := self.rfile.readline().split():
                note(line[1].decode())

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=[POLL], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
