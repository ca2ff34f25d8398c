"""`python -m game` is the command `neo-sanctum`."""

import sys

from game.cli.main import run

if __name__ == "__main__":
    sys.exit(run())
