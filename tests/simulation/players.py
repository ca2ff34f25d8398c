"""Seeded players: people with a real client who play, lose their nerve, their line and their patience."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Protocol

from msgspec.structs import replace

from game.link import happenings as tell
from game.link.match_client import LinkClosedError, MatchClient
from game.link.match_copy import MatchCopy
from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.ids import District, Seat
from game.rules.legality import faults
from game.rules.orders import NO_ORDERS, SPOKEN, Slate, Travel
from game.rules.reach import in_reach
from game.rules.view import view_of
from tests.simulation.network import Network, SimulatedLink
from tests.simulation.referee import Referee
from tests.simulation.weather import Weather


class World(Protocol):
    """What a player sees of the simulation."""

    weather: Weather
    net: Network
    referee: Referee
    room: str
    """Code of the room everyone meets in; empty until somebody made it."""
    calm: bool
    asked: dict[object, tuple[float, say.Act]]
    """What has no answer yet, and since when."""

    def note(self, words: str, *details: object) -> None:
        """Write the trace."""

    def life(self) -> int:
        """Which process of the server lives."""


class Player:
    """One person, with one client at a time. `owner` makes the room."""

    def __init__(self, world: World, name: str, dice: random.Random, *, owner: bool = False) -> None:
        self.name = name
        self.client: MatchClient | None = None
        self.token: str | None = None
        self.room_id: str | None = None
        self.is_done = False
        self._world = world
        self._dice = dice
        self._owner = owner
        self._listener: asyncio.Task[None] | None = None
        self._ways: list[tuple[float, Callable[[MatchClient, MatchCopy], Awaitable[object]]]] = [
            (6.0, self._save),
            (3.0, self._ready),
            (3.0, self._think),
        ]
        self._whims: list[Callable[[MatchClient, MatchCopy], Awaitable[object]]] = [
            self._unready,
            self._save_wrongly,
            self._save_for_another_turn,
            self._save_in_haste,
            self._vote,
            self._pin,
            self._leave,
            self._resign,
            self._start_program_again,
            self._go_for_a_walk,
            self._move_to_another_device,
            self._resume_from_long_ago,
            self._use_an_id_twice,
            self._look_around,
            self._speak,
            self._speak,
            self._mute,
            self._ask_for_time,
            self._ask_for_time,
            self._brief,
            self._report,
        ]

    # --- life -----------------------------------------------------------------------------------

    async def live(self) -> None:
        """Play until the task is cancelled or the match is over."""
        await self._open()
        while not self.is_done:
            try:
                await self._step()
            except (LinkClosedError, LookupError):
                await self._pause(0.5)

    async def close(self) -> None:
        """Hang up."""
        client, self.client = self.client, None
        if client is not None:
            await client.__aexit__(None, None, None)
        if self._listener is not None:
            await asyncio.wait([self._listener])

    async def _open(self) -> MatchClient:
        link = SimulatedLink(self._world.net, self._world.note, self.name)
        client = MatchClient(link)
        client._key = f"{self._dice.getrandbits(128):032x}"
        client.on_seated = self._seated
        self.client = await client.__aenter__()
        self._listener = asyncio.create_task(self._listen(client))
        return client

    def _seated(self, seated: say.Seated) -> None:
        self.token, self.room_id = seated.token, seated.room.id

    async def _listen(self, client: MatchClient) -> None:
        """Everything that is told must fit what is on disk."""
        referee = self._world.referee
        while True:
            try:
                happening = await client.happening()
            except LinkClosedError:
                return
            self._world.note("  %s hears %s", self.name, happening.__class__.__name__)
            match happening:
                case tell.TurnPlayed(turn=turn, entries=entries, after=after) if self.room_id is not None:
                    chronicle = referee.of(self.room_id)
                    if (view_of(chronicle.states[turn], after.viewer), chronicle.turns[turn - 1].entries) != (
                        after,
                        entries,
                    ):
                        referee.breaks("%s saw another turn %d than was played", self.name, turn)
                case tell.Resynced(reason=reason):
                    referee.breaks("%s lost step: %s", self.name, reason)

    async def _pause(self, seconds: float) -> None:
        await asyncio.sleep(self._dice.uniform(0.02, seconds))

    async def _ask(self, client: MatchClient, act: say.Act) -> say.Answer:
        """Ask, and have it noted that an answer is due."""
        mark = object()
        world = self._world
        world.asked[mark] = (asyncio.get_running_loop().time(), act)
        world.note("%s asks %s", self.name, act.__class__.__name__)
        try:
            answer = await client.ask(act)
        finally:
            del world.asked[mark]
        codes = [one.code for one in answer.refusals] if isinstance(answer, say.Declined) else ""
        world.note("%s got %s %s to %s", self.name, answer.__class__.__name__, codes, act.__class__.__name__)
        if Refused.NOT_SEATED in codes and client.room is not None and client.token is not None:
            return await self._ask(client, say.ResumeSeat(client.room.id, client.token))
        return answer

    async def _step(self) -> None:
        client = self.client or await self._open()
        if client.room is None:
            await self._sit_down(client)
        elif client.room.phase == say.LOBBY:
            await self._get_ready(client, client.room)
        elif client.copy is None:
            await self._pause(0.5)
        elif client.copy.view.public.outcome is not None:
            self.is_done = True
        elif client.room.seats[client.copy.seat].resigned:
            await self._pause(2.0)
        elif client.room.paused and (self._world.calm or self._dice.random() < 0.2):
            await self._ask(client, say.SetVote(client.room.id, client.copy.turn, "pause", agree=False))
            await self._pause(1.0)
        else:
            await self._play(client, client.copy)

    # --- before the match -----------------------------------------------------------------------

    async def _sit_down(self, client: MatchClient) -> None:
        if self.token is not None and self.room_id is not None:
            await self._come_back(client, self.room_id, self.token)
        elif self._world.room:
            answer = await self._ask(client, say.JoinRoom(self.name, self._world.room))
            if isinstance(answer, say.Declined) and self._owner:
                self._world.room = ""
        elif self._owner:
            answer = await self._ask(client, self._wished())
            if isinstance(answer, say.Seated):
                self._world.room = answer.room.code
        await self._pause(1.0)

    async def _come_back(self, client: MatchClient, room: str, token: str) -> None:
        answer = await self._ask(client, say.ResumeSeat(room, token))
        if not isinstance(answer, say.Declined) or token != self.token:
            return
        if answer.refusals[0].code == Refused.BAD_TOKEN:
            image = self._world.referee.of(room).image
            if image is not None and image.phase == say.PLAYING:
                self._world.referee.breaks("%s is locked out of the own seat", self.name)
            self.token = None
        elif answer.refusals[0].code == Refused.UNKNOWN_ROOM and self._world.referee.of(room).is_gone:
            self.token = None
            self._world.room = ""

    def _wished(self) -> say.CreateRoom:
        weather = self._world.weather
        players = [say.YOU, *[say.OPEN] * (weather.people - 1), *["random"] * weather.computers]
        seats = tuple(say.SeatPlan("any", player) for player in players)
        seed = self._dice.getrandbits(62) | 1 << 62
        room = say.CreateRoom(self.name, "A room", "line", seats, "short", weather.timer, seed=seed)
        absence = say.Absence(weather.hold, weather.absentee)
        return replace(room, absence=absence, delay=weather.watched_later)

    async def _get_ready(self, client: MatchClient, room: say.RoomInfo) -> None:
        if client.seat != room.owner:
            await self._ask(client, say.SetLobbyReady(room.id, ready=True))
            if self._dice.random() < 0.1:
                await self._ask(client, say.Sit(room.id, self._dice.randrange(len(room.seats))))
        elif not any(chair.player == say.OPEN for chair in room.seats):
            await self._ask(client, say.StartMatch(room.id))
        await self._pause(1.5)

    # --- the match ------------------------------------------------------------------------------

    async def _play(self, client: MatchClient, copy: MatchCopy) -> None:
        if not self._world.calm and self._dice.random() < self._world.weather.unruly:
            await self._dice.choice(self._whims)(client, copy)
        else:
            weights, ways = zip(*self._ways, strict=True)
            await self._dice.choices(ways, weights)[0](client, copy)
        await self._pause(1.0)

    def _orders(self, copy: MatchCopy) -> Slate:
        """One or two leaders do something legal."""
        board, public, dice = copy.board, copy.view.public, self._dice
        slate = NO_ORDERS
        for leader in dice.sample(board.leaders_of(copy.seat), 2):
            for _ in range(2):
                near = in_reach(board, public, leader)
                far = Travel(leader, District(dice.randrange(board.districts)))
                order = (
                    dice.choice(SPOKEN)(leader, dice.choice(near)) if near and dice.random() < 0.8 else far
                )
                if not faults(board, public, copy.seat, (*slate, order)):
                    slate = (*slate, order)
                    break
        return slate

    async def _send(self, client: MatchClient, turn: int, orders: Slate) -> None:
        room, seat = client.room, client.seat
        if room is None or seat is None:
            return
        life = self._world.life()
        now = asyncio.get_running_loop().time
        attempt = self._world.referee.attempts.made(room.id, turn, seat, orders, self.name, now())
        answer = await self._ask(client, say.SaveSlate(room.id, turn, orders))
        attempt.is_doubtful = life != self._world.life()
        attempt.answer, attempt.answered_at = answer, now()

    async def _save(self, client: MatchClient, copy: MatchCopy) -> None:
        await self._send(client, copy.turn, self._orders(copy))

    async def _ready(self, client: MatchClient, copy: MatchCopy) -> None:
        if client.room is not None:
            await self._ask(client, say.SetReady(client.room.id, copy.turn, ready=True))

    async def _think(self, client: MatchClient, copy: MatchCopy) -> None:
        await self._pause(3.0)

    # --- whims ----------------------------------------------------------------------------------

    async def _unready(self, client: MatchClient, copy: MatchCopy) -> None:
        if client.room is not None:
            await self._ask(client, say.SetReady(client.room.id, copy.turn, ready=False))

    async def _save_wrongly(self, client: MatchClient, copy: MatchCopy) -> None:
        stranger = copy.board.leaders_of(copy.board.all_seats[copy.seat - 1])[0]
        await self._send(client, copy.turn, (Travel(stranger, District(0)), Travel(stranger, District(99))))

    async def _save_for_another_turn(self, client: MatchClient, copy: MatchCopy) -> None:
        await self._send(client, max(0, copy.turn + self._dice.choice((-1, 1))), NO_ORDERS)

    async def _save_in_haste(self, client: MatchClient, copy: MatchCopy) -> None:
        slates = [self._send(client, copy.turn, self._orders(copy)) for _ in range(4)]
        await asyncio.gather(*slates, self._ready(client, copy))

    async def _vote(self, client: MatchClient, copy: MatchCopy) -> None:
        if client.room is not None:
            agree = self._dice.random() < 0.4
            await self._ask(client, say.SetVote(client.room.id, copy.turn, "end", agree))

    async def _pin(self, client: MatchClient, copy: MatchCopy) -> None:
        if client.room is not None:
            pin = say.Pin("care", District(self._dice.randrange(6)))
            await self._ask(client, say.SetPins(client.room.id, copy.turn, (pin,)))

    async def _leave(self, client: MatchClient, copy: MatchCopy) -> None:
        token, room = self.token, self.room_id
        await client.leave()
        await self._pause(8.0)
        if token == self.token and room is not None and token is not None:
            await self._come_back(client, room, token)

    async def _resign(self, client: MatchClient, copy: MatchCopy) -> None:
        if client.room is not None and self._dice.random() < 0.2:
            await self._ask(client, say.Resign(client.room.id))

    async def _start_program_again(self, client: MatchClient, copy: MatchCopy) -> None:
        await self.close()
        await self._open()

    async def _go_for_a_walk(self, client: MatchClient, copy: MatchCopy) -> None:
        """Long enough, perhaps, for somebody else to play meanwhile."""
        await self.close()
        await self._pause(40.0)
        await self._open()

    async def _move_to_another_device(self, client: MatchClient, copy: MatchCopy) -> None:
        """The old device stays on, and hears that it no longer holds the seat."""
        await self._open()
        await self._pause(3.0)
        await client.__aexit__(None, None, None)

    async def _resume_from_long_ago(self, client: MatchClient, copy: MatchCopy) -> None:
        if client.room is not None and client.token is not None:
            number = max(0, copy.count.number - self._dice.randrange(3))
            await self._ask(client, say.ResumeSeat(client.room.id, client.token, number))

    async def _use_an_id_twice(self, client: MatchClient, copy: MatchCopy) -> None:
        """Another act under an id that is taken: refused, whatever became of the first."""
        if client.room is not None:
            client._link.send(say.Command(max(1, client._session._next - 1), say.ListRooms("nowhere")))

    async def _look_around(self, client: MatchClient, copy: MatchCopy) -> None:
        await self._ask(client, say.ListRooms())

    async def _speak(self, client: MatchClient, copy: MatchCopy) -> None:
        """To everybody, or to one of them alone."""
        if client.room is not None:
            to = self._dice.choice((None, *range(len(client.room.seats))))
            words = f"{self.name} says {self._dice.randrange(1000)}"
            await self._ask(client, say.Speak(words, client.room.id, to))

    async def _mute(self, client: MatchClient, copy: MatchCopy) -> None:
        if client.room is not None:
            seat = Seat(self._dice.randrange(len(client.room.seats)))
            await self._ask(client, say.Mute(client.room.id, seat, self._dice.random() < 0.5))

    async def _ask_for_time(self, client: MatchClient, copy: MatchCopy) -> None:
        if client.room is not None:
            matter: say.Matter = self._dice.choice(("pause", "extend"))
            agree = self._dice.random() < 0.7
            await self._ask(client, say.SetVote(client.room.id, copy.turn, matter, agree))

    async def _brief(self, client: MatchClient, copy: MatchCopy) -> None:
        if client.room is not None:
            brief = self._dice.choice((say.Brief(()), say.Brief(("care",), gifts=True)))
            await self._ask(client, say.SetBrief(client.room.id, brief))

    async def _report(self, client: MatchClient, copy: MatchCopy) -> None:
        if client.room is not None:
            seat = Seat(self._dice.randrange(len(client.room.seats)))
            await self._ask(client, say.Report(client.room.id, seat, f"{self.name} does not like it"))
