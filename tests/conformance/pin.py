"""The numbers the conformance cases are worked out with: `ruleset.json`, a ruleset as one file.

`python -m tests.conformance.pin` follows the shape of the ruleset that ships, takes in new cards and keeps
every number that is pinned; with `--anew` it takes the numbers that ship too. `--hash` prints the hash.
"""

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

from game.content import ruleset
from game.rules.ruleset import Ruleset, ruleset_hash

PINNED: Final = Path(__file__).parent / "ruleset.json"


@cache
def pinned() -> Ruleset:
    """The ruleset of the cases. Raises msgspec.ValidationError if its shape is not the rules' any more."""
    return msgspec.json.decode(PINNED.read_bytes(), type=Ruleset)


def write(*, anew: bool) -> None:
    """Pin the numbers that ship, or only what the pinned ones lack."""
    shipped = msgspec.to_builtins(ruleset())
    kept = {} if anew else json.loads(PINNED.read_text(encoding="utf-8"))
    tables = msgspec.convert(merged(shipped, kept), type=Ruleset)
    text = msgspec.json.format(msgspec.json.encode(tables), indent=1)
    PINNED.write_bytes(text + b"\n")


def merged(shipped: Any, kept: Any) -> Any:
    """The shipped shape with the kept numbers; lists are kept as a whole."""
    if isinstance(shipped, dict):
        old = kept if isinstance(kept, dict) else {}
        return {key: merged(value, old[key]) if key in old else value for key, value in shipped.items()}
    return kept


if __name__ == "__main__":
    if "--hash" in sys.argv:
        sys.stdout.write(f"{ruleset_hash(pinned())}\n")
    else:
        write(anew="--anew" in sys.argv)
