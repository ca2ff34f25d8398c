"""Tokens that bring a player back to a seat: stored as digests, compared in constant time, changed at use."""

import hashlib
import hmac
from typing import TypeVar

from msgspec.structs import replace

from server.room.image import SeatImage, Substitute

Holder = TypeVar("Holder", SeatImage, Substitute)


def digest(token: str) -> bytes:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).digest()


def admits(seat: SeatImage | Substitute, token: str) -> bool:
    """Whether the token belongs to the seat, or to its substitute."""
    offered = digest(token)
    matches = [hmac.compare_digest(offered, known) for known in seat.tokens]
    return any(matches)


def rotated(seat: Holder, used: str | None, fresh: str) -> Holder:
    """The seat after `used` was admitted and `fresh` is given out.

    Without a used one every older token is void.

    The used token stays good until the fresh one is used, so that a lost answer locks nobody out; every
    older one is void.
    """
    kept: tuple[bytes, ...] = () if used is None else (digest(used),)
    return replace(seat, tokens=(*kept, digest(fresh)))


def with_another(seat: SeatImage, fresh: str) -> SeatImage:
    """The seat with `fresh` given out besides the tokens it has, in case nobody hears of it; used, it voids them."""
    return replace(seat, tokens=(*seat.tokens[-2:], digest(fresh)))
