"""Joining without a window: what the rooms of a real server need, and fetching it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from game.cli.joining import is_here, see_to_maps
from game.cli.launcher import LocalLauncher
from game.client.launcher import LaunchError
from game.link.address import parse
from game.link.seeking import Sought
from game.maps import check, find
from game.maps.cache import MapCache
from game.protocol import messages as say
from server.config import Config
from server.host.library import read_library
from server.local import LocalHost
from tests.support.servers import a_room, address_of, client_at
from tests.support.travel import DRAWN, Source, draw, identity_of

pytestmark = pytest.mark.usefixtures("alone_on_the_network")


class Room:
    """A server with a map of its own and a room on it, and a guest with nothing but the game's maps."""

    def __init__(self, address: str, code: str, cache: MapCache, map_folder: Path) -> None:
        self.address, self.code, self.cache, self.map_folder = address, code, cache, map_folder
        self.told: list[str] = []

    async def see(self, code: str = "", *, accept: bool = False) -> bool:
        place = f"{self.address}/{code}" if code else self.address
        return await see_to_maps(LocalLauncher(), place, accept=accept, tell=self.told.append)


@pytest.fixture
async def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Room]:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *names, **options: str(tmp_path / "data"))
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *names, **options: str(tmp_path / "cache"))
    draw(tmp_path / "maps")
    library = read_library([tmp_path / "maps"])
    async with (
        LocalHost(Config(port=0), library=library, listen=True) as host,
        client_at(address_of(host)) as ann,
    ):
        seated = await ann.create(a_room(say.YOU, say.OPEN, map_id=DRAWN))
        assert isinstance(seated, say.Seated)
        yield Room(str(address_of(host)), seated.room.code, MapCache(), tmp_path / "maps" / DRAWN)
        assert ann.room is not None
        assert ann.room.seats[1].player == say.OPEN, "looking is not sitting down"


async def test_what_is_missing_is_said_and_how_to_fetch_it(room: Room) -> None:
    assert not await room.see(room.code)
    (told,) = room.told
    assert f"A room: the map {DRAWN} is missing" in told
    assert "--accept-maps" in told


async def test_what_is_missing_is_fetched_when_told_to_and_then_here(room: Room) -> None:
    assert await room.see(room.code, accept=True)
    assert await room.see()
    assert "was fetched" in room.told[0]
    assert room.told[1] == f"A room: the map {DRAWN} is here"
    assert is_here(identity_of(room.map_folder), room.cache)


async def test_a_map_of_the_game_is_here(tmp_path: Path) -> None:
    core = find("core")
    identity = say.MapIdentity(check(core).rules_hash, None, "Core", 1)
    assert is_here(identity, MapCache(tmp_path))


async def test_an_unknown_code_and_what_is_no_address_are_explained(room: Room) -> None:
    with pytest.raises(LaunchError, match="no such room"):
        await room.see("NOROOM")
    with pytest.raises(LaunchError, match="port"):
        await see_to_maps(LocalLauncher(), "host:99999", accept=True, tell=room.told.append)


async def test_a_bare_code_is_looked_for_near_here(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = Sought(locked=(parse("10.0.0.9:24145"),))

    async def seek(code: str) -> Sought:
        return {room.code: Sought(parse(room.address)), "NQSUCH": Sought()}.get(code, locked)

    monkeypatch.setattr("game.cli.joining.seek", seek)
    assert not await see_to_maps(LocalLauncher(), room.code.lower(), accept=False, tell=room.told.append)
    assert "is missing" in room.told[0]
    with pytest.raises(LaunchError, match="no server on the local network has a room NQSUCH; give"):
        await see_to_maps(LocalLauncher(), "nqsuch", accept=False, tell=room.told.append)
    with pytest.raises(LaunchError, match=r"for want of a password: 10\.0\.0\.9:24145"):
        await see_to_maps(LocalLauncher(), "nqsuck", accept=False, tell=room.told.append)


async def test_a_map_that_cannot_be_fetched_is_explained(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    async def lie(_client: object, package: str, offset: int) -> say.MapPart | say.Declined:
        return await Source(b"PK no zip").map_part(package, offset)

    monkeypatch.setattr("game.link.match_client.MatchClient.map_part", lie)
    with pytest.raises(LaunchError, match="was not fetched: unplayable"):
        await room.see(accept=True)


async def test_a_server_without_rooms_is_told_as_one(room: Room, tmp_path: Path) -> None:
    async with LocalHost(Config(port=0), library=read_library([tmp_path / "maps"]), listen=True) as empty:
        assert await see_to_maps(LocalLauncher(), str(address_of(empty)), accept=True, tell=room.told.append)
    assert "no room is open" in room.told[0]
