"""What facilities will do in the turns to come, as the city stood before the turn that is being thought about."""

from collections.abc import Sequence

from game.ai.prices import Prices
from game.rules.board import Board
from game.rules.ids import District, Seat
from game.rules.orders import NO_ORDERS
from game.rules.phases.facilities import in_place
from game.rules.resolve import begin
from game.rules.state import Facility, Public
from game.rules.view import state_of


class Yields:
    """What each facility's work is worth a turn, its upkeep not counted; looked up once and kept.

    Need and unrest come and go, so a turn's own orders do not change what a facility will be worth for years.
    """

    def __init__(self, board: Board, public: Public, prices: Prices) -> None:
        self._ground = begin(board, state_of(public), [NO_ORDERS] * board.seats)
        self._prices = prices
        self._known: dict[tuple[Seat, District, str], int] = {}

    def sum_of(self, seat: Seat, district: District, standing: Sequence[Facility]) -> int:
        """The yields of the seat's facilities among those standing in a district."""
        return sum(self.of(seat, district, facility.kind) for facility in standing if facility.seat == seat)

    def of(self, seat: Seat, district: District, kind: str) -> int:
        """The yield of one facility."""
        key = seat, district, kind
        if key not in self._known:
            self._known[key] = self._yield(seat, district, kind)
        return self._known[key]

    def _yield(self, seat: Seat, district: District, kind: str) -> int:
        board, prices = self._ground.board, self._prices
        rule = board.facility_rules[seat][kind]
        placed = in_place(self._ground, rule, district)
        pressure = rule.pressure + (rule.pressure_in_place if placed else 0)
        earned = rule.earns_credits + rule.earns_credits_by_wealth * board.wealth[district]
        return (
            prices.pressure * pressure * self._ground.affinity(district, seat) // 10_000
            + prices.yield_credits * earned
            + prices.yield_voice * rule.earns_voice
            - prices.care * rule.need
            - prices.quiet * rule.unrest_a_season
        )
