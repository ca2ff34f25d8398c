"""Who one is on a server: made of the player's own key and the server's address, so that no two servers hear the same."""

import hashlib
import hmac
import secrets
from typing import Final

from game.link.address import Address

KEY_BYTES: Final = 32
_FROM: Final = "neo-sanctum identity"
"""Keeps what is made here apart from whatever else a key may be used for one day."""


def fresh_key() -> bytes:
    """A key that nobody can guess. It is made once for a player, kept on their machine, and sent to nobody."""
    return secrets.token_bytes(KEY_BYTES)


def identity_for(key: bytes, place: Address) -> str:
    """What a server at this address is told in `Hello.identity`: 64 letters from which the key cannot be found.

    A server that is told it cannot pass for the player on another one. The same server by another address knows
    the player as somebody else; a code for another device makes them one.
    """
    name = f"{_FROM}\n{place.host.lower().rstrip('.')}:{place.port}"
    return hmac.new(key, name.encode(), hashlib.sha256).hexdigest()
