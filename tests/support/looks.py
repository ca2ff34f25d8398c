"""A look for tests without fonts: every letter is half as wide as its face is high."""

from typing import TypeVar

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.theme import NEON, Face, Palette
from game.client.units import Units
from game.client.widgets.desk import Desk
from game.client.widgets.widget import Widget

W = TypeVar("W", bound=Widget)


class LetterMeasure:
    def width(self, text: str, face: Face) -> int:
        return len(text) * face.size // 2

    def line_height(self, face: Face) -> int:
        return face.size + 4


def look(scale: float = 1.0, palette: Palette = NEON) -> Look:
    return Look(Units(scale), palette, LetterMeasure())


def placed(widget: W, width: int = 400, height: int = 300, scale: float = 1.0) -> W:
    widget.place(look(scale), Rect(0, 0, width, height))
    return widget


def desk_with(widget: Widget, width: int = 400, height: int = 300) -> Desk:
    desk = Desk(look(), Size(width, height))
    desk.show(widget)
    desk.items()
    return desk
