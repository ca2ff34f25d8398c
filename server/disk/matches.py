"""A match apart from its ruleset: many rooms play by the same one, so that is stored once."""

import functools
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, fields

from game.rules.ruleset import Ruleset
from game.rules.state import Match

_KEPT: Final = 64
"""Rulesets in memory: more than a host has modes times tempers, and versions of the content."""

_OWN: Final = [(field.name, field.type) for field in fields(Match) if field.name != "ruleset"]
_Own: Final = msgspec.defstruct("_Own", _OWN, array_like=True, frozen=True, forbid_unknown_fields=True)
_DECODER: Final[msgspec.msgpack.Decoder[Any]] = msgspec.msgpack.Decoder(_Own)
_RULES: Final = msgspec.msgpack.Decoder(Ruleset)
_ENCODER: Final = msgspec.msgpack.Encoder(order="deterministic")


class Halves(Struct, frozen=True):
    """A match as it is stored: its ruleset, and everything else about it."""

    rules: bytes
    own: bytes


def halves(match: Match) -> Halves:
    """The match in two parts."""
    own = _Own(*(getattr(match, name) for name, _ in _OWN))
    return Halves(match.ruleset.canonical, _ENCODER.encode(own))


def whole(rules: bytes, own: bytes) -> Match:
    """The match again, with the one copy in memory of its ruleset. Raises msgspec.DecodeError."""
    return Match(ruleset=_ruleset(rules), **asdict(_DECODER.decode(own)))


@functools.lru_cache(maxsize=_KEPT)
def _ruleset(packed: bytes) -> Ruleset:
    return _RULES.decode(packed)
