"""The neutral third: where two play, a computer player takes a third seat that cannot win (rules 11, 16)."""

from collections.abc import Sequence

from game.protocol.messages import ANY, SeatPlan
from game.rules.cards import Mode
from game.rules.ids import Seat


def with_neutral(plans: Sequence[SeatPlan], starts: int, mode: Mode, level: str) -> tuple[SeatPlan, ...]:
    """The seats with the neutral third behind them, where two play in such a mode on so many starts.

    It plays whichever faction is left, at this level of computer player.
    """
    if len(plans) != 2 or starts < 3 or not mode.neutral:
        return tuple(plans)
    return (*plans, SeatPlan(ANY, level))


def added(plans: Sequence[SeatPlan], seats: Sequence[SeatPlan]) -> tuple[Seat, ...]:
    """The seats that `with_neutral` added to the plans: those that are not ranked."""
    return tuple(Seat(number) for number in range(len(plans), len(seats)))
