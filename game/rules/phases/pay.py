"""Phase 1: pay and travel (rule 12.1)."""

from game.rules.ids import District, Leader, Seat
from game.rules.ledger import Moved, Paid
from game.rules.orders import Build, Order
from game.rules.ruleset import Price
from game.rules.turn import Act, Turn


def play(turn: Turn) -> None:
    """Every order is paid for, then every leader goes where its order is."""
    for verb, acts in turn.acts.items():
        for act in acts:
            _pay(turn, verb, act)
            _go(turn, act[1], act[2])


def price_of(turn: Turn, seat: Seat, verb: str, order: Order) -> Price:
    """What an order costs this seat; Build by its facility, the rest by its verb."""
    if isinstance(order, Build):
        return Price(credits=turn.board.facility_rules[seat][order.facility].credits)
    return turn.board.ruleset.price(turn.board.match.seating[seat].faction, verb)


def _pay(turn: Turn, verb: str, act: Act) -> None:
    seat, leader, district, order = act
    price = price_of(turn, seat, verb, order)
    if not (price.credits or price.voice):
        return
    turn.credits[seat] -= price.credits
    turn.voice[seat] -= price.voice
    if turn.ledger is not None:
        turn.ledger.append(Paid(seat, leader, district, verb, price.credits, price.voice))


def _go(turn: Turn, leader: Leader, district: District) -> None:
    origin = turn.leaders[leader]
    if origin == district:
        return
    turn.leaders[leader] = district
    if turn.ledger is not None:
        turn.ledger.append(Moved(leader, origin, district))
