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
from functools import partial
from types import TracebackType
from typing import Self, cast, get_args

from msgspec.structs import replace

from game import __version__
from game.link import happenings as tell
from game.link.coming_back import ComingBack
from game.link.link import Arrived, Closed, Dropped, Link, LinkEvent, Opened
from game.link.match_copy import MatchCopy, OutOfStepError
from game.link.requests import Requests
from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused
from game.protocol.session import ClientSession
from game.rules.ids import Seat

_NEVER_SENT = 0
"""Stands for the connection a command was first sent over, or a seat is held over; connections count from 1."""


_ALREADY_UP = frozenset({Refused.NOT_SEATED, Refused.UNKNOWN_ROOM, Refused.STORAGE})
"""Refusals that say to one who wants to get up that one sits there no more."""


class LinkClosedError(Exception):
    """A request can have no answer any more: the link is closed for good. The message says why."""


class MatchClient(Requests):
    """`async with MatchClient(link) as client:` reads the link until the block ends.

    `welcome`, `room`, `seat`, `token` and `copy` are None until the server gave them. Keep `token` to
    come back to the seat after the program ended: see `resume`. `on_seated` hears of every new one, `sat_as` is the
    name under which one sat last.
    """

    def __init__(
        self, link: Link, build: str = __version__, identity: str | None = None, password: str = ""
    ) -> None:
        super().__init__()
        self.welcome: say.Welcome | None = None
        self.seat: Seat | None = None
        self.token: str | None = None
        self.sat_as = ""
        self.on_seated: Callable[[say.Seated], None] | None = None
        self._link = link
        self._build = build
        self._identity = identity
        self._password = password
        self._key = secrets.token_hex(16)
        self._session = ClientSession()
        self._asked: dict[int, tuple[int, asyncio.Future[say.Answer]]] = {}
        self._connection = 0
        self._resuming: int | None = None
        self._watched: say.Act | None = None
        self._coming_back = ComingBack(self._ask_again)
        self._lost_room = ""
        self._lost_token: str | None = None
        self._held_over = _NEVER_SENT
        self._greeted = False
        self._over: tell.Over | None = None
        self._clock: tuple[say.Clock, float] | None = None
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
        clock, seen = self._clock
        gone = 0.0 if clock.paused else time.monotonic() - seen
        return max(0.0, clock.left / 1000 - gone)

    def bank_left(self, seat: Seat) -> float | None:
        """Seconds a seat has left beyond its turns, by the server's clock; None where there are no banks.

        In overtime the bank of a seat that is not ready runs down.
        """
        if self._clock is None or not 0 <= seat < len(self._clock[0].banks):
            return None
        clock, seen = self._clock
        ready = self.copy is not None and self.copy.ready[seat]
        runs = clock.overtime and not clock.paused and not ready
        gone = time.monotonic() - seen if runs else 0.0
        return max(0.0, clock.banks[seat] / 1000 - gone)

    @property
    def clock(self) -> say.Clock | None:
        """What the server last said of the turn's time, or None without a timer."""
        return None if self._clock is None else self._clock[0]

    @property
    def is_away(self) -> bool:
        """Whether the server let the own room go for its disk's sake, and one's place in it is asked for again."""
        return self._coming_back.is_under_way

    # --- requests -------------------------------------------------------------------------------

    async def leave(self) -> say.Answer:
        """Get up. Done also where one sits there no more: one may have got up just before the connection was lost."""
        room = self._room_id()
        if self.is_away:
            await self._come_back_no_more()
        answer = await self.ask(say.LeaveRoom(room))
        if isinstance(answer, say.Declined) and answer.refusals[0].code in _ALREADY_UP:
            answer = say.Done(answer.re)
        if isinstance(answer, say.Done) and self._mine(room):
            self._forget_seat()
        return answer

    async def take_back(self, room: str) -> say.Seated | say.Declined:
        """Back to the seat that was lost last, if it was in this room: by its token, or else by one's identity."""
        token = self._lost_token if self._lost_room == room else None
        if token is None:
            return await self.resume(room)
        answer = await self.resume(room, token)
        is_void = isinstance(answer, say.Declined) and self._identity is not None
        return await self.resume(room) if is_void else answer

    async def _come_back_no_more(self) -> None:
        """Whoever was just being seated again is, before they get up."""
        await self._resumes_settled()
        self._coming_back.end()

    def set_aside(self) -> None:
        """Look at something else: the seat stays one's own and nobody is told; `resume` comes back to it."""
        self._forget_seat()

    async def ask(self, act: say.Act) -> say.Answer:
        """Ask anything and wait for the answer, over as many connections as it takes.

        Raises LinkClosedError.
        """
        if isinstance(act, say.ResumeSeat) and self._mine(act.room):
            act = await self._after_others(act)
        if self._over is not None:
            raise LinkClosedError(self._over.reason)
        return await self._send(act)

    async def _after_others(self, act: say.ResumeSeat) -> say.ResumeSeat:
        """Of two resumes at once with the same token one makes the other's answer void: one after the other, each with its own."""
        is_newest = act.token == self.token
        await self._resumes_settled()
        return replace(act, token=self.token) if is_newest and self.token is not None else act

    async def _resumes_settled(self) -> None:
        """Returns when every resume that was asked is answered."""
        while asked := [self._asked[one][1] for one in self._resumes()]:
            await asyncio.wait(asked)

    def _resumes(self) -> list[int]:
        """The commands by which a seat is being resumed now."""
        waiting = self._session.unanswered()
        return [one.id for one in waiting if isinstance(one.act, say.ResumeSeat) and one.id in self._asked]

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
                self._link.send(
                    say.Hello(say.VERSION, self._build, self._key, self._identity, self._password)
                )
            case Arrived(message):
                self._hear(message)
            case Dropped(reason, retry_in):
                self._greeted = False
                self._coming_back.hold()
                self._tell(tell.Disconnected(reason, retry_in))
            case Closed(reason):
                self._end(reason)

    def _end(self, reason: str, refusals: tuple[Refusal, ...] = ()) -> None:
        if self._over is None:
            self._greeted = False
            self._coming_back.end()
            self._over = tell.Over(reason, refusals)
            self._tell(self._over)

    def _tell(self, happening: tell.Happening) -> None:
        self._told.append(happening)
        self._news.set()

    def _hear(self, message: say.Downward) -> None:
        match message:
            case say.Welcome():
                self._welcomed(message)
            case say.Declined(re=0, refusals=refusals) if not self._greeted and self._is_to_wait(refusals):
                return  # the server hangs up, and the link tries again
            case say.Declined(re=0, refusals=refusals) if not self._greeted:
                self._end("the server does not take this client", refusals)
            case say.Declined(re=0, refusals=refusals):
                self._tell(tell.Scolded(refusals))
            case say.Stopping():
                self._tell(tell.ServerStopping())
            case say.Announced(text):
                self._tell(tell.AnnouncementHeard(text))
            case say.Said(room, lines):
                self._tell(tell.LinesHeard(room, lines))
            case _ if isinstance(message, get_args(say.Answer)):
                self._answered(cast("say.Answer", message))
            case _:
                self._hear_room(cast("say.Notice", message))

    def _is_to_wait(self, why: tuple[Refusal, ...]) -> bool:
        """Whether a server where one was before cannot look up who one is, for its disk's sake."""
        return self.welcome is not None and why[0].code == Refused.STORAGE

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
            case say.Readiness() | say.Pins() | say.Votes() if self._mine(message.room):
                if self.copy is not None:
                    self._planned(self.copy, message)
            case say.Clock() if self._mine(message.room):
                self._clock = (message, time.monotonic())
                self._tell(tell.ClockSeen(message.turn, message.left))
            case say.TakenOver(room=room_id) if self._mine(room_id):
                self._lost_room, self._lost_token = room_id, self.token
                self._forget_seat()
                self._tell(tell.Displaced())
            case say.RoomClosed() if self._mine(message.room):
                self._not_there((message.reason,), is_leaving=self._is_leaving())
            case _:
                return

    def _planned(self, copy: MatchCopy, message: say.Readiness | say.Pins | say.Votes) -> None:
        """What the seats let each other see of the turn they plan."""
        match message:
            case say.Readiness(turn=turn, ready=ready):
                copy.ready = ready
                self._tell(tell.ReadinessSeen(turn, ready))
            case say.Pins(turn=turn, seat=seat, pins=pins):
                copy.pin(seat, pins)
                self._tell(tell.PinsSeen(turn, seat, pins))
            case say.Votes(turn=turn, matter=matter, agree=agree):
                copy.vote(matter, agree)
                self._tell(tell.VotesSeen(turn, matter, agree))

    def _mine(self, room: str) -> bool:
        return self.room is not None and self.room.id == room

    def _forget_seat(self) -> None:
        self.room = self.seat = self.token = self._clock = self._watched = None
        self._coming_back.end()

    def _not_there(self, why: tuple[Refusal, ...], *, is_leaving: bool) -> None:
        """One has no place in the own room now. Where the server's disk is at fault the room comes back, and so does one."""
        code = why[0].code
        may_return = code == Refused.STORAGE or (self.is_away and code == Refused.UNKNOWN_ROOM)
        pause = self._coming_back.later() if may_return and not is_leaving else None
        if pause is not None:
            self._tell(tell.RoomAway(why, pause))
            return
        self._forget_seat()
        if not is_leaving:
            self._tell(tell.SeatLost(why))

    def _welcomed(self, welcome: say.Welcome) -> None:
        again = self.welcome is not None
        self.welcome = welcome
        self._greeted = True
        self._abandon_resume()
        self._tell(tell.Connected(welcome, again))
        waiting = self._session.unanswered()
        resumed = {self._ask_anew(one, one.act) for one in waiting if isinstance(one.act, say.ResumeSeat)}
        if again and (self.room is None or self.room.id not in resumed):
            self._resume_seat()
        for command in waiting:
            if isinstance(command.act, say.LeaveRoom):
                self._ask_anew(command, command.act)
            self._send_again(command)

    def _ask_anew(self, command: say.Command, act: say.ResumeSeat | say.LeaveRoom) -> str:
        """A seat resumed over an older connection is not held by this one, and its token may be void by now.

        One that was left over it is held again, for it was resumed before that was known. Returns the room.
        One that was never sent is sent as it is.
        """
        sent_over, future = self._asked[command.id]
        if sent_over == _NEVER_SENT:
            return act.room
        self._session.answered(command.id)
        del self._asked[command.id]
        fresh = self._session.command(act)
        self._asked[fresh.id] = (self._connection, future)
        self._link.send(fresh)
        return act.room

    def _send_again(self, command: say.Command) -> None:
        if command.id not in self._asked:
            return
        sent_over, future = self._asked[command.id]
        if sent_over == _NEVER_SENT:
            self._asked[command.id] = (self._connection, future)
        self._link.send(command)

    def _is_leaving(self) -> bool:
        """Whether one is about to get up, and then does not miss the seat."""
        acts = [command.act for command in self._session.unanswered()]
        return self.room is not None and say.LeaveRoom(self.room.id) in acts

    def _ask_again(self) -> None:
        """The room may be back, unless whoever plays here has just asked that."""
        if not self._resumes():
            self._resume_seat()

    def _resume_seat(self) -> None:
        """Ask for the own seat, or for the match one watches, once; the answer is heard like any other."""
        act = self._way_back()
        if act is not None:
            future = self._send(act)
            self._resuming = max(self._asked)
            future.add_done_callback(partial(self._resumed, self.token, self._is_leaving()))

    def _way_back(self) -> say.Act | None:
        if self.room is None or self.token is None:
            return self._watched
        number = self.copy.count.number if self.copy is not None else 0
        return say.ResumeSeat(self.room.id, self.token, number)

    def _abandon_resume(self) -> None:
        """A resume asked over an older connection would seat that one; a new one is sent instead."""
        if self._resuming is not None and self._resuming in self._asked:
            self._session.answered(self._resuming)
            self._asked.pop(self._resuming)[1].cancel()
        self._resuming = None

    def _resumed(self, token: str | None, is_leaving: bool, future: asyncio.Future[say.Answer]) -> None:
        """A refusal matters unless another answer brought another token meanwhile."""
        if future.cancelled() or future.exception() is not None:
            return
        answer = future.result()
        if isinstance(answer, say.Declined) and token == self.token and self.room is not None:
            self._not_there(answer.refusals, is_leaving=is_leaving)

    def _answered(self, answer: say.Answer) -> None:
        act = self._session.answered(answer.re)
        if act is None:
            return
        sent_over, future = self._asked.pop(answer.re)
        if isinstance(answer, say.Seated | say.Watching) and self._is_set_aside(answer):
            if isinstance(answer, say.Seated) and self.on_seated is not None:
                self.on_seated(answer)
        elif isinstance(answer, say.Seated):
            self._seated(answer, stale=sent_over != self._connection)
        elif isinstance(answer, say.Watching):
            self._watching(answer, act)
        elif isinstance(answer, say.Declined) and self._is_of_another_way_back(answer, act):
            self._not_there(answer.refusals, is_leaving=self._is_leaving())
        with contextlib.suppress(asyncio.InvalidStateError):
            future.set_result(answer)

    def _is_of_another_way_back(self, answer: say.Declined, act: say.Act) -> bool:
        """Whether somebody else asked for the place that is asked for again here: it may be the one try of this connection."""
        is_for_seat = isinstance(act, say.ResumeSeat) and self._mine(act.room) and act.token == self.token
        return self.is_away and is_for_seat and answer.re != self._resuming

    def _is_set_aside(self, answer: say.Seated | say.Watching) -> bool:
        """Whether it is of a room that came back by itself, and that one no longer looks at."""
        return answer.re == self._resuming and not self._mine(answer.room.id)

    def _seated(self, seated: say.Seated, *, stale: bool) -> None:
        """A seat given over an older connection is not held by this one yet.

        Where it was resumed over this one before that answer was heard, the answer's token is the older one.
        """
        is_held = stale and self._mine(seated.room.id) and self._held_over == self._connection
        if self.copy is not None and not self._mine(seated.room.id):
            self.copy = None
        self._coming_back.back()
        self.room, self.seat = seated.room, seated.seat
        self.sat_as = seated.room.seats[seated.seat].substitute or seated.room.seats[seated.seat].name
        self._watched = None
        if not is_held:
            self._take_token(seated, stale=stale)
        self._tell(tell.RoomSeen(seated.room))
        if stale and not is_held:
            self._resume_seat()

    def _take_token(self, seated: say.Seated, *, stale: bool) -> None:
        self.token = seated.token
        self._held_over = _NEVER_SENT if stale else self._connection
        if self.on_seated is not None:
            self.on_seated(seated)

    def _watching(self, watching: say.Watching, act: say.Act) -> None:
        if self.copy is not None and not self._mine(watching.room.id):
            self.copy = None
        self._coming_back.back()
        self.room, self.seat, self.token = watching.room, None, None
        self._watched = act
        self._tell(tell.RoomSeen(watching.room))

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
            self._tell(tell.TurnPlayed(update.turn, update.ledger.entries, before, copy.view))
