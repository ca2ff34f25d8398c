from game.client.draw.paint_minimap import _runs, _sides

CELLS = (0, 0, 1, -1, 0, 1)
"""Two rows of three: a district of three cells, one of two, and a hole."""


def test_neighbouring_cells_of_a_row_are_one_strip() -> None:
    assert _runs(CELLS, 3) == ((0, 0, 2, 0), (2, 0, 3, 1), (1, 1, 2, 0), (2, 1, 3, 1))


def test_every_side_between_districts_is_found_from_both() -> None:
    sides = _sides(CELLS, 3)
    between = [(a, b) for a, b, number, other in sides if {number, other} == {0, 1}]
    assert len(between) == 2 * 2
    assert all(number != other for _, _, number, other in sides)
    assert all(number >= 0 for _, _, number, _ in sides)
