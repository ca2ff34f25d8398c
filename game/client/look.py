"""What a widget needs to know to lay itself out and paint: units, palette, and the width of text."""

from typing import Protocol

import msgspec

from game.client.theme import Colour, Face, Palette, Style
from game.client.units import Units

Ink = str | Colour
"""A colour, or the name of one in the palette."""


class Measure(Protocol):
    """Metrics of text. The drawing layer measures with its fonts; tests count letters."""

    def width(self, text: str, face: Face) -> int:
        """Pixels from the left of the first to the right of the last letter of one line."""
        ...

    def line_height(self, face: Face) -> int:
        """Pixels from the top of one line to its bottom."""
        ...


class Look(msgspec.Struct, frozen=True):
    """Everything appearance depends on; a changed look means laying out and painting again."""

    u: Units
    palette: Palette
    measure: Measure
    reduced_motion: bool = False

    def face(self, style: Style) -> Face:
        """The typeface of a style at this look's scale."""
        family, size, weight = style.value
        return Face(family, self.u.type(size), weight)  # type: ignore[arg-type]

    def colour(self, ink: Ink) -> Colour:
        """A colour given as such, or by its name in the palette (`soft`) so that it follows a swap of palettes."""
        if isinstance(ink, str):
            named: Colour = getattr(self.palette, ink)
            return named
        return ink

    def width(self, text: str, style: Style) -> int:
        """Pixels one line of `text` takes in a style."""
        return self.measure.width(text, self.face(style))

    def line(self, style: Style) -> int:
        """Pixels from one line to the next in a style."""
        return self.measure.line_height(self.face(style))

    def motion(self, seconds: float) -> float:
        """How long a movement takes: `seconds`, or 0 where the player wants no motion."""
        return 0.0 if self.reduced_motion else seconds
