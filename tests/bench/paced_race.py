"""A race at a pace, in turns: what an answer takes without a game, with SQLite alone, and on our server.

`python -m tests.bench.paced_race`. `bare` is a handler of websockets on uvloop that acknowledges whatever comes;
`commit` is the same but puts each message into SQLite (WAL, FULL) first, those of one pass of the loop in one commit;
`ours` is the server as it ships, with its rules and its disk, under the paced `lab load`. The first two hear such
messages from as many connections, at moments drawn by chance. The server, who talks to it and the witness of the
machine's stalls have a process each. Linux only. Latencies are milliseconds; each figure is the median of the rounds.
"""

import argparse
import asyncio
import os
import random
import sqlite3
import statistics
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import msgspec
import uvloop
from msgspec import Struct
from websockets.asyncio.server import ServerConnection, serve
from websockets.typing import Subprotocol
from websockets.uri import parse_uri

from game.content import ruleset
from game.lab.load.commits import bare_commits
from game.lab.load.figures import ACKNOWLEDGED, Spread, Undisturbed, spread, undisturbed_of
from game.lab.load.load import Load
from game.lab.load.run import load_own_server
from game.lab.load.samples import Samples
from game.lab.load.script import written
from game.lab.load.served import ServerChild
from game.lab.load.wire import Wire
from game.lab.load.witness import Witness, a_witness
from game.lab.matches import MatchSetup
from game.lab.seats import deal
from game.maps import check, find
from game.protocol import messages as say
from game.protocol.codec import encode
from server.garbage import look_rarely
from tests.bench.wire_race import cpu_of
from tests.bench.wire_servers import listening

KINDS = ("bare", "commit", "ours")
SEATS, SAVES = 3, 15
"""A room, and the slates that are saved in a turn of it; each seat is ready once besides."""
MAP, LENGTH, LEVEL = "core", "standard", "random"
LAST_ANSWERS = 20.0
"""Seconds within which they must have come."""


class Pace(Struct, frozen=True):
    """So many messages a second of all connections together, three a room, for so many seconds."""

    rate: float
    seconds: float
    rooms: int


class Row(Struct, frozen=True):
    """What a server came to. `calm` is of what the machine's stalls did not disturb; shares are 0 to 1."""

    p50: float
    p99: float
    calm_p50: float
    calm_p99: float
    left_out: float
    stalled: float
    cpu: float
    commit: float


def row(asked: Spread, calm: Undisturbed | None, cpu: float, commits: Spread) -> Row:
    assert calm is not None, "only Linux has a witness of the machine's stalls"
    calm_spread, left_out = calm.acknowledged.spread, calm.acknowledged.left_out
    return Row(
        asked.p50,
        asked.p99,
        calm_spread.p50,
        calm_spread.p99,
        left_out / asked.count,
        calm.share,
        cpu,
        commits.p50,
    )


# --- the servers without a game -----------------------------------------------------------------------


class Store:
    """SQLite with our server's promise: `keep` returns when it is on the disk."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._database = sqlite3.connect(folder / "kept.sqlite", isolation_level=None)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = FULL")
        self._database.execute("CREATE TABLE kept (place INTEGER PRIMARY KEY, body BLOB)")
        self._waiting: list[tuple[bytes, asyncio.Future[None]]] = []

    async def keep(self, message: bytes) -> None:
        loop = asyncio.get_running_loop()
        if not self._waiting:
            loop.call_soon(self._commit)
        future = loop.create_future()
        self._waiting.append((message, future))
        await future

    def _commit(self) -> None:
        waiting, self._waiting = self._waiting, []
        self._database.execute("BEGIN IMMEDIATE")
        self._database.executemany("INSERT INTO kept (body) VALUES (?)", [(body,) for body, _ in waiting])
        self._database.execute("COMMIT")
        for _, future in waiting:
            if not future.done():
                future.set_result(None)


async def run_server(store: Store | None) -> None:
    done = encode(say.Done(123))

    async def handler(socket: ServerConnection) -> None:
        async for message in socket:
            if store is not None:
                assert isinstance(message, bytes)
                await store.keep(message)
            await socket.send(done)

    protocols = [Subprotocol(say.SUBPROTOCOL)]
    async with serve(handler, "127.0.0.1", 0, subprotocols=protocols, compression=None) as server:
        look_rarely()
        await listening(f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}")


# --- those who talk to them ---------------------------------------------------------------------------


def messages() -> list[bytes]:
    """Everything that a room says in a match of the load."""
    plans = deal([say.SeatPlan(say.ANY, LEVEL)] * SEATS, tuple(ruleset().factions))
    setup = MatchSetup(check(find(MAP)).city, plans, LENGTH)
    acts: list[say.Act] = []
    for number, turn in enumerate(written(setup, 1, LEVEL, SAVES).turns, start=1):
        acts += [say.SaveSlate("0" * 16, number, slate) for drafts in turn.drafts for slate in drafts]
        acts += [say.SetReady("0" * 16, number, ready=True)] * SEATS
    return [encode(say.Command(number, act)) for number, act in enumerate(acts, start=1)]


class Talker:
    """A connection that says something at moments drawn by chance, and notes what each answer took."""

    def __init__(self, samples: Samples) -> None:
        self._samples = samples
        self._asked: deque[float] = deque()
        self._wire: Wire
        self._lost = ""

    async def open(self, url: str) -> None:
        where, loop = parse_uri(url), asyncio.get_running_loop()
        _, self._wire = await loop.create_connection(
            lambda: Wire(url, self._hear, self._lose), where.host, where.port
        )
        await self._wire.opened

    async def talk(self, what: list[bytes], pause: float, end: float, chance: random.Random) -> None:
        """Until `end` by `perf_counter`, with so many seconds between two messages on an average."""
        due = perf_counter() + chance.expovariate(1 / pause)
        place = chance.randrange(len(what))
        while due < end:
            await asyncio.sleep(max(0.0, due - perf_counter()))
            self._asked.append(perf_counter())
            self._wire.send(what[place % len(what)])
            place += 1
            due += chance.expovariate(1 / pause)

    async def hang_up(self) -> None:
        """Wait for the last answers first."""
        async with asyncio.timeout(LAST_ANSWERS):
            while self._asked:
                assert not self._lost, f"a connection ended: {self._lost}"
                await asyncio.sleep(0.01)
        self._wire.close()

    def _hear(self, _answer: bytes) -> None:
        self._samples.took(ACKNOWLEDGED[0], self._asked.popleft(), perf_counter())

    def _lose(self, why: str) -> None:
        self._lost = why


async def talked(server: ServerChild, pace: Pace, witness: Witness, seed: int) -> Samples:
    """The samples of it, with what the server used in `cpu`."""
    assert server.pid is not None
    samples, what = Samples(), messages()
    talkers = [Talker(samples) for _ in range(pace.rooms * SEATS)]
    for talker in talkers:
        await talker.open(server.url)
    witness.begin()
    begin, cpu = perf_counter(), cpu_of(server.pid)
    pause, end = len(talkers) / pace.rate, begin + pace.seconds
    chances = [random.Random(f"{seed} {number}") for number in range(len(talkers))]
    await asyncio.gather(
        *(talker.talk(what, pause, end, chance) for talker, chance in zip(talkers, chances, strict=True))
    )
    samples.cpu, samples.seconds = cpu_of(server.pid) - cpu, perf_counter() - begin
    for talker in talkers:
        await talker.hang_up()
    samples.witnessed = witness.end()
    return samples


# --- the race -----------------------------------------------------------------------------------------


def without_a_game(kind: str, pace: Pace, seed: int) -> Row:
    program = ("-m", "tests.bench.paced_race", "--serve", kind)
    with ServerChild(program=program) as server, a_witness() as witness:
        assert witness is not None, "only Linux has a witness of the machine's stalls"
        commits = bare_commits(server.folder)
        samples = uvloop.run(talked(server, pace, witness, seed))
        commits += bare_commits(server.folder)
    asked = spread(samples.times[ACKNOWLEDGED[0]])
    return row(asked, undisturbed_of(samples), samples.cpu / samples.seconds, spread(commits))


def ours(pace: Pace, seed: int) -> Row:
    saves = pace.rate * SAVES / (SAVES + SEATS)
    turns = max(1, round(pace.seconds * saves / (SAVES * pace.rooms)))
    load = Load(pace.rooms, SEATS, turns, str(find(MAP)), LENGTH, LEVEL, seed, SAVES, saves, within=300.0)
    found = load_own_server(load, 1, lambda _stage: None)
    assert (found.failed_rooms, found.refusals, found.out_of_time) == (0, {}, False), found.errors
    assert found.cpu_per_turn is not None
    cpu = found.cpu_per_turn / 1000 * found.turns / found.seconds
    return row(found.acknowledged, found.undisturbed, cpu, found.commits)


def race(pace: Pace, rounds: int) -> dict[str, Row]:
    """In turns, each round beginning with another one; medians over the rounds."""
    rows: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for number in range(rounds):
        first = number % len(KINDS)
        for kind in KINDS[first:] + KINDS[:first]:
            seed = number + 1
            rows[kind].append(ours(pace, seed) if kind == "ours" else without_a_game(kind, pace, seed))
    return {kind: middle(found) for kind, found in rows.items()}


def middle(rows: list[Row]) -> Row:
    """The median of each figure for itself."""
    return Row(*map(statistics.median, zip(*map(msgspec.structs.astuple, rows), strict=True)))


def table(rows: dict[str, Row]) -> Iterator[str]:
    yield (
        f"{'':8}{'p50':>8}{'p99':>8}  undisturbed:{'p50':>8}{'p99':>8}{'left out':>10}{'stalled':>9}"
        f"{'cores':>7}{'bare commit':>13}"
    )
    for kind, one in rows.items():
        yield (
            f"{kind:8}{one.p50:8.2f}{one.p99:8.2f}{one.calm_p50:22.2f}{one.calm_p99:8.2f}{one.left_out:10.1%}"
            f"{one.stalled:9.1%}{one.cpu:7.2f}{one.commit:13.2f}"
        )


def main() -> None:
    flags = argparse.ArgumentParser(prog="python -m tests.bench.paced_race", description=__doc__)
    flags.add_argument(
        "--rate", type=float, default=2160.0, help="messages a second, five in six of them saves"
    )
    flags.add_argument(
        "--seconds",
        type=float,
        default=10.0,
        help="of each server in a round; after some 12 new matches begin",
    )
    flags.add_argument("--rooms", type=int, default=150, help="of three connections")
    flags.add_argument("--rounds", type=int, default=3)
    flags.add_argument("--serve", choices=KINDS[:2], help="be a server; used by the command itself")
    flags.add_argument("--port", help="any; used by the command itself")
    flags.add_argument("--data", type=Path, help="its folder; used by the command itself")
    given = flags.parse_args()
    if given.serve is not None:
        uvloop.run(run_server(Store(given.data) if given.serve == "commit" else None))
        return
    pace = Pace(given.rate, given.seconds, given.rooms)
    sys.stdout.write(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    sys.stdout.write("\n".join(table(race(pace, given.rounds))) + "\n")


if __name__ == "__main__":
    main()
