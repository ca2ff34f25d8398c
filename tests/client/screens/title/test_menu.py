from game.client.events import KeyPressed, PointerPressed, PointerReleased
from game.client.scene.items import CutBox, Glow, Text
from game.client.screens.title.menu import CallRow, Menu, MenuRow, Way
from tests.support.looks import desk_with, look, placed


def way(label: str, said: list[str]) -> Way:
    return Way(label, "play", label[0], lambda: said.append(label))


def test_a_click_goes_only_where_it_was_let_go_too() -> None:
    said: list[str] = []
    row = placed(MenuRow(way("Host", said)), 244, 41)
    row.on_event(PointerPressed(20, 20))
    row.on_event(PointerReleased(20, 200))
    assert said == []
    row.on_event(PointerReleased(20, 20))
    assert said == ["Host"]


def test_a_key_held_down_goes_once() -> None:
    said: list[str] = []
    row = placed(MenuRow(way("Host", said)), 244, 41)
    row.on_event(KeyPressed("return"))
    row.on_event(KeyPressed("return", repeat=True))
    assert said == ["Host"]


def test_only_the_call_glows_and_shouts() -> None:
    said: list[str] = []
    menu = Menu(way("Play", said), [way("Host", said), way("Join", said)])
    items = desk_with(menu, 300, 220).items()
    assert sum(isinstance(item, Glow) for item in items) == 1
    labels = [item.text for item in items if isinstance(item, Text)]
    assert "PLAY" in labels
    assert "Host" in labels


def test_a_row_under_the_pointer_is_lit() -> None:
    row = placed(MenuRow(way("Host", [])), 244, 41)
    assert not [item for item in row.items(look()) if isinstance(item, CutBox)]
    row.hovered = True
    row.changed()
    assert [item for item in row.items(look()) if isinstance(item, CutBox)]


def test_the_call_is_as_high_as_the_design() -> None:
    assert CallRow(way("Play", [])).wanted(look(1.5), 300).h == 75
