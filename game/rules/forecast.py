"""What a slate would do, answered by the real rules (rules 1, 16)."""

from collections.abc import Mapping

from msgspec import Struct

from game.rules.board import Board
from game.rules.ids import District, Seat
from game.rules.ledger import Entry, Ledger
from game.rules.legality import faults, in_reach, slate_price
from game.rules.orders import NO_ORDERS, Campaign, Care, Festival, Forum, Order, Slate, Unique
from game.rules.resolve import PLAYED, begin
from game.rules.state import NOT_ARRIVED, Public
from game.rules.view import state_of


class Forecast(Struct, frozen=True):
    """How everything would stand after the Gala of this turn, and the ledger that leads there."""

    public: Public
    ledger: Ledger


class Range(Struct, frozen=True):
    """A seat's support in a district, in permille: against the worst, as asked, and unopposed."""

    floor: int
    expected: int
    ceiling: int


def forecast(
    board: Board, public: Public, slates: Mapping[Seat, Slate], *, with_ledger: bool = True
) -> Forecast:
    """Play the phases up to the Gala on a state rebuilt from a view.

    Seats without a slate do nothing. Every slate is legal. Raises RulesError when the match is over.
    Never reveals draws to come: it knows no more than the view.
    """
    ledger: list[Entry] | None = [] if with_ledger else None
    given = [slates.get(seat, NO_ORDERS) for seat in board.all_seats]
    turn = begin(board, state_of(public), given, ledger)
    for phase in PLAYED:
        phase(turn)
    return Forecast(turn.state().public, tuple(ledger or ()))


def support_range(
    board: Board, public: Public, seat: Seat, slate: Slate, district: District, rivals: Mapping[Seat, Slate]
) -> Range:
    """The seat's support in a district with this slate: floor, expected against `rivals`, ceiling.

    Floor: every rival leader within reach uses its strongest affordable pressure there. Ceiling: no
    rival gives any order. All slates are legal.
    """
    opposed = {rival: strongest_slate(board, public, rival, district) for rival in board.all_seats}
    cases = [{}, dict(rivals), opposed]
    shares = []
    for case in cases:
        asked = {**case, seat: slate}
        outcome = forecast(board, public, asked, with_ledger=False)
        shares.append(outcome.public.districts[district].support[seat])
    ceiling, expected, floor = shares
    return Range(floor, expected, ceiling)


def strongest_slate(board: Board, public: Public, seat: Seat, district: District) -> Slate:
    """The slate by which this seat presses hardest on a district: one order per leader in reach.

    Chooses leader by leader the order that adds most pressure and can still be paid.
    """
    chosen: Slate = NO_ORDERS
    best = _pressure(board, public, seat, chosen, district)
    for leader in board.leaders_of(seat):
        if public.leaders[leader] == NOT_ARRIVED or district not in in_reach(board, public, leader):
            continue
        options: list[Order] = [verb(leader, district) for verb in (Campaign, Care, Festival, Forum, Unique)]
        for option in options:
            slate = (*(order for order in chosen if order.leader != leader), option)
            if faults(board, public, seat, slate):
                continue
            pressure = _pressure(board, public, seat, slate, district)
            if pressure > best:
                best, chosen = pressure, slate
    return chosen


def _pressure(board: Board, public: Public, seat: Seat, slate: Slate, district: District) -> int:
    """Pressure in hundredths, and the cheaper of two equals first."""
    turn = begin(board, state_of(public), [slate if s == seat else NO_ORDERS for s in board.all_seats])
    for phase in PLAYED[:6]:
        phase(turn)
    price = slate_price(board, seat, slate)
    return turn.pressure[district][seat] * 100 - price.credits - price.voice
