"""The client's own copy of a match: begun from a snapshot, kept up by patches, proved by a hash."""

from game.protocol.messages import Begin, Matter, Pin, Update
from game.protocol.session import Arrival, UpdateCount
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.ledger import Ledger
from game.rules.orders import NO_ORDERS, Slate
from game.rules.state import Match
from game.rules.view import View, apply, public_hash


class OutOfStepError(Exception):
    """The own copy cannot take this update; ask for a snapshot once. The message says why."""


class MatchCopy:
    """One match as this seat, or a spectator as seat -1, sees it. `ready`, `votes` on each matter and `pins` are per seat."""

    def __init__(self, begin: Begin) -> None:
        self.count = UpdateCount()
        self.ledgers: dict[int, Ledger] = {}
        self.board = Board(begin.match)
        self._take(begin)

    def _take(self, begin: Begin) -> None:
        self.match: Match = begin.match
        self.map_id = begin.map
        self.identity = begin.identity
        self.rules_hash = begin.rules_hash
        self.seat: Seat = begin.seat
        self.view: View = begin.view
        self.slate: Slate = begin.slate
        self.ready = begin.ready
        nobody = (False,) * len(begin.ready)
        self.votes: dict[Matter, tuple[bool, ...]] = {
            "end": begin.votes or nobody,
            "pause": begin.pausing or nobody,
            "extend": begin.extending or nobody,
        }
        self.brief = begin.brief
        self.stood_in = begin.stood_in
        """Whose place one has taken back in this turn, empty where nobody stood in."""
        self.pins: tuple[tuple[Pin, ...], ...] = begin.pins or ((),) * len(begin.ready)
        self.count.snapshot(begin.number)
        self.ledgers.update((turned.turn, turned.ledger.entries) for turned in begin.missed)

    def renew(self, begin: Begin) -> None:
        """Take a later snapshot of the same match."""
        if begin.match != self.match:
            self.board = Board(begin.match)
        self._take(begin)

    @property
    def turn(self) -> int:
        """The turn being planned, or the last one once the match is over."""
        return self.view.public.turn

    def update(self, update: Update) -> bool:
        """Take an update; False if it is to be ignored. Raises OutOfStepError once, until a snapshot comes."""
        arrival = self.count.receive(update.number)
        if arrival is Arrival.RESUME:
            raise OutOfStepError(f"update {update.number} came after {self.count.number}")
        if arrival is Arrival.IGNORE:
            return False
        self.ledgers[update.turn] = update.ledger.entries
        self.view = self._patched(update)
        self.slate = NO_ORDERS
        self.stood_in = ""
        nobody = (False,) * len(self.ready)
        self.ready = nobody
        self.votes |= {"end": nobody, "extend": nobody}
        self.pins = ((),) * len(self.ready)
        return True

    def vote(self, matter: Matter, agree: tuple[bool, ...]) -> None:
        """Take who agrees on a matter now."""
        self.votes[matter] = agree

    def pin(self, seat: Seat, pins: tuple[Pin, ...]) -> None:
        """Take what a seat lets everybody see of its plans, in place of its pins before."""
        self.pins = (*self.pins[:seat], pins, *self.pins[seat + 1 :])

    def _patched(self, update: Update) -> View:
        try:
            view = apply(self.view, update.patch)
        except (ValueError, TypeError, LookupError) as error:
            self.count.broken()
            raise OutOfStepError(f"update {update.number} does not fit: {error}") from error
        if public_hash(view.public) != update.public_hash:
            self.count.broken()
            raise OutOfStepError(f"update {update.number} leads to another hash than the server's")
        return view
