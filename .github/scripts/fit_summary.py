"""Passes Markdown on, cut at the end of a line before GitHub's limit for a summary, 1 MiB a step.

A code block that the cut leaves open is closed, and the reader is told that something is missing.
"""

import sys
from collections.abc import Iterable, Iterator

LIMIT = 1_000_000
FENCE = b"```"


def fitted(lines: Iterable[bytes], limit: int = LIMIT) -> Iterator[bytes]:
    """As many whole lines as the limit allows."""
    size, in_block = 0, False
    for line in lines:
        size += len(line)
        if size > limit:
            if in_block:
                yield FENCE + b"\n"
            yield b"\nThe rest is cut off: it is too long for this page.\n"
            return
        if line.startswith(FENCE):
            in_block = not in_block
        yield line


if __name__ == "__main__":
    sys.stdout.buffer.writelines(fitted(sys.stdin.buffer))
