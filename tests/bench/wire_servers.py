"""The servers of the race in `wire_race`: `python -m tests.bench.wire_servers KIND` prints where it listens.

`bare` is a handler of the websockets library that knows no game: it acknowledges whatever comes, and when a group of
three has sent five messages each it sends an update to each of them. `library` and `quick` are our own transport,
codec, host and rooms, with a trivial ruleset and a journal in memory; they differ in `quick_frames` alone. `codec-...` is
our own transport and codec alone: what it has decoded it acknowledges as `bare` does. `bound` reads and writes, no
more.
"""

import asyncio
import itertools
import sys
from collections import Counter
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, ClassVar, cast
from unittest import mock

import uvloop
from msgspec.structs import replace
from websockets.asyncio.server import ServerConnection
from websockets.asyncio.server import serve as websocket_server
from websockets.http11 import Request
from websockets.server import ServerProtocol
from websockets.typing import Subprotocol

from game.content import ruleset
from game.protocol.codec import decode_upward, encode
from game.protocol.messages import SUBPROTOCOL, Command, Done
from game.rules.state import State
from server.config import Config
from server.garbage import look_rarely
from server.host.guest import Guest
from server.host.host import Host
from server.host.library import Library
from server.limits import AddressCount, Bucket
from server.local import LocalHost
from server.room import table
from server.room.effects import Member
from server.wire.sending import framed
from tests.support.cities import grid_city

SEATS, ASKS = 3, 5
"""A turn: each seat sends four slates and its readiness, waiting for each answer."""

BYTES_OF_UPDATE = 150
"""As long as an update of the trivial ruleset."""

LAST_TURN = 200
"""Then the trivial match begins anew: a turn's number has its limits."""


def trivial(_board: object, state: State, _slates: object, _entries: object) -> State:
    """A turn in which nothing happens."""
    turn = state.public.turn % LAST_TURN + 1
    return replace(state, public=replace(state.public, turn=turn))


class Bare:
    """Connections in groups of three, in the order they came."""

    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._groups: dict[int, list[ServerConnection]] = {}
        self._ready: dict[int, int] = {}

    async def serve(self, socket: ServerConnection) -> None:
        group = next(self._numbers) // SEATS
        self._groups.setdefault(group, []).append(socket)
        done, update = encode(Done(123)), bytes(BYTES_OF_UPDATE)
        async for number in _count(socket):
            await socket.send(done)
            if number % ASKS == 0:
                self._ready[group] = self._ready.get(group, 0) + 1
                if self._ready[group] % SEATS == 0:
                    for each in self._groups[group]:
                        await each.send(update)


async def _count(socket: ServerConnection):
    number = 0
    async for _message in socket:
        number += 1
        yield number


async def run_bare() -> None:
    async with websocket_server(
        Bare().serve,
        "127.0.0.1",
        0,
        subprotocols=[Subprotocol(SUBPROTOCOL)],
        compression=None,
        ping_interval=5,
        ping_timeout=5,
        max_size=16 * 1024,
    ) as server:
        await listening(f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}")


def count_of(data: bytes) -> int:
    """How many frames of a client there are, each of less than 126 bytes and whole."""
    count = at = 0
    while at < len(data):
        at += 6 + (data[at + 1] & 0x7F)
        count += 1
    return count


class Bound(asyncio.Protocol):
    """One read and one write a message, and nothing in between: what no server in Python is above."""

    group: ClassVar[list["Bound"]] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._protocol = ServerProtocol(subprotocols=[Subprotocol(SUBPROTOCOL)])
        self._done, self._update = framed([encode(Done(123))]), framed([bytes(BYTES_OF_UPDATE)])
        self._is_open = False
        self._count = 0
        if len(Bound.group) == SEATS:
            Bound.group = []
        self._group = Bound.group
        self._group.append(self)

    def data_received(self, data: bytes) -> None:
        if not self._is_open:
            self._protocol.receive_data(data)
            (request,) = self._protocol.events_received()
            self._protocol.send_response(self._protocol.accept(cast("Request", request)))
            self._transport.write(b"".join(self._protocol.data_to_send()))
            self._is_open = True
            return
        messages = count_of(data)
        self._transport.write(self._done * messages)
        self._count += messages
        if self._count % ASKS == 0 and sum(each._count for each in self._group) % (ASKS * SEATS) == 0:
            for each in self._group:
                each._transport.write(self._update)


async def run_bound() -> None:
    server = await asyncio.get_running_loop().create_server(Bound, "127.0.0.1", 0)
    await listening(f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}")


class Acknowledging:
    """Stands in for the host once a client has said hello; groups are as in `Bare`."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._greet = host.receive
        self._update = bytes(BYTES_OF_UPDATE)
        self._counts: Counter[int] = Counter()
        host.receive = self.receive  # type: ignore[method-assign]

    def receive(self, guest: Guest, frame: bytes) -> None:
        if guest.session is None:
            self._greet(guest, frame)
            return
        message = decode_upward(frame)
        assert isinstance(message, Command), message
        guest.peer.push(encode(Done(message.id)))
        group = (guest.member - 1) // SEATS
        self._counts[group] += 1
        if self._counts[group] % (SEATS * ASKS) == 0:
            for place in range(1, SEATS + 1):
                self._host.board.guests[Member(group * SEATS + place)].peer.push(self._update)


async def run_ours(*, quick: bool, with_rooms: bool = True) -> None:
    city = grid_city()
    library = Library(ruleset(), {city.map_id: city}, ("greedy",))
    config = Config(port=0, rooms=100_000, quick_frames=quick)
    async with LocalHost(config, library=library, listen=True) as host:
        look_rarely()
        if not with_rooms:
            Acknowledging(host.host)
        await listening(host.url)


async def listening(url: str) -> None:
    sys.stdout.write(f"listening {url}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


RUNS: dict[str, Callable[[], Coroutine[Any, Any, None]]] = {
    "bare": run_bare,
    "library": partial(run_ours, quick=False),
    "quick": partial(run_ours, quick=True),
    "codec-library": partial(run_ours, quick=False, with_rooms=False),
    "codec-quick": partial(run_ours, quick=True, with_rooms=False),
    "bound": run_bound,
}


def yes(*_asked: object) -> bool:
    return True


def no(*_asked: object) -> bool:
    return False


def main(kind: str) -> None:
    # Nobody is held back: the race is about what a message costs.
    unhurried = mock.patch.object(Bucket, "take", yes)
    crowded = mock.patch.object(AddressCount, "is_full", no)
    rules = mock.patch.multiple(
        table,
        faults=lambda *_asked: (),
        resolve=trivial,
        diff=lambda _old, _new: {},
        public_hash=lambda _public: bytes(32),
        state_hash=lambda _state: bytes(32),
    )
    with unhurried, crowded, rules:
        uvloop.run(RUNS[kind]())


if __name__ == "__main__":
    main(sys.argv[1])
