import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.client import rating_news, server_door
from game.client.events import TextTyped
from game.client.kept_seats import KeptSeat, KeptSeats
from game.client.launcher import Launcher, LaunchError, MatchPlan, Nearby, Opening
from game.client.rehearsal import RehearsalLink, seated, settled
from game.client.screens.base import Stage
from game.client.screens.city.screen import CityScreen
from game.client.screens.credits import CreditsScreen
from game.client.screens.join import JoinScreen
from game.client.screens.lobby.download import DownloadScreen
from game.client.screens.lobby.room import RoomScreen
from game.client.screens.lobby.server import ServerScreen
from game.client.screens.profile import ProfileScreen
from game.client.screens.replay.screen import ReplayScreen
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
from game.replays.shelf import ReplayShelf
from tests.support.rehearsals import core
from tests.support.stages import button, click, press, stage, words

PLAN = MatchPlan(
    "Ada", "core", (say.SeatPlan("sra", say.YOU), say.SeatPlan("occ", "greedy")), "standard", seed=5
)


KEPT = Path(__file__).parents[1] / "replays" / "kept" / "format-1.nsreplay"


class Choosy(RehearsalLink):
    """A server that refuses what `refuses` names, lists one room, and knows its one seat's token."""

    refuses: tuple[type, ...] = ()
    password = ""
    code = ""
    replay = b""
    skips = 0
    you: say.Profile | None = None
    archived = say.ArchivedMatch("r", "Old", "core", "free", "short", 0, ("Ada",), 9)

    def _answer(self, command: say.Command) -> None:
        if isinstance(command.act, self.refuses):
            self._push(say.Declined(command.id, (refusal(Refused.UNKNOWN_ROOM, "room"),)))
        elif isinstance(command.act, say.ListRooms):
            self._push(say.Rooms(command.id, self.listed(command.act.room)))
        elif isinstance(command.act, say.ResumeSeat) and command.act.token == "t" * 32:
            super()._answer(replace(command, act=say.JoinRoom("Ada", command.act.room)))
        elif isinstance(command.act, say.JoinRoom | say.WatchRoom) and command.act.password != self.password:
            self._push(say.Declined(command.id, (refusal(Refused.WRONG_PASSWORD, "password"),)))
        elif isinstance(command.act, say.MyMatches):
            mine = say.OwnMatch(self._room(), self._seat, True, 60_000)
            self._push(say.Matches(command.id, (mine,)))
        elif isinstance(command.act, say.AskDeviceCode):
            self._push(say.DeviceCode(command.id, "CODE1234", 600))
        elif isinstance(command.act, say.UseDeviceCode) and command.act.code == "wrong":
            self._push(say.Declined(command.id, (refusal(Refused.UNKNOWN_CODE),)))
        elif isinstance(command.act, say.UseDeviceCode):
            self._push(say.Known(command.id, say.Profile(2, "Zoe", 9, None)))
        elif isinstance(command.act, say.AskArchive):
            self._push(say.Archive(command.id, (self.archived,)))
        elif isinstance(command.act, say.Rematch):
            room = replace(self._room(), id="again", phase=say.LOBBY)
            self._push(say.Seated(command.id, room, self._seat, "u" * 32))
        elif isinstance(command.act, say.AskReplay):
            at = command.act.offset + self.skips
            part = say.ReplayPart(
                command.id, "r", at, self.replay[at:][: say.MOST_BYTES_OF_PART], len(self.replay)
            )
            self._push(part)
        else:
            super()._answer(command)

    def send(self, message: say.Upward) -> None:
        if isinstance(message, say.Hello):
            self._push(say.Welcome(say.VERSION, "x", "Night", (), (), (), (), you=self.you))
        else:
            super().send(message)

    def listed(self, name: str | None) -> tuple[say.RoomInfo, ...]:
        """An open room, a match to watch in which somebody is missing; or the one of a code."""
        room = replace(
            self._room(), delay=1, locked=bool(self.password), absence=say.Absence(60, "substitute")
        )
        if name is not None:
            return (room,) if name == self.code else ()
        missing = replace(room.seats[1], absent=True)
        watched = replace(room, name="Watched", seats=(room.seats[0], missing, *room.seats[2:]))
        chairs = (*room.seats[:2], say.Chair("ca", say.OPEN, "", here=False, ready=False))
        return (replace(room, phase=say.LOBBY, seats=chairs), watched)


class FakeLauncher:
    """Starts rehearsed matches and remembers what it was asked for."""

    def __init__(self) -> None:
        self.plans: list[MatchPlan] = []
        self.joined: list[str] = []
        self.passwords: list[str] = []
        self.near: tuple[Nearby, ...] = ()
        self.closed = 0
        self.links: list[Choosy] = []
        self.failure: Exception | None = None
        self.gate: asyncio.Event | None = None
        self.refuses: tuple[type, ...] = ()
        self.password = self.code = ""
        self.replay = b""
        self.you: say.Profile | None = None

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

    async def join(self, address: str, player: str, password: str = "") -> MatchClient:
        self.joined.append(address)
        self.passwords.append(password)
        await self._ready()
        client = await MatchClient(self._link()).__aenter__()
        while client.welcome is None:
            await client.happening()
        return client

    async def nearby(self, found: Callable[[tuple[Nearby, ...]], None]) -> None:
        found(self.near)

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
        link.refuses, link.password, link.code, link.replay = (
            self.refuses,
            self.password,
            self.code,
            self.replay,
        )
        link.you = self.you
        self.links.append(link)
        return link


class Play:
    """The window without a window: a stage, its launcher, its ways."""

    def __init__(
        self, settings: Settings | None = None, seats: Path | None = None, replays: Path | None = None
    ) -> None:
        self.launcher = FakeLauncher()
        self.stage: Stage = stage(settings=settings, launcher=self.launcher)
        self.ways = Ways(self.stage, (), seats=seats, replays=replays)

    @property
    def top(self) -> object:
        return self.stage.top

    async def until(self, done: Callable[[], bool], pause: float = 0) -> None:
        """With a `pause` a thread gets the time it needs."""
        for _ in range(400):
            if done():
                self.stage.items()
                return
            await asyncio.sleep(pause)
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
        await play.ways._contact.job  # type: ignore[misc]


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
    await play.until(lambda: isinstance(play.top, ServerScreen))
    assert play.stage.settings.name == "Player"
    await play.end()


async def test_without_a_code_the_rooms_are_shown_and_one_is_joined(play: Play) -> None:
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: isinstance(play.top, ServerScreen) and bool(play.top.entries))
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, CityScreen))
    await play.end()


async def test_a_room_that_is_gone_is_told_in_the_list(play: Play) -> None:
    play.launcher.refuses = (say.JoinRoom,)
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: isinstance(play.top, ServerScreen) and bool(play.top.entries))
    press(play.stage, "return")
    await play.until(lambda: "There is no such room." in words(play.stage))
    await play.end()


async def in_lobby(play: Play, tab: int) -> ServerScreen:
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: isinstance(play.top, ServerScreen) and bool(play.top.entries))
    assert isinstance(play.top, ServerScreen)
    play.top.tabs.choose(tab)
    await play.until(lambda: isinstance(play.top, ServerScreen) and bool(play.top.entries))
    play.stage.desk.focus_on(None)
    return play.top


@pytest.mark.parametrize("tab", [1, 2])
async def test_a_match_is_watched_or_stood_in_for(play: Play, tab: int) -> None:
    await in_lobby(play, tab)
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, CityScreen))
    await play.end()


async def test_an_own_match_is_gone_on_with(play: Play) -> None:
    await in_lobby(play, 3)
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, CityScreen))
    await play.end()


async def test_a_room_with_a_password_asks_for_it_until_it_is_right(play: Play) -> None:
    play.launcher.password = "sesame"
    await in_lobby(play, 0)
    press(play.stage, "return")
    for word in ("wrong", "sesame"):
        await play.until(lambda: "THIS ROOM HAS A PASSWORD" in words(play.stage))
        play.stage.handle(TextTyped(word))
        press(play.stage, "return")
        if word == "wrong":
            await play.until(lambda: "The password is not right." in words(play.stage))
    await play.until(lambda: isinstance(play.top, CityScreen))
    await play.end()


async def test_an_invite_into_a_room_with_a_password_asks_for_it(play: Play) -> None:
    play.launcher.password = "sesame"
    play.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await play.until(lambda: "THIS ROOM HAS A PASSWORD" in words(play.stage))
    play.stage.handle(TextTyped("sesame"))
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, CityScreen))
    await play.end()


async def test_an_invite_whose_password_is_not_known_can_be_left(play: Play) -> None:
    play.launcher.password = "sesame"
    play.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await play.until(lambda: "THIS ROOM HAS A PASSWORD" in words(play.stage))
    press(play.stage, "escape", "escape")
    await play.until(lambda: isinstance(play.top, TitleScreen))
    assert play.launcher.closed == 1


async def test_a_servers_password_goes_with_the_hello_and_a_wrong_one_is_told(play: Play) -> None:
    play.ways.join()
    assert isinstance(play.top, JoinScreen)
    play.top.address.put("example.org")
    play.top.password.put("wrong")
    play.launcher.failure = LaunchError("no", (refusal(Refused.WRONG_PASSWORD, "password"),))
    play.top.connect()
    await play.until(lambda: "The password is not right." in words(play.stage))
    assert play.launcher.passwords == ["wrong"]
    assert play.stage.desk.focus is play.top.password


async def test_a_bare_code_asks_what_is_near_and_the_last_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_door, "SEEK_FOR", 0)
    monkeypatch.setattr(server_door, "LOOK_AGAIN", 0)
    play = Play(Settings(name="Ada", last_server="example.org:24145"))
    play.launcher.near = (Nearby("10.0.0.7:24145", "Night"), Nearby("10.0.0.8:24145", "Late"))
    play.launcher.code = "KX7P2M"
    play.ways.open(Opening())
    play.ways.join()
    await play.until(lambda: "2 servers are near you." in words(play.stage))
    assert isinstance(play.top, JoinScreen)
    play.top.address.put("kx7p2m")
    play.launcher.failure = LaunchError("no server answered")
    play.top.connect()
    await play.until(lambda: "There is no server near you to ask" in words(play.stage))
    assert play.launcher.joined == ["10.0.0.7:24145", "10.0.0.8:24145", "example.org:24145"]
    play.launcher.failure = None
    play.top.connect()
    await play.until(lambda: isinstance(play.top, CityScreen))
    assert play.stage.settings.last_server == "10.0.0.7:24145"
    await play.end()


async def test_a_server_that_is_found_late_is_asked_for_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_door, "LOOK_AGAIN", 0)
    play = Play(Settings(name="Ada"))
    play.launcher.code = "KX7P2M"
    play.ways.open(Opening(join="KX7P2M"))
    for _ in range(5):
        await asyncio.sleep(0)
    assert isinstance(play.top, JoinScreen)
    play.top.nearby.put((Nearby("10.0.0.7:24145", "Night"),))
    await play.until(lambda: isinstance(play.top, CityScreen))
    assert play.launcher.joined == ["10.0.0.7:24145"]
    await play.end()


async def test_a_code_that_nobody_knows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_door, "SEEK_FOR", 0)
    monkeypatch.setattr(server_door, "LOOK_AGAIN", 0)
    play = Play(Settings(name="Ada", last_server="example.org:24145"))
    play.ways.open(Opening(join="KX7P2M"))
    await play.until(lambda: "The one server that could be asked does not know" in words(play.stage))
    assert play.ways.client is None


async def test_a_replay_is_fetched_kept_and_watched_and_leads_back(tmp_path: Path) -> None:
    play = Play(replays=tmp_path)
    play.launcher.replay = KEPT.read_bytes()
    await in_lobby(play, 4)
    press(play.stage, "return")
    assert isinstance(play.top, DownloadScreen)
    await play.until(lambda: isinstance(play.top, ReplayScreen), 0.01)
    assert len(ReplayShelf(tmp_path).listed()) == 1
    play.ways._replays._leave()
    await play.until(lambda: isinstance(play.top, ServerScreen) and play.top.tabs.chosen == 4)
    await play.end()


@pytest.mark.parametrize(("sent", "told"), [(b"odd", "expected a replay of"), (None, "could not be fetched")])
async def test_a_replay_that_is_none_leads_back_with_why(
    tmp_path: Path, sent: bytes | None, told: str
) -> None:
    play = Play(replays=tmp_path)
    play.launcher.replay = sent or b"x" * 10
    await in_lobby(play, 4)
    if sent is None:
        play.launcher.links[-1].skips = 1
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, ServerScreen) and told in words(play.stage), 0.01)
    await play.end()


async def test_fetching_a_replay_can_be_stopped(tmp_path: Path) -> None:
    play = Play(replays=tmp_path)
    await in_lobby(play, 4)
    play.launcher.refuses = ()
    press(play.stage, "return", "escape")
    await play.until(lambda: isinstance(play.top, ServerScreen))
    await play.end()


async def finished(play: Play) -> ResultsScreen:
    """A match on somebody's server that is over, at its results."""
    play.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await play.until(lambda: isinstance(play.top, CityScreen) and bool(play.launcher.joined))
    play.launcher.links[-1].play(24)
    client = play.ways.client
    assert client is not None
    await play.until(lambda: client.copy is not None and client.copy.view.public.outcome is not None)
    play.ways._show_results()
    assert isinstance(play.top, ResultsScreen)
    return play.top


async def test_a_rematch_with_others_says_who_waits_and_leads_into_the_new_room(play: Play) -> None:
    play.launcher.code = "again"
    await finished(play)
    play.launcher.links[0].change_room(rematch="again")
    await play.until(lambda: "wait in a new room" in words(play.stage))
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, RoomScreen))
    assert play.launcher.plans == []
    await play.end()


async def test_a_rematch_that_is_refused_is_told(play: Play) -> None:
    play.launcher.refuses = (say.Rematch,)
    await finished(play)
    press(play.stage, "return")
    await play.until(lambda: "THERE IS NO REMATCH" in words(play.stage))
    await play.end()


async def test_a_rematch_after_the_server_is_gone_is_told(play: Play) -> None:
    await finished(play)
    await play.launcher.links[0].close()
    await play.until(lambda: True)
    press(play.stage, "return")
    await play.until(lambda: "THERE IS NO REMATCH" in words(play.stage))
    await play.end()


async def test_the_rating_is_asked_for_again_after_the_match(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rating_news, "PAUSE", 0)
    await finished(play)
    rating = say.Rating("free", 1520, 80, 4)
    play.launcher.you = say.Profile(1, "Ada", 4, 99, (rating,))
    await play.until(lambda: "your first rating is 1520 ±80" in words(play.stage))
    assert len(play.launcher.links) > 1
    assert play.launcher.closed == len(play.launcher.links) - 1, "only the match's own connection stays"
    await play.end()


async def test_after_a_match_alone_another_on_a_server_is_played_again_there(play: Play) -> None:
    await play.in_city()
    play.ways.title()
    screen = await finished(play)
    assert screen._exits.rematch is None
    await play.end()


async def test_the_profile_is_looked_at_and_another_device_becomes_known() -> None:
    play = Play(Settings(name="Ada", last_server="example.org:24145"))
    play.launcher.you = say.Profile(1, "Ada", 4, 99)
    play.ways.open(Opening())
    play.ways.settings()
    play.stage.items()
    click(play.stage, button(play.stage, "Your profile and devices"))
    await play.until(lambda: "4 matches, 99% of turns kept" in words(play.stage))
    click(play.stage, button(play.stage, "Show a code"))
    await play.until(lambda: "CODE1234" in words(play.stage))
    assert isinstance(play.top, ProfileScreen)
    play.top.entry.put("other567")
    click(play.stage, button(play.stage, "Use the code"))
    await play.until(lambda: "This device is known as you now." in words(play.stage))
    assert "Zoe" in words(play.stage)
    play.top.entry.put("wrong")
    click(play.stage, button(play.stage, "Use the code"))
    await play.until(lambda: "The code is not known here" in words(play.stage))
    press(play.stage, "escape")
    await play.until(lambda: play.launcher.closed == 1)
    assert isinstance(play.top, SettingsScreen)


async def test_a_profile_without_a_server_says_so() -> None:
    play = Play(Settings(name="Ada", last_server="example.org:24145"))
    play.launcher.failure = LaunchError("no server answered")
    play.ways.open(Opening())
    play.ways.settings()
    play.stage.items()
    click(play.stage, button(play.stage, "Your profile and devices"))
    await play.until(lambda: "no server answered" in words(play.stage))
    assert not button(play.stage, "Show a code").enabled
    press(play.stage, "escape", "escape")
    assert isinstance(play.top, TitleScreen)


async def test_the_profile_on_the_server_one_is_on_needs_no_other_connection(play: Play) -> None:
    await in_lobby(play, 0)
    play.ways._profile.show()
    await play.until(lambda: "does not know you yet" in words(play.stage))
    assert len(play.launcher.links) == 1
    press(play.stage, "escape")
    assert isinstance(play.top, ServerScreen)
    assert play.launcher.closed == 0
    await play.end()


async def test_without_a_common_map_no_room_can_be_made(play: Play) -> None:
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: isinstance(play.top, ServerScreen) and bool(play.top.entries))
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
