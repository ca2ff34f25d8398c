"""One copy in memory of each ruleset that is played with, however many rooms play with it."""

import functools
from typing import Final

import msgspec
from msgspec.structs import replace

from game.rules.ruleset import Ruleset
from game.rules.state import Match

_KEPT: Final = 64
"""More than a host has modes times tempers, and the versions of the content before this one."""

_RULESET: Final = msgspec.msgpack.Decoder(Ruleset)


@functools.lru_cache(maxsize=_KEPT)
def _ruleset(packed: bytes) -> Ruleset:
    return _RULESET.decode(packed)


def shared(match: Match) -> Match:
    """The same match with the one copy of its ruleset; a ruleset is most of what a room weighs."""
    return replace(match, ruleset=_ruleset(match.ruleset.packed))
