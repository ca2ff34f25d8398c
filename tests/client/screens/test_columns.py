from game.client.screens.columns import Columns
from game.client.widgets.layout import Space
from tests.support.looks import look, placed


def test_widths_follow_the_shares_and_fill_the_room() -> None:
    left, right = Space(height=10), Space(height=30)
    made = placed(Columns((left, right), (1, 3), 12), 412, 100)
    assert (left.rect.w, right.rect.w) == (100, 300)
    assert right.rect.x == left.rect.right + 12
    assert right.rect.right == made.rect.right
    assert left.rect.h == right.rect.h == 100


def test_they_stand_below_each_other_where_it_is_narrow() -> None:
    left, right = Space(height=10), Space(height=30)
    columns = Columns((left, right), (1, 1), 12, narrow=500)
    assert columns.wanted(look(), 400).h == 52
    placed(columns, 400, 100)
    assert (left.rect.y, right.rect.y) == (0, 22)
    assert left.rect.w == right.rect.w == 400


def test_the_last_may_come_first_when_stacked() -> None:
    left, right = Space(height=10), Space(height=30)
    columns = Columns((left, right), (1, 1), 12, narrow=500)
    columns.main_last = True
    placed(columns, 400, 100)
    assert right.rect.y < left.rect.y


def test_one_that_grows_takes_what_is_left() -> None:
    left, right = Space(height=10, grow=1.0), Space(height=30)
    placed(Columns((left, right), (1, 1), 12, narrow=500), 400, 152)
    assert (left.rect.h, right.rect.h) == (110, 30)
    assert right.rect.bottom == 152
