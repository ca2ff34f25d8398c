"""The small map: the whole city coloured by the mode chosen, where everyone stands, and what the camera sees."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Final

from game.client.camera import Camera
from game.client.city_layout import CityLayout
from game.client.events import Event, PointerMoved, PointerPressed, PointerReleased
from game.client.geometry import Rect, Spot
from game.client.intents import Intent
from game.client.look import Look
from game.client.model.mapmode import MapMode, holding
from game.client.scene.items import Fill, Icon, Item
from game.client.scene.marks import MiniDistrict, MiniMap
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.map_colours import tint_of
from game.client.screens.city.map_view import MapView
from game.client.screens.city.pen import Pen, Sheet
from game.client.theme import Colour, Palette, Style, mix
from game.client.widgets.widget import Widget
from game.rules.ids import District, Seat
from game.rules.state import NOT_ARRIVED

HEAD: Final = 28
MODES_HEIGHT: Final = 44
FLATTENED: Final = 0.75
"""Height of a cell of the small map as a share of its width, as its painter draws it."""


class MiniGround:
    """Where cells lie on the small map in a rectangle; the same arithmetic as its painter's."""

    def __init__(self, rect: Rect, columns: int, rows: int) -> None:
        self.rect, self._columns, self._rows = rect, columns, rows
        both = columns + rows
        self._unit = min(rect.w / both, rect.h / (both * FLATTENED))
        self._left = rect.x + rect.w / 2 + (rows - columns) * self._unit / 2
        self._top = rect.y + (rect.h - both * self._unit * FLATTENED) / 2

    def spot(self, x: float, y: float) -> Spot:
        """The window's pixel of a place in cells."""
        return self._left + (x - y) * self._unit, self._top + (x + y) * self._unit * FLATTENED

    def cell(self, x: float, y: float) -> Spot:
        """The place in cells under a pixel of the window."""
        across = (x - self._left) / self._unit
        down = (y - self._top) / (self._unit * FLATTENED)
        return (across + down) / 2, (down - across) / 2

    def frame(self, camera: Camera) -> Rect:
        """What the camera sees, as a rectangle of the small map."""
        return Rect.around([self.spot(*corner) for corner in camera.frame()]).intersection(self.rect)


def ground_rect(pen: Pen) -> Rect:
    """Where in the panel the small map lies."""
    return pen.box(8, HEAD, pen.width - 16, max(20.0, pen.height - HEAD - MODES_HEIGHT))


def draw_minimap(cockpit: Cockpit, layout: CityLayout, centres: tuple[Spot, ...], pen: Pen) -> None:
    """Draw the panel. `centres` are the middles of the districts in cells."""
    pen.panel("line_strong", bracket=False)
    pen.text(14, 16, cockpit.say(f"mode-{cockpit.mode.value}"), Style.STRONG_15)
    pen.keycap(pen.width - 12, 16, cockpit.cap(Intent.MAP_MODE))
    art = layout.art
    rect = ground_rect(pen)
    cells = tuple(number for row in art.district_of for number in row)
    pen.put(
        MiniMap(
            rect,
            cells,
            art.width,
            tuple(_mini(cockpit, pen.palette, District(d)) for d in range(cockpit.model.board.districts)),
            cockpit.model.planning.selected.district,
            None,
            _dots(cockpit, pen.palette, centres),
        )
    )
    _modes(cockpit, pen)


def _mini(cockpit: Cockpit, palette: Palette, district: District) -> MiniDistrict:
    reach = cockpit.model.planning.reach()
    lit = not reach or district in reach
    tint = tint_of(cockpit, palette, district)
    if tint is not None:
        return MiniDistrict(tint, None, lit)
    held = holding(cockpit.model.planning, cockpit.public.districts[district])
    second = palette.of(cockpit.words.banner(held.rival)) if held.rival is not None else None
    return MiniDistrict(_owner_colour(cockpit, palette, held.leader), second, lit)


def _owner_colour(cockpit: Cockpit, palette: Palette, seat: Seat) -> Colour:
    return palette.of(cockpit.words.banner(seat)) if seat >= 0 else palette.residents_bar


def _dots(
    cockpit: Cockpit, palette: Palette, centres: tuple[Spot, ...]
) -> tuple[tuple[int, int, Colour], ...]:
    """A dot for each leader; the selected one's is mint. Several in one district stand side by side."""
    dots = []
    board = cockpit.model.board
    crowd = Counter(cockpit.public.leaders)
    here: dict[int, int] = {}
    for leader, where in enumerate(cockpit.public.leaders):
        if where == NOT_ARRIVED:
            continue
        nth = here[where] = here.get(where, -1) + 1
        x, y = centres[where]
        chosen = cockpit.model.planning.selected.leader == leader
        colour = palette.go if chosen else palette.of(cockpit.words.banner(board.leaders[leader].seat))
        aside = nth - (crowd[where] - 1) / 2
        dots.append((int(x + aside), int(y - aside), colour))
    return tuple(dots)


def _modes(cockpit: Cockpit, pen: Pen) -> None:
    p = pen.palette
    modes = tuple(MapMode)
    step = (pen.width - 20) / len(modes)
    for place, mode in enumerate(modes):
        box = pen.box(10 + place * step, pen.height - 36, step - 3, 28)
        on = mode is cockpit.mode
        over = pen.hot(box, partial(cockpit.set_mode, mode), cockpit.say(f"mode-{mode.value}"))
        fill = mix(p.raised, p.line_strong, 0.35) if on else p.raised
        edge = p.text if on else p.line_strong if over else p.line
        pen.put(Fill(box, fill, 255, pen.u(4), edge))
        ink = p.text if on or over else p.dim
        pen.put(Icon(box.centre_x, box.centre_y, f"map-{mode.value}", pen.u(18), ink))


class MiniBoard(Sheet):
    """The panel as a widget: a press or a drag on the small map moves the camera there."""

    def __init__(self, cockpit: Cockpit, city: MapView, centres: tuple[Spot, ...]) -> None:
        super().__init__(self._paint_with)
        self._cockpit, self._city, self._centres = cockpit, city, centres
        self._ground: MiniGround | None = None
        self._moving = False

    def _paint_with(self, pen: Pen) -> None:
        art = self._city.layout.art
        self._ground = MiniGround(ground_rect(pen), art.width, art.height)
        draw_minimap(self._cockpit, self._city.layout, self._centres, pen)

    def on_event(self, event: Event) -> bool:
        if isinstance(event, PointerPressed) and self._ground is not None:
            self._moving = self._ground.rect.contains(event.x, event.y)
        if isinstance(event, PointerPressed | PointerMoved) and self._moving and self._ground is not None:
            self._city.look_at_cell(*self._ground.cell(event.x, event.y))
            return True
        if isinstance(event, PointerReleased) and self._moving:
            self._moving = False
            return True
        return super().on_event(event)

    def frame_rect(self) -> Rect | None:
        """What the camera sees, on the small map; None before the panel was painted."""
        return self._ground.frame(self._city.camera) if self._ground is not None else None


class MiniFrame(Widget):
    """The frame of what the camera sees: apart from the panel, so that panning does not paint that anew."""

    def __init__(self, board: MiniBoard) -> None:
        super().__init__()
        self._board = board

    def at(self, x: int, y: int) -> Widget | None:
        return None

    def paint(self, look: Look) -> Iterable[Item]:
        rect = self._board.frame_rect()
        return () if rect is None else (Fill(rect, look.palette.text, 0, 0, look.palette.text, look.u(1)),)
