"""A player's seat: what the client, bots, watchers and tests hold of one server and one match.

Everything arrives through one link; what happened is told in order by `poll` and `happening`. Requests
are answered by the server's own messages; a refusal is a value.
"""

import asyncio
import contextlib
import secrets
import time
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Self

from game import __version__
from game.link import happenings as tell
from game.link.link import Arrived, Closed, Dropped, Link, LinkEvent, Opened
from game.link.match_copy import MatchCopy, OutOfStepError
from game.protocol import messages as say
from game.protocol.refusals import Refusal
from game.protocol.session import ClientSession
from game.rules.ids import Seat
from game.rules.orders import Slate

_NEVER_SENT = 0
"""Stands for the connection a command was first sent over; connections count from 1."""


class LinkClosedError(Exception):
    """A request can have no answer any more: the link is closed for good. The message says why."""


class MatchClient:
    """`async with MatchClient(link) as client:` reads the link until the block ends.

    `welcome`, `room`, `seat`, `token` and `copy` are None until the server gave them. Keep `token` to
    come back to the seat after the program ended: see `resume`. `on_seated` hears of every new one.
    """

    def __init__(self, link: Link, build: str = __version__) -> None:
        self.welcome: say.Welcome | None = None
        self.room: say.RoomInfo | None = None
        self.seat: Seat | None = None
        self.token: str | None = None
        self.copy: MatchCopy | None = None
        self.on_seated: Callable[[say.Seated], None] | None = None
        self._link = link
        self._build = build
        self._key = secrets.token_hex(16)
        self._session = ClientSession()
        self._asked: dict[int, tuple[int, asyncio.Future[say.Answer]]] = {}
        self._connection = 0
        self._resuming: int | None = None
        self._greeted = False
        self._over: tell.Over | None = None
        self._clock: tuple[int, float] | None = None
        self._told: deque[tell.Happening] = deque()
        self._news = asyncio.Event()
        self._reader: asyncio.Task[None] | None = None

    # --- life -----------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        """Begin to read the link."""
        self._reader = asyncio.create_task(self._read(), name="match client")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the link; requests without an answer raise LinkClosedError."""
        await self._link.close()
        if self._reader is not None:
            await self._reader

    async def _read(self) -> None:
        while self._over is None:
            self._take(await self._link.receive())
        for _, future in self._asked.values():
            if not future.done():
                future.set_exception(LinkClosedError(self._over.reason))
                future.exception()
        self._asked.clear()
        await self._link.close()

    # --- what happened --------------------------------------------------------------------------

    def poll(self) -> tell.Happening | None:
        """The next thing that happened, or None for now."""
        return self._told.popleft() if self._told else None

    async def happening(self) -> tell.Happening:
        """The next thing that happens. After `Over` there is none: it raises LinkClosedError."""
        while not self._told:
            if self._over is not None:
                raise LinkClosedError(self._over.reason)
            self._news.clear()
            await self._news.wait()
        return self._told.popleft()

    def seconds_left(self) -> float | None:
        """Seconds left of this turn by the server's clock, never below 0; None without a timer."""
        if self._clock is None:
            return None
        left, seen = self._clock
        return max(0.0, left / 1000 - (time.monotonic() - seen))

    # --- requests -------------------------------------------------------------------------------

    async def list_rooms(self, room: str | None = None) -> say.Rooms | say.Declined:
        """The public rooms one can join, or the one of this id or code."""
        answer = await self.ask(say.ListRooms(room))
        return answer if isinstance(answer, say.Rooms) else _declined(answer)

    async def create(self, room: say.CreateRoom) -> say.Seated | say.Declined:
        """Make a room and sit down in it."""
        answer = await self.ask(room)
        return answer if isinstance(answer, say.Seated) else _declined(answer)

    async def join(self, room: str, player: str, seat: Seat | None = None) -> say.Seated | say.Declined:
        """Sit down in a room, named by id or code."""
        answer = await self.ask(say.JoinRoom(player, room, seat))
        return answer if isinstance(answer, say.Seated) else _declined(answer)

    async def resume(self, room: str, token: str, number: int = 0) -> say.Seated | say.Declined:
        """Back to an own seat, for example after the program was started anew."""
        answer = await self.ask(say.ResumeSeat(room, token, number))
        return answer if isinstance(answer, say.Seated) else _declined(answer)

    async def sit(self, seat: Seat, faction: str = say.ANY) -> say.Answer:
        """Move to another seat or choose another faction, before the match."""
        return await self.ask(say.Sit(self._room_id(), seat, faction))

    async def set_lobby_ready(self, *, ready: bool) -> say.Answer:
        """Ready to begin, or not."""
        return await self.ask(say.SetLobbyReady(self._room_id(), ready))

    async def start(self) -> say.Answer:
        """Begin the match; only the room's owner may."""
        return await self.ask(say.StartMatch(self._room_id()))

    async def save_slate(self, orders: Slate) -> say.Answer:
        """Save the orders of this turn. `copy.slate` is what the server has."""
        turn = self._copy().turn
        answer = await self.ask(say.SaveSlate(self._room_id(), turn, orders))
        if isinstance(answer, say.Done) and self.copy is not None and self.copy.turn == turn:
            self.copy.slate = orders
        return answer

    async def set_ready(self, *, ready: bool) -> say.Answer:
        """This turn is finished, or not."""
        return await self.ask(say.SetReady(self._room_id(), self._copy().turn, ready))

    async def set_pins(self, pins: tuple[say.Pin, ...]) -> say.Answer:
        """Let everybody see these plans for this turn, in place of any pins before; at most MOST_PINS."""
        return await self.ask(say.SetPins(self._room_id(), self._copy().turn, pins))

    async def set_end_vote(self, *, agree: bool) -> say.Answer:
        """Agree that the match ends now, or not any more."""
        return await self.ask(say.SetEndVote(self._room_id(), self._copy().turn, agree))

    async def resign(self) -> say.Answer:
        """Give the seat up for good; what happens is still told until `leave`."""
        return await self.ask(say.Resign(self._room_id()))

    async def leave(self) -> say.Answer:
        """Get up."""
        answer = await self.ask(say.LeaveRoom(self._room_id()))
        if isinstance(answer, say.Done):
            self._forget_seat()
        return answer

    async def map_part(self, package: str, offset: int) -> say.MapPart | say.Declined:
        """Some bytes of a map's package from `offset` on; ask for one part at a time."""
        answer = await self.ask(say.AskMap(package, offset))
        return answer if isinstance(answer, say.MapPart) else _declined(answer)

    async def ask(self, act: say.Act) -> say.Answer:
        """Ask anything and wait for the answer, over as many connections as it takes.

        Raises LinkClosedError.
        """
        if self._over is not None:
            raise LinkClosedError(self._over.reason)
        future = self._send(act)
        return await future

    def _room_id(self) -> str:
        if self.room is None:
            raise LookupError("no seat in any room; create, join or resume one first")
        return self.room.id

    def _copy(self) -> MatchCopy:
        if self.copy is None:
            raise LookupError("the match has not begun; wait for MatchBegun")
        return self.copy

    def _send(self, act: say.Act) -> asyncio.Future[say.Answer]:
        command = self._session.command(act)
        future: asyncio.Future[say.Answer] = asyncio.get_running_loop().create_future()
        self._asked[command.id] = (self._connection if self._greeted else _NEVER_SENT, future)
        if self._greeted:
            self._link.send(command)
        return future

    # --- what the link says ---------------------------------------------------------------------

    def _take(self, event: LinkEvent) -> None:
        match event:
            case Opened():
                self._connection += 1
                self._link.send(say.Hello(say.VERSION, self._build, self._key))
            case Arrived(message):
                self._hear(message)
            case Dropped(reason, retry_in):
                self._greeted = False
                self._tell(tell.Disconnected(reason, retry_in))
            case Closed(reason):
                self._end(reason)

    def _end(self, reason: str, refusals: tuple[Refusal, ...] = ()) -> None:
        if self._over is None:
            self._greeted = False
            self._over = tell.Over(reason, refusals)
            self._tell(self._over)

    def _tell(self, happening: tell.Happening) -> None:
        self._told.append(happening)
        self._news.set()

    def _hear(self, message: say.Downward) -> None:
        match message:
            case say.Welcome():
                self._welcomed(message)
            case say.Declined(re=0, refusals=refusals) if not self._greeted:
                self._end("the server does not take this client", refusals)
            case say.Declined(re=0, refusals=refusals):
                self._tell(tell.Scolded(refusals))
            case say.Done() | say.Declined() | say.Rooms() | say.Seated() | say.MapPart():
                self._answered(message)
            case say.Stopping():
                self._tell(tell.ServerStopping())
            case _:
                self._hear_room(message)

    def _hear_room(self, message: say.Notice) -> None:
        """What a room says; of a room that was left a last word may still be under way."""
        match message:
            case say.RoomChanged(room) if self._mine(room.id):
                self.room = room
                self._tell(tell.RoomSeen(room))
            case say.Begin() if self._mine(message.room):
                self._begun(message)
            case say.Update() if self._mine(message.room) and self.copy is not None:
                self._updated(self.copy, message)
            case say.Readiness() | say.Pins() | say.EndVotes() if self._mine(message.room):
                if self.copy is not None:
                    self._planned(self.copy, message)
            case say.Clock() if self._mine(message.room):
                self._clock = (message.left, time.monotonic())
                self._tell(tell.ClockSeen(message.turn, message.left))
            case say.TakenOver(room=room_id) if self._mine(room_id):
                self._forget_seat()
                self._tell(tell.Displaced())
            case say.RoomClosed() if self._mine(message.room):
                self._forget_seat()
                self._tell(tell.SeatLost((message.reason,)))
            case _:
                return

    def _planned(self, copy: MatchCopy, message: say.Readiness | say.Pins | say.EndVotes) -> None:
        """What the seats let each other see of the turn they plan."""
        match message:
            case say.Readiness(turn=turn, ready=ready):
                copy.ready = ready
                self._tell(tell.ReadinessSeen(turn, ready))
            case say.Pins(turn=turn, seat=seat, pins=pins):
                copy.pin(seat, pins)
                self._tell(tell.PinsSeen(turn, seat, pins))
            case say.EndVotes(turn=turn, agree=agree):
                copy.votes = agree
                self._tell(tell.VotesSeen(turn, agree))

    def _mine(self, room: str) -> bool:
        return self.room is not None and self.room.id == room

    def _forget_seat(self) -> None:
        self.room = self.seat = self.token = self._clock = None

    def _welcomed(self, welcome: say.Welcome) -> None:
        again = self.welcome is not None
        self.welcome = welcome
        self._greeted = True
        self._abandon_resume()
        waiting = self._session.unanswered()
        self._tell(tell.Connected(welcome, again))
        if again:
            self._resume_seat()
        for command in waiting:
            sent_over, future = self._asked[command.id]
            if sent_over == _NEVER_SENT:
                self._asked[command.id] = (self._connection, future)
            self._link.send(command)

    def _resume_seat(self) -> None:
        """Ask for the own seat, once; the answer is heard like any other."""
        if self.room is not None and self.token is not None:
            number = self.copy.count.number if self.copy is not None else 0
            future = self._send(say.ResumeSeat(self.room.id, self.token, number))
            self._resuming = max(self._asked)
            future.add_done_callback(self._resumed)

    def _abandon_resume(self) -> None:
        """A resume asked over an older connection would seat that one; a new one is sent instead."""
        if self._resuming is not None and self._resuming in self._asked:
            self._session.answered(self._resuming)
            self._asked.pop(self._resuming)[1].cancel()
        self._resuming = None

    def _resumed(self, future: asyncio.Future[say.Answer]) -> None:
        if future.cancelled() or future.exception() is not None:
            return
        answer = future.result()
        if isinstance(answer, say.Declined):
            self._forget_seat()
            self._tell(tell.SeatLost(answer.refusals))

    def _answered(self, answer: say.Answer) -> None:
        act = self._session.answered(answer.re)
        if act is None:
            return
        sent_over, future = self._asked.pop(answer.re)
        if isinstance(answer, say.Seated):
            self._seated(answer, stale=sent_over != self._connection)
        with contextlib.suppress(asyncio.InvalidStateError):
            future.set_result(answer)

    def _seated(self, seated: say.Seated, *, stale: bool) -> None:
        """A seat given over an older connection is not held by this one yet."""
        if self.copy is not None and not self._mine(seated.room.id):
            self.copy = None
        self.room, self.seat, self.token = seated.room, seated.seat, seated.token
        if self.on_seated is not None:
            self.on_seated(seated)
        self._tell(tell.RoomSeen(seated.room))
        if stale:
            self._resume_seat()

    def _begun(self, begin: say.Begin) -> None:
        if self.copy is None:
            self.copy = MatchCopy(begin)
        else:
            self.copy.renew(begin)
        self._tell(tell.MatchBegun(begin))

    def _updated(self, copy: MatchCopy, update: say.Update) -> None:
        before = copy.view
        try:
            applied = copy.update(update)
        except OutOfStepError as error:
            self._tell(tell.Resynced(str(error)))
            self._resume_seat()
            return
        if applied:
            self._clock = None
            self._tell(tell.TurnPlayed(update.turn, update.entries, before, copy.view))


def _declined(answer: say.Answer) -> say.Declined:
    """The refusal that an answer must be when it is not the one hoped for."""
    if isinstance(answer, say.Declined):
        return answer
    raise TypeError(f"the server answered a request with {type(answer).__name__}")
