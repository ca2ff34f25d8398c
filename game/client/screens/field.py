"""A control under its own small label."""

from game.client.theme import Style
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.widget import Widget


class Field(Column):
    """A label, and the control it names below it."""

    def __init__(self, label: str, control: Widget) -> None:
        super().__init__((Label(label, Style.PLAIN_14, "dim"), control), gap=2)
        self.label, self.control = label, control
