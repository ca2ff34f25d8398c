from game.ai.rivals import expected, likely_pledge, sites_in_sight, typical
from game.rules.ids import District, Leader, Seat
from game.rules.legality import faults
from game.rules.orders import Pledge, led, verb_of
from game.rules.state import Site, State
from tests.support import matches

BOARD, STATE = matches.match()
OCC = Seat(1)
VICTOR = matches.leader(BOARD, "victor_lennox")
HOME = BOARD.homes[1]
BEGUN = Site((3, 0, 0), (3, 0, 0), 0)


def calm() -> State:
    state = STATE
    for where in range(BOARD.districts):
        state = matches.district(state, where, unrest=0)
    return state


def test_a_rival_is_expected_to_speak_where_its_leaders_stand() -> None:
    slate = expected(BOARD, STATE.public, OCC)
    assert [(order.leader, verb_of(order)) for order in led(slate)] == [
        (Leader(4), "campaign"),
        (Leader(5), "forum"),
    ]
    assert faults(BOARD, STATE.public, OCC, slate) == ()


def test_it_is_expected_to_pledge_once_for_a_site_in_its_reach_if_another_does() -> None:
    state = matches.district(calm(), HOME, site=BEGUN)
    slate = expected(BOARD, state.public, OCC, (HOME,))
    pledges = [order for order in slate if isinstance(order, Pledge)]
    assert pledges == [Pledge(VICTOR, HOME, "technique", 1)]
    assert faults(BOARD, state.public, OCC, slate) == ()


def test_without_credits_out_of_reach_or_for_the_last_parts_it_is_not() -> None:
    state = matches.district(calm(), HOME, site=BEGUN)
    poor = matches.seat(state, OCC, credits=0)
    nearly = matches.district(state, HOME, site=Site((6, 6, 4), (8, 8, 0), 0))
    far = next(District(d) for d in range(16) if d != HOME and d not in BOARD.links[HOME])
    assert likely_pledge(BOARD, state.public, VICTOR, HOME)
    assert not likely_pledge(BOARD, poor.public, VICTOR, HOME)
    assert not likely_pledge(BOARD, nearly.public, VICTOR, HOME)
    assert not likely_pledge(BOARD, state.public, VICTOR, far)


def test_what_was_begun_comes_before_what_could_be() -> None:
    state = matches.district(calm(), 0, site=BEGUN)
    seen = sites_in_sight(BOARD, state.public)
    assert seen[0] == 0
    assert len(seen) == 2
    assert state.public.districts[seen[1]].site is None


def test_with_enough_in_work_nobody_thinks_of_another() -> None:
    state = calm()
    for where in (0, 5, 9):
        state = matches.district(state, where, site=BEGUN)
    assert set(sites_in_sight(BOARD, state.public)) == {0, 5, 9}


def test_nothing_is_begun_where_everybody_is_angry() -> None:
    state = STATE
    for where in range(BOARD.districts):
        state = matches.district(state, where, unrest=5)
    assert sites_in_sight(BOARD, state.public) == ()


def test_a_typical_slate_has_an_order_of_another_kind_for_each_leader() -> None:
    verbs = [verb_of(order) for order in typical(BOARD, STATE.public, OCC)]
    assert verbs == ["unique", "festival", "care"]
