"""`python -m tests.faults --kills 200`: so many random kill -9, and what became of what was acknowledged."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.faults.killing import kill_often


def main() -> int:
    """Returns 1 if an acknowledged order was lost or changed."""
    flags = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    flags.add_argument("--kills", type=int, default=200)
    flags.add_argument("--seed", type=int, default=7)
    given = flags.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        toll = asyncio.run(kill_often(Path(folder) / "data", given.kills, given.seed))
    sys.stdout.write(
        f"{toll.kills} kills, {toll.acknowledged} acknowledged slates, {toll.turns} turns: "
        f"{len(toll.broken)} broken promises\n" + "".join(f"{words}\n" for words in toll.broken)
    )
    return int(bool(toll.broken))


if __name__ == "__main__":
    sys.exit(main())
