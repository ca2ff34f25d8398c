import pytest

from game.client.geometry import Rect
from game.client.screens.results.banner import Banner
from game.client.screens.results.body import Body, columns
from game.client.screens.results.words import Words
from game.client.widgets.layout import Space
from tests.support.looks import look
from tests.support.records import calm
from tests.support.saying import say


def body() -> Body:
    record = calm()
    panels = [Space(300, height) for height in (220, 200, 150, 140, 160)]
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


def test_the_columns_fill_the_width() -> None:
    for width in (800, 1280, 1920):
        assert sum(columns(look(), width)) == width - 4 * look().u(12)
