"""The numbers the kept pictures are pinned to: tuning the game does not change what a screen looks like."""

from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from game.rules.ruleset import Ruleset

NUMBERS: Final = Path(__file__).parents[1] / "pictures" / "numbers.json"


@cache
def pinned() -> Ruleset:
    """The ruleset as it was when the pictures were kept."""
    return msgspec.json.decode(NUMBERS.read_bytes(), type=Ruleset)
