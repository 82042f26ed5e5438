"""A line in the terminal that says how far a long build is; nothing in a pipe or a log."""

import threading
import time
from typing import TextIO

PATIENCE = 2.0  # seconds without a line: most builds are over by then
AGAIN = 0.2


class Progress:
    """Shows what is being done, from two seconds after the start until it is closed."""

    def __init__(self, stream: TextIO | None, patience: float = PATIENCE) -> None:
        self.doing = ""
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._show, args=(stream, patience), daemon=True)
        if stream is not None and stream.isatty():
            self._thread.start()

    def close(self) -> None:
        """Show nothing any more."""
        self._over.set()

    def _show(self, stream: TextIO, wait: float) -> None:
        start, shown = time.monotonic(), False
        while not self._over.wait(wait):
            seconds = time.monotonic() - start
            # Whatever is printed next begins where this line does.
            stream.write(f"{seconds:4.0f} s  {self.doing}\x1b[K\r")
            stream.flush()
            shown, wait = True, AGAIN
        if shown:
            stream.write("\x1b[K")
            stream.flush()
