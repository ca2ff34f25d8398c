import pytest

from game.client.screens.actions import ActionRow
from game.client.widgets.button import Button
from tests.support.looks import look, placed


def row(ways: int, *, call: bool) -> tuple[ActionRow, list[Button]]:
    made = [Button(f"way {number}", lambda: None) for number in range(ways)]
    end = Button("CALL", lambda: None, "primary") if call else None
    return ActionRow(made, end), [*made, *([end] if end is not None else [])]


@pytest.mark.parametrize("width", [640, 853, 1280, 1920])
@pytest.mark.parametrize("ways", [0, 1, 3])
def test_buttons_stand_apart_inside_the_margins(width: int, ways: int) -> None:
    made, buttons = row(ways, call=True)
    placed(made, width, 58)
    rects = [button.rect for button in buttons]
    assert all(rect.x >= 12 and rect.right <= width - 12 for rect in rects)
    assert not any(one.overlaps(other) for place, one in enumerate(rects) for other in rects[place + 1 :])


def test_the_call_is_always_at_the_right() -> None:
    made, buttons = row(2, call=True)
    placed(made, 1280, 58)
    assert buttons[-1].rect.right == 1268
    assert buttons[-1].rect.w == 416


def test_without_a_call_the_ways_keep_their_place() -> None:
    made, buttons = row(2, call=False)
    placed(made, 1280, 58)
    assert [button.rect.x for button in buttons] == [12, 220]


def test_a_hidden_way_leaves_no_gap() -> None:
    made, buttons = row(2, call=False)
    buttons[0].show(visible=False)
    placed(made, 1280, 58)
    assert buttons[1].rect.x == 12


def test_where_the_ways_lack_room_none_is_cut_for_what_another_has_too_much() -> None:
    labels = ("Go", "Look at the whole city once more")
    ways = [Button(label, lambda: None) for label in labels]
    made = ActionRow(ways, Button("CALL", lambda: None, "primary"))
    placed(made, 560, 58)
    assert ways[1].rect.w > 2 * ways[0].rect.w
    assert ways[1].rect.w >= ways[1].wanted(look(), 900).w * 0.9
