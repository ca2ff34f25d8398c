import hashlib
from functools import cache
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from game.rules.ids import District, Leader, Seat
from game.rules.orders import Campaign
from server.disk import moved as on_the_move
from server.disk.journal import StorageError
from server.disk.moved import Moved, PlayedTurn, packed, unpacked
from server.room.image import Image
from tests.support.replays import played_room
from tests.support.rooms import begun


@cache
def match(turns: int = 3) -> Moved:
    """A match after so many turns, 99 for its end."""
    image, records = played_room(turns)
    return Moved(image, tuple(PlayedTurn(1000 + turn.number, turn) for turn in records))


def with_image(**changes: Any) -> Moved:
    return replace(match(), image=replace(match().image, **changes))


@pytest.mark.parametrize("turns", [0, 3, 99])
def test_a_match_comes_out_as_it_went_in(turns: int) -> None:
    assert unpacked(packed(match(turns))) == match(turns)


def test_the_file_says_what_it_is() -> None:
    outside = msgspec.msgpack.decode(packed(match()))
    assert outside["format"] == "neo-sanctum match on the move"
    assert outside["version"] == 1
    assert outside["match"]["image"]["setup"]["id"] == "r1"


def test_a_room_without_a_match_does_not_move() -> None:
    with pytest.raises(StorageError, match="no match yet"):
        packed(with_image(match=None, state=None))


@pytest.mark.parametrize("data", [b"", b"\xc1", b"hello", msgspec.msgpack.encode({"format": "x"})])
def test_what_is_no_such_file_is_told(data: bytes) -> None:
    with pytest.raises(StorageError, match="neo-sanctum-server export"):
        unpacked(data)


def enveloped(**changes: Any) -> bytes:
    return msgspec.msgpack.encode(msgspec.msgpack.decode(packed(match())) | changes)


def test_another_file_and_a_newer_one_are_told_apart() -> None:
    with pytest.raises(StorageError, match="says 'a poem' of itself"):
        unpacked(enveloped(format="a poem"))
    with pytest.raises(StorageError, match="use a newer server"):
        unpacked(enveloped(version=2))


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_the_move, "MOST_BYTES", 100)
    with pytest.raises(StorageError, match="expected 100 at most"):
        unpacked(packed(match()))


def test_a_bit_that_fell_over_is_noticed() -> None:
    data = bytearray(packed(match()))
    for place in range(len(data) - 200, len(data), 20):
        broken = bytes(data[:place]) + bytes([data[place] ^ 1]) + bytes(data[place + 1 :])
        with pytest.raises(StorageError):
            unpacked(broken)


def test_a_match_of_other_types_names_the_version_it_needs() -> None:
    body = msgspec.msgpack.encode({"image": {"novel": 1}})
    digest = hashlib.sha256(body).digest()
    with pytest.raises(StorageError, match=r"by version 0\.0\.1 with rules 7"):
        unpacked(enveloped(program="0.0.1", rules=7, hash=digest, match=msgspec.Raw(body)))


def test_a_match_that_comes_out_otherwise_is_explained() -> None:
    (first, *others) = match().turns
    wrong = replace(first, turn=replace(first.turn, state_hash=b"x" * 32))
    with pytest.raises(StorageError, match="turn 1 of the match comes out otherwise"):
        unpacked(packed(replace(match(), turns=(wrong, *others))))


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (replace(match(), turns=match().turns[:-1]), "lead elsewhere"),
        (replace(match(), turns=match().turns[1:]), "turn 1"),
        (with_image(number=9), "lead elsewhere"),
        (with_image(state=begun().room.image.state), "lead elsewhere"),
        (with_image(phase="lobby"), "no match"),
        (with_image(owner=Seat(2)), "owner 2"),
        (with_image(seats=match().image.seats[:1]), "found 1 seats"),
        (with_image(ready=(True,)), "found 1 ready"),
        (with_image(banks=(1, 2, 3)), "found 3 banks"),
        (with_image(slates=((Campaign(Leader(9), District(0)),), None)), "against the rules"),
    ],
    ids=["turn lost", "first turn lost", "number", "state", "lobby", "owner", "seats", "ready", "banks", "slate"],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused(broken: Moved, told: str) -> None:
    with pytest.raises(StorageError, match=told):
        unpacked(packed(broken))


def test_a_homeless_seat_is_refused() -> None:
    image: Image = match().image
    assert image.match is not None
    with pytest.raises(StorageError, match="is broken"):
        unpacked(packed(with_image(match=replace(image.match, homes=(99, 0)))))
