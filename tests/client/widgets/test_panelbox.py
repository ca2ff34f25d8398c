from game.client.events import KeyPressed
from game.client.scene.items import Group, Panel, Text
from game.client.theme import NEON
from game.client.widgets.button import Button
from game.client.widgets.fitted import FittedArea
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Space
from game.client.widgets.panelbox import Dialog, PanelBox
from game.client.widgets.widget import walk
from tests.support.looks import desk_with, look, placed


def test_a_panel_is_one_picture_with_caption_figure_and_accent() -> None:
    box = placed(PanelBox(Label("x"), caption="Slate", figure="3 of 4", accent="sra"), 264, 200)
    (group,) = box.items(look())
    assert isinstance(group, Group)
    panel = next(i for i in group.items if isinstance(i, Panel))
    assert panel.accent == NEON.sra
    assert {"SLATE", "3 of 4"} <= {i.text for i in group.items if isinstance(i, Text)}


def test_the_content_lies_inside_below_the_head() -> None:
    content = Space(10, 10)
    bare = placed(PanelBox(Space(10, 10)), 264, 200)
    headed = placed(PanelBox(content, caption="Slate"), 264, 200)
    assert headed.rect.intersection(content.rect) == content.rect
    assert content.rect.y > bare.content.rect.y
    assert headed.wanted(look(), 264).h > bare.wanted(look(), 264).h


def test_a_dialog_stands_in_the_middle_and_escape_cancels() -> None:
    heard: list[str] = []
    stay, leave = (Button(name, lambda name=name: heard.append(name)) for name in ("stay", "leave"))  # type: ignore[misc]
    dialog = placed(Dialog("Leave?", "The seat is kept.", [leave, stay], cancel=stay), 1280, 720)
    box = dialog.children()[0].rect
    assert (box.centre_x, abs(box.centre_y - 360) <= 1) == (640, True)
    assert dialog.on_event(KeyPressed("escape"))
    assert heard == ["stay"]


def test_the_light_of_a_call_is_not_cut_off_at_the_panels_edge() -> None:
    play = Button("PLAY", lambda: None, "primary", height=50)
    (group,) = placed(PanelBox(play), 284, 90).items(look())
    assert isinstance(group, Group)
    assert group.rect.union(play.rect.grown(look().u(40))) == group.rect


def test_a_content_that_is_higher_than_the_window_scrolls_over_its_buttons() -> None:
    long, button = Space(height=900), Button("Close", lambda: None, key="Esc")
    dialog = Dialog("Much to say", Column([long, Label("the end")]), [button])
    desk = desk_with(Space(grow=1.0), 800, 400)
    desk.open(dialog)
    desk.items()
    assert button.rect.bottom < 400
    assert long.rect.h == 900
    assert any(isinstance(part, FittedArea) and part.focusable for part in walk(dialog))
