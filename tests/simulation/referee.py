"""The referee: sees every commit, every frame and every answer, and says which promise was broken, if one was."""

import logging
from collections import Counter
from collections.abc import Callable

import msgspec

from game.protocol import messages as say
from game.protocol.packing import PackedLedger
from game.protocol.refusals import Refused
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS
from game.rules.view import SPECTATOR, diff, view_of
from server.room.image import Image, Record, Resolved
from server.room.tokens import digest
from tests.simulation.attempts import Attempts
from tests.simulation.chronicle import Chronicle
from tests.simulation.network import Wire
from tests.simulation.reading import read_downward, read_upward

MARK = b"token-to-be-seen-by-nobody"
_ANSWERS = say.Done | say.Declined | say.Rooms | say.Seated | say.Watching
_PASSING = frozenset({Refused.BUSY, Refused.TOO_FAST, Refused.TALKS_TOO_FAST, Refused.ID_REUSED})
"""Refusals that are not remembered as the answer: the same command may come again."""
_NOT_OF_THE_TURN = frozenset(
    {Refused.NOT_SEATED, Refused.RESIGNED, Refused.STORAGE, Refused.STOPPING, Refused.UNKNOWN_ROOM, *_PASSING}
)
_OF_A_TURN = say.SaveSlate | say.SetReady | say.SetPins | say.SetVote


class Heard:
    """What the referee knows of one connection."""

    def __init__(self) -> None:
        self.key = ""
        self.seats: dict[str, Seat] = {}
        """Where it sits; -1 where it watches."""
        self.tokens: set[str] = set()
        self.numbers: dict[str, int] = {}


class Referee:
    """`broken` lists what was seen to be wrong. `note` writes the trace; `now` is the virtual clock."""

    def __init__(self, note: Callable[..., None], now: Callable[[], float], slack: float) -> None:
        self.broken: list[str] = []
        self.rooms: dict[str, Chronicle] = {}
        self._note, self._now, self._slack = note, now, slack
        self._life = 0
        self._wires: dict[int, Heard] = {}
        self._commands: dict[tuple[str, int], say.Act] = {}
        self._answers: dict[tuple[str, int], bytes] = {}
        self._times: Counter[tuple[str, int]] = Counter()
        """How often a command came, less how often it was answered."""
        self._wished: set[tuple[str, int]] = set()
        """The commands of all lives that make a room."""
        self._minted: set[str] = set()
        self.attempts = Attempts()
        self.counts: Counter[str] = Counter()
        """What happened how often."""

    def breaks(self, words: str, *details: object) -> None:
        """A promise is broken."""
        text = f"{self._now():.3f} s: {words % details}"
        self._note("BROKEN %s", text)
        self.broken.append(text)

    def mint(self) -> str:
        """A token for the server; it may be seen by nobody but the one it is given to."""
        token = f"{MARK.decode()}{len(self._minted):020d}"
        self._minted.add(token)
        return token

    # --- the disk -------------------------------------------------------------------------------

    def began_life(self, life: int) -> None:
        """A new process knows nothing of what was answered before."""
        self._note("life %d of the server", life)
        self._life = life
        self._commands.clear()
        self._answers.clear()
        self._times.clear()

    def claimed(self, room: str) -> None:
        """See `Witness.claimed`."""
        self.of(room).claimed()

    def committed(self, room: str, records: tuple[Record, ...], image: Image | None, asked_at: float) -> None:
        """See `Witness.committed`."""
        self._note("  disk: %s", [record.__class__.__name__ for record in records])
        chronicle = self.of(room)
        chronicle.committed(self._life, records, image, asked_at, self._now())
        if sum(one.image is not None for one in self.rooms.values()) > len(self._wished):
            self.breaks("a room was made twice")
        for record in records:
            if isinstance(record, Resolved) and not record.agreed:
                self.attempts.check(room, record, chronicle.people, self.breaks)

    def found(self, code: str) -> Chronicle | None:
        """The chronicle of the room with this code, once it is on disk."""
        rooms = self.rooms.values()
        return next((room for room in rooms if room.image and room.image.setup.code == code), None)

    def of(self, room: str) -> Chronicle:
        """The chronicle of a room."""
        if room not in self.rooms:
            self.rooms[room] = Chronicle(room, self.breaks, self._slack)
        return self.rooms[room]

    # --- the wires ------------------------------------------------------------------------------

    def heard(self, wire: Wire, frame: bytes) -> None:
        """The server is about to be given this frame."""
        known = self._wires.setdefault(wire.number, Heard())
        message = read_upward(frame)
        if isinstance(message, say.Hello):
            known.key = message.key
            return
        self._times[known.key, message.id] += 1
        self._note("  wire %d up: %d %s", wire.number, message.id, message.act.__class__.__name__)
        if isinstance(message.act, say.CreateRoom):
            self._wished.add((known.key, message.id))
        if (known.key, message.id) not in self._commands:
            self._commands[known.key, message.id] = message.act
            self._expect(message.act)

    def _expect(self, act: say.Act) -> None:
        """One record may come of this, and no more."""
        match act:
            case say.SaveSlate(room=room, turn=turn, orders=orders):
                self.of(room).expected["save", turn, orders] += 1
            case say.SetReady(room=room, turn=turn, ready=True):
                self.of(room).expected["ready", turn] += 1
            case say.SetVote(room=room, turn=turn, matter=matter, agree=True):
                self.of(room).expected["vote", turn, matter] += 1

    def pushed(self, wire: Wire, frame: bytes) -> None:
        """The server sends this frame."""
        known = self._wires.setdefault(wire.number, Heard())
        message = read_downward(frame)
        self._note("  wire %d down: %s", wire.number, message.__class__.__name__)
        if isinstance(message, _ANSWERS) and message.re:
            self._answered(known, message, frame)
        match message:
            case say.Seated(room=room, seat=seat, token=token):
                known.seats[room.id] = seat
                known.tokens.add(token)
            case say.Watching(room=room):
                known.seats[room.id] = SPECTATOR
            case say.TakenOver(room=gone):
                known.seats.pop(gone, None)
        self._tells_nothing(known, message, frame)
        match message:
            case say.Begin(seat=seat) if seat == SPECTATOR:
                self._shows(known, message)
            case say.Begin():
                self._begins(known, message)
            case say.Update():
                self._updates(known, message)
            case say.Said():
                self._tells(known, message)

    def _answered(self, known: Heard, answer: say.Answer, frame: bytes) -> None:
        self._times[known.key, answer.re] -= 1
        if self._times[known.key, answer.re] < 0:
            self.breaks("command %d was answered more often than it was sent", answer.re)
        act = self._commands.get((known.key, answer.re))
        codes = {one.code for one in answer.refusals} if isinstance(answer, say.Declined) else set()
        if act is None or codes & _PASSING or isinstance(act, say.ListRooms):
            return
        first = self._answers.get((known.key, answer.re))
        if first is not None:
            if first != frame:
                self.breaks("command %d got two different answers", answer.re)
            return
        self._answers[known.key, answer.re] = frame
        room = getattr(act, "room", "")
        if isinstance(answer, say.Declined) and isinstance(act, _OF_A_TURN) and room in self.rooms:
            self._declines(self.rooms[room], act, codes)
        elif not isinstance(answer, say.Declined):
            self._is_on_disk(known, act, answer)

    def _declines(self, room: Chronicle, act: _OF_A_TURN, codes: set[str]) -> None:
        """What comes too late is called late, and nothing else is."""
        if codes & _NOT_OF_THE_TURN:
            return
        timely = act.turn == room.turn and not room.is_over
        due = room.deadline is not None and self._now() >= room.deadline - self._slack
        if act.turn < room.turn and not codes & {Refused.LATE, Refused.ENDED}:
            self.breaks("a command for turn %d in turn %d was declined as %s", act.turn, room.turn, codes)
        if timely and not due and Refused.LATE in codes:
            self.breaks("a command for turn %d was called late in time", act.turn)

    def _is_on_disk(self, known: Heard, act: say.Act, answer: say.Answer) -> None:
        """Nothing is acknowledged that a crash could undo."""
        if isinstance(answer, say.Seated):
            is_late = isinstance(act, say.JoinRoom) and answer.room.phase == say.PLAYING
            self.counts["seats taken by substitutes"] += is_late
            if digest(answer.token) not in self.of(answer.room.id).tokens:
                self.breaks("a token was given out before it was on disk")
            return
        room = self.rooms.get(getattr(act, "room", ""))
        seat = None if room is None else known.seats.get(room.room)
        if room is None or seat is None:
            return
        match act:
            case say.SaveSlate(turn=turn, orders=orders):
                stored = any(
                    (one.seat, one.turn, one.orders) == (seat, turn, orders) for _, one in room.saved
                )
                self._must(stored, "a slate")
            case say.SetReady(turn=turn, ready=ready):
                self._must(turn < room.turn or room.is_over or self._ready(room, seat) == ready, "readiness")
            case say.Resign():
                self._must(_has_resigned(room, seat), "a resignation")
            case say.StartMatch():
                self._must(bool(room.states), "a beginning")
            case say.Speak(text=text):
                self._must((seat, text) in room.spoken, "a line")
            case say.LeaveRoom():
                del known.seats[room.room]

    def _must(self, stored: bool, what: str) -> None:
        if not stored:
            self.breaks("%s was acknowledged and is not on disk", what)

    def _ready(self, room: Chronicle, seat: Seat) -> bool:
        return room.image is not None and room.image.ready[seat]

    # --- secrets --------------------------------------------------------------------------------

    def _tells_nothing(self, known: Heard, message: say.Downward, frame: bytes) -> None:
        """No token of others, no seed, and no slate of others before the turn is resolved, in any byte."""
        if MARK in frame:
            for token in self._minted - known.tokens:
                if token.encode() not in frame:
                    continue
                self.breaks("%s holds somebody else's token", message.__class__.__name__)
        if isinstance(message, say.Begin | say.Update):
            return
        for room in self.rooms.values():
            if room.image is None:
                continue
            seed = msgspec.msgpack.encode(room.image.setup.seed)
            if room.image.state is not None and not room.is_over and seed in frame:
                self.breaks("%s holds the seed", message.__class__.__name__)
            for number, slate in enumerate(room.image.slates):
                if slate and known.seats.get(room.room) != number and msgspec.msgpack.encode(slate) in frame:
                    self.breaks("%s holds the slate of seat %d", message.__class__.__name__, number)

    def _begins(self, known: Heard, begin: say.Begin) -> None:
        """A snapshot is what is on disk, as this seat may see it."""
        room = self.of(begin.room)
        image, seat = room.image, known.seats.get(begin.room)
        if image is None or image.state is None or seat != begin.seat:
            self.breaks("a snapshot for seat %d, which was not given to this connection", begin.seat)
            return
        known.numbers[begin.room] = begin.number
        own = NO_ORDERS if image.seats[seat].resigned else image.slates[seat] or NO_ORDERS
        missed = [say.Turned(turn.turn, PackedLedger(turn.entries)) for turn in room.turns]
        self._equal("number", begin.number, len(room.turns))
        self._equal("view", begin.view, view_of(room.states[-1], seat))
        self._equal("slate", begin.slate, own)
        self._equal("readiness", begin.ready, image.ready)
        self._equal("votes", begin.votes or (False,) * len(image.votes), image.votes)
        self._equal("ledgers", list(begin.missed), missed[len(missed) - len(begin.missed) :])

    def _shows(self, known: Heard, begin: say.Begin) -> None:
        """A spectator's snapshot is of a turn that may be seen, and tells nothing of the one that is planned."""
        room = self.of(begin.room)
        if known.seats.get(begin.room) != SPECTATOR or begin.number > self._seen(room, SPECTATOR):
            self.breaks("a spectator was shown turn %d of %d too early", begin.number, len(room.turns))
            return
        known.numbers[begin.room] = begin.number
        missed = [say.Turned(turn.turn, PackedLedger(turn.entries)) for turn in room.turns[: begin.number]]
        self._equal("view", begin.view, view_of(room.states[begin.number], SPECTATOR))
        self._equal("slate", begin.slate, NO_ORDERS)
        self._equal("ledgers", list(begin.missed), missed[len(missed) - len(begin.missed) :])
        if begin.number < len(room.turns):
            told = (*begin.ready, *begin.votes, *begin.pausing, *begin.extending, *begin.pins)
            self._equal("plans", any(told), expected=False)

    def _seen(self, room: Chronicle, seat: Seat) -> int:
        """How many turns somebody in this seat may know."""
        delay = 0 if room.image is None or room.is_over or seat != SPECTATOR else room.image.setup.delay or 0
        return max(0, len(room.turns) - delay)

    def _tells(self, known: Heard, said: say.Said) -> None:
        """A line comes after its commit, and to nobody but those it is meant for."""
        room, seat = self.rooms.get(said.room), known.seats.get(said.room)
        if room is None or room.image is None or seat is None:
            self.breaks("%d lines of a room were told outside of it", len(said.lines))
            return
        for line in said.lines:
            self.counts["lines of chat heard"] += 1
            if line not in room.image.chat:
                self.breaks("a line was told that is not on disk, or no longer for anybody: %s", line)
            if line.to != say.EVERYBODY and seat not in (line.seat, line.to):
                self.breaks("what was said to seat %d was told to seat %d", line.to, seat)
            if seat == SPECTATOR and room.image.setup.delay and not room.is_over:
                self.breaks("a spectator of what is past heard what is said now")

    def _updates(self, known: Heard, update: say.Update) -> None:
        """An update comes next in its row, after its commit, and holds what this seat may see."""
        room, seat = self.of(update.room), known.seats.get(update.room)
        if seat is None or update.number > len(room.turns):
            self.breaks("update %d was sent before it was on disk", update.number)
            return
        if update.number > self._seen(room, seat):
            self.breaks("a spectator was shown turn %d of %d too early", update.number, len(room.turns))
        self.counts["turns shown to spectators"] += seat == SPECTATOR
        if update.number != known.numbers.get(update.room, -1) + 1:
            self.breaks("update %d came after %s", update.number, known.numbers.get(update.room))
        known.numbers[update.room] = update.number
        record: Resolved = room.turns[update.number - 1]
        before, after = room.states[update.number - 1 : update.number + 1]
        patch = diff(view_of(before, seat), view_of(after, seat))
        self._equal("patch", msgspec.msgpack.encode(update.patch), msgspec.msgpack.encode(patch))
        self._equal("ledger", update.ledger.entries, record.entries)
        self._equal("public hash", update.public_hash, record.public_hash)

    def _equal(self, what: str, found: object, expected: object) -> None:
        if found != expected:
            self.breaks("the %s that was sent is not the one on disk", what)


def _has_resigned(room: Chronicle, seat: Seat) -> bool:
    """A substitute who resigns gives the seat back to one who is still gone."""
    place = None if room.image is None else room.image.seats[seat]
    return place is not None and (place.resigned or (place.absent and place.substitute is None))


class LogWatch(logging.Handler):
    """Whatever the server logs as its own fault breaks a promise, and so does a secret in the log."""

    def __init__(self, referee: Referee) -> None:
        super().__init__()
        self._referee = referee

    def emit(self, record: logging.LogRecord) -> None:
        """See the base class."""
        if record.exc_info or record.name == "asyncio":
            error = record.exc_info[1] if record.exc_info else None
            self._referee.breaks("logged: %s: %r", record.getMessage(), error)
