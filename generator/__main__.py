"""`python -m generator`: the command line of the package beside this file."""

import sys

from answertree.__main__ import run

if __name__ == "__main__":
    sys.exit(run())
