from game.client.events import KeyPressed, PointerMoved, PointerPressed, PointerReleased, Wheel
from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import Fill, Item
from game.client.widgets.layout import Space
from game.client.widgets.scrolling import ScrollArea, Scroller, VirtualList
from tests.support.looks import desk_with, look, placed


def listed(count: int) -> tuple[VirtualList, list[int], list[int]]:
    painted: list[int] = []
    chosen: list[int] = []

    def row(look: Look, rect: Rect, index: int, is_chosen: bool, hovered: bool) -> tuple[Item, ...]:
        painted.append(index)
        return (Fill(rect, (0, 0, 0)),)

    made = VirtualList(row, chosen.append, row_height=12)
    made.fill(count)
    return made, painted, chosen


def test_only_the_rows_that_show_are_painted() -> None:
    rows, painted, _ = listed(100_000)
    placed(rows, 200, 140)
    rows.items(look())
    assert painted == [0, 1, 2, 3, 4, 5]


def test_the_keys_choose_and_scroll_into_sight() -> None:
    rows, painted, chosen = listed(50)
    placed(rows, 200, 140)
    for name in ("down", "down", "page down", "end", "up", "home"):
        rows.on_event(KeyPressed(name))
    assert chosen == [0, 1, 6, 49, 48, 0]
    rows.choose(30)
    painted.clear()
    rows.items(look())
    assert 30 in painted


def test_a_click_chooses_and_a_second_opens() -> None:
    opened: list[int] = []
    rows, _, chosen = listed(10)
    rows._on_open = opened.append
    desk = desk_with(rows)
    desk.handle(PointerPressed(10, 60))
    desk.handle(PointerReleased(10, 60))
    desk.handle(PointerPressed(10, 60, clicks=2))
    assert (chosen, opened) == ([2, 2], [2])


def test_the_wheel_stops_at_both_ends() -> None:
    rows, painted, _ = listed(10)
    placed(rows, 200, 140)
    assert not rows.on_event(Wheel(5, 5, 3.0))
    assert rows.on_event(Wheel(5, 5, -99.0))
    rows.items(look())
    assert painted[-1] == 9


def test_fewer_rows_leave_no_choice_beyond_the_end() -> None:
    rows, _, _ = listed(10)
    placed(rows, 200, 140)
    rows.choose(9)
    rows.fill(3, chosen=9)
    assert rows.chosen is None


def test_the_bar_can_be_dragged() -> None:
    rows, _, _ = listed(100)
    desk = desk_with(rows, 200, 100)
    desk.handle(PointerPressed(197, 3))
    desk.handle(PointerMoved(197, 400, dragging=True))
    assert rows._scroller.offset == rows._scroller.furthest
    desk.handle(PointerReleased(197, 400))
    assert not rows.pressed


def test_a_scroll_area_moves_its_child_and_reveals() -> None:
    child = Space(50, 500)
    area = placed(ScrollArea(child), 200, 100)
    assert area.on_event(Wheel(5, 5, -1.0))
    assert child.rect.y == -48
    area.reveal(Rect(0, child.rect.y + 480, 10, 20))
    assert child.rect.y == -400
    area.on_event(KeyPressed("page up"))
    assert child.rect.y == -300


def test_a_scroller_keeps_its_offset_when_it_shrinks() -> None:
    scroller = Scroller()
    scroller.fit(1000, 100)
    scroller.move(900)
    scroller.fit(300, 100)
    assert scroller.offset == 200
    scroller.fit(50, 100)
    assert (scroller.offset, scroller.thumb(Rect(0, 0, 6, 100))) == (0, None)
