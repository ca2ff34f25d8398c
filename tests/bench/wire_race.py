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

import uvloop
from msgspec import Struct
from websockets.uri import parse_uri

from game.protocol import messages as say
from tests.bench.wire_seat import Seat
from tests.bench.wire_servers import SEATS
from tests.support.cities import grid_city

KINDS = ("bare", "library", "quick", "codec-library", "codec-quick", "bound")
GREETED = ("library", "quick", "codec-library", "codec-quick")
"""Those with a hello."""

ROOMLESS = ("bare", "codec-library", "codec-quick", "bound")
"""Those without rooms; their clients name one all the same."""
ROOT = Path(__file__).parents[2]


def cpu_of(pid: int) -> float:
    """Seconds of CPU a process has used, of all its threads, to the nanosecond (Linux)."""
    return time.clock_gettime((~pid << 3) | 2)


def memory_of(pid: int) -> int:
    """Bytes of a process in memory."""
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))


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
        if self.kind in GREETED:
            await seat.ask(say.Hello(say.VERSION, "race", f"{len(self.seats):032d}"), say.Welcome)
        if self.kind in ROOMLESS:
            return seat
        plans = (say.SeatPlan("any", say.YOU), *[say.SeatPlan("any", say.OPEN)] * (SEATS - 1))
        made = say.CreateRoom("player 0", "race", grid_city().map_id, plans, "short", None, seed=7)
        act = say.JoinRoom(f"player {number}", room) if room else made
        seated: say.Seated = await seat.ask(act, say.Seated)
        seat.room = seated.room.id
        return seat

    async def start(self, seats: list[Seat]) -> None:
        """Everybody in the room is ready, and its match begins."""
        if self.kind in ROOMLESS:
            return
        for seat in seats[1:]:
            await seat.ask(say.SetLobbyReady(seat.room, ready=True), say.Done)
        begun = [seat.wait_for(say.Begin) for seat in seats[1:]]
        await seats[0].ask(say.StartMatch(seats[0].room), say.Begin)
        await asyncio.gather(*begun)

    async def play(self, turns: int, *, together: bool) -> float:
        """So many turns in every room at once; returns the CPU seconds the server needed for one of them."""
        for seat in self.seats:
            seat.together = together
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
    """What it took to fill a server: bytes before the first room and per room, CPU seconds of a join.

    `join` is of one that waits for the answer of the one before, `join_at_once` of all together.
    """

    memory: int
    room: float
    join: float
    join_at_once: float


async def fill(runner: Runner, rooms: int) -> Opening:
    """So many rooms of three, and as many more that are not played in.

    The joins counted are of those who come into a room that is there.
    """
    memory, joins = runner.memory, 0.0
    for _ in range(rooms):
        seats = [await runner.join()]
        before = runner.cpu
        seats += [await runner.join(seats[0].room, number) for number in range(1, SEATS)]
        joins += runner.cpu - before
        await runner.start(seats)
    room, count = (runner.memory - memory) / rooms, rooms * (SEATS - 1)
    return Opening(memory, room, joins / count, await crowd(runner, rooms) / count)


async def crowd(runner: Runner, rooms: int) -> float:
    """Let everybody but the first of so many new rooms come at once; returns the CPU seconds. Then all of them go."""
    seats = len(runner.seats)
    owners = [await runner.join() for _ in range(rooms)]
    before = runner.cpu
    await asyncio.gather(*(runner.join(owner.room, number) for owner in owners for number in range(1, SEATS)))
    used = runner.cpu - before
    while len(runner.seats) > seats:
        runner.seats.pop().close()
    return used


async def race(rooms: int, turns: int, rounds: int, kinds: tuple[str, ...] = KINDS) -> str:
    """Run it; returns tables in words."""
    with contextlib.ExitStack() as stack:
        racing = [stack.enter_context(contextlib.closing(Runner(kind))) for kind in kinds]
        openings = {runner.kind: await fill(runner, rooms) for runner in racing}
        lines = []
        for together, words in ((False, "each answer awaited"), (True, "all of a turn sent at once")):
            costs: dict[str, list[float]] = {kind: [] for kind in kinds}
            for runner in racing:
                await runner.play(turns, together=together)
            for number in range(rounds):
                first = number % len(racing)
                for runner in racing[first:] + racing[:first]:
                    costs[runner.kind].append(await runner.play(turns, together=together))
            lines += [words, *table(openings, costs), ""]
        return "\n".join(lines)


def table(openings: dict[str, Opening], costs: dict[str, list[float]]) -> Iterator[str]:
    first = next(iter(costs))
    yield f"{'server':14}{'turns/CPU s':>12}{'us/turn':>9}{'x ' + first:>8}{'joins/CPU s':>13}{'at once':>9}{'MB empty':>10}{'KB/room':>9}"
    for kind, taken in costs.items():
        ratio = statistics.median(base / own for base, own in zip(costs[first], taken, strict=True))
        cost, opening = statistics.median(taken), openings[kind]
        yield (
            f"{kind:14}{1 / cost:12,.0f}{cost * 1e6:9.1f}{ratio:8.2f}{1 / opening.join:13,.0f}"
            f"{1 / opening.join_at_once:9,.0f}"
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
