"""The process around the command line, which ends without a traceback."""

import atexit
import gc
import io
import os
import signal
import sys

CANCELLED = 130  # what shells say of a program that was ended by Ctrl-C


def run() -> int:
    """Run the command line. Returns the code with which the process should end."""
    gc.disable()  # a command is over before garbage matters, and to look for it takes a sixth of it
    atexit.register(gc.freeze)  # nor is it looked for when the process ends
    if hasattr(signal, "SIGPIPE"):
        # `check | head -1` ends this process as it ends any other: in silence.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        try:
            from answertree.cli import main  # here, so that Ctrl-C may come while it is imported

            return main()
        finally:
            gc.enable()
            if sys.stdout:  # there is none when the process was started without
                sys.stdout.flush()
    except KeyboardInterrupt:
        return CANCELLED
    except OSError as error:
        from answertree.cli import called

        # What is left to print has to go somewhere when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        print(f"{called()}: cannot print: {error.strerror}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(run())
