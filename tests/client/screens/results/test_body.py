import pytest

from game.client.geometry import Rect
from game.client.screens.results.banner import Banner
from game.client.screens.results.body import Body, left_column
from game.client.screens.results.words import Words
from game.client.widgets.layout import Space
from tests.support.looks import look
from tests.support.records import calm
from tests.support.saying import say


def body() -> Body:
    record = calm()
    panels = [Space(300, height) for height in (220, 200, 150, 120, 140, 160)]
    return Body(Banner(record, Words(record, say)), panels[:2], panels[2:])


@pytest.mark.parametrize("width", [800, 1119, 1120, 1280, 1920])
@pytest.mark.parametrize("height", [600, 900, 1400])
def test_panels_never_overlap_and_stay_inside(width: int, height: int) -> None:
    made = body()
    room = Rect(0, 0, width, max(height, made.wanted(look(), width).h))
    made.place(look(), room)
    rects = [child.rect for child in made.children()]
    for place, rect in enumerate(rects):
        assert room.intersection(rect) == rect
        assert not any(rect.overlaps(other) for other in rects[place + 1 :])


def test_the_ranking_keeps_its_width_where_the_window_has_room() -> None:
    assert left_column(look(), 1280) == 400
    assert left_column(look(), 1920) > 400


def test_a_crowded_match_has_its_lower_panels_in_two_rows() -> None:
    record = calm()
    panels = [Space(300, 150) for _ in range(6)]
    banner = Banner(record, Words(record, say))
    made = Body(banner, panels[:2], panels[2:], seats=6)
    made.place(look(), Rect(0, 0, 1280, made.wanted(look(), 1280).h))
    tops = [panel.rect.y for panel in panels[2:]]
    assert tops[0] == tops[1] < tops[2] == tops[3]
