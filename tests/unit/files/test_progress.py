"""The line that says how far a long build is."""

import io
import time

import pytest
from answertree.files.progress import Progress

HANGS = 10  # seconds


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: Terminal, words: str) -> bool:
    end = time.monotonic() + HANGS
    while words not in stream.getvalue():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def test_a_long_build_says_what_it_does() -> None:
    terminal = Terminal()
    progress = Progress(terminal, patience=0)
    progress.doing = "Page 3 of 7"
    assert shown(terminal, "Page 3 of 7\x1b[K\r")
    progress.doing = "Page 4 of 7"
    assert shown(terminal, "Page 4 of 7\x1b[K\r")
    progress.close()
    end = time.monotonic() + HANGS
    while not terminal.getvalue().endswith("\r\x1b[K"):
        assert time.monotonic() < end, "the line is left there"
        time.sleep(0.01)


def test_a_short_build_says_nothing() -> None:
    terminal = Terminal()
    progress = Progress(terminal)
    progress.doing = "Page 3 of 7"
    progress.close()
    progress._thread.join(HANGS)
    assert terminal.getvalue() == ""


@pytest.mark.parametrize("stream", [io.StringIO(), None])
def test_a_pipe_is_left_alone(stream: io.StringIO | None) -> None:
    progress = Progress(stream, patience=0)
    progress.doing = "Page 3 of 7"
    assert not progress._thread.is_alive()
    progress.close()
    assert not stream or stream.getvalue() == ""
