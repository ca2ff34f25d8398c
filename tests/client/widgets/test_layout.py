from game.client.geometry import Rect
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Drawing, Free, Grid, Row, Space
from tests.support.looks import look, placed


def boxes(count: int) -> list[Space]:
    return [Space(40, 20) for _ in range(count)]


def test_a_row_gives_what_is_left_to_what_grows() -> None:
    first, middle, last = boxes(3)
    middle.grow = 1
    placed(Row([first, middle, last], gap=10), 300, 40)
    assert [w.rect.x for w in (first, middle, last)] == [0, 50, 260]
    assert middle.rect.w == 200
    assert first.rect.y == 10


def test_growers_share_to_the_last_pixel() -> None:
    growers = boxes(3)
    for grower in growers:
        grower.grow = 1
    placed(Row(growers, gap=0), 301, 20)
    assert sum(g.rect.w for g in growers) == 301


def test_a_column_stretches_across_and_stacks() -> None:
    first, second = boxes(2)
    column = placed(Column([first, second], gap=8), 200, 100)
    assert (first.rect, second.rect) == (Rect(0, 0, 200, 20), Rect(0, 28, 200, 20))
    assert column.wanted(look(), 200).h == 48


def test_a_hidden_child_takes_no_room() -> None:
    first, second = boxes(2)
    first.show(False)
    row = placed(Row([first, second], gap=10))
    assert second.rect.x == 0
    assert row.wanted(look(), 100).w == 40


def test_a_grid_has_cells_of_one_width() -> None:
    cells = boxes(5)
    grid = placed(Grid(2, cells, gap=10), 210, 200)
    assert {c.rect.w for c in cells} == {100}
    assert [c.rect.y for c in cells] == [0, 0, 30, 30, 60]
    assert grid.wanted(look(), 210).h == 80


def test_gaps_follow_the_scale() -> None:
    first, second = boxes(2)
    placed(Row([first, second], gap=10), scale=2.0)
    assert second.rect.x == 100


def test_free_and_drawing_place_and_paint_by_function() -> None:
    drawing = Drawing(lambda look, rect: (), 10, 10)
    free = Free([drawing], lambda look, rect: drawing.place(look, Rect(5, 6, 7, 8)))
    placed(free)
    assert drawing.rect == Rect(5, 6, 7, 8)


def test_a_change_inside_reaches_the_outermost() -> None:
    label = Label("a")
    column = placed(Column([Row([label])]))
    before = column.items(look())
    assert column.items(look()) is before
    label.say("b")
    assert column.items(look()) is not before
