"""The short way takes the same from the same bytes as the library, and ends a connection for the same reasons."""

import itertools
import random
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from websockets.protocol import State
from websockets.server import ServerProtocol

from server.wire.quick import QuickReader
from server.wire.reading import Item, Reader

MOST = 600


def sent(opcode: int, data: bytes, *, fin: bool = True, width: int = 0, mask: bytes = b"mask") -> bytes:
    """A frame as a client sends it; `width` bytes for its length, even where fewer would do."""
    size = len(data)
    width = width or (0 if size < 126 else 2 if size < 1 << 16 else 8)
    head = bytes((opcode | 0x80 * fin, 0x80 | {0: size & 0x7F, 2: 126, 8: 127}[width]))
    covered = bytes(byte ^ mask[at % 4] for at, byte in enumerate(data)) if mask else data
    if not mask:
        head = bytes((head[0], head[1] & 0x7F))
    return head + (size.to_bytes(width, "big") if width else b"") + mask + covered


payloads = st.one_of(st.binary(max_size=140), st.integers(120, MOST + 20).map(bytes))
masks = st.one_of(st.just(b"mask"), st.binary(min_size=4, max_size=4))
whole = st.builds(sent, st.just(2), payloads, mask=masks)
not_masked = st.builds(sent, st.just(2), payloads, mask=st.just(b""))
odd = st.builds(
    sent,
    st.integers(0, 0x7F),
    payloads,
    fin=st.booleans(),
    width=st.sampled_from([0, 2, 8]).filter(bool),
    mask=st.one_of(masks, st.just(b"")),
)
in_parts = st.builds(
    lambda kind, parts, between: (
        sent(kind, parts[0], fin=False)
        + between
        + b"".join(sent(0, part, fin=False) for part in parts[1:-1])
        + sent(0, parts[-1])
    ),
    st.sampled_from([1, 2]),
    st.lists(st.binary(max_size=250), min_size=2, max_size=4),
    st.sampled_from([b"", sent(9, b"ping"), sent(10, b""), sent(2, b"out of turn"), sent(1, b"")]),
)
controls = st.builds(sent, st.sampled_from([8, 9, 10]), st.binary(max_size=130))
closes = st.builds(
    lambda code, reason: sent(8, code.to_bytes(2, "big") + reason),
    st.integers(0, 5100),
    st.binary(max_size=20),
)
broken_off = st.builds(
    lambda frame, length: frame[:length], st.one_of(whole, odd, in_parts), st.integers(1, 14)
)
frames = st.lists(
    st.one_of(whole, whole, whole, in_parts, controls, closes, odd, not_masked, st.binary(max_size=12)),
    max_size=10,
)
streams = st.builds(
    lambda frames, last: b"".join((*frames, last)), frames, st.one_of(st.just(b""), broken_off)
)


def heard(make: Callable[[ServerProtocol], Reader], pieces: list[bytes]) -> tuple[list[Item], object]:
    """What is taken of the pieces, and how the library stands at the end and once the client has hung up."""
    protocol = ServerProtocol(state=State.OPEN, max_size=MOST)
    reader = make(protocol)
    items: list[Item] = []
    for piece in pieces:
        reader.feed(piece)
        while (item := reader.take()) is not None:
            items.append(item)
        assert not reader.has_more
    written = b"".join(protocol.data_to_send())
    before = protocol.state, protocol.close_sent, protocol.close_rcvd, repr(protocol.parser_exc)
    protocol.receive_eof()
    return items, (written, before, protocol.state, protocol.close_code, protocol.data_to_send())


def cut(data: bytes, at: list[int]) -> list[bytes]:
    edges = sorted({0, len(data), *(edge % (len(data) + 1) for edge in at)})
    return [data[start:end] for start, end in itertools.pairwise(edges)]


@settings(max_examples=1000, deadline=None)
@given(data=streams, cuts=st.lists(st.integers(0, 5000), max_size=12))
@example(data=sent(2, b"x" * 126) + sent(2, b"x", width=2) + sent(2, b"x", width=8), cuts=[1, 2, 3, 4])
@example(data=sent(2, b"whole") + b"\x82", cuts=[3])
@example(data=b"\x82\xfe\xff\xff", cuts=[])
@example(data=sent(2, b"", mask=b"") + sent(2, b""), cuts=[])
@example(data=b"\x82\xfe\x02\xbc", cuts=[])
@example(data=sent(2, bytes(400), fin=False) + b"\x00\xfe\x01\x00", cuts=[])
@example(data=sent(2, b"a", fin=False) + sent(2, b"b"), cuts=[])
def test_the_same_bytes_however_cut_are_the_same_messages_and_the_same_end(
    data: bytes, cuts: list[int]
) -> None:
    assert heard(QuickReader, cut(data, cuts)) == heard(Reader, [data])


@pytest.mark.parametrize("step", [1, 3, 7])
def test_the_same_holds_for_long_streams_in_small_pieces(step: int) -> None:
    draw = random.Random(step)
    frames = [
        sent(
            draw.choice([2, 2, 2, 2, 9, 1]), draw.randbytes(draw.choice([0, 5, 80, 124, 125, 126, 127, 300]))
        )
        for _ in range(200)
    ]
    data = b"".join(frames)
    assert heard(QuickReader, [data[at : at + step] for at in range(0, len(data), step)]) == heard(
        Reader, [data]
    )


def test_most_frames_never_reach_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(_protocol: ServerProtocol, data: bytes) -> None:
        raise AssertionError(data)

    monkeypatch.setattr(ServerProtocol, "receive_data", forbidden)
    messages = [b"", b"short", bytes(125), bytes(126), bytes(MOST)]
    assert heard(QuickReader, [b"".join(sent(2, message) for message in messages)])[0] == messages
