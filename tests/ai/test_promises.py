from game.ai.prices import prices
from game.ai.promises import Promise, Promises
from game.ai.rivals import sites_in_sight
from game.ai.yields import Yields
from game.rules.ids import District, Seat
from game.rules.legality import faults
from game.rules.orders import NO_ORDERS, Build, Campaign, Care, Festival, Pledge, verb_of
from game.rules.state import Site, State
from game.rules.view import view_of
from tests.support import matches

BOARD, STATE = matches.match()
SRA = Seat(0)
ALOK = matches.leader(BOARD, "alok_dsouza")
IDLE = [NO_ORDERS] * 3


def promised(state: State) -> list[list[Promise]]:
    sites = sites_in_sight(BOARD, state.public)
    yields = Yields(BOARD, state.public, prices())
    return Promises(BOARD, view_of(state, SRA), IDLE, sites, yields, prices()).in_districts(ALOK)


def kinds(promises: list[Promise]) -> set[str]:
    return {verb_of(promise.order) for promise in promises}


def gain(state: State, where: int, verb: type) -> int:
    return max(promise.gain for promise in promised(state)[where] if isinstance(promise.order, verb))


def test_every_district_promises_what_can_be_paid_there() -> None:
    for where, promises in enumerate(promised(STATE)):
        assert {"campaign", "care", "festival", "forum", "unique"} <= kinds(promises)
        assert all(promise.order.district == where for promise in promises)


def test_what_is_promised_at_the_leaders_place_is_legal() -> None:
    here = STATE.public.leaders[ALOK]
    for promise in promised(STATE)[here]:
        assert faults(BOARD, STATE.public, SRA, (promise.order,)) == ()


def test_an_empty_purse_promises_nothing_that_costs() -> None:
    poor = matches.seat(STATE, SRA, credits=0, voice=0)
    assert kinds(promised(poor)[0]) == {"campaign", "forum", "unique"}


def test_care_promises_more_where_need_is_great() -> None:
    needy = matches.district(STATE, 8, need=90)
    content = matches.district(STATE, 8, need=5)
    assert gain(needy, 8, Care) > gain(content, 8, Care)


def test_a_tired_audience_promises_less() -> None:
    board = BOARD
    tired = tuple((3,) * len(levels) for levels in STATE.public.seats[SRA].tired)
    heard = matches.seat(STATE, SRA, tired=tired)
    assert all(gain(heard, d, Campaign) < gain(STATE, d, Campaign) for d in range(board.districts))


def test_building_promises_less_the_more_is_held_and_nothing_at_the_end() -> None:
    late = matches.public(STATE, turn=24)
    assert gain(STATE, 8, Build) > 0 >= gain(late, 8, Build)


def test_a_sanctuary_is_begun_only_where_all_would_begin_it() -> None:
    begun = [
        where
        for where, promises in enumerate(promised(STATE))
        if any(isinstance(p.order, Pledge) for p in promises)
    ]
    assert tuple(begun) == sites_in_sight(BOARD, STATE.public)


def test_a_site_that_lacks_more_kinds_takes_them_all() -> None:
    state = matches.district(STATE, 8, site=Site((6, 0, 3), (0, 9, 0), 0))
    pledged = {p.order.kind for p in promised(state)[8] if isinstance(p.order, Pledge)}
    assert pledged == set(BOARD.ruleset.part_kinds[1:])


def test_a_festival_promises_something_next_door_too() -> None:
    alone = matches.district(STATE, 8, support=(200, 0, 0), unrest=0)
    assert gain(alone, 8, Festival) > 0
    assert District(8) in {p.order.district for p in promised(alone)[8]}
