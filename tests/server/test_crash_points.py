"""The process dies at each named point; whoever was told that an order counts finds that it does."""

import asyncio
import contextlib
import itertools
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from game.link.happenings import MatchBegun, TurnPlayed
from game.link.match_client import LinkClosedError, MatchClient
from game.protocol import messages as say
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS
from server.crash_points import Point, reach
from server.disk.database import FILE_NAME
from server.disk.store import open_journal
from tests.server.disk import test_schema
from tests.simulation.attempts import Attempt, Attempts
from tests.support.servers import (
    PATIENCE,
    ROOT,
    a_room,
    client_at,
    environment,
    own_campaign,
    server_process,
    until,
)

IN_PLAY = {
    Point.WRITTEN: 9,
    Point.COMMITTED: 13,
    Point.RECORD_STORED: 7,
    Point.ACKNOWLEDGED: 5,
    Point.RESOLVED: 2,
    Point.TURN_STORED: 2,
}
"""Points that a match comes by, and at which visit the process dies."""

VERSION_1 = Path(test_schema.__file__).parent / "journals" / "version-1.sqlite"


class Player:
    """Plays, and keeps a ledger of what was acknowledged."""

    def __init__(self, client: MatchClient) -> None:
        self.client = client
        self.attempts = Attempts()
        self.last = Attempt(NO_ORDERS, "", 0.0)
        self.room = ""
        self.turns = 0

    async def play(self) -> None:
        """Save and be ready, turn after turn, until nothing answers."""
        seated = await self.client.create(a_room(say.YOU, "random", map_id="core"))
        assert isinstance(seated, say.Seated)
        self.room = seated.room.id
        await self.client.start()
        await until(self.client, MatchBegun)
        for orders in itertools.cycle((own_campaign(self.client), NO_ORDERS, own_campaign(self.client))):
            await self.save(orders)
            if orders:
                continue
            await self.client.set_ready(ready=True)
            await until(self.client, TurnPlayed)
            self.turns += 1

    async def save(self, orders: tuple) -> None:
        assert self.client.copy is not None
        turn = self.client.copy.turn
        self.last = self.attempts.made(self.room, turn, Seat(0), orders)
        self.last.answer = await self.client.save_slate(orders)


async def played_until_it_died(data: Path, crash_at: str) -> Player:
    """A match on a server that dies by itself."""
    async with server_process(data, crash_at=crash_at) as server, client_at(server.address) as client:
        player = Player(client)
        playing = asyncio.create_task(player.play())
        async with asyncio.timeout(PATIENCE):
            assert await server.process.wait() == -signal.SIGKILL
        playing.cancel()
        with contextlib.suppress(asyncio.CancelledError, LinkClosedError):
            await playing
        return player


@pytest.mark.slow
@pytest.mark.parametrize("point", IN_PLAY)
async def test_a_death_in_play_loses_nothing_that_was_acknowledged(point: Point, tmp_path: Path) -> None:
    data = tmp_path / "data"
    player = await played_until_it_died(data, f"{point}:{IN_PLAY[point]}")
    room, token = player.room, player.client.token
    assert token is not None
    async with server_process(data) as server, client_at(server.address) as client:
        assert isinstance(await client.resume(room, token), say.Seated)
        begin = (await until(client, MatchBegun)).begin
        assert begin.number >= player.turns
        player.attempts.made(room, begin.view.public.turn, Seat(0), begin.slate)
        await client.set_ready(ready=True)
        await until(client, TurnPlayed)
        assert await server.stop() == 0
        assert "Traceback" not in server.errors.read_text()
    journal = await open_journal(data)
    turns = await journal.played(room)
    await journal.close()
    assert [turn.number for turn in turns] == list(range(1, len(turns) + 1))
    wrong: list[tuple[object, ...]] = []
    for turn in turns:
        player.attempts.check(room, turn, (Seat(0),), lambda *words: wrong.append(words))
    assert not wrong
    assert player.last.answer is None or isinstance(player.last.answer, say.Done)


@pytest.mark.slow
async def test_a_death_while_it_stops_or_takes_rooms_up_loses_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with server_process(data, crash_at=Point.STOPPING) as server, client_at(server.address) as client:
        seated = await client.create(a_room(say.YOU, "random", map_id="core"))
        assert isinstance(seated, say.Seated)
        await client.start()
        await until(client, MatchBegun)
        slate = own_campaign(client)
        assert isinstance(await client.save_slate(slate), say.Done)
        assert await server.stop(signal.SIGTERM) == -signal.SIGKILL
    assert started(data, Point.CLAIMED) == -signal.SIGKILL
    async with server_process(data) as server, client_at(server.address) as client:
        assert isinstance(await client.resume(seated.room.id, seated.token), say.Seated)
        assert (await until(client, MatchBegun)).begin.slate == slate


@pytest.mark.slow
async def test_a_death_in_the_middle_of_a_migration_leaves_what_a_calm_one_leaves(tmp_path: Path) -> None:
    calm, data = tmp_path / "calm", tmp_path / "data"
    for folder in (calm, data):
        folder.mkdir()
        shutil.copy(VERSION_1, folder / FILE_NAME)
    for visit in (1, 2):
        assert started(data, f"{Point.MIGRATING}:{visit}") == -signal.SIGKILL
    for folder in (calm, data):
        await (await open_journal(folder)).close()
    assert dumped(data) == dumped(calm)
    assert any("INSERT INTO" in line and "records" in line for line in dumped(data))


def dumped(folder: Path) -> list[str]:
    """All that the journal holds, as SQL."""
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as database:
        return list(database.iterdump())


@pytest.mark.slow
async def test_a_death_in_the_middle_of_a_backup_leaves_no_file_that_looks_whole(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy.sqlite"
    await (await open_journal(data)).close()
    words = f"from pathlib import Path; from server.disk.backup import back_up; back_up(Path({str(data)!r}), Path({str(copy)!r}))"
    for crash_at, status in ((str(Point.COPYING), -signal.SIGKILL), ("", 0)):
        assert run("-c", words, crash_at=crash_at) == status
        assert copy.exists() == (status == 0)


def test_nothing_happens_where_the_environment_named_nothing() -> None:
    for point in Point:
        reach(point)


def started(data: Path, crash_at: str) -> int:
    """The exit status of a server that dies before it is ready."""
    return run("-m", "server", "--port", "0", "--data", str(data), crash_at=crash_at)


def run(*arguments: str, crash_at: str) -> int:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(crash_at),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    ).returncode
