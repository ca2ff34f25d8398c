from game.client.events import KeyPressed
from game.client.widgets.fitted import FittedArea
from game.client.widgets.layout import Space
from tests.support.looks import desk_with, placed


def test_what_fits_fills_the_room_without_a_bar() -> None:
    child = Space(height=80)
    area = placed(FittedArea(child), 300, 200)
    assert child.rect == area.rect
    assert not area.focusable


def test_what_does_not_fit_scrolls_beside_a_bar() -> None:
    child = Space(height=800)
    area = placed(FittedArea(child), 300, 200)
    assert child.rect.w < area.rect.w
    assert child.rect.h == 800
    assert area.focusable


def test_down_and_up_move_it_once_it_has_the_focus() -> None:
    child = Space(height=800)
    desk = desk_with(FittedArea(child), 300, 200)
    desk.handle(KeyPressed("tab"))
    desk.handle(KeyPressed("down"))
    moved = child.rect.y
    assert moved < 0
    desk.handle(KeyPressed("up"))
    assert child.rect.y == 0
