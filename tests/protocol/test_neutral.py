import pytest

from game.protocol.messages import OPEN, YOU, SeatPlan
from game.protocol.neutral import added, with_neutral
from game.rules.cards import Mode

TWO = (SeatPlan("sra", YOU), SeatPlan("any", OPEN))
THREE = (*TWO, SeatPlan("ca", OPEN))
FREE = Mode("free")


def test_two_seats_get_a_third_that_is_not_ranked() -> None:
    seats = with_neutral(TWO, 3, FREE, "random")
    assert seats == (*TWO, SeatPlan("any", "random"))
    assert added(TWO, seats) == (2,)


@pytest.mark.parametrize(
    ("plans", "starts", "mode"),
    [(THREE, 6, FREE), (TWO, 2, FREE), (TWO, 3, Mode("duel", neutral=False))],
)
def test_no_third_seat_where_more_play_or_no_start_is_left_or_the_mode_says_so(
    plans: tuple[SeatPlan, ...], starts: int, mode: Mode
) -> None:
    seats = with_neutral(plans, starts, mode, "random")
    assert seats == plans
    assert added(plans, seats) == ()
