"""The session both ends share: numbered commands, their answers, numbered updates. No I/O.

A client numbers its commands and sends again, after a drop, those without an answer. The server
answers the same id and act with the answer it gave. Updates of a room count up by one; a gap means
one resume, never a guess.
"""

from collections import OrderedDict
from enum import Enum, auto

from game.protocol.messages import Act, Command

MOST_REMEMBERED = 64
"""Answers a server keeps per client; a client never has so many commands under way."""

MOST_BYTES_REMEMBERED = 16 * 1024
"""Bytes of them, but for the newest: long refusals must not fill the memory."""


class ClientSession:
    """The client's end: gives ids, remembers what has no answer yet."""

    def __init__(self) -> None:
        self._next = 1
        self._waiting: OrderedDict[int, Command] = OrderedDict()

    def command(self, act: Act) -> Command:
        """Number the act. The caller sends the command now, or after the next connection opens."""
        command = Command(self._next, act)
        self._next += 1
        self._waiting[command.id] = command
        return command

    def answered(self, number: int) -> Act | None:
        """The act that this answer settles, or None if it was settled before or never asked."""
        command = self._waiting.pop(number, None)
        return command.act if command else None

    def unanswered(self) -> tuple[Command, ...]:
        """What to send again over a new connection, in order."""
        return tuple(self._waiting.values())


class Standing(Enum):
    """What the server knows of a command that came in."""

    NEW = auto()
    UNDER_WAY = auto()
    ANSWERED = auto()
    REUSED = auto()


class ServerSession:
    """The server's end for one client: which commands came, and what was answered."""

    def __init__(self) -> None:
        self._acts: dict[int, int] = {}
        """A hash of each act, in the order they came. Whoever makes two collide deceives nobody but themselves."""
        self._answers: dict[int, bytes] = {}
        self._harmless: set[int] = set()
        self._floor = 0
        self._bytes = 0

    def receive(self, command: Command) -> Standing:
        """Note the command. Only a NEW one may be carried out; REUSED is to be refused.

        REUSED is also one from so long ago that its answer is no longer known: it must not be carried out twice.
        """
        number, acts = command.id, self._acts
        act = hash((type(command.act), command.act))
        known = acts.get(number)
        if known is None:
            if number <= self._floor:
                return Standing.REUSED
            acts[number] = act
            if len(acts) > MOST_REMEMBERED:
                self._crowd_out(next(iter(acts)))
            return Standing.NEW
        if known != act:
            return Standing.REUSED
        return Standing.ANSWERED if number in self._answers else Standing.UNDER_WAY

    def answer(self, number: int, frame: bytes, *, harmless: bool = False) -> None:
        """Keep the answer, as a frame, of a command that was NEW; the caller sends it.

        `harmless` says that the command changed nothing: it may be carried out later, should its answer be forgotten.
        """
        answers = self._answers
        if number not in self._acts:
            return
        if number in answers:
            self._bytes -= len(answers[number])
        self._bytes += len(frame)
        answers[number] = frame
        if harmless:
            self._harmless.add(number)
        while self._bytes > MOST_BYTES_REMEMBERED and len(answers) > 1:
            self._crowd_out(next(iter(answers)))

    def forget(self, number: int) -> None:
        """The command was not carried out and may be sent again, for example when the room was busy."""
        self._acts.pop(number, None)
        self._harmless.discard(number)
        self._bytes -= len(self._answers.pop(number, b""))

    def answer_of(self, number: int) -> bytes:
        """The frame that was given; the command's standing is ANSWERED."""
        return self._answers[number]

    def _crowd_out(self, number: int) -> None:
        if number > self._floor and number not in self._harmless:
            self._floor = number
        self.forget(number)


class Arrival(Enum):
    """What to do with an update."""

    APPLY = auto()
    IGNORE = auto()
    RESUME = auto()


class UpdateCount:
    """The client's count of a room's updates."""

    def __init__(self) -> None:
        self.number = 0
        self._resuming = False

    def receive(self, number: int) -> Arrival:
        """APPLY the next one; IGNORE an old one, and any while a resume is under way; else RESUME once."""
        if number <= self.number or self._resuming:
            return Arrival.IGNORE
        if number == self.number + 1:
            self.number = number
            return Arrival.APPLY
        return self.broken()

    def broken(self) -> Arrival:
        """The own copy is not to be trusted: RESUME, unless that is under way."""
        if self._resuming:
            return Arrival.IGNORE
        self._resuming = True
        return Arrival.RESUME

    def snapshot(self, number: int) -> None:
        """A snapshot arrived that holds every update up to `number`."""
        self.number = number
        self._resuming = False
