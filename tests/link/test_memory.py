from game.link.link import Arrived, Closed, Opened
from game.link.memory import MemoryLink
from game.protocol.codec import decode_upward, encode
from game.protocol.messages import VERSION, Hello, Stopping

HELLO = Hello(VERSION, "test", "k" * 32)


def link() -> tuple[MemoryLink, list[bytes], list[str]]:
    up: list[bytes] = []
    ends: list[str] = []
    return MemoryLink(up.append, lambda: ends.append("hung up")), up, ends


async def test_messages_go_both_ways_as_frames() -> None:
    made, up, _ = link()
    assert await made.receive() == Opened()
    made.send(HELLO)
    assert decode_upward(up[0]) == HELLO
    made.push(encode(Stopping()))
    assert await made.receive() == Arrived(Stopping())


async def test_hanging_up_is_told_once() -> None:
    made, up, ends = link()
    await made.receive()
    await made.close()
    await made.close()
    assert ends == ["hung up"]
    assert await made.receive() == Closed("closed here")
    made.send(HELLO)
    assert up == []


async def test_the_servers_end_closes_the_link() -> None:
    made, _, ends = link()
    await made.receive()
    made.end("the server stops")
    made.push(encode(Stopping()))
    assert await made.receive() == Closed("the server stops")
    assert ends == []


async def test_a_frame_that_cannot_be_read_closes_the_link() -> None:
    made, _, ends = link()
    await made.receive()
    made.push(b"\xc1")
    assert isinstance(await made.receive(), Closed)
    assert ends == ["hung up"]
