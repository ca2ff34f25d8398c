from hypothesis import given
from hypothesis import strategies as st

from game.client.geometry import Point, Rect, cut_corners

numbers = st.integers(-500, 500)
lengths = st.integers(1, 500)
rects = st.builds(Rect, numbers, numbers, lengths, lengths)


@given(rects, rects)
def test_what_two_share_lies_in_both(a: Rect, b: Rect) -> None:
    shared = a.intersection(b)
    assert a.overlaps(b) == (not shared.is_empty)
    if not shared.is_empty:
        assert a.union(shared) == a
        assert b.union(shared) == b


@given(rects, st.integers(0, 40), st.integers(0, 20))
def test_a_cut_strip_and_the_rest_make_up_the_whole(rect: Rect, size: int, gap: int) -> None:
    for strip, rest in (rect.cut_top(size, gap), rect.cut_bottom(size, gap)):
        assert strip.h + gap + rest.h == rect.h
        assert strip.w == rest.w == rect.w
    for strip, rest in (rect.cut_left(size, gap), rect.cut_right(size, gap)):
        assert strip.w + gap + rest.w == rect.w


@given(rects, rects)
def test_kept_inside_moves_without_resizing(rect: Rect, room: Rect) -> None:
    kept = rect.kept_inside(room)
    assert kept.size == rect.size
    assert (kept.x, kept.y) >= (room.x, room.y)
    if rect.w <= room.w and rect.h <= room.h:
        assert room.union(kept) == room


def test_right_and_bottom_are_outside() -> None:
    rect = Rect(10, 20, 5, 5)
    assert rect.contains(14, 24)
    assert not rect.contains(15, 24)
    assert not rect.contains(14, 25)
    assert (rect.right, rect.bottom, rect.centre_x, rect.centre_y) == (15, 25, 12, 22)


def test_around_holds_all_spots() -> None:
    box = Rect.around([(1.5, 2.0), (7.9, -3.2)], margin=1)
    assert box == Rect(0, -5, 9, 9)


def test_cut_corners_has_six_corners_inside_the_box() -> None:
    spots = cut_corners(Rect(0, 0, 100, 50), 10)
    assert len(spots) == 6
    assert (0, 0) not in spots
    assert (100, 50) not in spots
    assert (100, 0) in spots
    assert (0, 50) in spots


def test_a_moved_point() -> None:
    assert Point(1, 2).moved(3, -1) == Point(4, 1)
