"""The weakest player: for every leader an order drawn from those that are legal, and papers now and then."""

from collections.abc import Sequence

from game.ai.options import builds_in, motions_of, pledges_in, present
from game.rules import chance
from game.rules.board import Board
from game.rules.ids import District, Leader, Seat
from game.rules.legality import faults
from game.rules.legality_of_papers import council_sits
from game.rules.orders import (
    NO_ORDERS,
    SPOKEN,
    Ballot,
    Build,
    Close,
    Gift,
    Led,
    Motion,
    Order,
    Paper,
    Pledge,
    Slate,
    Travel,
)
from game.rules.reach import in_reach
from game.rules.state import Public
from game.rules.view import View

VERBS: tuple[type[Led], ...] = (*SPOKEN, Build, Pledge, Motion, Travel)
TRIES = 12
"""How many orders a leader is offered before it only travels."""
BALLOTS_IN_8 = 6
GIFTS_IN_64 = 3
CLOSES_IN_64 = 1
CONDITIONS_IN_8 = 2


class RandomLegal:
    """Draws the verb first, then the place, so that no verb is rare because it has few places."""

    def decide(self, board: Board, view: View, seed: int) -> Slate:
        """A legal slate with one order for each leader who can be given one."""
        if view.public.outcome is not None:
            return NO_ORDERS
        return _Draw(board, view, seed).slate()


class _Draw:
    """One slate being drawn; a draw depends on the seed, the turn and how many came before it."""

    def __init__(self, board: Board, view: View, seed: int) -> None:
        self._board = board
        self._public: Public = view.public
        self._seat: Seat = view.viewer
        self._seed = seed
        self._drawn = 0
        self._slate: Slate = NO_ORDERS

    def slate(self) -> Slate:
        for leader in present(self._board, self._public, self._seat):
            self._lead(leader)
        for paper in self._papers():
            self._add(paper)
        return self._slate

    def _below(self, count: int) -> int:
        self._drawn += 1
        return chance.draw(self._seed, self._public.turn, f"random:{self._drawn}") % count

    def _one_of(self, items: Sequence[Led]) -> Led | None:
        return items[self._below(len(items))] if items else None

    def _add(self, order: Order | None) -> bool:
        """Put the order on the slate if it is legal there."""
        if order is None:
            return False
        slate = (*self._slate, order)
        legal = not faults(self._board, self._public, self._seat, slate)
        if legal:
            self._slate = slate
        return legal

    def _lead(self, leader: Leader) -> None:
        near = in_reach(self._board, self._public, leader)
        for _ in range(TRIES):
            if self._add(self._order(leader, near)):
                return
        for district in range(self._board.districts):
            if self._add(Travel(leader, District(district))):
                return

    def _order(self, leader: Leader, near: Sequence[District]) -> Led | None:
        board, public, seat = self._board, self._public, self._seat
        verb = self._below(len(VERBS))
        if VERBS[verb] is Motion:
            return self._one_of(motions_of(board, public, seat, leader))
        if VERBS[verb] is Travel:
            return Travel(leader, District(self._below(board.districts)))
        district = near[self._below(len(near))]
        if VERBS[verb] is Build:
            return self._one_of(builds_in(board, public, seat, leader, district))
        if VERBS[verb] is Pledge:
            return self._pledge(leader, district)
        return SPOKEN[verb](leader, district)

    def _pledge(self, leader: Leader, district: District) -> Led | None:
        pledge = self._one_of(pledges_in(self._board, self._public, leader, district))
        if isinstance(pledge, Pledge) and self._below(8) < CONDITIONS_IN_8:
            return Pledge(leader, district, pledge.kind, 1 + self._below(4))
        return pledge

    def _papers(self) -> list[Paper]:
        papers: list[Paper] = []
        if council_sits(self._board, self._public):
            for bill in self._public.docket:
                if self._below(8) < BALLOTS_IN_8:
                    voice = self._below(self._board.ruleset.council.most_voice + 1)
                    papers.append(Ballot(bill.law, bool(self._below(2)), voice))
        if self._below(64) < GIFTS_IN_64:
            others = [seat for seat in self._board.all_seats if seat != self._seat]
            given = 1 + self._below(2)
            to = others[self._below(len(others))]
            papers.append(Gift(to, credits=given) if self._below(2) else Gift(to, voice=given))
        if self._below(64) < CLOSES_IN_64:
            papers.extend(self._closures())
        return papers

    def _closures(self) -> list[Paper]:
        own = [
            Close(District(where), facility.kind)
            for where, district in enumerate(self._public.districts)
            for facility in district.facilities
            if facility.seat == self._seat
        ]
        return [own[self._below(len(own))]] if own else []
