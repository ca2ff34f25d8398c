import pytest
from websockets.http11 import Request
from websockets.server import ServerProtocol

from server.wire.opening import MOST_BYTES_OF_REQUEST, Opening, asks_for_websocket, why_not

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
