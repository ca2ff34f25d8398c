"""What strangers may send instead of what they should: handshakes, frames and payloads, drawn from a seed."""

import random
from collections.abc import Callable, Iterator

import msgspec

from game.link.address import Address
from game.protocol import messages as say
from game.protocol.codec import encode
from game.rules.ids import District, Leader
from game.rules.orders import Care
from tests.support.sockets import frame, request

Make = Callable[[random.Random, Address], bytes]


# --- instead of a handshake ---------------------------------------------------------------------------


def _rubbish(draw: random.Random, _: Address) -> bytes:
    return draw.randbytes(draw.choice([1, 7, 80, 600, 5000])) + draw.choice([b"", b"\n", b"\r\n\r\n"])


def _damaged(draw: random.Random, address: Address) -> bytes:
    """A good request with some bytes changed, put in or gone."""
    good = bytearray(request(address))
    for _ in range(draw.randint(1, 6)):
        at = draw.randrange(len(good))
        good[at : at + draw.randint(0, 2)] = draw.choice(
            [b"", b"\r", b"\n", b"\0", b"\xff", b":", draw.randbytes(3)]
        )
    return bytes(good)


def _cut(draw: random.Random, address: Address) -> bytes:
    return request(address)[: draw.randrange(1, 200)]


def _other_lines(draw: random.Random, address: Address) -> bytes:
    """A request that a browser, another program or an attacker might send."""
    lines = request(address).split(b"\r\n")[:-2]
    wrong = [
        b"Origin: https://elsewhere.example",
        b"Sec-WebSocket-Version: 8",
        b"Sec-WebSocket-Version: 13",
        b"Sec-WebSocket-Key: short",
        b"Sec-WebSocket-Protocol: chat, ,superchat",
        b"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=99",
        b"Connection: close",
        b"Upgrade: h2c",
        b"Content-Length: 99999999999999999999999",
        b"Transfer-Encoding: chunked",
        b"X-Forwarded-For: " + b"1.2.3.4, " * draw.randint(1, 300),
        b"X-Long: " + b"x" * draw.choice([10, 9000, 40_000]),
        b"Cookie: \x80\xfe\x00",
        b" folded",
    ]
    kept = [line for line in lines[1:] if draw.random() < 0.8]
    first = draw.choice(
        [lines[0], b"POST / HTTP/1.1", b"GET / HTTP/1.0", b"GET  /", b"GET /" + b"a" * 9000 + b" HTTP/1.1"]
    )
    several = draw.choice([1, 1, 1, 200])
    return b"\r\n".join([first, *kept, *draw.sample(wrong, draw.randint(1, 4)) * several, b"", b""])


HANDSHAKES: list[Make] = [_rubbish, _damaged, _cut, _other_lines, _other_lines]


# --- instead of a frame -------------------------------------------------------------------------------


def _any_head(draw: random.Random, _: Address) -> bytes:
    return draw.randbytes(2) + draw.randbytes(draw.choice([0, 4, 12, 200]))


def _not_masked(draw: random.Random, _: Address) -> bytes:
    return bytes((0x82, draw.randrange(126))) + draw.randbytes(130)


def _promising(draw: random.Random, _: Address) -> bytes:
    """The head of a frame that is far too long, or whose end never comes."""
    return bytes((0x82, draw.choice([0xFE, 0xFF]))) + draw.randbytes(12)


def _control(draw: random.Random, _: Address) -> bytes:
    return frame(
        draw.randbytes(draw.choice([0, 1, 2, 125, 126, 300])),
        draw.choice([8, 9, 10]),
        fin=draw.random() < 0.8,
    )


def _in_parts(draw: random.Random, _: Address) -> bytes:
    """Messages in parts that begin, go on or end as they must not."""
    return b"".join(
        frame(draw.randbytes(draw.choice([0, 10, 3000])), draw.choice([0, 0, 1, 2]), fin=draw.random() < 0.3)
        for _ in range(draw.randint(1, 12))
    )


def _text(draw: random.Random, _: Address) -> bytes:
    return frame(draw.randbytes(draw.randrange(60)), 1)


FRAMES: list[Make] = [_any_head, _not_masked, _promising, _control, _in_parts, _text]


# --- instead of a message -----------------------------------------------------------------------------

_ORDERS = (Care(Leader(0), District(4)), Care(Leader(1), District(2)))
_MESSAGES: list[say.Upward] = [
    say.Command(1, say.SaveSlate("0" * 16, 3, _ORDERS)),
    say.Command(2, say.SetReady("0" * 16, 3, ready=True)),
    say.Command(3, say.JoinRoom("Mallory", "ABCDEF")),
    say.Command(4, say.ResumeSeat("0" * 16, "t" * 43, 7)),
    say.Command(5, say.AskMap("0a" * 32, 65536)),
    say.Command(6, say.ListRooms()),
    say.Hello(say.VERSION, "raw", "k" * 32),
]
_STRANGE: list[object] = [
    float("nan"),
    -1,
    2**63,
    2**64 - 1,
    True,
    None,
    b"\xff",
    "\0",
    "\u202e",
    "x" * 70,
    [],
    {},
    [[[]]],
    {"t": "do"},
]


def _any_bytes(draw: random.Random) -> bytes:
    return draw.randbytes(draw.choice([0, 1, 3, 20, 400, 4000]))


def _changed(draw: random.Random) -> bytes:
    good = bytearray(encode(draw.choice(_MESSAGES)))
    for _ in range(draw.randint(1, 4)):
        good[draw.randrange(len(good))] = draw.randrange(256)
    return bytes(good)


def _nested(draw: random.Random) -> bytes:
    return draw.choice([b"\x91", b"\x81\xa1t", b"\xdc\x00\x01"]) * draw.choice([5, 9, 100, 3000]) + b"\xc0"


def _foreign(draw: random.Random) -> bytes:
    """Types and lengths that have no place in a message."""
    return draw.choice(
        [b"\xd4\x01\x02", b"\xc7\xff\x01", b"\xdf\xff\xff\xff\xff", b"\xdd\xff\xff\xff\xff", b"\xc1"]
    )


def _strange_fields(draw: random.Random) -> bytes:
    """A message with fields that are not what they should be."""
    plain = msgspec.msgpack.decode(encode(draw.choice(_MESSAGES)))
    inner = plain.get("act", plain)
    inner[draw.choice([*inner, "more"])] = draw.choice(_STRANGE)
    if draw.random() < 0.2:
        plain["id"] = draw.choice(_STRANGE)
    return msgspec.msgpack.encode(plain)


PAYLOADS = [_any_bytes, _changed, _nested, _foreign, _strange_fields, _strange_fields]


def handshakes(seed: int, address: Address) -> Iterator[bytes]:
    """Handshakes that fail, or would if they were ever whole; without end."""
    draw = random.Random(seed)
    while True:
        yield draw.choice(HANDSHAKES)(draw, address)


def frames(seed: int, address: Address) -> Iterator[bytes]:
    """What to send over a websocket that stands; without end."""
    draw = random.Random(seed)
    while True:
        yield draw.choice(FRAMES)(draw, address)


def payloads(seed: int) -> Iterator[bytes]:
    """What to send as a binary message; without end."""
    draw = random.Random(seed)
    while True:
        yield draw.choice(PAYLOADS)(draw)
