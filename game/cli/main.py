"""The command `neo-sanctum`. Without arguments it goes straight to the window, which is quicker."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from game.cli.complaint import INTERRUPTED
from game.cli.display import has_display


def run(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; returns the exit status: 0, 2 for what was asked wrongly, 130 for Ctrl+C."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        # A terminal that lacks a letter of a city's name shows a question mark instead of a traceback.
        sys.stdout.reconfigure(errors="replace")
    try:
        _do(given)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:  # while what the command needs was still being imported
        return INTERRUPTED
    return 0


def _do(given: list[str]) -> None:
    if not given and has_display():
        from game.cli.title import open_title  # noqa: PLC0415 - each way imports only what it needs

        open_title()
    else:
        from game.cli.commands import app  # noqa: PLC0415

        app(given, prog_name="neo-sanctum")
