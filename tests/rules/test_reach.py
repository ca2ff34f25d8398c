from msgspec.structs import replace

from game.rules.ids import District
from game.rules.reach import in_reach, is_barred, is_linked, linked
from tests.support.cities import line_city
from tests.support.matches import district, leader, line, match, public

D = District


def test_reach_is_here_and_next_door():
    board, state = line()
    assert in_reach(board, state.public, leader(board, "victor_lennox")) == (D(1), D(2), D(3))


def test_who_has_not_joined_reaches_nothing():
    board, state = line()
    assert in_reach(board, state.public, leader(board, "kai_harper")) == ()


def test_a_transit_hub_carries_one_link_farther():
    city = line_city()
    hub = replace(city.districts[0], landmark="transit_hub")
    board, state = match(replace(city, districts=(hub, *city.districts[1:])))
    alok = leader(board, "alok_dsouza")
    assert linked(board, state.public, alok) == (D(0), D(1), D(2))
    elsewhere = public(state, leaders=tuple(D(1) for _ in board.leaders)).public
    assert linked(board, elsewhere, alok) == (D(0), D(1), D(2))
    near = [is_linked(board, state.public, alok, D(district)) for district in range(board.districts)]
    assert near == [True, True, True, False, False]


def test_a_torn_city_bars_its_angriest_districts_to_those_outside():
    board, state = line()
    torn = public(district(state, 1, unrest=9), fracture=75)
    alok = leader(board, "alok_dsouza")
    assert is_barred(board, torn.public, D(1))
    assert not is_barred(board, torn.public, D(0))
    assert in_reach(board, torn.public, alok) == (D(0),)
    assert linked(board, torn.public, alok) == (D(0), D(1))
    inside = public(torn, leaders=tuple(D(1) for _ in board.leaders)).public
    assert in_reach(board, inside, alok) == (D(0), D(1), D(2))


def test_neither_anger_nor_fracture_alone_bars():
    board, state = line()
    assert not is_barred(board, public(district(state, 1, unrest=9), fracture=74).public, D(1))
    assert not is_barred(board, public(district(state, 1, unrest=8), fracture=75).public, D(1))
