"""Several windows on one real server: what is scripted elsewhere, once for real."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.client.events import TextTyped
from game.client.launcher import Opening
from game.client.screens.city.screen import CityScreen
from game.client.screens.lobby.invite import Plaque
from game.client.screens.lobby.room import RoomScreen
from game.client.screens.lobby.server import TABS, ServerScreen
from game.client.screens.profile import ProfileScreen
from game.client.screens.replay.screen import ReplayScreen
from game.client.screens.results.screen import ResultsScreen
from game.client.screens.setup.pace import LIVE, Pace
from game.client.screens.setup.screen import SetupScreen
from game.client.screens.title.screen import TitleScreen
from game.client.settings import Settings
from game.client.shots import NoLauncher
from game.client.ways import Ways
from game.client.widgets.choice import Choice
from game.link.happenings import Connected
from game.link.match_client import MatchClient
from game.protocol.messages import Matter
from game.resources import maps_folder
from game.rules.ids import Seat
from server.config import Config
from server.host.library import read_library
from server.host.thinking import Thinker, pool_of_one_thread
from server.local import LocalHost
from server.room import absence
from server.room.effects import StartTimer
from tests.support.servers import PATIENCE, no_orders, until
from tests.support.stages import button, click, find, press, stage, words

pytestmark = pytest.mark.slow


class Joining(NoLauncher):
    """Joins the server of the test as the same person each time, over a link in memory."""

    def __init__(self, host: LocalHost, identity: str) -> None:
        self._host, self._identity = host, identity

    async def join(self, address: str, player: str, password: str = "") -> MatchClient:
        link = self._host.link()
        client = await MatchClient(link, identity=self._identity, password=password).__aenter__()
        await until(client, Connected)
        return client


class Window:
    """One player's window on the server, in its lobby."""

    def __init__(self, host: LocalHost, name: str, folder: Path, identity: str = "") -> None:
        launcher = Joining(host, (identity or name).ljust(32, "i"))
        self.stage = stage(settings=Settings(name=name, reduced_motion=True), launcher=launcher)
        self.ways = Ways(self.stage, (), replays=folder / name)
        self.ways.open(Opening(join="there:4000"))

    async def until(self, done: Callable[[], bool]) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                while not done():
                    await self.frame()
        except TimeoutError:
            read = words(self.stage)[-600:]
            raise AssertionError(f"still at {type(self.stage.top).__name__}: {read}") from None
        self.stage.items()

    async def frame(self) -> None:
        await asyncio.sleep(0.003)
        self.stage.tick(self.stage.now + 0.03)

    async def until_at(self, kind: type) -> None:
        await self.until(lambda: isinstance(self.stage.top, kind))

    async def reads(self, what: str) -> None:
        await self.until(lambda: what in words(self.stage))

    def click(self, label: str) -> None:
        click(self.stage, button(self.stage, label))

    async def turn_to(self, tab: str) -> ServerScreen:
        """A tab of the lobby, once there is something in it."""
        await self.until_at(ServerScreen)
        screen = self.stage.top
        assert isinstance(screen, ServerScreen)
        screen.tabs.choose(TABS.index(tab))
        self.stage.desk.focus_on(None)
        while not screen.entries:
            screen.refresh()
            for _ in range(5):
                await self.frame()
        self.stage.items()
        return screen

    async def say(self, text: str) -> None:
        press(self.stage, "y")
        self.stage.handle(TextTyped(text))
        press(self.stage, "return")
        await self.reads(text)
        press(self.stage, "escape")

    async def vote(self, matter: Matter, label: str) -> None:
        """Press a button of what can be agreed on."""
        self.city.cockpit.open_agreement(matter)
        await self.frame()
        self.stage.items()
        self.click(label)

    @property
    def city(self) -> CityScreen:
        screen = self.stage.top
        assert isinstance(screen, CityScreen), type(screen).__name__
        return screen

    async def end(self) -> None:
        await self.ways.close()
        await self.stage.close()


class Server:
    """A server with the official maps, and the windows on it."""

    def __init__(self, host: LocalHost, folder: Path) -> None:
        self.host, self._folder = host, folder
        self.windows: list[Window] = []

    def window(self, name: str, identity: str = "") -> Window:
        self.windows.append(Window(self.host, name, self._folder, identity))
        return self.windows[-1]

    async def together(self, done: Callable[[], bool]) -> None:
        """Let time pass in all windows."""
        async with asyncio.timeout(PATIENCE):
            while not done():
                for window in self.windows:
                    await window.frame()

    async def match(self, pace: Pace | None = None) -> tuple[Window, Window]:
        """Two play, a computer fills the third seat; both see the city."""
        ada, bo = self.window("Ada"), self.window("Bo")
        await ada.until_at(ServerScreen)
        press(ada.stage, "n")
        await ada.until_at(SetupScreen)
        setup = ada.stage.top
        assert isinstance(setup, SetupScreen)
        setup.change(replace(setup.choices, pace=pace or Pace()))
        press(ada.stage, "return")
        await ada.until_at(RoomScreen)
        await bo.turn_to("open")
        press(bo.stage, "return")
        await bo.until_at(RoomScreen)
        await ada.reads("Bo")
        chooser = next(
            c
            for c in find(ada.stage, Choice)
            if c.labels[0] == "Open to others" and "Any faction" not in c.labels
        )
        chooser.choose(1)
        await ada.reads("Computer, one turn ahead")
        press(bo.stage, "return")
        await ada.reads("All are ready.")
        press(ada.stage, "return")
        await self.together(lambda: all(isinstance(w.stage.top, CityScreen) for w in (ada, bo)))
        return ada, bo


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    thinker = Thinker(pool_of_one_thread, player=no_orders)
    library = read_library((maps_folder(),))
    async with LocalHost(Config(port=0), thinker=thinker, library=library) as host:
        made = Server(host, tmp_path)
        yield made
        for window in made.windows:
            await window.end()


async def test_two_meet_in_the_lobby_talk_and_play_a_turn(server: Server) -> None:
    ada, bo = await server.match()
    await ada.say("good evening")
    await bo.until(lambda: bo.city.model.company.talk.unread(bo.city.model.company.room_id) == 1)
    press(bo.stage, "y")
    await bo.reads("good evening")
    press(bo.stage, "escape")
    for window in (ada, bo):
        press(window.stage, "1", "1", "return", "return")
    await server.together(lambda: ada.city.model.public.turn == 2 and bo.city.model.public.turn == 2)


async def test_a_third_watches_and_reads(server: Server) -> None:
    ada, bo = await server.match()
    zoe = server.window("Zoe")
    await zoe.turn_to("watch")
    press(zoe.stage, "return")
    await zoe.until_at(CityScreen)
    await zoe.reads("WATCHING")
    await ada.until(
        lambda: ada.city.model.company.room is not None and ada.city.model.company.room.watchers == 1
    )
    await ada.say("we are watched")
    await zoe.until(lambda: "Ada says: we are watched" in zoe.city.narrator.lines)
    for window in (ada, bo):
        press(window.stage, "return", "return")
    await server.together(lambda: zoe.city.model.public.turn == 2)
    press(zoe.stage, "escape", "escape", "escape")
    press(zoe.stage, "escape")
    zoe.ways._step_out()
    await zoe.until_at(ServerScreen)


async def test_another_device_takes_the_seat_and_the_first_takes_it_back(server: Server) -> None:
    ada, _ = await server.match()
    other = server.window("Ada on the train", "Ada")
    await other.turn_to("mine")
    press(other.stage, "return")
    await other.until_at(CityScreen)
    await ada.reads("PLAYED ELSEWHERE")
    ada.click("Take it back")
    await ada.until(lambda: ada.city.model.departure is None)
    await other.reads("PLAYED ELSEWHERE")


async def test_they_end_it_together_and_the_replay_stays(server: Server) -> None:
    ada, bo = await server.match()
    await _ended(server, ada, bo)
    zoe = server.window("Zoe")
    await zoe.turn_to("replays")
    press(zoe.stage, "return")
    await zoe.until_at(ReplayScreen)


async def test_they_follow_into_the_rematch_in_their_seats_and_play_it(server: Server) -> None:
    ada, bo = await server.match()
    before = [window.city.model.company.own for window in (ada, bo)]
    await _ended(server, ada, bo)
    ada.click("Rematch")
    await ada.until_at(RoomScreen)
    await bo.reads("Ada waits in a new room")
    bo.click("Rematch")
    await bo.until_at(RoomScreen)
    await ada.reads("Bo")
    press(bo.stage, "return")
    await ada.reads("All are ready.")
    press(ada.stage, "return")
    await server.together(lambda: all(isinstance(w.stage.top, CityScreen) for w in (ada, bo)))
    assert [window.city.model.company.own for window in (ada, bo)] == before
    assert ada.city.model.public.turn == 1


async def test_they_stop_the_clock_together_and_one_lets_it_go_on(server: Server) -> None:
    ada, bo = await server.match(Pace(LIVE, timer=600))
    await ada.vote("pause", "I agree")
    await bo.reads("SRA would pause")
    assert not bo.city.model.company.is_paused
    await bo.vote("pause", "I agree")
    for window in (ada, bo):
        await window.reads("The match is paused")
    left = ada.city.model.seconds_left()
    await server.together(lambda: all(w.city.model.company.is_paused for w in (ada, bo)))
    assert ada.city.model.seconds_left() == left
    await bo.vote("pause", "Take it back")
    await server.together(lambda: not any(w.city.model.company.is_paused for w in (ada, bo)))
    assert not any(ada.city.model.company.votes("pause")), "the next pause is asked for anew"


async def test_a_guest_plays_for_one_who_is_gone_until_they_are_back(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(absence, "StartTimer", lambda name, _: StartTimer(name, 1))
    ada, bo = await server.match(Pace(LIVE, timer=600, then="substitute"))
    server.windows.remove(bo)
    await bo.end()
    await ada.until(lambda: ada.city.model.company.is_absent(Seat(1)))
    zoe = server.window("Zoe")
    await zoe.turn_to("substitute")
    press(zoe.stage, "return")
    await zoe.until_at(CityScreen)
    await zoe.reads("for Bo")
    await ada.until(lambda: ada.city.model.company.is_waited_for(Seat(1)))
    press(zoe.stage, "1", "1", "return", "return")
    await server.together(lambda: ada.city.model.ready[1])
    back = server.window("Bo")
    await back.turn_to("mine")
    press(back.stage, "return")
    await back.until_at(CityScreen)
    assert len(back.city.model.planning.slate) == 1, "what the guest has ordered is there"
    await zoe.reads("YOU NO LONGER STAND IN")
    press(zoe.stage, "return")
    await zoe.until_at(ServerScreen)


async def test_a_code_of_the_first_device_brings_the_seat_to_the_second(server: Server) -> None:
    ada, _ = await server.match()
    other = server.window("Ada on the train", "another device")
    profile = await _profile(ada)
    click(ada.stage, button(ada.stage, "Show a code"))
    await ada.until(lambda: bool(find(ada.stage, Plaque)))
    code = find(ada.stage, Plaque)[0].code
    await other.until_at(ServerScreen)
    profile = await _profile(other)
    profile.entry.put(code)
    click(other.stage, button(other.stage, "Use the code"))
    await other.reads("This device is known as you now.")
    press(other.stage, "escape", "escape")
    await other.turn_to("mine")
    press(other.stage, "return")
    await other.until_at(CityScreen)
    press(ada.stage, "escape", "escape")
    await ada.reads("PLAYED ELSEWHERE")


async def _profile(window: Window) -> ProfileScreen:
    """Who one is here, once the server has said so."""
    window.ways.settings()
    window.stage.items()
    window.click("Your profile and devices")
    await window.until_at(ProfileScreen)
    await window.until(lambda: button(window.stage, "Use the code").enabled)
    screen = window.stage.top
    assert isinstance(screen, ProfileScreen)
    return screen


async def _ended(server: Server, *windows: Window) -> None:
    """They agree to end it, and see what came of it."""
    for window in windows:
        await window.vote("end", "I agree")
    await server.together(
        lambda: all(isinstance(w.stage.top, ResultsScreen) for w in windows) or _skip(*windows)
    )
    for window in windows:
        window.stage.items()


def _skip(*windows: Window) -> bool:
    """Nobody looks on while the last turn is told."""
    for window in windows:
        press(window.stage, "escape")
    return False


async def test_who_leaves_a_room_is_back_among_the_rooms_of_the_server(server: Server) -> None:
    ada = server.window("Ada")
    await ada.until_at(ServerScreen)
    press(ada.stage, "n")
    await ada.until_at(SetupScreen)
    press(ada.stage, "return")
    await ada.until_at(RoomScreen)
    press(ada.stage, "escape")
    await ada.until_at(ServerScreen)
    assert ada.ways.client is not None
    press(ada.stage, "escape")
    await ada.until_at(TitleScreen)
    await ada.until(lambda: ada.ways.client is None)
