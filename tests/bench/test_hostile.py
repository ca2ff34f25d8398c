"""What the dearest messages cost that anybody may send: none may hold the server up for more than 10 ms.

Each is given to a whole host, with a match that runs, and its answer waited for; the time is the CPU of this thread.
"""

import asyncio
import time
from collections.abc import Callable, Iterator

import pytest

from game import resources
from game.ai.roster import LEVELS
from game.content import ruleset
from game.maps import load
from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.limits import MOST_BYTES_UP
from game.rules.ids import District, Leader, Seat
from game.rules.orders import MOST_ORDERS, Ballot, Build, Gift, Motion, Pledge, Slate, Travel
from server.config import Config
from server.host.guest import Guest
from server.host.library import Library
from server.local import LocalHost
from tests.support import malformed

LEADERS, DISTRICTS = 4, 16


class Door:
    """A host in its own loop, and one connection that sits in a running match of two."""

    address = "bench"

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        city = load(resources.maps_folder() / "core").city
        library = Library(ruleset(), {"core": city}, LEVELS)
        self._local = LocalHost(Config(), library=library)
        self._runner.run(self._open())

    async def _open(self) -> None:
        await self._local.__aenter__()
        self.guests = [self._greeted(name) for name in ("a", "b")]
        plans = (say.SeatPlan("any", say.YOU), say.SeatPlan("any", say.OPEN))
        await self._ask(0, say.CreateRoom("Ann", "A room", "core", plans, "short", neutral=False))
        (keeper,) = self._local.host.rooms.all()
        self.room = keeper.id
        await self._ask(1, say.JoinRoom("Bob", self.room))
        await self._ask(1, say.SetLobbyReady(self.room, ready=True))
        await self._ask(0, say.StartMatch(self.room))
        assert keeper.room.image.state is not None

    def _greeted(self, name: str) -> Guest:
        guest = self._local.host.attach(self)
        self._local.host.receive(guest, encode(say.Hello(say.VERSION, "bench", name * 32)))
        return guest

    def push(self, frame: bytes) -> None:
        """See `Peer.push`."""

    def greeted(self) -> None:
        """See `Peer.greeted`."""

    def end(self, code: int, reason: str) -> None:
        """See `Peer.end`: who is too fast is not shown out here."""

    async def _ask(self, who: int, act: say.Act) -> None:
        guest = self.guests[who]
        assert guest.session is not None
        guest.session._acts.clear()
        await self.hears(guest, encode(say.Command(1, act)))
        await asyncio.sleep(0.05)

    async def hears(self, guest: Guest, frame: bytes) -> None:
        """The frame came, and all that comes of it is done."""
        guest.bucket._level = guest.bucket._burst
        guest.strikes = 0
        if guest.session is not None:
            guest.session.forget(1)
        self._local.host.receive(guest, frame)
        for _ in range(4):
            await asyncio.sleep(0)
        for keeper in tuple(self._local.host.rooms.all()):
            await keeper.settled()

    def run(self, frame: bytes) -> None:
        """The same, from outside the loop."""
        self._runner.run(self.hears(self.guests[0], frame))

    def close(self) -> None:
        """Let go of it."""
        self._runner.run(self._local.__aexit__(None, None, None))
        self._runner.close()


@pytest.fixture(scope="module")
def door() -> Iterator[Door]:
    opened = Door()
    yield opened
    opened.close()


def slate(make: Callable[[int], object]) -> Callable[[str], say.Act]:
    """As many orders of a kind as a slate may have."""
    orders: Slate = tuple(make(number) for number in range(MOST_ORDERS))  # type: ignore[misc]
    return lambda room: say.SaveSlate(room, 1, orders)


def leader(number: int) -> Leader:
    return Leader(number % LEADERS)


def place(number: int) -> District:
    return District(number % DISTRICTS)


ACTS: dict[str, Callable[[str], say.Act]] = {
    "travels": slate(lambda n: Travel(leader(n), place(n))),
    "buildings": slate(lambda n: Build(leader(n), place(n), "no_such_thing")),
    "pledges": slate(lambda n: Pledge(leader(n), place(n), "consent", n % 3)),
    "motions": slate(lambda n: Motion(leader(n), place(n), "no_such_law")),
    "ballots": slate(lambda n: Ballot(f"no_such_law_{n}", n % 2 == 0, n)),
    "gifts": slate(lambda n: Gift(Seat(n % 3), n, n)),
    "pins": lambda room: say.SetPins(room, 1, tuple(say.Pin("care", place(n)) for n in range(say.MOST_PINS))),
    "chat": lambda room: say.Speak("e\u0301\u200b" * (say.MOST_TEXT // 3), room),
    "name": lambda room: say.JoinRoom("\u1e9b\u0323" * 32, room),
    "room": lambda room: say.CreateRoom(
        "\ufdfa" * 64, "\ufdfa" * 64, "m" * 64, tuple(say.SeatPlan("f" * 64, "p" * 64) for _ in range(8)), "l" * 64,
        webhook="https://" + "w" * 290,
    ),
    "rooms": lambda room: say.ListRooms(),
    "token": lambda room: say.ResumeSeat(room, "t" * 64),
    "password": lambda room: say.WatchRoom(room, "p" * 64),
    "report": lambda room: say.Report(room, 1, "\ufdfa" * say.MOST_TEXT),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTS)
def test_the_dearest_commands(benchmark, door, name):
    benchmark(door.run, encode(say.Command(1, ACTS[name](door.room))))


ROUGH: dict[str, bytes] = {
    "lists in lists": b"\x91" * MOST_BYTES_UP,
    "many small things": b"\xdc\x3f\xf0" + b"\xc0" * (MOST_BYTES_UP - 3),
    "many keys": b"\xde\x0f\xff" + b"\xa1a\xc0" * 4095,
    "bytes": b"\xc5\x3f\xf0" + bytes(MOST_BYTES_UP - 3),
}


@pytest.mark.parametrize("name", ROUGH)
def test_the_longest_that_cannot_be_read(benchmark, door, name):
    benchmark(door.run, ROUGH[name][:MOST_BYTES_UP])


def test_the_worst_of_many_that_are_malformed(benchmark, door):
    """The dearest of one thousand is found first, then measured."""

    def cost(payload: bytes) -> float:
        began = time.thread_time()
        door.run(payload)
        return time.thread_time() - began

    source = malformed.payloads(5)
    worst = max((next(source) for _ in range(1000)), key=cost)
    benchmark(door.run, worst)
