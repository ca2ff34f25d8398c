"""Who is connected, and the one way in which anything is said to them."""

import asyncio
import itertools
from collections import OrderedDict

from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.refusals import Refusal, Refused, refusal
from server.host.guest import Client, Guest, Peer
from server.host.wording import Words, declined, with_words
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
        self._clients: OrderedDict[str, Client] = OrderedDict()
        self._leaving: dict[Member, Guest] = {}
        """Connections that are gone and still have commands under way."""

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
        if guest.under_way:
            self._leaving[guest.member] = guest
        if guest.client is not None and guest.client.guest is guest:
            guest.client.guest = None
        return True

    def is_here(self, guest: Guest) -> bool:
        """Whether the connection still stands."""
        return guest.member in self.guests

    def greet(self, guest: Guest, key: str) -> Guest | None:
        """The connection is of the client with this key; returns an older one of the same, which is to be ended.

        Of very many clients only the latest are remembered.
        """
        client = self._clients.setdefault(key, Client(key))
        self._clients.move_to_end(key)
        if len(self._clients) > MOST_SESSIONS:
            self._clients.popitem(last=False)
        older, client.guest, guest.client = client.guest, guest, client
        return older

    def now(self) -> float:
        """Seconds of the loop's clock."""
        return asyncio.get_running_loop().time()

    # --- what is said ---------------------------------------------------------------------------

    def post(self, to: tuple[Member, ...], message: say.Downward) -> None:
        """Send a message to those of the connections that are still there; answers are remembered."""
        if isinstance(message, ANSWERS):
            for member in to:
                self._answer(member, message)
            return
        here = [self.guests[member] for member in to if member in self.guests]
        frame = encode(with_words(message, self._words)) if here else b""
        for guest in here:
            guest.peer.push(frame)

    def _answer(self, member: Member, answer: say.Answer) -> None:
        """Keep the answer, and say it where the client is now: it may have lost the connection it asked over."""
        is_declined = isinstance(answer, say.Declined)
        if isinstance(answer, say.Declined):
            self._count(answer.refusals)
            answer = declined(answer, self._words)
        guest = self.guests.get(member) or self._leaving.get(member)
        client = None if guest is None else guest.client
        if guest is None or client is None:
            return
        frame = encode(answer)
        client.session.answer(answer.re, frame, harmless=is_declined)
        guest.under_way.discard(answer.re)
        if self._leaving:
            self._forget_if_settled(guest)
        if client.guest is not None:
            client.guest.peer.push(frame)

    def _forget_if_settled(self, guest: Guest) -> None:
        if not guest.under_way:
            self._leaving.pop(guest.member, None)

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
        guest.peer.push(encode(declined(say.Declined(re, refusals), self._words)))
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
        guest.under_way.discard(ask.re)
        self._forget_if_settled(guest)
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
