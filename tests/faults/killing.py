"""Random kill -9 of a real server, with a ledger of what it acknowledged."""

import asyncio
import contextlib
import itertools
import random
import signal
from pathlib import Path

from msgspec import Struct

from game.link.happenings import MatchBegun, TurnPlayed
from game.link.match_client import LinkClosedError, MatchClient
from game.protocol import messages as say
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS, Slate
from server.disk.store import open_journal
from tests.simulation.attempts import Attempts
from tests.support.servers import (
    PATIENCE,
    ServerProcess,
    a_room,
    client_at,
    own_campaign,
    server_process,
    until,
)

LONGEST_LIFE = 0.5
"""Seconds a server is played on before it is killed."""


class Toll(Struct):
    """What was seen. `broken` says which orders were lost or changed."""

    kills: int
    acknowledged: int
    turns: int
    broken: tuple[str, ...]


class Survivor:
    """One player who comes back to the seat after every kill, and to a new match after each."""

    def __init__(self) -> None:
        self.attempts = Attempts()
        self.rooms: list[str] = []
        self.acknowledged = 0
        self._token = ""
        self._is_seated = False

    async def play(self, client: MatchClient) -> None:
        """Come back or begin; then save, and now and then be ready, until nothing answers."""
        client.on_seated = self._seated
        if self._is_seated:
            answer = await client.resume(self.rooms[-1], self._token)
            assert isinstance(answer, say.Seated), answer
        else:
            assert isinstance(await client.create(a_room(say.YOU, "random", map_id="core")), say.Seated)
            await client.start()
        begin = (await until(client, MatchBegun)).begin
        self.attempts.made(self.rooms[-1], begin.view.public.turn, Seat(0), begin.slate)
        for number in itertools.count(1):
            if client.copy is None or client.copy.view.public.outcome is not None:
                self._is_seated = False
                return
            await self._save(client, own_campaign(client) if number % 2 else NO_ORDERS)
            if number % 3 == 0:
                await client.set_ready(ready=True)
                await until(client, TurnPlayed)

    def _seated(self, seated: say.Seated) -> None:
        self._is_seated, self._token = True, seated.token
        if seated.room.id not in self.rooms:
            self.rooms.append(seated.room.id)

    async def _save(self, client: MatchClient, orders: Slate) -> None:
        assert client.copy is not None
        attempt = self.attempts.made(self.rooms[-1], client.copy.turn, Seat(0), orders)
        attempt.answer = await client.save_slate(orders)
        self.acknowledged += attempt.is_acknowledged


async def kill_often(data: Path, kills: int, seed: int) -> Toll:
    """Kill a server so many times while somebody plays on it, then hold its journal against the ledger."""
    dice, survivor = random.Random(seed), Survivor()
    for _ in range(kills):
        async with server_process(data) as server, client_at(server.address) as client:
            playing = asyncio.create_task(survivor.play(client))
            await _killed_after(server, dice.uniform(0.0, LONGEST_LIFE))
            playing.cancel()
            with contextlib.suppress(asyncio.CancelledError, LinkClosedError):
                await playing
    return await _toll(data, kills, survivor)


async def _killed_after(server: ServerProcess, seconds: float) -> None:
    await asyncio.sleep(seconds)
    async with asyncio.timeout(PATIENCE):
        assert await server.stop(signal.SIGKILL) == -signal.SIGKILL


async def _toll(data: Path, kills: int, survivor: Survivor) -> Toll:
    broken: list[str] = []
    turns = 0
    journal = await open_journal(data)
    for room in survivor.rooms:
        played = await journal.played(room)
        turns += len(played)
        if [turn.number for turn in played] != list(range(1, len(played) + 1)):
            broken.append(f"room {room}: updates with a gap")
        for turn in played:
            survivor.attempts.check(room, turn, (Seat(0),), lambda words, *rest: broken.append(words % rest))
    await journal.close()
    return Toll(kills, survivor.acknowledged, turns, tuple(broken))
