"""Which command of `neo-sanctum-server` is meant: to serve, which is the default, or to look after what is kept.

Each reads its own modules: a server keeps nothing in memory that only the others need.
"""

from collections.abc import Sequence
from typing import Final

UPKEEP: Final = ("backup", "check", "restore", "export", "import")
"""The commands of `server.upkeep`."""


def run(arguments: Sequence[str]) -> int:
    """Carry out the command line; returns the exit status: 1 where something failed, 2 for words it does not know."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", ())
    if name == "admin":
        from server.admin import caller  # noqa: PLC0415 - see above

        return caller.run(rest)
    if name in UPKEEP:
        from server import upkeep  # noqa: PLC0415 - see above

        return upkeep.run(name, rest)
    from server import process  # noqa: PLC0415 - see above

    return process.serve(rest if name == "serve" else arguments)
