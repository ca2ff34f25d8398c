"""A race of three servers under the same load, in turns of each: `python -m tests.bench.wire_race`.

What counts is the CPU time of the server's process alone; the clients are in this one. A round gives each server the
same number of turns of the game, one server after the other, so that what else the machine does meets all alike. The
ratios are medians over the rounds.
"""

import argparse
import asyncio
import contextlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import uvloop
from msgspec import Struct
from websockets.client import ClientProtocol
from websockets.http11 import Response
from websockets.typing import Subprotocol
from websockets.uri import parse_uri

from game.protocol import messages as say
from game.protocol.codec import decode_downward, encode
from game.rules.ids import District, Leader
from game.rules.orders import Campaign
from tests.bench.wire_servers import ASKS, BYTES_OF_UPDATE, SEATS
from tests.support.cities import grid_city

KINDS = ("bare", "library", "quick", "bound")
GAMELESS = ("bare", "bound")
BINARY, PING, PONG = 0x82, 0x89, 0x8A
ROOT = Path(__file__).parents[2]
SLATE = tuple(Campaign(Leader(n), District(n)) for n in range(3))


def cpu_of(pid: int) -> float:
    """Seconds of CPU a process has used, of all its threads, to the nanosecond (Linux)."""
    return time.clock_gettime((~pid << 3) | 2)


def memory_of(pid: int) -> int:
    """Bytes of a process in memory."""
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))


class Seat(asyncio.Protocol):
    """A client that costs little: it asks, waits for the answer, asks again; frames by hand once it is in."""

    def __init__(self, url: str) -> None:
        self._websocket = ClientProtocol(parse_uri(url), subprotocols=[Subprotocol(say.SUBPROTOCOL)])
        self._transport: asyncio.Transport
        self._rest = b""
        self._number = 0
        self.open: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting: asyncio.Future[Any] | None = None
        self._for: type = object
        self.room = ""
        self.turn = 1
        self.turns_left = 0
        self.asked = 0
        self.finished: asyncio.Future[None] | None = None

    # --- coming in ------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._websocket.send_request(self._websocket.connect())
        self._transport.write(b"".join(self._websocket.data_to_send()))

    def data_received(self, data: bytes) -> None:
        if self.open.done():
            self._rest += data
            self._take_frames()
            return
        self._websocket.receive_data(data)
        if any(isinstance(event, Response) for event in self._websocket.events_received()):
            assert self._websocket.handshake_exc is None, self._websocket.handshake_exc
            self.open.set_result(None)

    def send(self, message: bytes, kind: int = BINARY) -> None:
        """A whole frame; a mask of zeros is a mask, too."""
        size = len(message)
        head = bytes((kind, 0x80 | size)) if size < 126 else bytes((kind, 0xFE)) + size.to_bytes(2, "big")
        self._transport.write(head + b"\0\0\0\0" + message)

    async def ask(self, act: say.Act | say.Hello, kind: type[Any]) -> Any:
        """Send it and wait for a message of this kind."""
        self._for, self._waiting = kind, asyncio.get_running_loop().create_future()
        self._number += 1
        self.send(encode(act if isinstance(act, say.Hello) else say.Command(self._number, act)))
        return await asyncio.wait_for(self._waiting, 20)

    def wait_for(self, kind: type[Any]) -> asyncio.Future[Any]:
        self._for, self._waiting = kind, asyncio.get_running_loop().create_future()
        return self._waiting

    # --- playing --------------------------------------------------------------------------------

    def play(self, turns: int) -> asyncio.Future[None]:
        self.turns_left, self.asked = turns, 0
        self.finished = asyncio.get_running_loop().create_future()
        self._next()
        return self.finished

    def _next(self) -> None:
        self.asked += 1
        self._number += 1
        act: say.Act = say.SetReady(self.room, self.turn, ready=True)
        if self.asked < ASKS:
            act = say.SaveSlate(self.room, self.turn, SLATE)
        self.send(encode(say.Command(self._number, act)))

    def _take_frames(self) -> None:
        data, at = self._rest, 0
        while len(data) - at >= 2:
            size, start = data[at + 1], at + 2
            if size >= 126:
                width = 2 if size == 126 else 8
                size, start = int.from_bytes(data[start : start + width], "big"), start + width
            if start + size > len(data):
                break
            if data[at] == PING:
                self.send(data[start : start + size], PONG)
            else:
                self._heard(data[start : start + size])
            at = start + size
        self._rest = data[at:]

    def _heard(self, message: bytes) -> None:
        if self.finished is None:
            self._answered(message)
        elif message[4:8] == b"done":
            if self.asked < ASKS:
                self._next()
        elif message[4:10] == b"update" or len(message) == BYTES_OF_UPDATE:
            self._played()
        elif message[4:12] == b"declined":
            self.finished.set_exception(AssertionError(decode_downward(message)))

    def _answered(self, message: bytes) -> None:
        said = decode_downward(message)
        if self._waiting is not None and not self._waiting.done() and isinstance(said, self._for):
            self._waiting.set_result(said)
        assert not isinstance(said, say.Declined), said

    def _played(self) -> None:
        self.turn = self.turn % 200 + 1
        self.turns_left -= 1
        self.asked = 0
        if self.turns_left:
            self._next()
        elif self.finished is not None:
            self.finished.set_result(None)

    def close(self) -> None:
        self._transport.abort()


class Runner:
    """One of the servers, and the seats at it."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.seats: list[Seat] = []
        command = (sys.executable, "-m", "tests.bench.wire_servers", kind)
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().removeprefix("listening ").strip()
        assert self.url, f"the server {kind} did not start"

    @property
    def cpu(self) -> float:
        return cpu_of(self._process.pid)

    @property
    def memory(self) -> int:
        return memory_of(self._process.pid)

    async def connect(self) -> Seat:
        where = parse_uri(self.url)
        loop = asyncio.get_running_loop()
        _, seat = await loop.create_connection(lambda: Seat(self.url), where.host, where.port)
        await asyncio.wait_for(seat.open, 20)
        self.seats.append(seat)
        return seat

    async def join(self, room: str = "", number: int = 0) -> Seat:
        """A connection, a hello and a seat: in a new room where none is named."""
        seat = await self.connect()
        if self.kind in GAMELESS:
            return seat
        await seat.ask(say.Hello(say.VERSION, "race", f"{len(self.seats):032d}"), say.Welcome)
        plans = (say.SeatPlan("any", say.YOU), *[say.SeatPlan("any", say.OPEN)] * (SEATS - 1))
        made = say.CreateRoom("player 0", "race", grid_city().map_id, plans, "short", None, seed=7)
        act = say.JoinRoom(f"player {number}", room) if room else made
        seated: say.Seated = await seat.ask(act, say.Seated)
        seat.room = seated.room.id
        return seat

    async def start(self, seats: list[Seat]) -> None:
        """Everybody in the room is ready, and its match begins."""
        if self.kind in GAMELESS:
            return
        for seat in seats[1:]:
            await seat.ask(say.SetLobbyReady(seat.room, ready=True), say.Done)
        begun = [seat.wait_for(say.Begin) for seat in seats[1:]]
        await seats[0].ask(say.StartMatch(seats[0].room), say.Begin)
        await asyncio.gather(*begun)

    async def play(self, turns: int) -> float:
        """So many turns in every room at once; returns the CPU seconds the server needed for one of them."""
        before = self.cpu
        await asyncio.wait_for(asyncio.gather(*(seat.play(turns) for seat in self.seats)), 120)
        return (self.cpu - before) / (turns * len(self.seats) / SEATS)

    def close(self) -> None:
        for seat in self.seats:
            seat.close()
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


class Opening(Struct):
    """What it took to fill a server: bytes before the first room and per room, CPU seconds of a join."""

    memory: int
    room: float
    join: float


async def fill(runner: Runner, rooms: int) -> Opening:
    """So many rooms of three. The joins counted are of those who come into a room that is there."""
    memory, joins = runner.memory, 0.0
    for _ in range(rooms):
        seats = [await runner.join()]
        before = runner.cpu
        seats += [await runner.join(seats[0].room, number) for number in range(1, SEATS)]
        joins += runner.cpu - before
        await runner.start(seats)
    return Opening(memory, (runner.memory - memory) / rooms, joins / (rooms * (SEATS - 1)))


async def race(rooms: int, turns: int, rounds: int, kinds: tuple[str, ...] = KINDS) -> str:
    """Run it; returns a table in words."""
    with contextlib.ExitStack() as stack:
        racing = [stack.enter_context(contextlib.closing(Runner(kind))) for kind in kinds]
        openings = {runner.kind: await fill(runner, rooms) for runner in racing}
        for runner in racing:
            await runner.play(turns)
        costs: dict[str, list[float]] = {kind: [] for kind in kinds}
        for number in range(rounds):
            for runner in racing[number % len(racing) :] + racing[: number % len(racing)]:
                costs[runner.kind].append(await runner.play(turns))
        return "\n".join(table(openings, costs))


def table(openings: dict[str, Opening], costs: dict[str, list[float]]) -> Iterator[str]:
    first = next(iter(costs))
    yield f"{'server':10}{'turns/CPU s':>12}{'us/turn':>9}{'x ' + first:>8}{'joins/CPU s':>13}{'MB empty':>10}{'KB/room':>9}"
    for kind, taken in costs.items():
        ratio = statistics.median(base / own for base, own in zip(costs[first], taken, strict=True))
        cost, opening = statistics.median(taken), openings[kind]
        yield (
            f"{kind:10}{1 / cost:12,.0f}{cost * 1e6:9.1f}{ratio:8.2f}{1 / opening.join:13,.0f}"
            f"{opening.memory / 1e6:10.1f}{opening.room / 1e3:9.1f}"
        )


def main() -> None:
    flags = argparse.ArgumentParser(description=__doc__)
    flags.add_argument("--rooms", type=int, default=40)
    flags.add_argument("--turns", type=int, default=20, help="turns of every room in a round")
    flags.add_argument("--rounds", type=int, default=9)
    flags.add_argument("--kinds", nargs="+", default=KINDS, choices=KINDS)
    given = flags.parse_args()
    sys.stdout.write(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    sys.stdout.write(uvloop.run(race(given.rooms, given.turns, given.rounds, tuple(given.kinds))) + "\n")


if __name__ == "__main__":
    main()
