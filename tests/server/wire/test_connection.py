import asyncio
import contextlib
import gc
import inspect
import weakref
from collections import Counter
from contextlib import AsyncExitStack
from typing import Any

import msgspec
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin, Subprotocol

from game.link.happenings import Connected, Displaced, MatchBegun, Scolded, TurnPlayed
from game.link.match_client import MatchClient
from game.link.websocket import WebSocketLink
from game.protocol import messages as say
from game.protocol.codec import decode_downward, encode
from game.protocol.limits import MOST_BYTES_BEFORE_HELLO, MOST_BYTES_UP
from game.protocol.refusals import Refused
from game.rules.ids import District, Leader
from game.rules.orders import Build, Campaign, Festival, Slate
from server.config import Config
from server.limits import BURST, FRAMES_A_TURN, STRIKES, UNGREETED_PER_ADDRESS
from server.local import LocalHost
from server.wire import connection, sending
from tests.support.servers import (
    PATIENCE,
    a_room,
    address_of,
    client_at,
    local_host,
    own_campaign,
    until,
)
from tests.support.sockets import RawSocket, frame

KEY = "k" * 32
HELLO = say.Hello(say.VERSION, "test", KEY)


def socket_to(host: LocalHost, **options: Any) -> connect:
    return connect(
        host.url, subprotocols=[Subprotocol(say.SUBPROTOCOL)], proxy=None, compression=None, **options
    )


async def heard(socket: ClientConnection) -> say.Downward:
    async with asyncio.timeout(PATIENCE):
        message = decode_downward(await socket.recv(decode=False))
    assert not isinstance(message, tuple)
    return message  # type: ignore[return-value]


async def refused(socket: ClientConnection) -> say.Declined:
    while True:
        message = await heard(socket)
        if isinstance(message, say.Declined):
            return message


async def closed(socket: ClientConnection) -> int | None:
    async with asyncio.timeout(PATIENCE):
        with contextlib.suppress(ConnectionClosed):
            while True:
                await socket.recv()
    return socket.close_code


async def greeted(socket: ClientConnection, key: str = KEY) -> say.Welcome:
    await socket.send(encode(say.Hello(say.VERSION, "test", key)))
    message = await heard(socket)
    assert isinstance(message, say.Welcome)
    return message


async def begun(client: MatchClient) -> say.Seated:
    seated = await client.create(a_room(say.YOU, "greedy"))
    assert isinstance(seated, say.Seated)
    assert isinstance(await client.start(), say.Done)
    await until(client, MatchBegun)
    return seated


async def test_hello_is_answered_with_what_there_is() -> None:
    async with local_host() as host, socket_to(host) as socket:
        assert socket.subprotocol == say.SUBPROTOCOL
        welcome = await greeted(socket)
        assert [offer.seats for offer in welcome.maps] == [3]
        assert set(welcome.factions) >= {"sra", "occ", "ca"}
        assert "greedy" in welcome.levels


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (say.Hello(say.VERSION + 1, "other", KEY), Refused.OTHER_VERSION),
        (say.Command(1, say.ListRooms()), Refused.HELLO_FIRST),
    ],
)
async def test_who_does_not_greet_properly_is_told_and_closed(message: say.Upward, code: Refused) -> None:
    async with local_host() as host, socket_to(host) as socket:
        await socket.send(encode(message))
        answer = await refused(socket)
        assert answer.refusals[0].code == code
        assert answer.refusals[0].mend
        assert await closed(socket) == 1008


async def test_a_second_hello_is_refused_and_the_connection_goes_on() -> None:
    async with local_host() as host, socket_to(host) as socket:
        await greeted(socket)
        await socket.send(encode(HELLO))
        assert (await refused(socket)).refusals[0].code == Refused.HELLO_TWICE
        await socket.send(encode(say.Command(1, say.ListRooms())))
        assert await heard(socket) == say.Rooms(1, ())


FRAMES: list[tuple[bytes | str, Refused, str, int]] = [
    (b"\xc1", Refused.MALFORMED, "", 0),
    (b"\xd4\x01\x02", Refused.MALFORMED, "", 0),
    (b"\x91" * 20 + b"\xc0", Refused.TOO_DEEP, "", 0),
    ("text", Refused.NOT_BINARY, "", 0),
    (msgspec.msgpack.encode({"t": "do", "id": 5, "act": {"t": "fly"}}), Refused.WRONG_FIELD, "act.t", 5),
    (msgspec.msgpack.encode({"t": "do", "id": 5}), Refused.WRONG_FIELD, "", 5),
]


async def test_frames_that_came_together_leave_others_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    turns = 0
    heard_in: list[int] = []
    all_heard = asyncio.Event()

    def hear(_guest: object, _frame: bytes) -> None:
        heard_in.append(turns)
        if len(heard_in) == 3 * FRAMES_A_TURN:
            all_heard.set()

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async with local_host() as host, socket_to(host) as socket:
        await greeted(socket)
        monkeypatch.setattr(host.host, "receive", hear)
        counting = asyncio.create_task(count())
        for _ in range(3 * FRAMES_A_TURN):
            socket.protocol.send_binary(b"\xc0")
        socket.transport.write(b"".join(socket.protocol.data_to_send()))
        async with asyncio.timeout(PATIENCE):
            await all_heard.wait()
        counting.cancel()
    assert max(Counter(heard_in).values()) <= FRAMES_A_TURN


@pytest.mark.parametrize(("frame", "code", "field", "re"), FRAMES)
async def test_a_frame_that_cannot_be_read_is_answered(
    frame: bytes | str, code: Refused, field: str, re: int
) -> None:
    async with local_host() as host, socket_to(host) as socket:
        await greeted(socket)
        await socket.send(frame)
        answer = await refused(socket)
        refusal = answer.refusals[0]
        assert (answer.re, refusal.code, refusal.field) == (re, code, field)
        assert refusal.text
        assert refusal.mend
        await socket.send(encode(say.Command(6, say.ListRooms())))
        assert await heard(socket) == say.Rooms(6, ())


@pytest.mark.parametrize(
    ("orders", "code", "field"),
    [
        ((Campaign(Leader(4), District(0)),), "not_your_leader", "leader"),
        ((Campaign(Leader(0), District(200)),), "unknown_district", "district"),
        (tuple(Festival(Leader(n), District(n)) for n in range(3)), "too_little_voice", "voice"),
        ((Build(Leader(0), District(0), "palace"),), "unknown_facility", "facility"),
    ],
)
async def test_a_slate_against_the_rules_is_refused_and_the_match_goes_on(
    orders: Slate, code: str, field: str
) -> None:
    async with local_host() as host, client_at(address_of(host)) as client:
        await begun(client)
        answer = await client.save_slate(orders)
        assert isinstance(answer, say.Declined)
        by_code = {refusal.code: refusal for refusal in answer.refusals}
        assert by_code[code].field == field
        assert by_code[code].text
        assert by_code[code].mend
        assert isinstance(await client.save_slate(own_campaign(client)), say.Done)
        assert isinstance(await client.set_ready(ready=True), say.Done)
        assert (await until(client, TurnPlayed)).turn == 1


async def test_an_order_for_a_turn_that_is_closed_is_late() -> None:
    async with local_host() as host, client_at(address_of(host)) as client:
        await begun(client)
        await client.set_ready(ready=True)
        await until(client, TurnPlayed)
        assert client.room is not None
        answer = await client.ask(say.SaveSlate(client.room.id, 1, ()))
        assert isinstance(answer, say.Declined)
        assert [(r.code, r.field) for r in answer.refusals] == [(Refused.LATE, "turn")]


async def test_the_same_id_and_act_get_the_same_answer_over_another_connection() -> None:
    room = say.Command(1, a_room(say.YOU, say.OPEN))
    async with local_host() as host:
        answers = []
        for _ in range(2):
            async with socket_to(host) as socket:
                await greeted(socket)
                await socket.send(encode(room))
                answers.append(await heard(socket))
        assert isinstance(answers[0], say.Seated)
        assert answers[0] == answers[1]
        async with socket_to(host) as socket:
            await greeted(socket)
            await socket.send(encode(say.Command(1, say.ListRooms())))
            assert (await refused(socket)).refusals[0].code == Refused.ID_REUSED


async def test_a_long_answer_that_changed_nothing_is_not_kept() -> None:
    async with local_host() as host, socket_to(host) as socket:
        await greeted(socket)
        for number in (1, 1, 2):
            await socket.send(encode(say.Command(number, say.ListRooms())))
            assert await heard(socket) == say.Rooms(number, ())
        (guest,) = host.host.board.guests.values()
        assert guest.session is not None
        assert not guest.session._answers


async def test_an_id_with_another_act_does_not_spoil_the_answer_under_way() -> None:
    async with local_host() as host, socket_to(host) as socket:
        await greeted(socket)
        await socket.send(encode(say.Command(1, a_room(say.YOU, say.OPEN))))
        await socket.send(encode(say.Command(1, say.ListRooms())))
        kinds = {type(await heard(socket)) for _ in range(3)}
        assert {say.Seated, say.Declined} <= kinds


async def test_a_seat_is_resumed_after_a_drop_and_the_slate_kept() -> None:
    async with local_host() as host, client_at(address_of(host)) as client:
        await begun(client)
        slate = own_campaign(client)
        await client.save_slate(slate)
        first = client.token
        for guest in tuple(host.host.board.guests.values()):
            assert isinstance(guest.peer, connection.Connection)
            guest.peer.abort()
        assert (await until(client, Connected)).again
        begin = (await until(client, MatchBegun)).begin
        assert begin.slate == slate
        assert client.token != first
        assert isinstance(await client.set_ready(ready=True), say.Done)
        await until(client, TurnPlayed)


async def test_a_takeover_tells_the_old_connection() -> None:
    async with local_host() as host, client_at(address_of(host)) as old, client_at(address_of(host)) as new:
        seated = await begun(old)
        assert isinstance(await new.resume(seated.room.id, seated.token), say.Seated)
        await until(old, Displaced)
        assert old.token is None
        await until(new, MatchBegun)
        assert isinstance(await new.set_ready(ready=True), say.Done)


async def test_a_wrong_token_opens_nothing() -> None:
    async with (
        local_host() as host,
        client_at(address_of(host)) as client,
        client_at(address_of(host)) as other,
    ):
        await begun(client)
        assert client.room is not None
        answer = await other.resume(client.room.id, "x" * 43)
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].code == Refused.BAD_TOKEN
        unknown = await other.resume("nowhere", "x" * 43)
        assert isinstance(unknown, say.Declined)
        assert unknown.refusals[0].code == Refused.UNKNOWN_ROOM


async def test_who_sends_too_fast_is_refused_then_closed_and_nobody_else_notices() -> None:
    async with local_host() as host, client_at(address_of(host)) as honest, socket_to(host) as socket:
        await begun(honest)
        await greeted(socket)
        with contextlib.suppress(ConnectionClosed):
            for number in range(1, BURST + STRIKES * 20):
                await socket.send(encode(say.Command(number, say.ListRooms())))
                await asyncio.sleep(0)
        assert await closed(socket) == 1008
        assert isinstance(await honest.set_ready(ready=True), say.Done)
        await until(honest, TurnPlayed)


@pytest.mark.parametrize(("hello", "most"), [(False, MOST_BYTES_BEFORE_HELLO), (True, MOST_BYTES_UP)])
async def test_a_frame_too_long_closes_the_connection(hello: bool, most: int) -> None:
    async with local_host() as host, socket_to(host) as socket:
        if hello:
            await greeted(socket)
        await socket.send(bytes(most + 1))
        assert await closed(socket) == 1009


async def test_silence_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "HELLO_WITHIN", 0.05)
    async with local_host() as host, socket_to(host) as socket:
        assert await closed(socket) == 1008


async def test_whoever_asks_in_time_has_the_whole_time_for_a_hello(monkeypatch: pytest.MonkeyPatch) -> None:
    """One timer serves all phases: when that of the first one fires, the time for the next is not over."""
    monkeypatch.setattr(connection, "OPENED_WITHIN", 0.5)
    async with local_host() as host, socket_to(host) as socket:
        await asyncio.sleep(0.7)
        await greeted(socket)


async def test_an_address_has_only_so_many_connections_without_a_hello() -> None:
    async with local_host() as host:
        silent = [await socket_to(host) for _ in range(UNGREETED_PER_ADDRESS)]
        async with socket_to(host) as late:
            assert await closed(late) == 1013
        await greeted(silent[0])
        async with socket_to(host) as socket:
            await greeted(socket)
        for each in silent:
            await each.close()


async def crowd(stack: AsyncExitStack, host: LocalHost, *addresses: str) -> list[ClientConnection]:
    """Connections that say nothing, from these addresses by the word of a proxy on this machine."""
    headers = [{"X-Forwarded-For": f"198.51.100.1, {address}"} for address in addresses]
    return [await stack.enter_async_context(socket_to(host, additional_headers=each)) for each in headers]


async def test_behind_a_trusted_proxy_each_address_has_its_own_places() -> None:
    trusting = Config(trusted_proxies=("127.0.0.1",))
    async with local_host(trusting) as host, AsyncExitStack() as stack:
        strangers = (f"203.0.113.{number}" for number in range(UNGREETED_PER_ADDRESS))
        others = await crowd(stack, host, *strangers)
        same = await crowd(stack, host, *["203.0.113.99"] * (UNGREETED_PER_ADDRESS + 1))
        assert await closed(same[-1]) == 1013
        await greeted(others[0])
        await greeted(same[0], "another" * 5)
        assert {guest.peer.address for guest in host.host.board.guests.values()} >= {
            "203.0.113.0",
            "203.0.113.99",
        }


async def test_whoever_is_no_trusted_proxy_cannot_say_where_it_comes_from() -> None:
    async with local_host() as host, AsyncExitStack() as stack:
        strangers = (f"203.0.113.{number}" for number in range(UNGREETED_PER_ADDRESS + 1))
        sockets = await crowd(stack, host, *strangers)
        assert await closed(sockets[-1]) == 1013


@pytest.mark.parametrize(
    ("limit", "value"), [("MOST_BYTES_QUEUED", 1000), ("SEND_WITHIN", 0.05)], ids=["too much", "too long"]
)
async def test_who_does_not_read_is_cut_off(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: float
) -> None:
    monkeypatch.setattr(sending, "MOST_BYTES_QUEUED", 2**30)
    monkeypatch.setattr(sending, limit, value)
    async with (
        local_host() as host,
        client_at(address_of(host)) as honest,
        socket_to(host, max_queue=1) as socket,
    ):
        await begun(honest)
        await greeted(socket)
        (guest,) = (guest for guest in host.host.board.guests.values() if not guest.rooms)
        for _ in range(32):
            guest.peer.push(bytes(2**20))
        async with asyncio.timeout(PATIENCE):
            while len(host.host.board.guests) > 1:  # noqa: ASYNC110 - nothing tells it
                await asyncio.sleep(0.01)
        assert await closed(socket) == 1006
        assert isinstance(await honest.set_ready(ready=True), say.Done)
        await until(honest, TurnPlayed)
        assert len(host.host.board.guests) == 1


async def test_a_client_is_scolded_for_what_is_no_command_of_its() -> None:
    async with local_host() as host, client_at(address_of(host)) as client:
        assert isinstance(client._link, WebSocketLink)
        assert client._link._outbox is not None
        client._link._outbox.put_nowait(b"\xc1")
        assert (await until(client, Scolded)).refusals[0].code == Refused.MALFORMED


async def test_a_web_page_of_somebody_else_may_not_connect() -> None:
    async with local_host() as host:
        with pytest.raises(InvalidStatus) as refusal:
            await socket_to(host, origin=Origin("https://elsewhere.example"))
        assert refusal.value.response.status_code == 403


GONE = {
    "of itself": frame(encode(HELLO)),
    "before a hello": b"",
    "cut off": frame(encode(HELLO)),
    "broken": frame(encode(HELLO)) + b"\xff\xff",
}


REFUSED = {
    "refused": b"GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    "no request": b"nonsense\r\n\r\n",
    "a page": b"GET / HTTP/1.1\r\nHost: here\r\n\r\n",
}


async def gone(host: LocalHost, ends: str) -> list[weakref.ref[Any]]:
    """What a connection was made of that has ended in this way."""
    assert host._front is not None
    threshold = host._front._threshold
    assert threshold is not None
    async with RawSocket(address_of(host)) as raw:
        if ends in REFUSED:
            raw.writer.write(REFUSED[ends])
            await raw.reader.read(1)
        else:
            await raw.opened()
            raw.writer.write(GONE[ends])
            await asyncio.sleep(0.05)
        (one,) = threshold.connections
        assert isinstance(one, connection.Connection)
        if ends == "cut off":
            one.cut("slow", "a test")
        kept: list[weakref.ref[Any]] = [
            weakref.ref(held) for held in (one, one._protocol, one._outbox, one._reader)
        ]
        del one
    await threshold.emptied()
    return kept


@pytest.mark.parametrize("ends", [*GONE, *REFUSED])
async def test_a_connection_that_is_gone_leaves_nothing_for_the_collector(ends: str) -> None:
    """Python looks rarely for what holds each other: the remains of thousands would pile up."""
    async with local_host() as host:
        gc.disable()
        try:
            kept = await gone(host, ends)
            await asyncio.sleep(0.01)
            assert [held() for held in kept] == [None] * 4
        finally:
            gc.enable()


async def test_what_a_client_said_of_itself_is_not_kept_while_it_plays() -> None:
    async with local_host() as host, RawSocket(address_of(host)) as raw:
        await raw.greeted()
        assert host._front is not None
        assert host._front._threshold is not None
        (one,) = host._front._threshold.connections
        assert isinstance(one, connection.Connection)
        parser: Any = one._protocol.parser
        kept = inspect.getgeneratorlocals(parser)["request"]
        assert kept.path == "/"
        assert not kept.headers
