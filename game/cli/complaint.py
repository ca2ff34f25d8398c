"""What the command line says when it cannot do what it was asked: one line, exit status 2."""

import sys
from typing import NoReturn

ASKED_WRONGLY = 2
INTERRUPTED = 130


def complain(message: str) -> NoReturn:
    """Say what is wrong and how to mend it, and end the program with status 2."""
    sys.stderr.write(f"neo-sanctum: {message}\n")
    raise SystemExit(ASKED_WRONGLY)


def interrupted() -> NoReturn:
    """End the program after Ctrl+C, with status 130 as shells expect."""
    sys.stderr.write("\n")
    raise SystemExit(INTERRUPTED)
