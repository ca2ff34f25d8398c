from game.client.screens.field import Field
from game.client.widgets.entry import TextEntry
from tests.support.looks import look, placed


def test_the_control_stands_below_its_label_over_the_whole_width() -> None:
    entry = TextEntry()
    field = Field("Your name", entry)
    placed(field, 300, field.wanted(look(), 300).h)
    assert entry.rect.y > 0
    assert entry.rect.w == 300
    assert (field.label, field.control) == ("Your name", entry)
