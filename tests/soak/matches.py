"""The matches of the soak, one after the other: each number is played in its own way, the same at every run.

Two people on five districts. What else there is depends on the number alone: mode and temper, so that rulesets are
many; orders that pass laws; who watches, talks, resigns, agrees on an end, loses the connection and comes back, plays
again; a computer's seat, a calendar, a lobby in which nothing ever begins.
"""

import asyncio
from contextlib import AsyncExitStack
from typing import Final

from msgspec import Struct

from game.lab.bot import Bot
from game.link.happenings import TurnPlayed
from game.protocol import messages as say
from game.rules.ids import Seat
from server.room.room import Room
from tests.soak.house import MAP, House
from tests.soak.players import Player, cheap_orders, drawn_orders
from tests.support.servers import client_at

REGULARS: Final = 40
"""People who come again and again."""

_MODES: Final = ("free", "free", "common_cause", "free")
_TEMPERS: Final = ("standard", "gentle", "harsh")
_TWO: Final = (say.SeatPlan("any", say.YOU), say.SeatPlan("any", say.OPEN))
_DAILY: Final = say.Calendar(24)


class Course(Struct, frozen=True):
    """How a match goes. `turns` are those that are played before it is brought to an end, 0 for all."""

    mode: str
    temper: str
    seeded: bool
    timer: int | None
    delay: int
    draws: bool
    watched: bool
    talks: bool
    drops: bool
    again: bool
    computer: bool
    daily: bool
    begins: bool
    far: bool
    turns: int
    ends_by: str


def course_of(number: int) -> Course:
    """Every so many matches there is one of a kind; the numbers have no common divisor, so that kinds meet."""
    return Course(
        mode=_MODES[number % len(_MODES)],
        temper=_TEMPERS[number % len(_TEMPERS)],
        seeded=number % 5 == 0,
        timer=None if number % 7 == 2 or number % 2 else 3600,
        delay=number % 4,
        draws=number % 10 == 3,
        watched=number % 3 == 1,
        talks=number % 2 == 1,
        drops=number % 11 == 5,
        again=number % 13 == 6,
        computer=number % 17 == 7,
        daily=number % 7 == 2,
        far=number % 20 == 14,
        begins=number % 19 != 8,
        turns=0 if number % 10 in {0, 3} else 1 + number % 3,
        ends_by="resigning" if number % 23 == 9 else "agreement",
    )


class MatchPlay:
    """One match, from the first connection to the last one gone."""

    def __init__(self, house: House, number: int, course: Course) -> None:
        """`number` is of this match alone: people, names and seeds come of it."""
        self.course = course
        self.number = number
        self.players: list[Player] = []
        self._house = house
        self._room = self._token = ""

    async def play(self) -> int:
        """Returns how many turns were played."""
        if self.course.far:
            return await self._play_over_sockets()
        await self._meet()
        if self.course.begins:
            await self._play()
            await self._look_around()
        for player in self.players:
            await self._get_up(player)
        return self.players[0].updates

    async def _get_up(self, player: Player) -> None:
        await player.ask(say.LeaveRoom(self._room))
        player.leave()

    async def _play_over_sockets(self) -> int:
        """Real clients, over the port, to the end."""
        address = self._house.local.address
        assert address is not None
        played: list[TurnPlayed] = []
        async with AsyncExitStack() as stack:
            owner, other = [await stack.enter_async_context(client_at(address)) for _ in range(2)]
            number = self.number
            made = say.CreateRoom(f"Far {number}", "From afar", MAP, _TWO, "short", neutral=False)
            assert isinstance(await owner.ask(made), say.Seated)
            assert owner.room is not None
            assert isinstance(await other.join(owner.room.id, f"Away {number}"), say.Seated)
            await other.set_lobby_ready(ready=True)
            await owner.start()
            bots = (Bot(owner, "random", number, played.append), Bot(other, "random", number + 1))
            await asyncio.gather(*(bot.play() for bot in bots))
            for client in (owner, other):
                await client.leave()
        return len(played)

    # --- before the match -----------------------------------------------------------------------

    async def _meet(self) -> None:
        course = self.course
        owner, other = [await self._somebody(place) for place in range(2)]
        await owner.ask(say.VisitLobby(here=True))
        seated = await owner.ask(self._wanted(owner))
        assert isinstance(seated, say.Seated), seated
        self._room = seated.room.id
        await other.ask(say.ListRooms())
        joined = await other.ask(say.JoinRoom(other.name, seated.room.code))
        assert isinstance(joined, say.Seated), joined
        self._token = joined.token
        if course.watched:
            watcher = await self._somebody(2)
            assert isinstance(await watcher.ask(say.WatchRoom(self._room)), say.Watching)
        if course.talks:
            await owner.ask(say.Speak(f"Match {self.number}", self._room))
            await other.ask(say.Speak("Hello", self._room, 0))
            await owner.ask(say.Speak(f"Anybody for match {self.number}?"))

    async def _somebody(self, place: int) -> Player:
        """Every other one is a guest, of the rest one in ten comes for the first time."""
        number = self.number * 3 + place
        regular = f"Regular {number % REGULARS}"
        who = f"New {number}" if number % 20 == 0 else f"Guest {number}" if number % 2 else regular
        identity = None if number % 2 and number % 20 else who.lower().replace(" ", "-").ljust(40, "0")
        player = Player(self._house.host, who, f"{number:032d}", identity)
        self.players.append(player)
        await player.welcome()
        return player

    def _wanted(self, owner: Player) -> say.CreateRoom:
        course, number = self.course, self.number
        third = (say.SeatPlan("any", "random"),) if course.computer else ()
        return say.CreateRoom(
            owner.name,
            f"Match {number}",
            MAP,
            (*_TWO, *third),
            "short",
            timer=course.timer,
            seed=number if course.seeded else None,
            mode=course.mode,
            temper=course.temper,
            neutral=False,
            calendar=_DAILY if course.daily else None,
            delay=course.delay,
        )

    # --- the match ------------------------------------------------------------------------------

    async def _play(self) -> None:
        owner, other = self.players[:2]
        await other.ask(say.SetLobbyReady(self._room, ready=True))
        begun = await owner.ask(say.StartMatch(self._room))
        assert isinstance(begun, say.Done), begun
        while not self._is_over():
            if self.course.turns and owner.updates >= self.course.turns:
                await self._end()
            else:
                await self._turn()

    def _is_over(self) -> bool:
        return self._kept().image.phase == say.OVER

    def _kept(self) -> Room:
        keeper = self._house.host.rooms.named(self._room)
        assert keeper is not None
        return keeper.room

    async def _turn(self) -> None:
        room, played = self._kept(), self.players[0].updates
        turn = room._core.turn
        for place, player in enumerate(self.players[:2]):
            seat = Seat(place)
            draws = self.course.draws
            orders = drawn_orders(room, seat, self.number) if draws else cheap_orders(room, seat)
            if draws or turn == 1:
                await player.ask(say.SaveSlate(self._room, turn, orders))
        if self.course.drops and turn == 2:
            await self._drop_and_return()
        for player in self.players[:2]:
            player.tell(say.SetReady(self._room, turn, ready=True))
        for player in self.players[:2]:
            await player.past(played)

    async def _drop_and_return(self) -> None:
        """The second one's connection is lost; the same client comes back over another one."""
        other = self.players[1]
        other.leave()
        other.arrive()
        await other.welcome()
        answer = await other.ask(say.ResumeSeat(self._room, self._token, other.updates))
        assert isinstance(answer, say.Seated), answer

    async def _end(self) -> None:
        """Before the turns are over: all agree, or one gives up and the other agrees alone."""
        owner, other = self.players[:2]
        turn = self._kept()._core.turn
        if self.course.ends_by == "resigning":
            await other.ask(say.Resign(self._room))
        else:
            await other.ask(say.SetVote(self._room, turn, "end", agree=True))
        await owner.ask(say.SetVote(self._room, turn, "end", agree=True))

    # --- after it -------------------------------------------------------------------------------

    async def _look_around(self) -> None:
        """What people do when a match is over."""
        owner, other = self.players[:2]
        if self.course.again:
            first, second = [await player.ask(say.Rematch(self._room)) for player in (owner, other)]
            assert isinstance(first, say.Seated), first
            assert isinstance(second, say.Seated), second
            for player in (owner, other):
                await player.ask(say.LeaveRoom(first.room.id))
        if self.course.talks:
            await other.ask(say.Report(self._room, 0, "Said hello twice"))
            for act in (say.MyMatches(), say.AskArchive(), say.AskReplay(self._room, 0)):
                await owner.ask(act)
            await owner.ask(say.AskDeviceCode())
