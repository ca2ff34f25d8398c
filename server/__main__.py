"""`python -m server`: host matches until told to stop."""

import sys
from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """The command `neo-sanctum-server`; returns the exit status, 130 for Ctrl+C before it could begin."""
    try:
        from server.process import serve  # noqa: PLC0415 - takes a while, in which Ctrl+C may come

        return serve(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
