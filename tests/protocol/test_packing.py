import zlib

import msgspec
import pytest

from game.protocol.codec import Unreadable, decode_downward, encode
from game.protocol.limits import MOST_BYTES_OF_LEDGER
from game.protocol.messages import Update
from game.protocol.packing import PackedLedger, PackedLedgerError
from game.rules.ids import District, Seat
from game.rules.ledger import Ledger, Shifted, Stopped

LEDGER: Ledger = tuple(Shifted("need", District(n % 16), "drift", Seat(-1), -n) for n in range(200))


def packed(value: object) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(value))


def test_a_ledger_that_travelled_is_the_same() -> None:
    ledger = PackedLedger(LEDGER)
    assert PackedLedger.read(ledger.data).entries == LEDGER
    assert len(ledger.data) < len(msgspec.msgpack.encode(LEDGER)) / 4


def test_it_is_packed_once_however_many_are_told() -> None:
    ledger = PackedLedger(LEDGER)
    assert ledger.data is ledger.data


def test_equal_ledgers_are_equal_however_they_came() -> None:
    here, there = PackedLedger(LEDGER), PackedLedger.read(PackedLedger(LEDGER).data)
    assert here == there
    assert hash(here) == hash(there)
    assert here != PackedLedger((Stopped(Seat(0), 3),))
    assert here != LEDGER
    assert "Stopped" in repr(PackedLedger((Stopped(Seat(0), 3),)))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "cut short"),
        (b"no stream", "no zlib stream"),
        (PackedLedger(LEDGER).data[:-3], "cut short"),
        (PackedLedger(LEDGER).data + b"more", "cut short, or has more"),
        (zlib.compress(b"\x91" * 100 + b"\x90"), "too_deep"),
        (zlib.compress(b"\xc1"), "malformed"),
        (zlib.compress(b"\0" * (MOST_BYTES_OF_LEDGER + 1)), "or has more than"),
        (packed([["shifted", "need"]]), "an entry that is none"),
        (packed([["invented", 1]]), "an entry that is none"),
        (packed({"a": 1}), "an entry that is none"),
        (packed([["stopped", 0, "many"]]), "an entry that is none"),
    ],
)
def test_whatever_else_a_stranger_sends_is_refused(data, words) -> None:
    with pytest.raises(PackedLedgerError, match=words):
        PackedLedger.read(data)


def test_a_bomb_is_not_unpacked() -> None:
    """A hundred megabytes of nothing are a hundred kilobytes of stream: only so much of it is looked at."""
    with pytest.raises(PackedLedgerError, match="has more than"):
        PackedLedger.read(zlib.compress(b"\0" * 100_000_000, 9))


def test_an_update_with_a_bad_ledger_is_unreadable_as_any_other_bad_message() -> None:
    update = Update("r1", 1, 1, PackedLedger(LEDGER), {1: {0: 2}}, b"h" * 32)
    frame = encode(update)
    assert decode_downward(frame) == update
    broken = decode_downward(frame.replace(PackedLedger(LEDGER).data, b"?" * len(PackedLedger(LEDGER).data)))
    assert isinstance(broken, Unreadable)
    assert "a ledger is no zlib stream" in str(broken.refusal.parameters["detail"])


def test_only_bytes_can_be_a_ledger() -> None:
    frame = msgspec.msgpack.encode(
        {"t": "update", "room": "r", "number": 1, "turn": 1, "ledger": [], "patch": {}, "public_hash": b""}
    )
    broken = decode_downward(frame)
    assert isinstance(broken, Unreadable)
    assert "expected bytes" in str(broken.refusal.parameters["detail"])
