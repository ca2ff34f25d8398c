import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.client.kept_seats import KeptSeat, KeptSeats
from game.client.launcher import Launcher, LaunchError, MatchPlan, Opening
from game.client.rehearsal import RehearsalLink, seated, settled
from game.client.screens.base import Stage
from game.client.screens.city.screen import CityScreen
from game.client.screens.credits import CreditsScreen
from game.client.screens.join import JoinScreen
from game.client.screens.lobby.rooms import RoomsScreen
from game.client.screens.results.screen import ResultsScreen
from game.client.screens.settings.screen import SettingsScreen
from game.client.screens.setup.screen import SetupScreen
from game.client.screens.title.screen import TitleScreen
from game.client.screens.waiting import WaitingScreen
from game.client.settings import Settings
from game.client.shots import NoLauncher
from game.client.ways import Ways
from game.link.match_client import MatchClient
from game.maps import find, load
from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from tests.support.rehearsals import core
from tests.support.stages import press, stage, words

PLAN = MatchPlan(
    "Ada", "core", (say.SeatPlan("sra", say.YOU), say.SeatPlan("occ", "greedy")), "standard", seed=5
)


class Choosy(RehearsalLink):
    """A server that refuses what `refuses` names, lists one room, and knows its one seat's token."""

    refuses: tuple[type, ...] = ()

    def _answer(self, command: say.Command) -> None:
        if isinstance(command.act, self.refuses):
            self._push(say.Declined(command.id, (refusal(Refused.UNKNOWN_ROOM, "room"),)))
        elif isinstance(command.act, say.ListRooms):
            self._push(say.Rooms(command.id, (self._room(),)))
        elif isinstance(command.act, say.ResumeSeat) and command.act.token == "t" * 32:
            super()._answer(replace(command, act=say.JoinRoom("Ada", command.act.room)))
        else:
            super()._answer(command)


class FakeLauncher:
    """Starts rehearsed matches and remembers what it was asked for."""

    def __init__(self) -> None:
        self.plans: list[MatchPlan] = []
        self.joined: list[str] = []
        self.closed = 0
        self.links: list[Choosy] = []
        self.failure: Exception | None = None
        self.gate: asyncio.Event | None = None
        self.refuses: tuple[type, ...] = ()

    def maps(self) -> tuple[say.MapOffer, ...]:
        return (say.MapOffer("core", "Core", 3, 24),)

    def forget_maps(self) -> None:
        self.forgot = True

    def levels(self) -> tuple[str, ...]:
        return ("random", "greedy")

    def address(self) -> str:
        return ""

    async def solo(self, plan: MatchPlan) -> MatchClient:
        self.plans.append(plan)
        await self._ready()
        return await seated(self._link())

    async def host(self, plan: MatchPlan) -> MatchClient:
        return await self.solo(plan)

    async def join(self, address: str, player: str) -> MatchClient:
        self.joined.append(address)
        await self._ready()
        return await MatchClient(self._link()).__aenter__()

    async def close(self, client: MatchClient) -> None:
        self.closed += 1
        await client.__aexit__(None, None, None)

    async def _ready(self) -> None:
        if self.gate is not None:
            await self.gate.wait()
        if self.failure is not None:
            raise self.failure

    def _link(self) -> Choosy:
        link = Choosy(load(find("core")))
        link.refuses = self.refuses
        self.links.append(link)
        return link


class Play:
    """The window without a window: a stage, its launcher, its ways."""

    def __init__(self, settings: Settings | None = None, seats: Path | None = None) -> None:
        self.launcher = FakeLauncher()
        self.stage: Stage = stage(settings=settings, launcher=self.launcher)
        self.ways = Ways(self.stage, (), seats=seats)

    @property
    def top(self) -> object:
        return self.stage.top

    async def until(self, done: Callable[[], bool]) -> None:
        for _ in range(400):
            if done():
                self.stage.items()
                return
            await asyncio.sleep(0)
            self.stage.tick(self.stage.now + 0.03)
        raise AssertionError(f"still at {type(self.top).__name__}: {words(self.stage)[-300:]}")

    async def in_city(self) -> CityScreen:
        self.ways.open(Opening(solo=PLAN))
        await self.until(lambda: isinstance(self.top, CityScreen))
        assert isinstance(self.top, CityScreen)
        return self.top

    async def end(self) -> None:
        await self.ways.close()
        await self.stage.close()


@pytest.fixture
async def play() -> "Play":
    return Play()


async def test_the_title_leads_to_every_screen_and_back(play: Play) -> None:
    play.ways.open(Opening())
    for key, kind in (
        ("s", SettingsScreen),
        ("r", CreditsScreen),
        ("j", JoinScreen),
        ("h", SetupScreen),
        ("return", SetupScreen),
    ):
        play.stage.items()
        press(play.stage, key)
        assert type(play.top) is kind
        press(play.stage, "escape")
        assert isinstance(play.top, TitleScreen)
    press(play.stage, "q")
    assert play.stage.finished


async def test_a_match_is_waited_for_and_then_shown(play: Play) -> None:
    play.ways.open(Opening(solo=PLAN))
    assert isinstance(play.top, WaitingScreen)
    await play.until(lambda: isinstance(play.top, CityScreen))
    assert play.launcher.plans == [PLAN]
    await play.end()
    assert play.launcher.closed == 1


async def test_waiting_can_be_stopped(play: Play) -> None:
    play.launcher.gate = asyncio.Event()
    play.ways.open(Opening(solo=PLAN))
    await play.until(lambda: bool(play.launcher.plans))
    press(play.stage, "escape")
    await play.until(lambda: isinstance(play.top, TitleScreen))
    assert play.ways.client is None


async def test_what_cannot_start_is_told_on_the_title(play: Play) -> None:
    play.launcher.failure = LaunchError("the port is taken")
    play.ways.open(Opening(host=PLAN))
    await play.until(lambda: isinstance(play.top, TitleScreen))
    assert "the port is taken" in words(play.stage)


async def test_a_bug_in_starting_is_not_hidden(play: Play) -> None:
    play.launcher.failure = RuntimeError("a bug")
    play.ways.open(Opening(solo=PLAN))
    with pytest.raises(RuntimeError, match="a bug"):
        await play.ways._job  # type: ignore[misc]


async def test_a_match_left_for_the_title_can_be_continued(play: Play) -> None:
    city = await play.in_city()
    play.ways.title()
    play.stage.items()
    read = words(play.stage)
    assert "CONTINUE" in read
    assert "turn 1 of 24" in read
    press(play.stage, "c")
    assert play.top is city
    await play.end()


async def test_the_end_leads_to_the_results_and_a_rematch_with_another_seed(play: Play) -> None:
    await play.in_city()
    play.launcher.links[0].play(24)
    client = play.ways.client
    assert client is not None
    await play.until(lambda: client.copy is not None and client.copy.view.public.outcome is not None)
    play.ways._show_results()
    assert isinstance(play.top, ResultsScreen)
    play.stage.items()
    press(play.stage, "c")
    assert isinstance(play.top, CityScreen)
    play.ways._show_results()
    play.stage.items()
    press(play.stage, "return")
    await play.until(lambda: len(play.launcher.plans) == 2 and isinstance(play.top, CityScreen))
    assert play.launcher.plans[1] == replace(PLAN, seed=None)
    assert play.launcher.closed == 1
    await play.end()


async def test_a_match_that_is_over_is_closed_when_left(play: Play) -> None:
    await play.in_city()
    play.launcher.links[0].play(24)
    client = play.ways.client
    assert client is not None
    await play.until(lambda: client.copy is not None and client.copy.view.public.outcome is not None)
    play.ways._step_out()
    await play.until(lambda: isinstance(play.top, TitleScreen))
    assert play.launcher.closed == 1
    assert "CONTINUE" not in words(play.stage)


async def test_an_invite_leads_into_its_room(play: Play) -> None:
    play.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await play.until(lambda: isinstance(play.top, CityScreen))
    assert play.launcher.joined == ["example.org:4000"]
    assert play.stage.settings.last_server == "example.org:4000"
    await play.end()


async def test_a_program_that_ended_finds_back_to_its_seat(tmp_path: Path) -> None:
    before = Play(seats=tmp_path / "seats.json")
    before.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await before.until(lambda: isinstance(before.top, CityScreen))
    await before.end()
    kept = KeptSeats(tmp_path / "seats.json")
    found = kept.find("example.org:4000", "")
    assert found is not None, "the rehearsed room has no code"
    kept.keep(replace(found, code="KX7P2M"))
    after = Play(seats=tmp_path / "seats.json")
    after.launcher.refuses = (say.JoinRoom,)
    after.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await after.until(lambda: isinstance(after.top, CityScreen))
    await after.end()


async def test_a_seat_that_is_gone_is_told_as_what_was_asked(tmp_path: Path) -> None:
    KeptSeats(tmp_path / "seats.json").keep(KeptSeat("example.org:4000", "KX7P2M", "r", "old"))
    play = Play(seats=tmp_path / "seats.json")
    play.launcher.refuses = (say.JoinRoom, say.ResumeSeat)
    play.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await play.until(lambda: "There is no such room." in words(play.stage))
    assert isinstance(play.top, JoinScreen)


async def test_an_unknown_code_is_told_where_it_was_typed(play: Play) -> None:
    play.launcher.refuses = (say.JoinRoom,)
    play.ways.open(Opening(join="example.org:4000/WRONG1"))
    await play.until(lambda: "There is no such room." in words(play.stage))
    assert isinstance(play.top, JoinScreen)
    assert play.launcher.closed == 1


async def test_a_server_that_does_not_answer_is_told_and_can_be_cancelled(play: Play) -> None:
    play.launcher.failure = LaunchError("no server answered")
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: "no server answered" in words(play.stage))
    play.launcher.gate = asyncio.Event()
    press(play.stage, "return")
    await play.until(lambda: len(play.launcher.joined) == 2)
    press(play.stage, "escape", "escape")
    assert isinstance(play.top, TitleScreen)


async def test_without_a_name_one_joins_as_player() -> None:
    play = Play(Settings())
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: isinstance(play.top, RoomsScreen))
    assert play.stage.settings.name == "Player"
    await play.end()


async def test_without_a_code_the_rooms_are_shown_and_one_is_joined(play: Play) -> None:
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: isinstance(play.top, RoomsScreen) and bool(play.top.rooms))
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, CityScreen))
    await play.end()


async def test_a_room_that_is_gone_is_told_in_the_list(play: Play) -> None:
    play.launcher.refuses = (say.JoinRoom,)
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: isinstance(play.top, RoomsScreen) and bool(play.top.rooms))
    press(play.stage, "return")
    await play.until(lambda: "There is no such room." in words(play.stage))
    await play.end()


async def test_without_a_common_map_no_room_can_be_made(play: Play) -> None:
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: isinstance(play.top, RoomsScreen) and bool(play.top.rooms))
    press(play.stage, "n")
    assert "none of the maps" in words(play.stage)
    await play.end()


class Rehearsing(NoLauncher):
    """Starts rehearsed matches, and remembers which were closed."""

    def __init__(self) -> None:
        self.plans: list[MatchPlan] = []
        self.closed: list[MatchClient] = []

    async def solo(self, plan: MatchPlan) -> MatchClient:
        self.plans.append(plan)
        link = RehearsalLink(core(), length=plan.length)
        link.play(4)
        return await seated(link)

    async def close(self, client: MatchClient) -> None:
        self.closed.append(client)
        await super().close(client)


def led(launcher: Launcher | None = None) -> Ways:
    made = stage(launcher=launcher or NoLauncher())
    return Ways(made, ())


async def until(ways: Ways, kind: type) -> None:
    for _ in range(400):
        if isinstance(ways.stage.top, kind):
            return
        ways.stage.tick(ways.stage.now + 0.1)
        await asyncio.sleep(0)
    raise AssertionError(f"never came to {kind.__name__}, but to {type(ways.stage.top).__name__}")


async def test_a_match_begins_ends_and_is_played_once_more() -> None:
    launcher = Rehearsing()
    ways = led(launcher)
    ways.open(Opening(solo=PLAN))
    await until(ways, CityScreen)
    for _ in range(12):
        if isinstance(ways.stage.top, ResultsScreen):
            break
        press(ways.stage, "return", "return")
        for _ in range(8):
            ways.stage.tick(ways.stage.now + 0.1)
            await settled()
        press(ways.stage, "escape")
        if isinstance(ways.stage.top, CityScreen):
            press(ways.stage, "escape")
        ways.stage.tick(ways.stage.now + 0.1)
    await until(ways, ResultsScreen)
    press(ways.stage, "return")
    await until(ways, CityScreen)
    await settled()
    assert [plan.seed for plan in launcher.plans] == [PLAN.seed, None]
    assert len(launcher.closed) == 1
    await ways.close()
    assert len(launcher.closed) == 2


async def test_what_cannot_be_started_is_told_on_the_title() -> None:
    ways = led()
    ways.open(Opening(host=PLAN))
    await settled()
    assert isinstance(ways.stage.top, TitleScreen)
    assert "no match can start" in words(ways.stage)


async def test_a_failed_join_is_told_on_its_screen() -> None:
    ways = led()
    ways.join()
    screen = ways.stage.top
    assert isinstance(screen, JoinScreen)
    screen.address.text = "127.0.0.1:9"
    screen.connect()
    await settled()
    assert ways.stage.top is screen
    assert "cannot join" in words(ways.stage)
    assert ways.stage.settings.last_server == "127.0.0.1:9"
