"""Somebody's match on a real server, told in the terminal to one who watches."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from msgspec.structs import replace

from game.cli import spectating
from game.cli.late_launcher import LateLauncher
from game.cli.running import EXPECTED
from game.cli.spectating import Wanted, spectate
from game.cli.watch import WatchError
from game.client.launcher import LaunchError
from game.link.address import Address, parse
from game.link.happenings import MatchBegun, TurnPlayed
from game.link.match_client import MatchClient
from game.link.seeking import Sought
from game.protocol import messages as say
from server.config import Config
from server.host.guest import MEMORY
from server.local import LocalHost
from tests.support.servers import PATIENCE, a_room, address_of, local_host, until


@pytest.fixture(autouse=True)
def a_guest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's key on this machine is touched."""
    monkeypatch.setattr(spectating, "LateLauncher", lambda: LateLauncher(port=0, key=lambda: None))


class Watcher:
    """Watches in the background, and keeps what was told."""

    def __init__(self, wanted: Wanted) -> None:
        self.lines: list[str] = []
        self.notes: list[str] = []
        self.task = asyncio.create_task(spectate(wanted, self.lines.append, self.notes.append))

    async def heard(self, words: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while not any(words in line for line in (*self.lines, *self.notes)):
                assert not self.task.done(), (self.task.exception(), self.lines)
                await asyncio.sleep(0.01)


class Table:
    """A match of one person and a computer on a server."""

    def __init__(self, host: LocalHost, player: MatchClient, code: str) -> None:
        self.host, self.player, self.code = host, player, code
        self.address = str(address_of(host))

    def watch(self, code: str | None = None, **more: object) -> Watcher:
        place = f"{self.address}/{self.code if code is None else code}".rstrip("/")
        return Watcher(replace(Wanted(place), **more))

    async def turn(self) -> None:
        assert self.player.copy is not None
        await self.player.set_ready(ready=True)
        await until(self.player, TurnPlayed)

    async def end(self) -> None:
        await self.player.set_vote("end", agree=True)
        await until(self.player, TurnPlayed)


@asynccontextmanager
async def table(config: Config | None = None, *, start: bool = True, **more: object) -> AsyncIterator[Table]:
    async with local_host(config) as host, MatchClient(host.link()) as player:
        seated = await player.create(replace(a_room(say.YOU, "greedy"), **({"delay": 0} | more)))
        assert isinstance(seated, say.Seated)
        if start:
            await player.start()
            await until(player, MatchBegun)
        yield Table(host, player, seated.room.code)


async def why(watcher: Watcher) -> str:
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(EXPECTED) as caught:
            await watcher.task
    return str(caught.value)


async def test_each_turn_is_told_once_and_the_end_ends_it() -> None:
    async with table() as match:
        await match.turn()
        watcher = match.watch()
        await watcher.heard("as it happens")
        await until_watched(match)
        await match.turn()
        await watcher.heard("Turn 2.")
        await match.end()
        await asyncio.wait_for(watcher.task, PATIENCE)
        turns = [line.split(".")[0] for line in watcher.lines if line.startswith("Turn ")]
        assert turns == ["Turn 2"]
        assert any(line.startswith("All agree to end the match.") for line in watcher.lines)


async def until_watched(match: Table) -> None:
    """The spectator has the match as it stands."""
    async with asyncio.timeout(PATIENCE):
        while match.player.room is None or not match.player.room.watchers:
            await match.player.happening()


async def test_the_whole_match_is_told_with_the_legacy_each_turn_had() -> None:
    async with table() as match:
        for _ in range(4):
            await match.turn()
        await match.end()
        whole, last = match.watch(whole=True), match.watch()
        await asyncio.wait_for(asyncio.gather(whole.task, last.task), PATIENCE)
        turns = [line.split(".")[0] for line in whole.lines if line.startswith("Turn ")]
        assert turns == ["Turn 1", "Turn 2", "Turn 3", "Turn 4"]
        copy = match.player.copy
        assert copy is not None
        assert any(seat.legacy for seat in copy.view.public.seats), "somebody has led at the Gala"
        assert not any(spectating._legacy_after(copy, 2)), "before the first Gala"
        assert spectating._legacy_after(copy, 4) == [seat.legacy for seat in copy.view.public.seats]
        assert not any(line.startswith("Turn ") for line in last.lines)
        assert any(line.startswith("All agree to end the match.") for line in last.lines)


async def test_one_who_comes_before_the_match_waits_for_it() -> None:
    async with table(start=False) as match:
        watcher = match.watch()
        await watcher.heard("The match has not begun.")
        await match.player.start()
        await until(match.player, MatchBegun)
        await match.end()
        await asyncio.wait_for(watcher.task, PATIENCE)


async def test_without_a_code_the_only_match_is_watched_and_of_none_or_many_one_is_told() -> None:
    async with table() as match:
        watcher = match.watch("")
        await watcher.heard("as it happens")
        watcher.task.cancel()
        async with MatchClient(match.host.link()) as other:
            await other.create(replace(a_room(say.YOU, "greedy"), delay=0, name="Other"))
            await other.start()
            await until(other, MatchBegun)
            said = await why(match.watch(""))
        assert "2 public matches can be watched here" in said
        assert "Other, turn 1" in said
    async with table(delay=None) as match:
        assert "no public match runs here" in await why(match.watch(""))


@pytest.mark.parametrize(
    ("room", "code", "words"),
    [
        ({}, "NQSUCH", "There is no such room."),
        ({"delay": None}, None, "spectators"),
        ({"password": "sesame"}, None, "The password is not right."),
    ],
)
async def test_what_cannot_be_watched_is_said(room: dict[str, object], code: str | None, words: str) -> None:
    async with table(**room) as match:  # type: ignore[arg-type]
        said = await why(match.watch(code))
        assert words in said
        assert said.startswith(f"{match.address}/{code or match.code}: ")


async def test_a_room_that_is_full_of_spectators_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.room.watching.MOST_WATCHERS", 0)
    async with table() as match:
        assert "people watch this room already" in await why(match.watch())


async def test_passwords_of_the_room_and_of_the_server_open(monkeypatch: pytest.MonkeyPatch) -> None:
    async with table(Config(password="open"), password="sesame") as match:
        assert "The password is not right." in await why(match.watch(password="sesame"))
        monkeypatch.setenv(spectating.PASSWORD, "open")
        watcher = match.watch(password="sesame")
        await watcher.heard("as it happens")
        watcher.task.cancel()


async def test_a_bare_code_is_sought_near_here(monkeypatch: pytest.MonkeyPatch) -> None:
    async with table() as match:
        sought = {match.code: Sought(address_of(match.host)), "NQSUCH": Sought(locked=(parse("10.0.0.9"),))}

        async def seek(_self: object, code: str, also: object, password: str = "") -> Sought:
            return sought[code]

        monkeypatch.setattr(LateLauncher, "seek", seek)
        watcher = Watcher(Wanted(match.code.lower()))
        await watcher.heard("as it happens")
        watcher.task.cancel()
        said = await why(Watcher(Wanted("NQSUCH")))
        assert (
            "has a room NQSUCH (10.0.0.9:24145 want another password; NEO_SANCTUM_PASSWORD names it)" in said
        )


async def test_no_server_and_no_address_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.cli.launcher.PATIENCE", 0.3)
    assert "99999" in await why(Watcher(Wanted("host:99999/KX7P2M")))
    with pytest.raises(LaunchError, match=r"no server answered within 0\.3 seconds \(127\.0\.0\.1:9: "):
        await spectate(Wanted(str(Address("127.0.0.1", 9))), print, print)


async def test_a_drop_and_a_word_to_everybody_are_noted_and_the_turns_missed_are_told() -> None:
    async with table() as match:
        watcher = match.watch()
        await watcher.heard("as it happens")
        await until_watched(match)
        board = match.host.host.board
        board.to_everybody(say.Announced("The server stops at noon."))
        await watcher.heard("The server stops at noon.")
        (guest,) = (guest for guest in board.guests.values() if guest.peer.address != MEMORY)
        guest.peer.end(1012, "the server stops")
        await watcher.heard("trying again")
        await match.turn()
        await watcher.heard("Turn 1.")
        await match.end()
        await asyncio.wait_for(watcher.task, PATIENCE)


async def test_a_room_the_disk_refused_is_noted_and_watched_on() -> None:
    async with table() as match:
        watcher = match.watch()
        await watcher.heard("as it happens")
        await until_watched(match)
        (keeper,) = match.host.host.rooms.all()
        keeper.put(lambda _now: 1 // 0)  # type: ignore[arg-type,return-value]
        await watcher.heard("cannot store the match for now; trying again in 1 s")
        await until(match.player, MatchBegun)
        await match.end()
        await asyncio.wait_for(watcher.task, PATIENCE)


async def test_a_room_that_is_gone_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async with table(start=False) as match:
        watcher = match.watch()
        await watcher.heard("has not begun")
        await match.player.leave()
        assert isinstance(
            await asyncio.wait_for(asyncio.gather(watcher.task, return_exceptions=True), PATIENCE), list
        )
        assert isinstance(watcher.task.exception(), WatchError)
