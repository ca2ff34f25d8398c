import base64
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from websockets.client import ClientProtocol
from websockets.http11 import Request
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.typing import Subprotocol
from websockets.uri import parse_uri

from game.protocol.messages import SUBPROTOCOL
from server.wire.opening import (
    MOST_BYTES_OF_REQUEST,
    Opening,
    answered_shortly,
    asks_for_websocket,
    why_not,
)

REQUEST = b"GET /somewhere HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Upgrade\r\n\r\n"


def opening() -> tuple[Opening, ServerProtocol]:
    protocol = ServerProtocol()
    return Opening(protocol), protocol


@pytest.mark.parametrize("step", [1, 2, 3, 5, 7, len(REQUEST)])
def test_a_request_is_whole_however_it_is_cut(step: int) -> None:
    ours, _ = opening()
    requests = [ours.feed(REQUEST[at : at + step]) for at in range(0, len(REQUEST), step)]
    assert requests[:-1] == [None] * (len(requests) - 1)
    assert isinstance(requests[-1], Request)
    assert requests[-1].path == "/somewhere"
    assert asks_for_websocket(requests[-1])


@pytest.mark.parametrize("cut", range(1, len(REQUEST) + 1))
def test_what_comes_after_the_request_is_kept_from_the_library(cut: int) -> None:
    ours, protocol = opening()
    ping = b"\x89\x80\x00\x00\x00\x00"
    request, rest = ours.feed(REQUEST[:cut]), REQUEST[cut:] + ping
    if request is None:
        request = ours.feed(rest)
        assert ours.beyond == ping
    assert isinstance(request, Request)
    assert protocol.data_to_send() == []


def test_a_plain_get_asks_for_no_websocket() -> None:
    ours, _ = opening()
    request = ours.feed(b"GET / HTTP/1.1\r\nConnection: close\r\nConnection: keep-alive\r\n\r\n")
    assert request is not None
    assert not asks_for_websocket(request)


def test_a_request_without_end_is_refused_before_it_costs_much() -> None:
    ours, protocol = opening()
    line = b"X-Filler: " + b"x" * 1000 + b"\r\n"
    fed = 0
    assert ours.feed(b"GET / HTTP/1.1\r\n") is None
    while not protocol.eof_sent:
        assert ours.feed(line) is None
        fed += len(line)
    assert fed <= MOST_BYTES_OF_REQUEST + len(line)
    assert protocol.data_to_send()[0].startswith(b"HTTP/1.1 431 ")


def test_what_is_no_request_is_refused_and_the_reason_fits_a_line() -> None:
    ours, protocol = opening()
    assert ours.feed(b"\x16\x03\x01" + b"\xff" * 500 + b"\n") is None
    assert protocol.eof_sent
    assert "\n" not in why_not(protocol)
    assert len(why_not(protocol)) <= 200


# --- the short way --------------------------------------------------------------------------------


def a_server() -> ServerProtocol:
    return ServerProtocol(origins=[None], subprotocols=[Subprotocol(SUBPROTOCOL)])


def of_the_library(protocol: ServerProtocol, data: bytes) -> bytes | None:
    """What came after the request, if the library accepts it."""
    ours = Opening(protocol)
    request = ours.feed(data)
    if request is None:
        return None
    protocol.send_response(protocol.accept(request))
    return ours.beyond if protocol.state is State.OPEN else None


def standing(protocol: ServerProtocol, beyond: bytes) -> object:
    """Everything by which the library shows what it knows, before and after what comes next."""
    before = protocol.data_to_send(), protocol.subprotocol, protocol.extensions, protocol.accept_called
    protocol.receive_data(beyond)
    frames = protocol.events_received()[-1:]  # its first event may be the request
    fault = None if protocol.parser_exc is None else str(protocol.parser_exc)
    after = protocol.state, fault, protocol.data_to_send()
    protocol.receive_eof()
    return before, frames if beyond else [], after, protocol.close_code, protocol.data_to_send()


def asked(*lines: bytes) -> bytes:
    return b"\r\n".join((*lines, b"", b""))


KEY = base64.b64encode(bytes(range(16)))
KEYS = st.one_of(
    st.binary(min_size=16, max_size=16).map(base64.b64encode),
    st.binary(max_size=18).map(base64.b64encode),
    st.sampled_from([KEY[:-1], KEY + b" ", b" " + KEY, KEY[:21] + b"x==", KEY[:3] + b"\n" + KEY[4:]]),
)
FIRST = st.sampled_from(
    [b"GET / HTTP/1.1"] * 9 + [b"GET /a?b HTTP/1.1", b"GET / HTTP/1.0", b"GET  / HTTP/1.1"]
)
HOSTS = st.sampled_from([b"Host: x"] * 9 + [b"Host: [::1]:80", b"Host:", b"Host: a b", b"host: x"])
MORE = st.sampled_from(
    [
        b"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
        b"User-Agent: Python/3.11 websockets/17.0",
        b"Origin: http://elsewhere",
        b"X-Forwarded-For: 10.0.0.1",
        b"Transfer-Encoding: chunked",
        b"Content-Length: 5",
        b"Sec-WebSocket-Version: 12",
        b"Sec-WebSocket-Key: " + KEY,
        b"Sec-WebSocket-Protocol: other",
        b"Connection: close",
        b" folded",
    ]
)
VERSIONS = st.sampled_from([b"Sec-WebSocket-Version: 13"] * 9 + [b"Sec-WebSocket-Version: 8"])
OURS = b"Sec-WebSocket-Protocol: " + SUBPROTOCOL.encode()
PROTOCOLS = st.sampled_from([OURS] * 9 + [OURS + b"x", OURS + b", other", OURS.replace(b".", b"-")])
requests = st.builds(
    lambda first, host, key, version, extension, protocol, more: asked(
        first,
        host,
        b"Upgrade: websocket",
        b"Connection: Upgrade",
        b"Sec-WebSocket-Key: " + key,
        version,
        *extension,
        protocol,
        *more,
    ),
    FIRST,
    HOSTS,
    KEYS,
    VERSIONS,
    st.lists(MORE, max_size=1),
    PROTOCOLS,
    st.lists(MORE, max_size=2),
)
USUAL = asked(
    b"GET / HTTP/1.1",
    b"Host: x",
    b"Upgrade: websocket",
    b"Connection: Upgrade",
    b"Sec-WebSocket-Key: " + KEY,
    b"Sec-WebSocket-Version: 13",
    OURS,
)
spoilt = st.builds(
    lambda data, at, byte: data[: at % len(data)] + byte + data[at % len(data) + 1 :],
    st.one_of(requests, st.just(USUAL)),
    st.integers(0, 400),
    st.sampled_from([b"", b"\r", b"\n", b"\0", b" ", b"\xff", b"\t", b":", b"x", b"\r\n\r\n"]),
)
AFTER = st.sampled_from(
    [b"", b"\x82\x80mask", b"\x89\x81maskx", b"\x82\x00", b"\x88\x80mask", b"\x82", b"\r\n"]
)


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(request=st.one_of(requests, spoilt), after=AFTER)
@example(request=USUAL, after=b"")
@example(request=USUAL[:-2] + b"User-Agent: x\r\n\r\n", after=b"\x82\x80mask")
@example(request=USUAL + USUAL, after=b"")
def test_what_the_short_way_accepts_the_library_accepts_with_the_same_words(
    monkeypatch: pytest.MonkeyPatch, request: bytes, after: bytes
) -> None:
    monkeypatch.setattr(time, "time", lambda: 1_800_000_000.25)
    short, library = a_server(), a_server()
    beyond = answered_shortly(short, request + after)
    if beyond is None:
        assert short.state is State.CONNECTING
        assert not short.writes
        return
    assert beyond == of_the_library(library, request + after)
    assert standing(short, beyond) == standing(library, beyond)


@pytest.mark.parametrize("agent", [[], [b"User-Agent: Python/3.11 websockets/17.0"]])
@pytest.mark.parametrize("extension", [[], [b"Sec-WebSocket-Extensions: permessage-deflate"]])
def test_the_usual_request_goes_the_short_way(agent: list[bytes], extension: list[bytes]) -> None:
    lines = USUAL.split(b"\r\n")[:-2]
    assert answered_shortly(a_server(), asked(*lines[:-1], *extension, lines[-1], *agent)) == b""


def test_what_the_library_asks_as_a_client_is_usual() -> None:
    client = ClientProtocol(parse_uri("ws://127.0.0.1:8000/"), subprotocols=[Subprotocol(SUBPROTOCOL)])
    client.send_request(client.connect())
    server = a_server()
    assert answered_shortly(server, b"".join(client.data_to_send())) == b""
    client.receive_data(b"".join(server.data_to_send()))
    assert client.state is State.OPEN
    assert client.subprotocol == SUBPROTOCOL


@pytest.mark.parametrize("cut", [1, 40, len(USUAL) - 1])
def test_a_request_in_pieces_is_the_librarys(cut: int) -> None:
    assert answered_shortly(a_server(), USUAL[:cut]) is None
