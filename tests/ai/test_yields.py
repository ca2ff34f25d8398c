from game.ai.prices import prices
from game.ai.yields import Yields
from game.rules.ids import District, Seat
from game.rules.state import Facility, State
from tests.support import matches

BOARD, STATE = matches.match()
SRA, CA = Seat(0), Seat(2)
SMALL = District(2)
"""A place that no facility of the Alliance is made for but by its need."""


def of(state: State, seat: Seat, kind: str, where: District = SMALL) -> int:
    return Yields(BOARD, state.public, prices()).of(seat, where, kind)


def test_a_facility_yields_more_where_it_is_made_for() -> None:
    needy, content = (matches.district(STATE, SMALL, need=need) for need in (41, 39))
    assert of(needy, SRA, "community_clinic") > of(content, SRA, "community_clinic") + prices().pressure


def test_what_it_earns_and_calms_counts() -> None:
    plain = prices().pressure * 300 * 112 // 10_000
    assert of(STATE, CA, "fabrication_studio") != of(STATE, CA, "smile_guild")
    assert of(matches.district(STATE, SMALL, lean=0, unrest=9), CA, "mural") >= plain


def test_only_the_seats_own_are_summed() -> None:
    yields = Yields(BOARD, STATE.public, prices())
    standing = (Facility("mural", CA, 1), Facility("free_school", SRA, 1))
    assert yields.sum_of(CA, SMALL, standing) == yields.of(CA, SMALL, "mural")
    assert yields.sum_of(SRA, SMALL, ()) == 0
