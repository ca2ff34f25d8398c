from game.client.events import KeyPressed, PointerPressed, PointerReleased
from game.client.scene.items import CutBox, Icon, Text
from game.client.theme import NEON
from game.client.widgets.button import Button
from game.client.widgets.layout import Free, Row
from game.client.widgets.widget import LOWEST
from tests.support.looks import desk_with, look, placed


def pressing() -> tuple[Button, list[str]]:
    heard: list[str] = []
    return Button("Give order", lambda: heard.append("pressed")), heard


def test_a_click_counts_where_it_is_let_go() -> None:
    button, heard = pressing()
    desk = desk_with(button)
    desk.handle(PointerPressed(10, 10))
    assert button.pressed
    desk.handle(PointerReleased(10, 10))
    assert (heard, button.pressed) == (["pressed"], False)


def test_a_press_dragged_away_does_nothing() -> None:
    button, heard = pressing()
    desk = desk_with(Free([button], lambda look, r: button.place(look, r.cut_top(30)[0])))
    desk.handle(PointerPressed(10, 10))
    desk.handle(PointerReleased(10, 200))
    assert heard == []


def test_enter_and_space_press_it_with_the_focus() -> None:
    button, heard = pressing()
    desk = desk_with(Row([button]))
    desk.handle(KeyPressed("return"))
    assert heard == []
    desk.handle(KeyPressed("tab"))
    desk.handle(KeyPressed("return"))
    desk.handle(KeyPressed("space"))
    desk.handle(KeyPressed("space", repeat=True))
    assert heard == ["pressed", "pressed"]


def test_turned_off_it_says_why_and_cannot_be_pressed() -> None:
    button, heard = pressing()
    button.turn_off("No free slot here")
    desk = desk_with(button)
    desk.handle(PointerPressed(10, 10))
    desk.handle(PointerReleased(10, 10))
    button.press()
    words = [item for item in button.paint(look()) if isinstance(item, Text)]
    assert heard == []
    assert [w.text for w in words] == ["Give order", "No free slot here"]
    assert words[1].colour == NEON.attention
    button.turn_off("")
    button.press()
    assert heard == ["pressed"]


def test_no_hit_area_is_lower_than_the_least() -> None:
    button = Button("x", lambda: None, height=4)
    assert button.wanted(look(1.5), 400).h == round(LOWEST * 1.5)


def test_the_label_keeps_clear_of_the_key() -> None:
    button = Button("OK", lambda: None, key="Enter")
    size = button.wanted(look(), 400)
    placed(button, size.w, size.h)
    label, cap = (item for item in button.paint(look()) if isinstance(item, Text))
    assert (
        label.x + look().measure.width(label.text, label.face)
        <= cap.x - look().measure.width("Enter", cap.face) // 2
    )


def test_the_call_of_a_screen_is_solid_mint() -> None:
    button = placed(Button("END TURN", lambda: None, "primary", height=76), 284, 76)
    box = next(item for item in button.paint(look()) if isinstance(item, CutBox))
    assert box.colour == NEON.go


def test_in_a_narrow_button_the_words_stay_longest() -> None:
    button = Button("Refresh", lambda: None, icon="refresh", key="F5")
    wide = button.wanted(look(), 900).w

    def shown(width: int) -> tuple[list[str], int]:
        items = list(placed(button, width, 30).paint(look()))
        return [i.text for i in items if isinstance(i, Text)], sum(isinstance(i, Icon) for i in items)

    assert shown(wide) == (["Refresh", "F5"], 1)
    assert shown(wide - 26) == (["Refresh", "F5"], 0)
    assert shown(wide - 60) == (["Refresh"], 0)


def test_the_reason_of_a_call_that_is_off_keeps_clear_of_the_key_and_of_the_edges() -> None:
    button = Button("Join", lambda: None, "primary", key="Enter", height=46)
    button.turn_off("nothing is chosen, and there is a lot to be said about why that is so")
    for scale in (1.0, 1.5):
        placed(button, round(416 * scale), round(46 * scale))
        label, reason, cap = (item for item in button.paint(look(scale)) if isinstance(item, Text))
        width = look(scale).measure.width
        assert reason.x + width(reason.text, reason.face) <= cap.x - width("Enter", cap.face) // 2
        above, below = label.y - button.rect.y, button.rect.bottom - reason.y
        assert abs(above - below) <= 2
        assert min(above, below) >= 13 * scale


def test_a_dialogs_call_that_is_off_is_wide_enough_for_its_reason() -> None:
    button = Button("I agree", lambda: None, "primary", key="Enter", height=36)
    button.turn_off("only who plays for themselves decides")
    size = button.wanted(look(), 900)
    placed(button, size.w, size.h)
    assert "only who plays for themselves decides" in [
        item.text for item in button.paint(look()) if isinstance(item, Text)
    ]
