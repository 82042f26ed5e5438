"""Gets a browser for the tests when there is none: `python -m tests.browser.install`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from answertree.testing.chromium import NEEDED, find_browser

FONTS = Path("/usr/share/fonts")
Command = Sequence[str]


def commands(root: bool, apt: bool, fonts: bool) -> Iterator[Sequence[Command]]:
    """Ways to get a browser, the best first; the commands of a way are run one after another."""
    system = root and apt
    if system:
        install = ["apt-get", "install", "--yes", "--no-install-recommends"]
        letters = [] if fonts else ["fonts-dejavu-core"]
        yield [["apt-get", "update"], [*install, "chromium-headless-shell", *letters]]
        yield [[*install, "chromium", *letters]]
    # Where it may, Playwright also installs the libraries that its browser needs.
    yield [[sys.executable, "-m", "playwright", "install", *["--with-deps"] * system, "chromium"]]


def succeeds(command: Command) -> bool:
    """Run a command, and let the reader see what it does."""
    try:
        return subprocess.run(command, check=False).returncode == 0
    except OSError:
        return False


def install(
    ways: Iterator[Sequence[Command]],
    find: Callable[[], str | None] = find_browser,
    run: Callable[[Command], bool] = succeeds,
) -> int:
    """0 once there is a browser, 1 with one line when there is none in the end."""
    if find():
        return 0
    # A browser that was named and is not there would not be found after an install either.
    if not os.environ.get("CHROME_PATH"):
        for way in ways:
            if all(run(command) for command in way) and find():
                return 0
    print(NEEDED, file=sys.stderr)
    return 1


def main() -> int:
    """Look at the machine, and install what it lacks."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    fonts = any(FONTS.rglob("*.[ot]tf"))
    return install(commands(root, shutil.which("apt-get") is not None, fonts))


if __name__ == "__main__":
    sys.exit(main())
