"""Districts grown from seeds that somebody set."""

from hypothesis import given
from hypothesis import strategies as st

from game.maps.generating.canvas import Canvas, pieces
from game.maps.generating.owners import cells_of, grown_from

SIDE = 12
CANVAS = Canvas(SIDE, 1)
CELL = st.tuples(st.integers(0, SIDE - 1), st.integers(0, SIDE - 1))
LAND = st.sets(CELL, min_size=20)


@given(LAND, st.lists(CELL, min_size=1, max_size=5, unique=True))
def test_every_district_is_in_one_piece_and_on_the_land(land, seeds):
    owners = grown_from(CANVAS, land, [(seed,) for seed in seeds])
    assert set(owners) <= land
    for cells in cells_of(owners, len(seeds)):
        assert len(pieces(cells, CANVAS)) <= 1


@given(LAND, CELL)
def test_what_no_seed_reaches_is_nobodys(land, seed):
    owners = grown_from(CANVAS, land, [(seed,)])
    reached = next((piece for piece in pieces(land, CANVAS) if seed in piece), [])
    assert set(owners) == set(reached)


def test_a_cell_belongs_to_the_nearest_seed():
    owners = grown_from(CANVAS, set(CANVAS.cells()), [((1, 1),), ((10, 10),)])
    assert owners[3, 2] == 0
    assert owners[8, 9] == 1
    assert len(owners) == SIDE * SIDE


def test_a_district_may_have_several_seeds():
    owners = grown_from(CANVAS, set(CANVAS.cells()), [((0, 0), (0, 11)), ((11, 6),)])
    assert owners[1, 1] == owners[1, 10] == owners[2, 6] == 0
    assert owners[10, 1] == 1


def test_a_seed_in_the_water_grows_nothing():
    land = set(CANVAS.cells()) - {(5, 5)}
    owners = grown_from(CANVAS, land, [((5, 5),), ((0, 0),)])
    assert set(owners.values()) == {1}
