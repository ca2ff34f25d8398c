import random
from collections.abc import Iterator

import msgpack
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.replays import codec
from game.replays.codec import MOST_DEPTH, chained, decode, decode_brief, encode
from game.replays.errors import Broken, ReplayError
from game.replays.replay import FORMAT
from tests.support.replays import bodies, finished, packed, replay, written

HEAD = (codec.HEADER, b"\x80", b"c" * 32)


def broken(data: bytes) -> ReplayError:
    with pytest.raises(ReplayError) as found:
        decode([data])
    return found.value


def test_what_is_written_comes_back() -> None:
    found = replay()
    assert (found.header.title, found.header.map, found.header.seats[0].name) == ("Grid", "grid", "Ada")
    assert [turn.turn for turn in found.turns] == list(range(1, found.end.turns + 1))
    assert encode(found.header, found.opening, found.turns, found.end) == finished()


@given(st.integers(1, 5000))
def test_it_may_come_in_pieces_of_any_size(size: int) -> None:
    data = finished()
    pieces: Iterator[bytes] = (data[start : start + size] for start in range(0, len(data), size))
    assert decode(pieces).chain == replay().chain


def test_a_list_reads_no_turn() -> None:
    found = decode_brief([finished()])
    assert (found.header, found.end) == (replay().header, replay().end)


def test_the_chain_ends_the_file_and_names_it() -> None:
    assert finished().endswith(replay().chain)
    assert decode([finished(8)]).chain != replay().chain


@pytest.mark.parametrize("kind", ["header", "opening", "turn 1", "a turn between", "the last turn", "end"])
@pytest.mark.parametrize("part", ["body", "chain"])
def test_a_change_of_any_record_is_found_where_it_is(kind: str, part: str) -> None:
    last = len(bodies(finished())) - 1
    number = {"header": 0, "opening": 1, "turn 1": 2, "a turn between": 5, "the last turn": last - 1}.get(
        kind, last
    )
    records = msgpack.Unpacker(use_list=True)
    records.feed(finished())
    found = list(records)
    place = 1 if part == "body" else 2
    middle = len(found[number][place]) // 2
    changed = bytearray(found[number][place])
    changed[middle] ^= 1
    found[number][place] = bytes(changed)
    error = broken(b"".join(msgpack.packb(one) for one in found))
    assert (error.code, error.where) == (Broken.CHAIN, f"record {number}")


@pytest.mark.parametrize("gone", [1, 2, 5])
def test_a_record_that_is_missing_breaks_the_chain(gone: int) -> None:
    records = msgpack.Unpacker()
    records.feed(finished())
    found = list(records)
    assert (
        broken(b"".join(msgpack.packb(one) for one in found[:gone] + found[gone + 1 :])).code is Broken.CHAIN
    )


def test_no_flipped_bit_goes_unseen() -> None:
    dice, data = random.Random(5), finished()
    for _ in range(60):
        changed = bytearray(data)
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
        broken(bytes(changed))


def test_no_part_of_a_file_passes_for_the_whole() -> None:
    data = finished()
    for size in (1, 20, 21, 500, *range(1000, len(data), 3001), len(data) - 33, len(data) - 1):
        assert broken(data[:size]).code in (Broken.TRUNCATED, Broken.NO_REPLAY)
        with pytest.raises(ReplayError):
            decode_brief([data[:size]])


@pytest.mark.parametrize("rest", [b"\xc0", b"\x01", b"\x93", b"\x93\xa3end", b"\xc4\xff", finished()])
def test_nothing_follows_the_end(rest: bytes) -> None:
    assert broken(finished() + rest).code in (Broken.MALFORMED, Broken.TRUNCATED, Broken.CHAIN)


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ((0, 2, 1, -1), Broken.WRONG_ORDER),
        ((0, 1, 1, 2, -1), Broken.WRONG_ORDER),
        ((0, 1, 0, 2, -1), Broken.WRONG_ORDER),
        ((0, -1), Broken.WRONG_ORDER),
        ((1, 0, 2, -1), Broken.NO_REPLAY),
        ((0, 1, 2, -1, -1), Broken.WRONG_ORDER),
        ((0,), Broken.TRUNCATED),
        ((0, 1, 2), Broken.TRUNCATED),
    ],
)
def test_records_stand_in_their_order(order: tuple[int, ...], code: Broken) -> None:
    found = bodies(finished())
    assert broken(packed([found[number] for number in order])).code is code


HOSTILE = {
    "nothing": b"",
    "a picture": b"\x89PNG\r\n\x1a\n" + b"x" * 500,
    "text": b"hello world",
    "ext": b"\xc7\xff\x05" + b"x" * 255,
    "ext of four bytes": b"\xd6\xff\x00\x00\x00\x00",
    "empty ext": b"\xc7\x00\x05",
    "array of 4 G": b"\xdd\xff\xff\xff\xff",
    "map of 4 G": b"\xdf\xff\xff\xff\xff",
    "bin of 4 G": b"\xc6\xff\xff\xff\xff" + b"x" * 100,
    "str of 4 G": b"\xdb\xff\xff\xff\xff" + b"x" * 100,
    "long str": msgpack.packb("x" * 1000),
    "map": b"\x80",
    "nested": b"\x91" * 500 + b"\xc0",
    "nested deeper than any stack": b"\x93" * 100_000,
    "never used": b"\xc1",
    "no text": b"\x93\xa2\xff\xfe\xc4\x00\xc4\x00",
    "body nested": msgpack.packb((codec.HEADER, b"\x91" * 5000, b"c" * 32)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bytes_are_refused(name: str) -> None:
    assert broken(HOSTILE[name]).code in (Broken.NO_REPLAY, Broken.TRUNCATED, Broken.CHAIN)
    with pytest.raises(ReplayError):
        decode_brief([HOSTILE[name]])


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bytes_after_a_sound_header_are_refused(name: str) -> None:
    head = packed(bodies(finished())[:1])
    assert broken(head + HOSTILE[name]).code in (Broken.MALFORMED, Broken.TRUNCATED, Broken.CHAIN)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"\x91" * (MOST_DEPTH + 1) + b"\xc0", Broken.MALFORMED),
        (b"\xdd\xff\xff\xff\xff", Broken.MALFORMED),
        (b"\xc7\x01\x05x", Broken.MALFORMED),
        (b"\xc0\xc0", Broken.MALFORMED),
        (b"", Broken.MALFORMED),
        (b"\xc0", Broken.WRONG_FIELD),
        (b"\x80", Broken.WRONG_FIELD),
        (msgpack.packb({"turns": True, "outcome": ["played", [1], []]}), Broken.WRONG_FIELD),
        (msgpack.packb({"turns": 2**63, "outcome": ["played", [1], []]}), Broken.WRONG_FIELD),
    ],
)
def test_a_hostile_body_is_refused_though_its_chain_holds(body: bytes, code: Broken) -> None:
    found = bodies(finished())
    assert broken(packed([*found[:-1], (codec.END, body)])).code is code


def test_a_file_of_a_later_format_is_told_as_such() -> None:
    body = msgspec.msgpack.encode({"format": FORMAT + 1, "other": "fields"})
    error = broken(packed([(codec.HEADER, body)]))
    assert (error.code, error.found, error.expected) == (Broken.OTHER_FORMAT, str(FORMAT + 1), str(FORMAT))


@pytest.mark.parametrize("body", [b"\x80", b"\xc0", msgspec.msgpack.encode({"format": "1"})])
def test_a_header_without_a_format_is_none(body: bytes) -> None:
    assert broken(packed([(codec.HEADER, body)])).code in (Broken.NO_REPLAY, Broken.MALFORMED)


def test_a_record_has_a_most_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "MOST_BYTES_OF_RECORD", 1000)
    assert broken(finished()).code is Broken.MALFORMED


def test_a_file_has_a_most_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "MOST_BYTES", 10_000)
    assert broken(finished()).code is Broken.TOO_LARGE


def test_there_are_only_so_many_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "MOST_TURNS", 3)
    assert broken(finished()).code is Broken.TOO_LARGE


def test_what_was_found_is_printable_and_short() -> None:
    error = broken(packed([("\x1b[2J evil", b"\x80")]))
    assert error.found.isprintable()


def test_the_chain_tells_kinds_and_bodies_apart() -> None:
    ends = {chained(codec.START, kind, body) for kind, body in (("a", b"bc"), ("ab", b"c"), ("abc", b""))}
    assert len(ends) == 3


def test_a_changed_header_is_another_file() -> None:
    changed = replace(replay(), header=replace(replay().header, title="Elsewhere"))
    assert decode([written(changed)]).chain != replay().chain
