from game.client.events import KeyPressed, PointerMoved, PointerPressed, Wheel
from game.client.geometry import Rect
from game.client.scene.items import Text, Veil
from game.client.widgets.button import Button
from game.client.widgets.desk import Desk
from game.client.widgets.layout import Column, Free, Row
from game.client.widgets.panelbox import Dialog
from tests.support.looks import desk_with


def nothing() -> None:
    return None


def is_dirty(desk: Desk) -> bool:
    return desk.dirty


def buttons(count: int) -> list[Button]:
    return [Button(f"b{i}", nothing) for i in range(count)]


def test_tab_goes_round_in_order_and_back() -> None:
    first, second, third = buttons(3)
    desk = desk_with(Row([first, second, third]))
    seen = []
    for chord in ("tab", "tab", "tab", "tab"):
        desk.handle(KeyPressed(chord))
        seen.append(desk.focus)
    assert seen == [first, second, third, first]
    desk.handle(KeyPressed("tab", shift=True))
    assert desk.focus is third


def test_arrows_go_to_the_nearest_in_their_direction() -> None:
    a, b, c, d = buttons(4)
    desk = desk_with(Column([Row([a, b]), Row([c, d])]))
    desk.handle(KeyPressed("tab"))
    desk.handle(KeyPressed("down"))
    assert desk.focus is c
    desk.handle(KeyPressed("right"))
    assert desk.focus is d
    desk.handle(KeyPressed("up"))
    assert desk.focus is b
    assert not desk.handle(KeyPressed("up"))


def test_what_is_off_or_hidden_gets_no_focus() -> None:
    off, hidden, on = buttons(3)
    off.turn_off("not now")
    hidden.show(False)
    desk = desk_with(Row([off, hidden, on]))
    desk.handle(KeyPressed("tab"))
    assert desk.focus is on


def test_it_is_dirty_only_after_a_change() -> None:
    button = Button("b", nothing)
    desk = desk_with(Free([button], lambda look, rect: button.place(look, Rect(0, 0, 50, 30))))
    desk.items()
    assert not is_dirty(desk)
    desk.handle(PointerMoved(200, 200))
    desk.items()
    desk.handle(PointerMoved(210, 200))
    assert not is_dirty(desk)
    desk.handle(PointerMoved(10, 10))
    assert is_dirty(desk)
    assert button.hovered


def test_a_window_takes_all_events_until_it_is_closed() -> None:
    below = Button("below", nothing)
    desk = desk_with(below)
    dialog = Dialog("Leave?", "The seat is kept.", [Button("Stay", lambda: desk.close(dialog))])
    desk.open(dialog)
    assert any(isinstance(item, Veil) for item in desk.items())
    desk.handle(PointerPressed(2, 2))
    assert not below.pressed
    desk.handle(KeyPressed("tab"))
    assert desk.focus is not below
    desk.handle(KeyPressed("escape"))
    assert desk.top is below
    assert not any(isinstance(item, Veil) for item in desk.items())


def test_a_hint_appears_where_the_pointer_rests() -> None:
    button = Button("b", nothing)
    button.hint = "Chat"
    desk = desk_with(button)
    desk.handle(PointerMoved(10, 10))
    desk.tick(1.0)
    desk.items()
    desk.tick(1.2)
    assert not is_dirty(desk)
    desk.tick(1.6)
    assert is_dirty(desk)
    assert "Chat" in [item.text for item in desk.items() if isinstance(item, Text)]
    desk.handle(PointerMoved(11, 10))
    assert "Chat" not in [item.text for item in desk.items() if isinstance(item, Text)]


def test_what_nobody_uses_is_handed_back() -> None:
    desk = desk_with(Row(buttons(1)))
    assert not desk.handle(Wheel(300, 290, 1.0))
    assert not desk.handle(KeyPressed("f9"))


def test_an_arrow_key_reaches_the_first_widget_too() -> None:
    row = buttons(3)
    desk = desk_with(Row(row))
    assert desk.handle(KeyPressed("down"))
    assert desk.focus is row[0]
    desk.focus_on(None)
    desk.handle(KeyPressed("up"))
    assert desk.focus is row[-1]
