"""Servers and players for tests over real links."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from game.content import ruleset
from game.link.address import Address, parse
from game.link.happenings import Connected, MatchBegun
from game.link.match_client import MatchClient
from game.link.websocket import WebSocketLink
from game.protocol import messages as say
from game.rules.orders import NO_ORDERS, Campaign, Slate
from server.config import Config
from server.crash_points import VARIABLE
from server.disk.journal import Journal
from server.disk.replays import Replays
from server.host.library import Library
from server.host.thinking import Thinker, Thought, pool_of_one_thread
from server.local import LocalHost
from server.people.people import People
from server.wire.pages import Pages
from tests.support.cities import grid_city

PATIENCE = 20.0
"""Seconds after which a test that waits has failed; never a measure of speed."""

ROOT = Path(__file__).parents[2]

_Happening = TypeVar("_Happening")


def library() -> Library:
    city = grid_city()
    return Library(ruleset(), {city.map_id: city}, ("random", "greedy"))


def no_orders(_thought: Thought) -> Slate:
    return NO_ORDERS


def local_host(
    config: Config | None = None,
    *,
    journal: Journal | None = None,
    pages: Pages | None = None,
    people: People | None = None,
    replays: Replays | None = None,
    listen: bool = True,
) -> LocalHost:
    """A host with one small city; its port is any free one."""
    config = replace(config or Config(), port=0)
    thinker = Thinker(pool_of_one_thread, player=no_orders)
    return LocalHost(
        config,
        journal=journal,
        thinker=thinker,
        library=library(),
        pages=pages,
        people=people,
        replays=replays,
        listen=listen,
    )


def address_of(host: LocalHost) -> Address:
    assert host.address is not None
    return host.address


@asynccontextmanager
async def client_at(address: Address) -> AsyncIterator[MatchClient]:
    async with MatchClient(WebSocketLink(address)) as client:
        await until(client, Connected)
        yield client


async def until(client: MatchClient, kind: type[_Happening]) -> _Happening:
    """The next happening of this kind; those before it are passed over."""
    async with asyncio.timeout(PATIENCE):
        while True:
            happening = await client.happening()
            if isinstance(happening, kind):
                return happening


def a_room(
    *players: str, map_id: str = "", timer: int | None = None, player: str = "Ann", public: bool = True
) -> say.CreateRoom:
    seats = tuple(say.SeatPlan("any", player) for player in players)
    return say.CreateRoom(player, "A room", map_id or grid_city().map_id, seats, "short", timer, public, 7)


async def begun(client: MatchClient) -> say.Seated:
    """In a match against a computer, with an hour for each turn."""
    await until(client, Connected)
    seated = await client.create(a_room(say.YOU, "greedy", timer=3600))
    assert isinstance(seated, say.Seated)
    await client.start()
    await until(client, MatchBegun)
    return seated


def own_campaign(client: MatchClient) -> Slate:
    """A legal slate of one order."""
    assert client.copy is not None
    copy = client.copy
    leader = copy.board.leaders_of(copy.seat)[0]
    return (Campaign(leader, copy.view.public.leaders[leader]),)


class ServerProcess:
    """`python -m server` on a free port, with what it says on standard output and error."""

    def __init__(self, process: asyncio.subprocess.Process, line: str, errors: Path) -> None:
        self.process = process
        self.line = line
        self.errors = errors
        self.address = parse(line.removeprefix("listening ").strip())

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()


def environment(crash_at: str = "") -> dict[str, str]:
    """Of a server whose settings are its flags alone; `crash_at` names a point where it dies (`server.crash_points`)."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("NEO_SANCTUM_")}
    return {**own, VARIABLE: crash_at} if crash_at else own


@asynccontextmanager
async def server_process(
    data: Path, port: int = 0, *flags: str, crash_at: str = ""
) -> AsyncIterator[ServerProcess]:
    errors = data.with_suffix(".log")
    with errors.open("ab") as sink:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "server", "--port", str(port), "--data", str(data), *flags),
            stdout=asyncio.subprocess.PIPE,
            stderr=sink,
            cwd=ROOT,
            env=environment(crash_at),
        )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE):
            line = (await process.stdout.readline()).decode()
        yield ServerProcess(process, line, errors)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        assert await process.stdout.read() == b"", "only the address belongs on standard output"
