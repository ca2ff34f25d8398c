import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.uri import parse_uri

from server.wire.quick import QuickReader
from server.wire.reading import BYTES_AT_ONCE, Item, Other, Reader

both_ways = pytest.mark.parametrize("kind", [Reader, QuickReader])


def reader(kind: type[Reader] = Reader, most: int = 1000) -> tuple[Reader, ServerProtocol]:
    protocol = ServerProtocol(state=State.OPEN, max_size=most)
    return kind(protocol), protocol


def masked(*frames: Frame) -> bytes:
    return b"".join(frame.serialize(mask=True) for frame in frames)


def taken(reader: Reader) -> list[Item]:
    items = []
    while (item := reader.take()) is not None:
        items.append(item)
    return items


MESSAGES = [
    (masked(Frame(Opcode.BINARY, b"one")), [b"one"]),
    (masked(Frame(Opcode.BINARY, b"")), [b""]),
    (masked(Frame(Opcode.TEXT, b"words")), [Other.TEXT]),
    (masked(Frame(Opcode.PING, b"?"), Frame(Opcode.PONG, b"!")), [Other.CONTROL, Other.CONTROL]),
    (
        masked(
            Frame(Opcode.BINARY, b"a", fin=False),
            Frame(Opcode.PING, b""),
            Frame(Opcode.CONT, b"b", fin=False),
            Frame(Opcode.CONT, b"c"),
            Frame(Opcode.BINARY, b"d"),
        ),
        [Other.PART, Other.CONTROL, Other.PART, b"abc", b"d"],
    ),
    (
        masked(Frame(Opcode.TEXT, b"w", fin=False), Frame(Opcode.CONT, b"ords"), Frame(Opcode.BINARY, b"x")),
        [Other.PART, Other.TEXT, b"x"],
    ),
]


@both_ways
@pytest.mark.parametrize(("data", "items"), MESSAGES, ids=range(len(MESSAGES)))
def test_frames_become_messages_however_they_are_cut(
    kind: type[Reader], data: bytes, items: list[Item]
) -> None:
    for step in (1, 2, 5, len(data)):
        ours, _ = reader(kind)
        heard: list[Item] = []
        for at in range(0, len(data), step):
            ours.feed(data[at : at + step])
            heard += taken(ours)
        assert heard == items
        assert not ours.has_more


def test_a_pile_is_parsed_a_little_at_a_time() -> None:
    ours, protocol = reader()
    ours.feed(masked(*[Frame(Opcode.PING, b"")] * BYTES_AT_ONCE))
    assert ours.take() is Other.CONTROL
    assert len(protocol.writes) <= BYTES_AT_ONCE // 6
    assert ours.has_more
    assert len(taken(ours)) == BYTES_AT_ONCE - 1


@both_ways
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (Frame(Opcode.BINARY, b"not masked").serialize(mask=False), 1002),
        (masked(Frame(Opcode.CONT, b"of nothing")), 1002),
        (b"\x83\x80\x00\x00\x00\x00", 1002),
        (masked(Frame(Opcode.BINARY, bytes(1001))), 1009),
        (masked(Frame(Opcode.BINARY, bytes(600), fin=False), Frame(Opcode.CONT, bytes(600))), 1009),
    ],
    ids=["not masked", "of nothing", "unknown", "too long", "too long in parts"],
)
def test_what_breaks_the_rules_ends_the_connection_and_nothing_more_is_taken(
    kind: type[Reader], data: bytes, code: int
) -> None:
    ours, protocol = reader(kind)
    ours.feed(masked(Frame(Opcode.BINARY, b"first")) + data + masked(Frame(Opcode.BINARY, b"late")))
    assert [item for item in taken(ours) if item is not Other.PART] == [b"first"]
    assert protocol.close_sent is not None
    assert protocol.close_sent.code == code
    assert protocol.eof_sent


@given(messages=st.lists(st.binary(max_size=300), max_size=8), data=st.data())
def test_what_a_client_of_the_library_sends_arrives(messages: list[bytes], data: st.DataObject) -> None:
    client = ClientProtocol(parse_uri("ws://x"), state=State.OPEN)
    for message in messages:
        client.send_binary(message)
    sent = b"".join(client.data_to_send())
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=5)))
    ours, _ = reader()
    heard: list[Item] = []
    for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True):
        ours.feed(sent[start:end])
        heard += taken(ours)
    assert heard == messages
