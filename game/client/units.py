"""One scale for every size: the screens are designed for 1280x720, and `u()` turns a design size into pixels.

With the setting on automatic the scale fits the window: 1.0 at 1280x720, 1.5 at 1920x1080, so a screen looks
like its design at every size. A player may set the scale by hand (1.0 to 2.0): less than the fit gives more of
the map and smaller panels, more gives larger panels and less of the map.
"""

from typing import Final

import msgspec

from game.client.geometry import Size

DESIGN: Final = Size(1280, 720)
"""The window the screens are designed for, at scale 1.0."""

SMALLEST: Final = 0.75
"""An automatic scale never falls below this; a smaller window scrolls."""

LARGEST: Final = 3.0
"""An automatic scale never rises above this."""


class Units(msgspec.Struct, frozen=True):
    """Turns design sizes into pixels. `scale` is for everything, `text` is a further factor for type alone."""

    scale: float = 1.0
    text: float = 1.0

    def __call__(self, size: float) -> int:
        """Pixels for a design size; a size above 0 never vanishes."""
        pixels = round(size * self.scale)
        return 1 if pixels == 0 and size > 0 else pixels

    def type(self, size: float) -> int:
        """Pixels for a type size, at least 6."""
        return max(6, round(size * self.scale * self.text))


def fitting_scale(window: Size) -> float:
    """The scale at which the design fills `window` without being cut, in steps of 0.05."""
    fit = min(window.w / DESIGN.w, window.h / DESIGN.h)
    return max(SMALLEST, min(LARGEST, int(fit * 20 + 1e-6) / 20))


def units_for(window: Size, ui_scale: float | None, text_scale: float = 1.0) -> Units:
    """Units for a window. `ui_scale` is the player's own choice in 1.0..2.0, or None for the fitting scale."""
    return Units(fitting_scale(window) if ui_scale is None else ui_scale, text_scale)
