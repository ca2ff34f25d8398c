"""`python -m server`: host matches until told to stop, or look after what is kept."""

import sys
from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """The command `neo-sanctum-server`; returns the exit status, 130 for Ctrl+C before it could begin."""
    try:
        from server.commands import run  # noqa: PLC0415 - takes a while, in which Ctrl+C may come

        return run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
