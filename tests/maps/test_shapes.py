from hypothesis import given
from hypothesis import strategies as st

from game.maps import shapes
from game.maps.shapes import FINE, Point

SQUARE = ((0, 0), (8, 0), (8, 8), (0, 8))
ELL = ((0, 0), (8, 0), (8, 4), (4, 4), (4, 8), (0, 8))

corners = st.tuples(st.integers(0, 60), st.integers(0, 60))
triangles = st.tuples(corners, corners, corners).map(shapes.tidy).filter(lambda shape: len(shape) == 3)


def test_tidy_drops_repeats_and_points_on_a_side_and_turns_the_right_way() -> None:
    assert shapes.tidy(((0, 8), (8, 8), (8, 8), (8, 4), (8, 0), (0, 0))) == ((0, 0), (8, 0), (8, 8), (0, 8))


def test_area_is_doubled_and_positive_for_a_tidy_shape() -> None:
    assert shapes.doubled_area(shapes.tidy(ELL[::-1])) == 2 * 48


def test_a_bow_tie_crosses_itself() -> None:
    assert shapes.crossing(((0, 0), (8, 8), (8, 0), (0, 8))) is not None


def test_an_outline_that_touches_itself_in_a_corner_is_not_simple() -> None:
    assert shapes.crossing(((0, 0), (8, 0), (4, 4), (8, 8), (0, 8), (4, 4))) is not None


def test_a_spike_is_not_simple() -> None:
    assert shapes.crossing(((0, 0), (8, 0), (12, 0), (8, 0), (8, 8), (0, 8))) is not None


def test_plain_shapes_are_simple() -> None:
    assert shapes.crossing(SQUARE) is None
    assert shapes.crossing(ELL) is None


def test_inside_outside_and_on_the_outline() -> None:
    assert shapes.contains(ELL, (2, 6))
    assert not shapes.contains(ELL, (6, 6))
    assert shapes.contains(ELL, (4, 6))
    assert shapes.contains(ELL, (0, 0))


def test_a_whole_side_is_shared() -> None:
    other = ((8, 0), (16, 0), (16, 8), (8, 8))

    assert shapes.shared_border(SQUARE, other, 1) == 8 * FINE


def test_parts_of_a_border_are_summed() -> None:
    comb = ((8, 0), (16, 0), (16, 8), (8, 8), (8, 6), (12, 6), (12, 2), (8, 2))

    assert shapes.shared_border(SQUARE, comb, 1) == 4 * FINE


def test_a_corner_is_no_border() -> None:
    assert shapes.shared_border(SQUARE, ((8, 8), (16, 8), (16, 16), (8, 16)), 1) == 0


def test_a_gap_within_the_tolerance_is_a_border_and_a_wider_one_is_not() -> None:
    near, far = ([(x + gap, y) for x, y in ((8, 0), (16, 0), (16, 8), (8, 8))] for gap in (1, 2))

    assert shapes.shared_border(SQUARE, near, 1) == 8 * FINE
    assert shapes.shared_border(SQUARE, far, 1) == 0


def test_a_slanting_border_with_a_corner_in_between_is_found() -> None:
    left = ((0, 0), (20, 0), (31, 40), (0, 40))
    right = ((20, 0), (60, 0), (60, 40), (31, 40), (26, 21))

    assert abs(shapes.shared_border(left, right, 1) - 41 * FINE) < 2 * FINE


def test_shapes_on_the_same_side_of_a_line_share_nothing() -> None:
    assert shapes.shared_border(SQUARE, ((0, 0), (8, 0), (8, 4), (0, 4)), 1) < 8 * FINE


def test_distance_is_to_the_nearest_part_of_the_outline() -> None:
    assert shapes.distance((11, 4), SQUARE) == 3 * FINE
    assert shapes.distance((11, 12), SQUARE) == 5 * FINE
    assert shapes.gap(SQUARE, ((11, 12), (20, 12), (20, 20))) == 5 * FINE


def test_row_spans_of_an_ell() -> None:
    assert shapes.row_spans(ELL, 0, 8) == [[(0, 8)]] * 4 + [[(0, 4)]] * 4


def test_rows_off_the_map_are_left_out() -> None:
    assert shapes.row_spans(SQUARE, 6, 10) == [[(0, 8)], [(0, 8)], [], []]


@given(triangles, st.tuples(st.integers(-20, 20), st.integers(-20, 20)))
def test_moving_both_shapes_changes_no_border(shape: tuple[Point, ...], by: Point) -> None:
    moved = [(x + by[0], y + by[1]) for x, y in shape]
    square = [(x + by[0], y + by[1]) for x, y in SQUARE]

    assert shapes.shared_border(shape, SQUARE, 1) == shapes.shared_border(moved, square, 1)


@given(triangles)
def test_the_cells_of_a_shape_add_up_to_its_area(shape: tuple[Point, ...]) -> None:
    cells = sum(right - left for row in shapes.row_spans(shape, 0, 60) for left, right in row)

    # A row's span is off by less than one cell at either end.
    rows = max(y for _, y in shape) - min(y for _, y in shape)
    assert abs(cells - shapes.doubled_area(shape) / 2) <= rows


@given(triangles, corners)
def test_a_cell_of_a_span_has_its_centre_inside(shape: tuple[Point, ...], cell: Point) -> None:
    doubled = [(2 * x, 2 * y) for x, y in shape]
    centre = (2 * cell[0] + 1, 2 * cell[1] + 1)
    spanned = any(left <= cell[0] < right for left, right in shapes.row_spans(shape, cell[1], cell[1] + 1)[0])

    on_outline = shapes.contains(doubled, centre) and shapes.distance(centre, doubled) == 0
    assert on_outline or spanned == shapes.contains(doubled, centre)


@given(triangles)
def test_two_halves_cut_from_a_shape_share_the_cut(shape: tuple[Point, ...]) -> None:
    a, b, c = shape
    middle = ((b[0] + c[0]) // 2, (b[1] + c[1]) // 2)
    one, other = shapes.tidy((a, b, middle)), shapes.tidy((a, middle, c))
    if len(one) < 3 or len(other) < 3:
        return
    cut = shapes.distance(a, (middle, middle))

    assert shapes.shared_border(one, other, 1) >= cut - 1
