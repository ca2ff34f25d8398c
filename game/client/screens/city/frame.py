"""Where the parts of the city screen lie: two columns, a bar, a strip, and the map in what is left."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import Item, Scaled
from game.client.screens.city import coming, verb_strip
from game.client.screens.city.end_turn import end_turn_glow
from game.client.screens.city.map_view import MapView
from game.client.screens.city.pen import Pen, Sheet
from game.client.screens.city.top_bar import HEIGHT as BAR_HEIGHT
from game.client.units import Units, fitting_scale
from game.client.widgets.widget import Widget

MARGIN = 12
GUTTER = 8
LEFT = 264
RIGHT = 284
CALL = 76
FORECAST = 244
MOST_MINIMAP = 284
LEAST_MINIMAP = 150
MOST_TEXT = 1.1
"""The largest factor for type alone that the rows of the panels have room for."""


def held(look: Look, window: Rect) -> Look:
    """The look with no larger scale than at which all panels find room around the map."""
    fit = fitting_scale(window.size)
    units = Units(min(look.u.scale, fit), min(look.u.text, MOST_TEXT))
    return look if units == look.u else replace(look, u=units)


class Areas(Struct, frozen=True):
    """The rectangles of the parts in pixels. `free` is what of the map no panel covers."""

    bar: Rect
    slate: Rect
    minimap: Rect
    district: Rect
    forecast: Rect
    call: Rect
    verbs: Rect
    free: Rect


def areas(look: Look, window: Rect, heights: tuple[float, float]) -> Areas:
    """Lay the parts out. `heights` are the design heights that slate and district panel want.

    The left column gives the slate what it needs and the small map the rest, to a limit.
    """
    u = look.u
    bar, below = window.cut_top(u(BAR_HEIGHT), u(GUTTER))
    below = Rect(below.x + u(MARGIN), below.y, below.w - 2 * u(MARGIN), below.h - u(MARGIN))
    left, rest = below.cut_left(u(LEFT), u(MARGIN))
    right, middle = rest.cut_right(u(RIGHT), u(MARGIN))
    room = left.h - u(GUTTER) - u(LEAST_MINIMAP)
    slate, under = left.cut_top(min(u(heights[0]), room), u(GUTTER))
    minimap = under.cut_bottom(min(under.h, u(MOST_MINIMAP)))[0]
    call, above = right.cut_bottom(u(CALL), u(GUTTER))
    forecast, above = above.cut_bottom(u(FORECAST), u(GUTTER))
    district = above.cut_top(min(above.h, u(heights[1])))[0]
    verbs = middle.cut_bottom(u(verb_strip.HEIGHT + verb_strip.RAISED))[0]
    free = Rect(middle.x, middle.y, middle.w, verbs.y - middle.y - u(GUTTER))
    return Areas(bar, slate, minimap, district, forecast, call, verbs, free)


class Parts(Struct):
    """The widgets of the screen, from the bottom up."""

    map: MapView
    glow: "GlowUnder"
    coming: coming.ComingStrip
    connector: Widget
    slate: Sheet
    minimap: Sheet
    seen: Widget
    district: Sheet
    forecast: Sheet
    verbs: Sheet
    call: Sheet
    bar: Sheet
    playback: Widget
    banner: Widget

    def all(self) -> tuple[Widget, ...]:
        """Every part in painting order."""
        return tuple(getattr(self, name) for name in self.__struct_fields__)


class GlowUnder(Widget):
    """The light around the call: under the button, wider than it, and deaf to the pointer."""

    def paint(self, look: Look) -> Sequence[Item]:
        return (end_turn_glow(Pen(look, self.rect)),)

    def at(self, x: int, y: int) -> Widget | None:
        return None


class CityFrame(Widget):
    """Fills the window with the parts. The screen sets `heights` (slate, district) before it lays out."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.heights = (300.0, 300.0)
        self.areas: Areas | None = None
        for part in parts.all():
            part.parent = self

    def children(self) -> Sequence[Widget]:
        return self.parts.all()

    def place(self, look: Look, rect: Rect) -> None:
        super().place(held(look, rect), rect)

    def items(self, look: Look) -> tuple[Item, ...]:
        fitting = held(look, self.rect)
        items = super().items(fitting)
        return items if fitting.u == look.u else (Scaled(fitting.u, items),)

    def arrange(self, look: Look) -> None:
        parts = self.parts
        self.areas = found = areas(look, self.rect, self.heights)
        parts.map.frame(found.free)
        parts.map.place(look, Rect(0, found.bar.bottom, self.rect.w, self.rect.h - found.bar.bottom))
        strip = found.free.inset(look.u(2), 0)
        parts.coming.place(look, strip)
        parts.connector.place(look, self.rect)
        for part, rect in (
            (parts.slate, found.slate),
            (parts.minimap, found.minimap),
            (parts.seen, found.minimap),
            (parts.district, found.district),
            (parts.forecast, found.forecast),
            (parts.verbs, found.verbs),
            (parts.call, found.call),
            (parts.glow, found.call),
            (parts.bar, found.bar),
            (parts.playback, self.rect),
            (parts.banner, self.rect),
        ):
            part.place(look, rect)
        shown = [
            *parts.coming.covered(),
            found.slate,
            found.minimap,
            found.district,
            found.forecast,
            found.verbs,
            found.call,
        ]
        said = Rect(found.verbs.x, found.verbs.y - look.u(42), found.verbs.w, look.u(42))
        shown.append(said)
        parts.map.hide_under([rect.grown(look.u(4)) for rect in shown])
