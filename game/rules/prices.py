"""What an order costs now: by data, then by what laws, landmarks, events and traits change (rules 4, 5)."""

from collections.abc import Sequence

from msgspec import Struct

from game.rules.basics import Price
from game.rules.board import Board
from game.rules.ground import PublicGround, fits
from game.rules.ids import Seat
from game.rules.ledger import Factor
from game.rules.orders import Ballot, Build, Gift, Led, Order, is_led, verb_of
from game.rules.state import Public

FREE = Price()


class Cost(Struct, frozen=True):
    """A price, and the lines of what changed it: currency, source and value."""

    price: Price
    changes: tuple[tuple[str, str, int], ...] = ()

    @property
    def factors(self) -> tuple[Factor, ...]:
        """The lines of the changed price for the ledger; empty where nothing changed it."""
        return tuple(
            Factor(currency, value, (Factor(source, value),)) for currency, source, value in self.changes
        )


def cost_of(board: Board, public: Public, seat: Seat, order: Order) -> Cost:
    """What an order costs this seat this turn; an unknown facility costs nothing (and is refused elsewhere).

    A gift costs what it gives, a ballot the voice behind it; in an unknown district nothing changes the price.
    """
    if isinstance(order, Ballot):
        return Cost(Price(voice=order.voice))
    if isinstance(order, Gift):
        return Cost(Price(order.credits, order.voice))
    if not is_led(order):
        return Cost(FREE)
    base = base_price(board, seat, order)
    changes = _changes(board, public, order)
    if not changes:
        return Cost(base)
    amounts = {"credits": base.credits, "voice": base.voice}
    for currency, _, value in changes:
        amounts[currency] += value
    return Cost(Price(max(0, amounts["credits"]), max(0, amounts["voice"])), changes)


def price_of(board: Board, public: Public, seat: Seat, order: Order) -> Price:
    """What an order costs this seat this turn."""
    if is_led(order) and verb_of(order) not in board.levers(public).priced:  # most are
        return base_price(board, seat, order)
    return cost_of(board, public, seat, order).price


def slate_price(board: Board, public: Public, seat: Seat, slate: Sequence[Order]) -> Price:
    """What a slate costs in all."""
    credit_sum = voice_sum = 0
    priced = board.levers(public).priced
    for order in slate:
        if is_led(order) and verb_of(order) not in priced:  # most are
            price = base_price(board, seat, order)
        else:
            price = cost_of(board, public, seat, order).price
        credit_sum += price.credits
        voice_sum += price.voice
    return Price(credit_sum, voice_sum)


def base_price(board: Board, seat: Seat, order: Led) -> Price:
    """What the data says, before anything changes it."""
    if isinstance(order, Build):
        rule = board.facility_rules[seat].get(order.facility)
        return Price(credits=rule.credits) if rule else FREE
    return board.prices[seat].get(verb_of(order), FREE)


def _changes(board: Board, public: Public, order: Led) -> tuple[tuple[str, str, int], ...]:
    levers = board.levers(public)
    verb = verb_of(order)
    if verb not in levers.priced or order.district >= board.districts:
        return ()
    ground = None
    changes = []
    for currency in ("credits", "voice"):
        for lever in levers.find(f"price_{currency}:{verb}", order.district, order.leader):
            ground = ground or PublicGround(board, public)
            if fits(ground, lever.where, order.district):
                changes.append((currency, lever.source, lever.value))
    return tuple(changes)
