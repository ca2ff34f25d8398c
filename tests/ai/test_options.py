from game.ai.options import orders_in, present
from game.rules.ids import District, Seat
from game.rules.orders import Build, verb_of
from game.rules.state import Facility
from tests.support import matches


def test_leaders_who_have_not_joined_are_not_present() -> None:
    board, state = matches.match()
    keys = [board.leaders[leader].key for leader in present(board, state.public, Seat(0))]
    assert keys == ["alok_dsouza", "juno_armitage", "carmen_reyes"]


def test_a_district_offers_every_verb_and_every_facility_that_is_not_there_yet() -> None:
    board, state = matches.match()
    home = board.homes[0]
    orders = orders_in(board, state.public, Seat(0), matches.leader(board, "alok_dsouza"), home)
    assert [verb_of(order) for order in orders[:5]] == ["campaign", "care", "festival", "forum", "unique"]
    kinds = [order.facility for order in orders if isinstance(order, Build)]
    assert kinds == ["organising_hub", "free_school"]


def test_a_full_district_offers_no_building() -> None:
    board, state = matches.match()
    full = tuple(Facility("mural", Seat(2), 1) for _ in range(board.slots[0]))
    state = matches.district(state, 0, facilities=full)
    orders = orders_in(board, state.public, Seat(0), matches.leader(board, "alok_dsouza"), District(0))
    assert not any(isinstance(order, Build) for order in orders)
