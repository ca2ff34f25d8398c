"""The whole way of a missing map: a server in this process has it, the client asks once, fetches it, and plays."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from game.client.launcher import Opening
from game.client.screens.city.screen import CityScreen
from game.client.screens.fetching import FetchScreen
from game.client.screens.join import Wish
from game.client.screens.lobby.room import RoomScreen
from game.client.screens.lobby.server import ServerScreen
from game.client.settings import Settings
from game.client.shots import NoLauncher
from game.client.ways import Ways
from game.link import map_fetch
from game.link.address import Address
from game.link.happenings import Connected, MatchBegun
from game.link.match_client import MatchClient
from game.maps.cache import MapCache
from game.protocol import messages as say
from server.config import Config
from server.host.library import read_library
from server.host.thinking import Thinker, pool_of_one_thread
from server.local import LocalHost
from server.room.content import EVERYTHING, Offered
from tests.support.saying import say as words_of
from tests.support.servers import PATIENCE, a_room, no_orders, until
from tests.support.stages import button, click, press, stage, words
from tests.support.travel import DRAWN, draw


class Joining(NoLauncher):
    """Joins the server of the test, over a link in memory."""

    def __init__(self, host: LocalHost) -> None:
        self._host = host

    async def join(self, address: str, player: str, password: str = "") -> MatchClient:
        client = await MatchClient(self._host.link()).__aenter__()
        await until(client, Connected)
        return client


class Play:
    """A server with a map of its own, Ann's room on it, and a window whose player does not have the map."""

    def __init__(self, folder: Path, host: LocalHost, ann: MatchClient, code: str) -> None:
        self.host, self.ann, self.code = host, ann, code
        self.cache = MapCache(folder / "cache")
        self.shelf = folder / "shelf"
        self.enter(Settings(name="Bob"))

    def enter(self, settings: Settings) -> None:
        """A program that has just begun."""
        self.stage = stage(settings=settings, launcher=Joining(self.host))
        self.ways = Ways(self.stage, (self.shelf,), self.cache)

    async def join(self) -> None:
        address = Address("there", 4000, self.code)
        self.ways._servers._connect(Wish(address, "", self.stage.settings.name))

    async def until(self, done: Callable[[], bool]) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                while not done():
                    await asyncio.sleep(0.005)
                    self.stage.tick(self.stage.now + 0.01)
        except TimeoutError:
            read = words(self.stage)[-300:]
            raise AssertionError(f"still at {type(self.stage.top).__name__}: {read}") from None
        self.stage.items()

    async def until_at(self, kind: type) -> None:
        await self.until(lambda: isinstance(self.stage.top, kind))

    async def refused(self, what: str) -> None:
        """Back among the rooms, where it says why; the seat is free again."""
        await self.until(lambda: isinstance(self.stage.top, ServerScreen) and what in words(self.stage))
        assert self.ann.room is not None
        await self.until(lambda: self.ann.room is not None and self.ann.room.seats[1].player == say.OPEN)
        # Before the window has heard that, the room cannot be joined again.
        await self.until(lambda: "1 of 2 seats taken" in words(self.stage))

    async def end(self) -> None:
        await self.ways.close()
        await self.stage.close()


async def opened(folder: Path, offered: Offered = EVERYTHING) -> AsyncIterator[Play]:
    draw(folder / "maps")
    thinker = Thinker(pool_of_one_thread, player=no_orders)
    library = read_library([folder / "maps"], offered)
    async with (
        LocalHost(Config(port=0), thinker=thinker, library=library) as host,
        MatchClient(host.link()) as ann,
    ):
        await until(ann, Connected)
        seated = await ann.create(a_room(say.YOU, say.OPEN, map_id=DRAWN))
        assert isinstance(seated, say.Seated)
        play = Play(folder, host, ann, seated.room.code)
        yield play
        await play.end()


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    async for made in opened(tmp_path):
        yield made


@pytest.fixture
async def silent(tmp_path: Path) -> AsyncIterator[Play]:
    """The same with a host that sends no maps."""
    async for made in opened(tmp_path, Offered(share_maps=False)):
        yield made


async def test_one_question_then_the_map_comes_and_the_match_is_played(play: Play) -> None:
    await play.join()
    await play.until_at(FetchScreen)
    read = words(play.stage)
    assert "Drawn City" in read
    assert "there:4000" in read
    press(play.stage, "return")
    await play.until_at(RoomScreen)
    assert "Drawn City" in words(play.stage)
    client = play.ways.client
    assert client is not None
    await client.set_lobby_ready(ready=True)
    await play.ann.start()
    await play.until_at(CityScreen)
    assert play.stage.settings.map_transfer == "ask"


async def test_once_fetched_it_is_not_asked_for_again(play: Play) -> None:
    await play.join()
    await play.until_at(FetchScreen)
    press(play.stage, "return")
    await play.until_at(RoomScreen)
    await play.end()
    await play.until(lambda: play.ann.room is not None and not play.ann.room.seats[1].here)
    await play.ann.leave()
    seated = await play.ann.create(a_room(say.YOU, say.OPEN, map_id=DRAWN))
    assert isinstance(seated, say.Seated)
    play.code = seated.room.code
    play.enter(Settings(name="Bob", map_transfer="never"))
    await play.join()
    await play.until_at(RoomScreen)


async def test_a_map_of_the_own_under_another_id_will_do(play: Play, tmp_path: Path) -> None:
    own = play.shelf / "renamed"
    shutil.copytree(tmp_path / "maps" / DRAWN, own)
    manifest = own / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"{DRAWN}"', '"renamed"'))
    await play.join()
    await play.until_at(RoomScreen)


async def test_another_version_of_the_map_is_told_as_one(play: Play) -> None:
    draw(play.shelf, seed=2)
    await play.join()
    await play.until_at(FetchScreen)
    assert "another version" in words(play.stage)


async def test_not_now_leads_back_to_the_rooms_and_may_be_asked_again(play: Play) -> None:
    await play.join()
    await play.until_at(FetchScreen)
    press(play.stage, "escape")
    await play.refused("which is not on this machine.")
    await play.until(lambda: isinstance(play.stage.top, ServerScreen) and bool(play.stage.top.entries))
    press(play.stage, "return")
    await play.until_at(FetchScreen)


async def test_always_is_kept_and_asks_no_more(play: Play) -> None:
    await play.join()
    await play.until_at(FetchScreen)
    click(play.stage, button(play.stage, "Always fetch"))
    await play.until_at(RoomScreen)
    assert play.stage.settings.map_transfer == "always"
    await play.end()
    play.cache.remove(next(iter(play.cache._folder.glob("*/map"))))
    play.enter(Settings(name="Cy", map_transfer="always"))
    await play.until(lambda: play.ann.room is not None and not play.ann.room.seats[1].here)
    await play.ann.leave()
    seated = await play.ann.create(a_room(say.YOU, say.OPEN, map_id=DRAWN))
    assert isinstance(seated, say.Seated)
    play.code = seated.room.code
    await play.join()
    await play.until_at(RoomScreen)


async def test_never_is_kept_and_says_where_to_change_it(play: Play) -> None:
    await play.join()
    await play.until_at(FetchScreen)
    click(play.stage, button(play.stage, "Never fetch"))
    await play.refused("your settings fetch no maps")
    assert play.stage.settings.map_transfer == "never"
    press(play.stage, "return")
    await play.refused("your settings fetch no maps")


async def test_it_can_be_stopped_and_goes_on_from_there(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    stuck, asked = asyncio.Event(), []
    real = MatchClient.map_part

    async def map_part(client: MatchClient, package: str, offset: int) -> say.MapPart | say.Declined:
        asked.append(offset)
        if offset >= 2 * say.MOST_BYTES_OF_PART and not stuck.is_set():
            stuck.set()
            await asyncio.Event().wait()
        return await real(client, package, offset)

    monkeypatch.setattr(MatchClient, "map_part", map_part)
    await play.join()
    await play.until_at(FetchScreen)
    press(play.stage, "return")
    await play.until(stuck.is_set)
    assert "128 KiB of" in words(play.stage)
    press(play.stage, "escape")
    await play.refused("was not fetched to the end")
    asked.clear()
    press(play.stage, "return")
    await play.until_at(FetchScreen)
    press(play.stage, "return")
    await play.until_at(RoomScreen)
    assert asked[0] == 2 * say.MOST_BYTES_OF_PART


async def test_a_host_that_sends_no_maps_is_told_as_one(silent: Play) -> None:
    await silent.join()
    await silent.refused("this host sends no maps")


async def test_a_map_that_does_not_pass_is_thrown_away(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    async def lie(client: MatchClient, package: str, offset: int) -> say.MapPart | say.Declined:
        return say.MapPart(1, package, 0, b"PK no zip", 9)

    monkeypatch.setattr(MatchClient, "map_part", lie)
    await play.join()
    await play.until_at(FetchScreen)
    press(play.stage, "return")
    await play.refused("did not pass the game's check (M050)")


async def test_the_servers_refusal_is_told_in_its_words(play: Play, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "maps")
    await play.join()
    await play.until_at(FetchScreen)
    press(play.stage, "return")
    await play.refused("The server cannot send this map")


async def test_a_bug_in_fetching_is_not_hidden(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(map_fetch, "_once", broken)
    await play.join()
    await play.until_at(FetchScreen)
    press(play.stage, "return")
    await play.until(lambda: play.stage.finished)
    assert isinstance(play.stage.failure, RuntimeError)


async def test_a_room_that_goes_while_the_map_comes_is_told(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = MatchClient.map_part

    async def map_part(client: MatchClient, package: str, offset: int) -> say.MapPart | say.Declined:
        client.room = None
        return await real(client, package, offset)

    monkeypatch.setattr(MatchClient, "map_part", map_part)
    await play.join()
    await play.until_at(FetchScreen)
    press(play.stage, "return")
    await play.until(lambda: "The room is gone" in words(play.stage))


async def test_a_room_is_made_there_only_on_maps_that_play_the_same_here(play: Play) -> None:
    draw(play.shelf, seed=2)
    play.code = ""
    await play.join()
    await play.until_at(ServerScreen)
    press(play.stage, "n")
    assert "none of the maps" in words(play.stage)


async def test_one_who_agreed_beforehand_is_not_asked(play: Play) -> None:
    play.enter(Settings(name="Bob", map_transfer="never"))
    play.ways.open(Opening(join=f"there/{play.code}", accept_maps=True))
    await play.until_at(RoomScreen)
    assert play.stage.settings.map_transfer == "never"


async def test_a_match_that_is_resumed_asks_the_same(play: Play) -> None:
    async with MatchClient(play.host.link()) as before:
        await until(before, Connected)
        seated = await before.join(play.code, "Bob")
        assert isinstance(seated, say.Seated)
        await before.set_lobby_ready(ready=True)
        await play.ann.start()
        await until(before, MatchBegun)
    back = await play.stage.launcher.join("there", "Bob")
    play.ways._contact.client = back
    assert isinstance(await back.resume(seated.room.id, seated.token), say.Seated)
    while back.copy is None:
        await back.happening()
    play.ways._show_room()
    assert isinstance(play.stage.top, FetchScreen)
    press(play.stage, "return")
    await play.until_at(CityScreen)


async def test_a_server_that_refuses_without_a_word_is_told_as_one(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def silent(client: MatchClient, package: str, offset: int) -> say.MapPart | say.Declined:
        return say.Declined(1, ())

    monkeypatch.setattr(MatchClient, "map_part", silent)
    await play.join()
    await play.until_at(FetchScreen)
    press(play.stage, "return")
    await play.refused("does not say why")


@pytest.mark.parametrize("trouble", map_fetch.Trouble)
def test_every_trouble_has_its_words_and_a_mend(trouble: map_fetch.Trouble) -> None:
    key = f"maps-fault-{trouble.value}"
    assert "Core" in words_of(key, title="Core", code="M050", detail="full")
    assert words_of(f"{key}-mend")
