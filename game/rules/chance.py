"""Chance decides what comes up, never how it ends (rules 1, 12).

Every draw is a keyed hash of (seed, turn, label), so a new draw elsewhere changes none of the others,
and the same match draws the same on every machine and version of Python.
"""

from collections.abc import Iterable
from hashlib import blake2b


def draw(seed: int, turn: int, label: str) -> int:
    """A number from 0 to 2**64 - 1 for this label in this turn. `seed` is 0 .. 2**63 - 1."""
    return int.from_bytes(_drawn(seed.to_bytes(8, "big"), f"{turn}:{label}"), "big")


def shuffled(seed: int, turn: int, label: str, items: Iterable[str]) -> list[str]:
    """The items in drawn order; the order they were given in does not matter.

    The items are distinct. Each draws by its own name, so one more item moves none of the others
    past each other.
    """
    key = seed.to_bytes(8, "big")
    drawn = [(_drawn(key, f"{turn}:{label}:{item}"), item) for item in items]
    drawn.sort()
    return [item for _, item in drawn]


def _drawn(key: bytes, label: str) -> bytes:
    """A number as eight bytes, which stand in the same order as numbers do."""
    return blake2b(label.encode(), digest_size=8, key=key).digest()
