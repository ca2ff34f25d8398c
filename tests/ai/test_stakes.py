from game.ai.prices import prices
from game.ai.stakes import open_sites, to_come
from game.rules.ids import District
from game.rules.orders import NO_ORDERS
from game.rules.phases import gala
from game.rules.resolve import begin
from game.rules.state import Site, State
from game.rules.turn import Turn
from tests.support import matches

BOARD, STATE = matches.match()
HERE = District(9)
DONE = Site((6, 6, 6), (9, 6, 3), 2)


def turn_of(state: State) -> Turn:
    return begin(BOARD, state, [NO_ORDERS] * 3)


def coming(site: Site | None, number: int = 4, sites: int = 1) -> list[int]:
    state = matches.public(matches.district(STATE, HERE, site=site), turn=number)
    return to_come(turn_of(state), HERE, sites, prices())


def test_a_finished_site_pays_at_every_gala_what_the_gala_pays() -> None:
    state = matches.public(matches.district(STATE, HERE, site=DONE), turn=22)
    turn = turn_of(state)
    expected = to_come(turn, HERE, 1, prices())
    gala.hold(turn, 7)
    assert expected == [galas[-1].stakes for galas in turn.galas]


def test_it_pays_less_the_fewer_galas_are_left() -> None:
    paid = [sum(coming(DONE, number)) for number in (1, 10, 22)]
    assert paid == sorted(paid, reverse=True)
    assert paid[-1] > 0


def test_a_site_with_partners_is_expected_to_grow_faster() -> None:
    alone, joint = coming(Site((6, 0, 0), (6, 0, 0), 0)), coming(Site((6, 0, 0), (5, 1, 0), 0))
    assert alone[1:] == [0, 0]
    assert joint[0] * 6 > alone[0] * 5


def test_many_sites_grow_slower_than_one() -> None:
    begun = Site((6, 0, 0), (3, 3, 0), 0)
    assert coming(begun, sites=3)[0] < coming(begun, sites=1)[0]


def test_no_site_pays_nothing_and_only_unfinished_ones_are_open() -> None:
    assert coming(None) == [0, 0, 0]
    state = matches.district(STATE, 1, site=DONE)
    state = matches.district(state, 2, site=Site((3, 0, 0), (3, 0, 0), 0))
    assert open_sites(turn_of(state)) == 1
