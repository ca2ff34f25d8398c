"""Who is connected, and the one way in which anything is said to them."""

import asyncio
import itertools
from collections import OrderedDict

from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.refusals import Refusal, Refused, refusal
from game.protocol.session import ServerSession
from server.host.guest import Guest, Peer
from server.host.wording import Words, with_words
from server.limits import MOST_SESSIONS
from server.meters import Meters
from server.room.effects import Ask, Member

POLICY = 1008


class Switchboard:
    """The connections and their sessions. Nothing here waits."""

    def __init__(self, words: Words, meters: Meters) -> None:
        self.guests: dict[Member, Guest] = {}
        self._words = words
        self._meters = meters
        self._members = itertools.count(1)
        self._sessions: OrderedDict[str, ServerSession] = OrderedDict()

    # --- who is here ----------------------------------------------------------------------------

    def plug_in(self, peer: Peer) -> Guest:
        """A connection stands."""
        guest = Guest(Member(next(self._members)), peer)
        self.guests[guest.member] = guest
        self._meters.connections += 1
        self._meters.connections_open += 1
        return guest

    def unplug(self, guest: Guest) -> bool:
        """A connection is gone; whether it was here until now."""
        if self.guests.pop(guest.member, None) is None:
            return False
        self._meters.connections_open -= 1
        return True

    def is_here(self, guest: Guest) -> bool:
        """Whether the connection still stands."""
        return guest.member in self.guests

    def session(self, key: str) -> ServerSession:
        """What is remembered of a client's commands; of very many clients only the latest are."""
        session = self._sessions.setdefault(key, ServerSession())
        self._sessions.move_to_end(key)
        if len(self._sessions) > MOST_SESSIONS:
            self._sessions.popitem(last=False)
        return session

    def now(self) -> float:
        """Seconds of the loop's clock."""
        return asyncio.get_running_loop().time()

    # --- what is said ---------------------------------------------------------------------------

    def post(self, to: tuple[Member, ...], message: say.Downward) -> None:
        """Send a message to those of the connections that are still there; answers are remembered."""
        if isinstance(message, say.Declined):
            self._count(message.refusals)
        message = with_words(message, self._words)
        re = message.re if isinstance(message, ANSWERS) else None
        frame: bytes | None = None
        for member in to:
            guest = self.guests.get(member)
            if guest is None:
                continue
            frame = frame or encode(message)
            if guest.session is not None and re is not None:
                guest.session.answer(re, frame)
            guest.peer.push(frame)

    def to_everybody(self, message: say.Notice) -> None:
        """Send a message to every connection that said hello."""
        frame = encode(message)
        for guest in tuple(self.guests.values()):
            if guest.session is not None:
                guest.peer.push(frame)

    def decline(self, ask: Ask, code: Refused, field: str = "") -> None:
        """The command changed nothing, and why."""
        self.post((ask.member,), say.Declined(ask.re, (refusal(code, field),)))

    def scold(self, guest: Guest, re: int, *refusals: Refusal) -> None:
        """Refuse without remembering it as the answer: the same id may come again."""
        self._count(refusals)
        guest.peer.push(encode(with_words(say.Declined(re, refusals), self._words)))
        if guest.session is None:
            guest.peer.end(POLICY, refusals[0].code)

    def busy(self, guest: Guest, ask: Ask) -> None:
        """Refuse for now: the same command may come again."""
        self.not_now(guest, ask, refusal(Refused.BUSY, "room"))

    def not_now(self, guest: Guest, ask: Ask, why: Refusal) -> None:
        """Refuse for now, for this reason: the same command may come again."""
        self.forget(guest, ask)
        self.scold(guest, ask.re, why)

    def forget(self, guest: Guest, ask: Ask) -> None:
        """Nothing was changed: the answer need not be kept, and the same command may come again."""
        if guest.session is not None:
            guest.session.forget(ask.re)

    def _count(self, refusals: tuple[Refusal, ...]) -> None:
        self._meters.refusals.update(refusal.code for refusal in refusals)


ANSWERS = (
    say.Done,
    say.Declined,
    say.Rooms,
    say.Seated,
    say.Watching,
    say.Matches,
    say.DeviceCode,
    say.Known,
    say.Archive,
)
"""What a repeated command is answered with again; parts of maps and replays are too large to be remembered."""
