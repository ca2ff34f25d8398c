"""What there is to choose from: every order a leader could be given in a district."""

from game.rules.board import Board
from game.rules.ids import District, Leader, Seat
from game.rules.orders import SPOKEN, Build, Order
from game.rules.state import NOT_ARRIVED, Public


def present(board: Board, public: Public, seat: Seat) -> tuple[Leader, ...]:
    """The seat's leaders who have joined."""
    return tuple(leader for leader in board.leaders_of(seat) if public.leaders[leader] != NOT_ARRIVED)


def orders_in(board: Board, public: Public, seat: Seat, leader: Leader, district: District) -> list[Order]:
    """What the leader could do in the district if it stood there, whatever it costs: verbs, then building.

    A facility is left out where the seat has one of its kind already or no slot is free.
    """
    orders: list[Order] = [verb(leader, district) for verb in SPOKEN]
    standing = public.districts[district].facilities
    if len(standing) < board.slots[district]:
        own = {facility.kind for facility in standing if facility.seat == seat}
        kinds = [kind for kind in board.facility_rules[seat] if kind not in own]
        orders.extend(Build(leader, district, kind) for kind in kinds)
    return orders
