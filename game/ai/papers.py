"""What a seat orders without a leader: ballots, closures, and gifts to those who win with it (rules 5, 8)."""

from collections.abc import Callable

from game.ai import sides
from game.ai.laws import ballots
from game.ai.prices import Prices
from game.rules.board import Board
from game.rules.ids import District, Seat
from game.rules.legality import faults
from game.rules.legality_of_papers import council_sits
from game.rules.orders import NO_ORDERS, Close, Gift, Slate
from game.rules.prices import slate_price
from game.rules.resolve import BEFORE_COUNCIL, begin
from game.rules.state import Public
from game.rules.view import View, state_of

MOST_CLOSURES = 3
"""So many facilities are closed in one turn."""
POOR = 3
"""A mate with fewer credits than this is helped."""


def added(board: Board, view: View, slate: Slate, prices: Prices, worth: Callable[[Slate], int]) -> Slate:
    """The slate with everything that needs no leader; `worth` says what a slate is worth."""
    public, seat = view.public, view.viewer
    slate = _with_closures(board, public, seat, slate, worth)
    left = public.seats[seat].voice - slate_price(board, public, seat, slate).voice
    if council_sits(board, public):
        slate = (*slate, *ballots(board, public, seat, left, prices))
    return (*slate, *_gifts(board, public, seat, slate, prices))


def _with_closures(
    board: Board, public: Public, seat: Seat, slate: Slate, worth: Callable[[Slate], int]
) -> Slate:
    """Close what is worth least until the upkeep can be paid, if that is better than not to pay it."""
    closing = slate
    for _ in range(MOST_CLOSURES):
        if not _is_broke(board, public, seat, closing):
            break
        more = [(*closing, order) for order in _own(public, seat)]
        legal = [other for other in more if not faults(board, public, seat, other)]
        closing = max(legal, key=worth, default=closing)
    return closing if closing != slate and worth(closing) > worth(slate) else slate


def _is_broke(board: Board, public: Public, seat: Seat, slate: Slate) -> bool:
    slates = [slate if other == seat else NO_ORDERS for other in board.all_seats]
    turn = begin(board, state_of(public), slates)
    for phase in BEFORE_COUNCIL:
        phase(turn)
    return not turn.works_next[seat]


def _own(public: Public, seat: Seat) -> list[Close]:
    return [
        Close(District(where), facility.kind)
        for where, district in enumerate(public.districts)
        for facility in district.facilities
        if facility.seat == seat
    ]


def _gifts(board: Board, public: Public, seat: Seat, slate: Slate, prices: Prices) -> list[Gift]:
    """What is more than plenty goes to the poorest mate: never to a rival."""
    mates = [mate for mate in sides.mates(board, seat) if mate != seat]
    if not mates:
        return []
    spare = public.seats[seat].credits - slate_price(board, public, seat, slate).credits - prices.plenty
    poorest = min(mates, key=lambda mate: (public.seats[mate].credits, public.priority.index(mate)))
    if spare <= 0 or public.seats[poorest].credits >= POOR:
        return []
    return [Gift(poorest, credits=spare)]
