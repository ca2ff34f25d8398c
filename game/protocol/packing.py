"""A ledger on its way: most of an update, and made of few words said often, so it travels deflated.

Everybody in a room is told the same ledger, of a turn whose orders are open to all by then: its length tells
nothing that its entries do not.
"""

import zlib
from typing import Final

import msgspec

from game.protocol.limits import MOST_BYTES_OF_LEDGER, MOST_DEPTH_DOWN
from game.protocol.structure import structure_fault
from game.rules.ledger import Ledger

_LEVEL: Final = 1
"""The quickest: more effort makes a ledger hardly shorter."""

_ENCODER: Final = msgspec.msgpack.Encoder()
_LEDGER: Final[msgspec.msgpack.Decoder[Ledger]] = msgspec.msgpack.Decoder(Ledger)


class PackedLedgerError(ValueError):
    """What was to be a packed ledger is none; the message says why."""


class PackedLedger:
    """A ledger that is packed when it is first sent, and once however many are told."""

    __slots__ = ("_data", "entries")

    def __init__(self, entries: Ledger) -> None:
        self.entries = entries
        self._data: bytes | None = None

    @classmethod
    def read(cls, data: bytes) -> "PackedLedger":
        """The ledger of what `data` gave. Raises PackedLedgerError for anything else; it may be a stranger's."""
        return cls(_unpacked(data))

    @property
    def data(self) -> bytes:
        """The ledger as it travels: the zlib stream of its MessagePack."""
        if self._data is None:
            self._data = zlib.compress(_ENCODER.encode(self.entries), _LEVEL)
        return self._data

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PackedLedger) and self.entries == other.entries

    def __hash__(self) -> int:
        return hash(self.entries)

    def __repr__(self) -> str:
        return f"PackedLedger({self.entries!r})"


def _unpacked(data: bytes) -> Ledger:
    inflating = zlib.decompressobj()
    try:
        raw = inflating.decompress(data, MOST_BYTES_OF_LEDGER)
    except zlib.error as error:
        raise PackedLedgerError(f"a ledger is no zlib stream: {error}") from error
    if not inflating.eof or inflating.unused_data:
        raise PackedLedgerError(f"a ledger is cut short, or has more than {MOST_BYTES_OF_LEDGER} bytes")
    fault = structure_fault(raw, MOST_DEPTH_DOWN)
    if fault is not None:
        raise PackedLedgerError(f"a ledger is no MessagePack: {fault.code}")
    try:
        return _LEDGER.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, OverflowError) as error:
        raise PackedLedgerError(f"a ledger has an entry that is none: {error}") from error
