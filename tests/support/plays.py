"""A window without a window: a stage, a launcher of rehearsed matches, and the ways between the screens."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from game.client.launcher import MatchPlan, Nearby, Opening
from game.client.rehearsal import RehearsalLink, seated
from game.client.screens.base import Stage
from game.client.screens.city.screen import CityScreen
from game.client.screens.lobby.server import ServerScreen
from game.client.screens.results.screen import ResultsScreen
from game.client.settings import Settings
from game.client.ways import Ways
from game.link.match_client import MatchClient
from game.link.seeking import Sought
from game.maps import find, load
from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from tests.support.stages import stage, words

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
        self.sought: list[tuple[str, tuple[str, ...], str]] = []
        self.seeks: list[Sought] = []
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

    async def seek(self, code: str, also: Sequence[str], password: str = "") -> Sought:
        self.sought.append((code, tuple(also), password))
        await self._ready()
        return self.seeks.pop(0) if self.seeks else Sought(answered=len(also))

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


async def in_lobby(play: Play, tab: int) -> ServerScreen:
    play.ways.open(Opening(join="example.org"))
    return await in_tab(play, tab)


async def in_tab(play: Play, tab: int) -> ServerScreen:
    await play.until(lambda: isinstance(play.top, ServerScreen) and bool(play.top.entries))
    assert isinstance(play.top, ServerScreen)
    play.top.tabs.choose(tab)
    await play.until(lambda: isinstance(play.top, ServerScreen) and bool(play.top.entries))
    play.stage.desk.focus_on(None)
    return play.top


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
