"""The Council as a player sees it: the docket, the own ballots, what everybody weighs, and how a vote may go."""

from typing import Final

from msgspec import Struct

from game.client.model.outlook import Outlook
from game.client.model.planning import Planning
from game.rules.errors import Fault
from game.rules.ids import RESIDENTS, Seat
from game.rules.ledger import Voted
from game.rules.legality_of_papers import council_sits
from game.rules.orders import Ballot
from game.rules.standing import Standing
from game.rules.state import Bill, Law, Public
from game.rules.turn import Line

ABSTAIN: Final = 0
"""The stop of a ballot that is not cast; stops above are for a law with one voice less than the stop, below against."""


class Weight(Struct, frozen=True):
    """What a seat weighs, or with seat -1 the residents, in permille of the city, line by line."""

    seat: Seat
    lines: tuple[Line, ...]

    @property
    def total(self) -> int:
        """The sum of its lines."""
        return sum(value for _, value in self.lines)


class Poll(Struct, frozen=True):
    """How a vote may go, as (seat, weight): who is sure to vote so, whom the law helps or hurts, and the rest.

    The residents are seat -1.
    """

    ayes: tuple[tuple[Seat, int], ...]
    likely_ayes: tuple[tuple[Seat, int], ...]
    unsure: tuple[tuple[Seat, int], ...]
    likely_nays: tuple[tuple[Seat, int], ...]
    nays: tuple[tuple[Seat, int], ...]

    @property
    def lead(self) -> int:
        """Weight for less weight against, as it is likely to be; a tie keeps what is."""
        return _sum(self.ayes) + _sum(self.likely_ayes) - _sum(self.likely_nays) - _sum(self.nays)

    @property
    def outcome(self) -> str:
        """`passes` or `fails` where the others cannot change it, else `likely` or `unlikely`."""
        others = _sum(self.likely_ayes) + _sum(self.unsure) + _sum(self.likely_nays)
        sure = _sum(self.ayes) - _sum(self.nays)
        if sure > others:
            return "passes"
        if sure + others <= 0:
            return "fails"
        return "likely" if self.lead > 0 else "unlikely"


class Council:
    """Reads and fills in the ballots of a slate in work. A spectator only reads."""

    def __init__(self, planning: Planning, outlook: Outlook) -> None:
        self._planning, self._outlook = planning, outlook
        self._read: tuple[Public, Standing] | None = None

    # --- what stands ----------------------------------------------------------------------------

    @property
    def docket(self) -> tuple[Bill, ...]:
        """The laws that are voted on next."""
        return self._planning.public.docket

    @property
    def sits(self) -> bool:
        """Whether ballots count this turn."""
        public = self._planning.public
        return public.outcome is None and council_sits(self._planning.board, public)

    @property
    def turn(self) -> int:
        """The turn in which the docket is voted on."""
        board = self._planning.board
        return board.first_turn(board.season(self._planning.public.turn) + 1) - 1

    @property
    def most_voice(self) -> int:
        """The most voice behind one ballot."""
        return self._planning.board.ruleset.council.most_voice

    def law_on_axis(self, axis: str) -> Law | None:
        """The law in force on an axis."""
        laws = self._planning.board.ruleset.laws
        return next((law for law in self._planning.public.laws if laws[law.key].axis == axis), None)

    def standing(self) -> Standing:
        """How things stand when the Council sits: as the forecast leaves them in its turn, before it as today."""
        base = self._outlook.base
        public = base.public if self.sits and base is not None else self._planning.public
        if self._read is None or self._read[0] is not public:
            self._read = public, Standing(self._planning.board, public)
        return self._read[1]

    def weights(self) -> tuple[Weight, ...]:
        """What every seat weighs without voice, then the residents. The own ballots' voice is in `weight_behind`."""
        standing = self.standing()
        seats = [Weight(seat, standing.weight(seat)) for seat in self._planning.board.all_seats]
        docket = self.docket
        law = docket[0].law if docket else next(iter(self._planning.board.ruleset.laws))
        return (*seats, Weight(RESIDENTS, standing.residents(law).lines))

    def weight_behind(self, ballot: Ballot) -> Weight:
        """What the own ballot weighs: as the forecast's ledger has it, else as things stand."""
        base, seat = self._outlook.base, self._planning.seat
        for entry in base.ledger if base is not None else ():
            if isinstance(entry, Voted) and (entry.law, entry.seat) == (ballot.law, seat):
                return Weight(seat, tuple((factor.name, factor.value) for factor in entry.factors))
        return Weight(seat, self.standing().weight(seat, ballot.voice))

    def poll(self, law: str) -> Poll:
        """How the vote on a law of the docket may go: own ballot and residents are known, the others have a stake."""
        card = self._planning.board.ruleset.laws[law]
        vote = self.standing().residents(law)
        sides: dict[str, list[tuple[Seat, int]]] = {
            "aye": [],
            "hopes": [],
            "open": [],
            "fears": [],
            "nay": [],
        }
        ballot = self.ballot(law)
        for weight in self.weights()[:-1]:
            side, total = _leaning(card.helps, card.hurts, self._faction(weight.seat)), weight.total
            if weight.seat == self._planning.seat and self.sits:
                side = "open" if ballot is None else "aye" if ballot.aye else "nay"
                total = self.weight_behind(ballot).total if ballot is not None else total
            sides[side].append((weight.seat, total))
        sides["aye" if vote.aye else "nay"].append((RESIDENTS, vote.weight))
        return Poll(*(tuple(side) for side in sides.values()))

    # --- ballots --------------------------------------------------------------------------------

    def ballot(self, law: str) -> Ballot | None:
        """The own ballot on a law."""
        cast = (paper for paper in self._planning.papers() if isinstance(paper, Ballot))
        return next((ballot for ballot in cast if ballot.law == law), None)

    def missing(self) -> tuple[Bill, ...]:
        """The laws of this turn's vote without an own ballot."""
        if not self.sits or self._planning.seat < 0:
            return ()
        return tuple(bill for bill in self.docket if self.ballot(bill.law) is None)

    def spent(self) -> int:
        """Voice behind all own ballots."""
        return sum(paper.voice for paper in self._planning.papers() if isinstance(paper, Ballot))

    def stop(self, law: str) -> int:
        """Where the own ballot on a law stands: 0 not cast, n above for it with n - 1 voice, below 0 against it."""
        ballot = self.ballot(law)
        if ballot is None:
            return ABSTAIN
        return ballot.voice + 1 if ballot.aye else -ballot.voice - 1

    def set_stop(self, law: str, stop: int) -> tuple[Fault, ...]:
        """Cast a ballot, change it, or take it back with stop 0; with faults nothing changes."""
        ballot = self.ballot(law)
        if stop == ABSTAIN:
            if ballot is not None:
                self._planning.take_back(ballot)
            return ()
        wanted = Ballot(law, stop > 0, abs(stop) - 1)
        return () if wanted == ballot else self._planning.give(wanted)

    def _faction(self, seat: Seat) -> str:
        return str(self._planning.board.match.seating[seat].faction)


def _leaning(helps: tuple[str, ...], hurts: tuple[str, ...], faction: str) -> str:
    if faction in helps:
        return "hopes"
    return "fears" if faction in hurts else "open"


def _sum(side: tuple[tuple[Seat, int], ...]) -> int:
    return sum(weight for _, weight in side)
