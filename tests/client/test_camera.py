import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.client.camera import MARGIN, ZOOMS, Camera, Plane, camera_over
from game.client.geometry import Rect

VIEW = Rect(0, 0, 1280, 720)
PLANES = [Plane(48, 48, 64, 32), Plane(30, 50, 64, 32), Plane(20, 10, 32, 32, isometric=False)]
planes = st.sampled_from(PLANES)
places = st.floats(0, 10)


@given(planes, places, places)
def test_a_spot_and_its_cell_are_each_others_inverse(plane: Plane, x: float, y: float) -> None:
    assert plane.cell(*plane.spot(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(planes, places, places, st.integers(0, len(ZOOMS) - 1))
def test_what_is_pointed_at_is_what_was_drawn_there(plane: Plane, x: float, y: float, level: int) -> None:
    camera = Camera(plane, VIEW, 100, 100, level)
    found = camera.cell(*camera.at(x, y))
    assert found == pytest.approx((x, y), abs=0.15)


@given(planes, st.integers(0, 1279), st.integers(0, 719))
def test_zooming_keeps_the_place_under_the_pointer(plane: Plane, x: int, y: int) -> None:
    camera = camera_over(plane, VIEW)
    near = camera.zoomed(1, x, y)
    before, after = camera.cell(x, y), near.cell(x, y)
    inside = 0 < near.x < plane.width and 0 < near.y < plane.height
    if inside:
        assert after == pytest.approx(before, abs=0.2)


@given(planes, st.floats(-9999, 9999), st.floats(-9999, 9999))
def test_the_camera_never_leaves_the_city(plane: Plane, dx: float, dy: float) -> None:
    camera = camera_over(plane, VIEW).panned(dx, dy)
    across, down = plane.cell(camera.x, camera.y)
    assert -MARGIN - 0.01 <= across <= plane.columns + MARGIN + 0.01
    assert -MARGIN - 0.01 <= down <= plane.rows + MARGIN + 0.01


@pytest.mark.parametrize("plane", PLANES)
def test_every_cell_is_met_once_from_back_to_front(plane: Plane) -> None:
    cells = list(plane.cells_in((0, 0, plane.width, plane.height)))
    assert sorted(cells) == [(x, y) for x in range(plane.columns) for y in range(plane.rows)]
    depths = [x + y if plane.isometric else y for x, y in cells]
    assert depths == sorted(depths)


def test_cells_in_a_part_hold_all_that_touch_it() -> None:
    plane = PLANES[0]
    part = (600.0, 500.0, 1100.0, 800.0)
    found = set(plane.cells_in(part))
    for x in range(plane.columns):
        for y in range(plane.rows):
            left, top = plane.box_of(x, y)
            if left + 64 > part[0] and left < part[2] and top + 32 > part[1] and top < part[3]:
                assert (x, y) in found


def test_zoom_levels_end_and_follow_the_scale() -> None:
    camera = camera_over(PLANES[0], VIEW, 1.5)
    assert camera.zoom == pytest.approx(0.75)
    assert camera.zoomed(99, 0, 0).level == len(ZOOMS) - 1
    assert camera.zoomed(-99, 0, 0).level == 0


def test_another_frame_shows_the_same_place() -> None:
    camera = camera_over(PLANES[0], VIEW)
    small = camera.framed(Rect(100, 50, 600, 400), 1.0)
    assert small.at(24, 24) == (400, 250)
    assert camera.at(24, 24) == (640, 360)
