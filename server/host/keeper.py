"""A room's keeper: feeds the room one thing after the other, and carries out what it wants done, in order."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from itertools import chain
from typing import Any, Protocol, cast

import msgspec
from msgspec.structs import replace

from game.protocol.codec import encode
from game.protocol.messages import (
    OVER,
    Begin,
    Declined,
    Done,
    Downward,
    RoomClosed,
    Seated,
    Turned,
    Update,
    Watching,
)
from game.protocol.packing import PackedLedger
from game.protocol.refusals import Refused, refusal
from game.rules.errors import RulesError
from game.rules.ruleset import Ruleset
from server.crash_points import Point, reach
from server.disk.journal import Journal, StaleEpochError, StorageError, Storing
from server.host.reports import Reports
from server.host.thinking import Thinker, Thought
from server.limits import MOST_ASKS_QUEUED, MOST_BYTES_OF_BEGIN
from server.logs import about
from server.meters import Meters
from server.room.core import Effects
from server.room.effects import (
    Ask,
    Close,
    Complain,
    Effect,
    Finished,
    Member,
    Recall,
    Recollect,
    Reopen,
    Send,
    StartTimer,
    Store,
    Think,
)
from server.room.image import Image, Resolved
from server.room.past import Scene, last_scenes
from server.room.result import Result
from server.room.room import Room
from server.room.table import match_of

_LOG = logging.getLogger(__name__)
_TIMER_SLACK = 0.005
"""Seconds a timer fires late, so that rounding never makes it early."""

_ANSWERS = (Done, Declined, Seated, Watching)
"""Those that rooms give."""

Work = Callable[[int], Effects]
"""Something to do in the room, given the monotonic milliseconds of now."""


class Services(Protocol):
    """What a keeper needs of the host."""

    journal: Journal
    thinker: Thinker
    meters: Meters
    reports: Reports
    recollecting: asyncio.Lock
    """Held by the one room whose match is looked up for spectators: many of them must not keep the disk from players."""

    def post(self, to: tuple[Member, ...], message: Downward) -> None:
        """Send a message to those of the connections that are still there."""

    def look(self, room: Room) -> None:
        """Something has happened in the room, and is told."""

    async def reopen(self, reopen: Reopen, before: Image) -> bool:
        """Seat somebody in the room in which the match `before` is played again; False if that is over itself."""

    def has_moved(self, reopen: Reopen) -> bool:
        """Whether whoever asked sits in that room now."""

    async def finished(self, result: Result) -> None:
        """The room's match is over. Raises nothing."""

    def lost(self, room: str) -> None:
        """The disk did not take what the room wanted stored: it is to come back when the disk works again."""

    def forget(self, room: str) -> None:
        """The room is no longer kept in memory."""


class Keeper:
    """Owns a room under an epoch of the journal until it closes or fails.

    What comes in is done at once, unless something before it has to be waited for, nearly always the disk.
    """

    def __init__(self, room: Room, epoch: int, services: Services) -> None:
        self.room = room
        self.id = room.image.setup.id
        """The room's id."""
        self._epoch = epoch
        self._services = services
        self._meters = services.meters
        self._inbox: deque[tuple[float, Work]] = deque()
        self._effects: Iterator[Effect] = iter(())
        """What is left to carry out before the next of the inbox."""
        self._arrived = 0.0
        """When that came in of which they are the effects."""
        self._is_busy = False
        """Whether effects are being carried out, or something is waited for."""
        self._timers: set[asyncio.TimerHandle] = set()
        self._errands: set[asyncio.Task[None]] = set()
        self._unanswered: dict[tuple[Member, int], float] = {}
        self._has_updated = False
        self._why_closed = Refused.UNKNOWN_ROOM
        self._open = True
        self._stops = False
        self._watching = room.watchers
        self._watched = 0
        """How many of them the meters know of."""
        loop = asyncio.get_running_loop()
        self._time = loop.time
        self._ended: asyncio.Future[None] = loop.create_future()

    def open(self, ask: Ask, player: str) -> None:
        """Let the one who made the room sit down, before anything else happens here."""
        self._unanswered[ask.member, ask.re] = self._time()
        self.put(lambda _now: self.room.opened(ask, player))

    def rejoin(self, reopen: Reopen) -> None:
        """Let somebody of the match before follow into this room."""
        self._unanswered[reopen.ask.member, reopen.ask.re] = self._time()
        self.put(lambda now: self.room.rejoin(reopen.ask, reopen.seat, reopen.name, now))

    def ask(self, ask: Ask) -> bool:
        """Put a command in the room's inbox; False if the room has too much to do, or is closing."""
        waiting = len(self._inbox)
        if waiting:
            self._meters.inbox_high.note(waiting)
        if not self._open or waiting >= MOST_ASKS_QUEUED:
            return False
        self._unanswered[ask.member, ask.re] = self._time()
        self.put(partial(self.room.receive, ask))
        return True

    def put(self, work: Work) -> None:
        """Do anything else as soon as everything before it is done."""
        self._inbox.append((self._time(), work))
        if not self._is_busy:
            self._is_busy = True
            self._work()

    def dropped(self, member: Member) -> None:
        """A connection that may hold a seat here is gone."""
        self.put(lambda now: self.room.dropped(member, now))

    async def stop(self) -> None:
        """Let go of the room after what it is doing now; its truth is in the journal."""
        self._stops = True
        if self._open:
            self.put(lambda _now: [Close()])
        await asyncio.wait([self._ended])

    async def settled(self) -> None:
        """Returns when everything that has come in so far is done, or the room is let go."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def settle(_now: int) -> Effects:
            done.set_result(None)
            return []

        self.put(settle)
        await asyncio.wait({self._ended, done}, return_when=asyncio.FIRST_COMPLETED)

    # --- one thing after the other --------------------------------------------------------------

    def _work(self, effect: Effect | None = None, waited: Storing | None = None) -> None:
        """Go on after the effect that was waited for, if there is one, until another has to be."""
        try:
            if waited is not None:
                waited.result()
                self._conclude(effect)
            self._is_busy = not self._is_through(is_begun=waited is not None)
        except StorageError as error:
            told = about("room_not_stored", room=self.id, why=str(error))
            _LOG.error("a room cannot be stored and is let go", extra=told)
            self._fail()
            if not isinstance(error, StaleEpochError):  # whoever claimed it has it
                self._services.lost(self.id)
        except asyncio.CancelledError:
            self._release()  # the server ends
        except Exception:  # noqa: BLE001 - a fault in one room must not touch another
            _LOG.exception("a room failed and is let go", extra=about("room_failed", room=self.id))
            self._fail()
        else:
            if not self._open:
                self._release()

    def _is_through(self, *, is_begun: bool) -> bool:
        """Do everything that has come in, after what is begun; False once something has to be waited for."""
        while is_begun or (self._open and self._inbox):
            if not is_begun:
                self._arrived, work = self._inbox.popleft()
                self._effects = iter(work(int(self._time() * 1000)))
            if not self._carry_out():
                return False
            is_begun = False
            self._look_around()
        return True

    def _look_around(self) -> None:
        """All that came of one thing is done."""
        if len(self._watching) != self._watched:
            self._meters.watching += len(self._watching) - self._watched
            self._watched = len(self._watching)
        if self._has_updated:
            self._has_updated = False
            self._meters.updated.observe(self._time() - self._arrived)
        self._services.look(self.room)

    def _carry_out(self) -> bool:
        """The effects that are left; False once something has to be waited for."""
        for effect in self._effects:
            if isinstance(effect, Send):
                self._send(effect.to, effect.message)
                continue
            waiting = self._store(effect) if isinstance(effect, Store) else self._begin(effect)
            if waiting is None:
                continue
            if not waiting.done():
                waiting.add_done_callback(partial(self._work, effect))
                return False
            waiting.result()
            self._conclude(effect)
        return True

    def _store(self, store: Store) -> Storing:
        if store.is_of_turn:
            reach(Point.RESOLVED)
        return self._services.journal.append(self.id, self._epoch, store.records, store.image)

    def _begin(self, effect: Effect) -> Storing | None:
        """Carry the effect out, or begin to: what is returned has to be waited for."""
        match effect:
            case StartTimer(name, milliseconds):
                self._start_timer(name, milliseconds)
            case Think():
                self._start_thinking(effect)
            case Recollect(held):
                self._start(self._recollect(self.room.image, held))
            case Close():
                self._open = False
                self._dismiss()
            case _:
                return asyncio.ensure_future(self._at_leisure(effect))
        return None

    def _conclude(self, effect: Effect | None) -> None:
        """What was waited for is done."""
        if isinstance(effect, Store):
            if effect.is_of_turn:
                self._meters.turns += 1
                reach(Point.TURN_STORED)
            else:
                reach(Point.RECORD_STORED)

    # --- what takes time ------------------------------------------------------------------------

    async def _at_leisure(self, effect: Effect) -> None:
        """What is seldom, and waits for more than one thing."""
        match effect:
            case Recall(to, begin, after):
                missed = await self._services.journal.ledgers(self.id, after)
                self._services.post((to,), _fitting(replace(begin, missed=missed)))
            case Reopen():
                await self._reopen(effect)
            case Complain():
                await self._complain(effect)
            case Finished(result):
                await self._services.finished(result)

    async def _reopen(self, effect: Reopen) -> None:
        """One after the other, as everything in a room: two who ask at once meet in the same room."""
        member = effect.ask.member
        self._unanswered.pop((member, effect.ask.re), None)
        if await self._services.reopen(effect, self.room.image):
            self.put(lambda _now: self.room.moved(member) if self._services.has_moved(effect) else [])
        else:
            self._effects = chain(self.room.anew(effect), self._effects)

    async def _complain(self, effect: Complain) -> None:
        """What cannot be kept is refused; the room goes on."""
        answer: Done | Declined = Done(effect.re)
        try:
            await self._services.reports.keep(effect.complaint)
        except StorageError as error:
            _LOG.error("a report cannot be kept", extra=about("report_lost", room=self.id, why=str(error)))
            answer = Declined(effect.re, (refusal(Refused.STORAGE, "text"),))
        self._send((effect.to,), answer)

    def _send(self, to: tuple[Member, ...], message: Downward) -> None:
        if isinstance(message, _ANSWERS):
            asked = self._unanswered.pop((to[0], message.re), None)
            if asked is not None:
                self._meters.acknowledged.observe(self._time() - asked)
        elif isinstance(message, Update):
            self._has_updated = True
        elif isinstance(message, Begin):
            message = _fitting(message)
        self._services.post(to, message)
        if isinstance(message, Done):
            reach(Point.ACKNOWLEDGED)

    def _start_timer(self, name: str, milliseconds: int) -> None:
        loop = asyncio.get_running_loop()
        due = loop.time() + milliseconds / 1000 + _TIMER_SLACK
        self._timers = {timer for timer in self._timers if timer.when() > loop.time()}
        self._timers.add(loop.call_at(due, self.put, lambda now: self.room.timer(name, now)))

    def _start_thinking(self, effect: Think) -> None:
        self._start(self._think(effect, msgspec.msgpack.encode(match_of(self.room.image))))

    def _start(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(errand)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)

    async def _think(self, effect: Think, match: bytes) -> None:
        thought = Thought(match, effect.level, effect.view, effect.seed)
        orders = await self._services.thinker.think(thought)
        self.put(lambda now: self.room.thought(effect.seat, effect.turn, orders, now))

    async def _recollect(self, image: Image, held: int) -> None:
        """The turns of the match, the last ones played again where spectators will see them later.

        What cannot be read or played is left out: spectators then wait until enough turns have gone by.
        """
        turns: tuple[Resolved, ...] = ()
        scenes: tuple[Scene, ...] = ()
        try:
            async with self._services.recollecting:
                turns = await self._services.journal.played(self.id)
                if held:
                    scenes = await asyncio.to_thread(last_scenes, image, turns, held)
        except (StorageError, RulesError) as error:
            told = about("not_recollected", room=self.id, why=str(error))
            _LOG.warning("the turns of a match cannot be shown to its spectators", extra=told)
        ledgers = tuple(Turned(turn.turn, PackedLedger(turn.entries)) for turn in turns)
        self.put(lambda now: self.room.recollected(ledgers, scenes, now))

    def _dismiss(self) -> None:
        """Nobody sits here any more: whoever watches hears that there is nothing to see. A server that stops has said so."""
        why = Refused.ENDED if self.room.image.phase == OVER else Refused.UNKNOWN_ROOM
        if not self._stops:
            self._services.post(tuple(self.room.watchers), RoomClosed(self.id, refusal(why, "room")))

    def _fail(self) -> None:
        """Whoever sits here hears of it."""
        self._meters.rooms_failed += 1
        self._why_closed = Refused.STORAGE
        closed = RoomClosed(self.id, refusal(Refused.STORAGE, "room"))
        self._services.post((*self.room.members, *self.room.watchers), closed)
        self._release()

    def _release(self) -> None:
        """Let go; commands that nobody will carry out any more are refused, so that nobody waits."""
        self._open, self._is_busy = False, True
        self._meters.watching -= self._watched
        self._watched = 0
        for member, re in tuple(self._unanswered):
            self._services.post((member,), Declined(re, (refusal(self._why_closed, "room"),)))
        for timer in self._timers:
            timer.cancel()
        for task in self._errands:
            task.cancel()
        self._services.forget(self.id)
        self._ended.set_result(None)


def _fitting(begin: Begin) -> Begin:
    """The snapshot with as many of the newest missed ledgers as one frame may hold, and its ruleset packed.

    That is nine tenths of it, and the same for many.
    """
    packed = cast("Ruleset", msgspec.Raw(begin.match.ruleset.packed))
    begin = replace(begin, match=replace(begin.match, ruleset=packed))
    while begin.missed and len(encode(begin)) > MOST_BYTES_OF_BEGIN:
        begin = replace(begin, missed=begin.missed[len(begin.missed) // 2 + 1 :])
    return begin
