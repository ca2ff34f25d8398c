"""Phase 1: pay, close, give and travel (rules 5, 12.1)."""

from game.rules.basics import Price
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import Closed, Factor, Given, Moved, Paid
from game.rules.orders import Ballot, Close, Gift, verb_of
from game.rules.prices import base_price, cost_of
from game.rules.turn import NO_LEADER, NOWHERE, Act, Turn


def play(turn: Turn) -> None:
    """Every order is paid for; gifts arrive; facilities close; then every leader goes where its order is."""
    for verb, acts in turn.acts.items():
        for act in acts:
            _pay(turn, verb, act)
    if any(turn.papers):
        _papers(turn)
    for acts in turn.acts.values():
        for _, leader, district, _ in acts:
            _go(turn, leader, district)


def _papers(turn: Turn) -> None:
    for seat in turn.board.all_seats:
        for paper in turn.papers[seat]:
            if isinstance(paper, Ballot):
                _pay_ballot(turn, seat, paper)
            elif isinstance(paper, Close):
                _close(turn, seat, paper)
    _give(turn)


def _pay(turn: Turn, verb: str, act: Act) -> None:
    seat, leader, district, order = act
    factors: tuple[Factor, ...] = ()
    if verb in turn.levers.priced:
        cost = cost_of(turn.board, turn.before, seat, order)
        price, factors = cost.price, cost.factors
    else:
        price = base_price(turn.board, seat, order)
    if not (price.credits or price.voice or factors):
        return
    turn.credits[seat] -= price.credits
    turn.voice[seat] -= price.voice
    if turn.ledger is not None:
        turn.ledger.append(Paid(seat, leader, district, verb, price.credits, price.voice, factors))


def _pay_ballot(turn: Turn, seat: Seat, ballot: Ballot) -> None:
    """Paid win or lose (rule 8)."""
    if not ballot.voice:
        return
    turn.voice[seat] -= ballot.voice
    if turn.ledger is not None:
        turn.ledger.append(Paid(seat, NO_LEADER, NOWHERE, verb_of(ballot), 0, ballot.voice))


def _close(turn: Turn, seat: Seat, order: Close) -> None:
    """The facility is gone before anybody builds."""
    turn.facilities[order.district] = tuple(
        facility
        for facility in turn.facilities[order.district]
        if facility.seat != seat or facility.kind != order.facility
    )
    if turn.ledger is not None:
        turn.ledger.append(Closed(seat, order.district, order.facility))


def _give(turn: Turn) -> None:
    """Gifts go in Civic Priority order; what a purse has no room for stays with the giver (rule 16).

    A gift that is still to go keeps its room in the giver's purse, so nobody can be given more than fits.
    """
    gifts = sorted(
        (
            (seat, gift)
            for seat in turn.board.all_seats
            for gift in turn.papers[seat]
            if isinstance(gift, Gift)
        ),
        key=lambda given: turn.priority.index(given[0]),
    )
    for seat, gift in gifts:
        got = _receive(turn, gift)
        turn.credits[seat] -= got.credits
        turn.voice[seat] -= got.voice
        if turn.ledger is not None:
            turn.ledger.append(Given(seat, gift.to, got.credits, got.voice))


def _receive(turn: Turn, gift: Gift) -> Price:
    """What the purse has room for."""
    economy = turn.board.ruleset.economy
    got = Price(
        min(gift.credits, economy.most_credits - turn.credits[gift.to]),
        min(gift.voice, economy.most_voice - turn.voice[gift.to]),
    )
    turn.credits[gift.to] += got.credits
    turn.voice[gift.to] += got.voice
    return got


def _go(turn: Turn, leader: Leader, district: District) -> None:
    origin = turn.leaders[leader]
    if origin == district:
        return
    turn.leaders[leader] = district
    if turn.ledger is not None:
        turn.ledger.append(Moved(leader, origin, district))
