from game.client.scene.items import Text
from game.client.screens.section import HEAD, Section
from game.client.widgets.layout import Space
from tests.support.looks import look, placed


def test_its_children_stand_below_the_caption() -> None:
    child = Space(height=20)
    section = Section("Leaders", (child,))
    assert section.wanted(look(), 200).h == 20 + HEAD
    placed(section, 200, 44)
    assert child.rect.y == HEAD
    assert section.rect.h == 44
    assert [item.text for item in section.items(look()) if isinstance(item, Text)] == ["LEADERS"]
