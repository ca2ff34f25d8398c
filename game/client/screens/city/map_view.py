"""The city itself: the map with its plates, tokens and arcs, and the pointer's ways of moving over it."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from game.client.camera import Camera, camera_over
from game.client.city_layout import CityLayout, CityState, CityView, DistrictLook
from game.client.events import Event, PointerMoved, PointerPressed, PointerReleased, Wheel
from game.client.geometry import Rect, Size, Spot
from game.client.look import Look
from game.client.model.mapmode import MapMode, holding
from game.client.motion import CAMERA_SECONDS, PULSE_SECONDS, Tween, pulse
from game.client.scene.items import Disc, Group, Icon, Item
from game.client.scene.plates import Plate, plate_items, plate_width
from game.client.screens.city.card_tips import trait_tip, trait_words
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.district_panel import in_spotlight, support_parts
from game.client.screens.city.map_colours import tint_of
from game.client.screens.city.places import neighbour, places_of, plate_spots
from game.client.screens.city.plate_tab import HEIGHT as TAB
from game.client.screens.city.plate_tab import tab_items, tab_parts, tab_width
from game.client.screens.city.tokens import Token, arc_of, token_group, token_hint, tokens_of
from game.client.theme import RESIDENTS, mix
from game.client.widgets.widget import Widget
from game.rules.ids import District, Leader

DRAG_PIXELS = 6
"""How far the pointer moves with a button down before it drags the city instead of pressing."""

SPARE = 40
"""Pixels around a plate's picture for the sign that may stand on its corner."""

EDGE = 3
"""Pixels at the rim of the window that move the city."""

PAN_A_SECOND = 900
"""Design pixels the city moves in a second by keys or at the rim."""


Sizes = tuple[tuple[int, int], ...]


class Shown(msgspec.Struct, frozen=True):
    """The city and its plates as they were last worked out, and what they depend on."""

    key: object
    state: CityState
    plates: tuple[tuple[Item, ...], ...]
    sizes: Sizes


class MapView(Widget):
    """Draws the city under the panels. The screen calls `tick`, `pan` and `look_at`; `overlay` comes on top."""

    def __init__(self, cockpit: Cockpit, layout: CityLayout) -> None:
        super().__init__()
        self._cockpit, self.layout = cockpit, layout
        self.places = places_of(layout, cockpit.model.board.districts)
        self.camera: Camera = camera_over(layout.plane, Rect(0, 0, 1280, 720))
        self.overlay: tuple[Item, ...] = ()
        self._free = Rect(0, 0, 1280, 720)
        self._look: Look | None = None
        self._panels: tuple[Rect, ...] = ()
        self._drag: tuple[int, int] | None = None
        self._dragged = False
        self._pointer: tuple[int, int] | None = None
        self._hop: tuple[Tween, Tween] | None = None
        self._pulse_from: float | None = None
        self._shown: Shown | None = None
        self._plates: tuple[object, tuple[tuple[int, int], ...]] | None = None
        self.tokens: tuple[Token, ...] = ()
        self._rested: Leader | None = None
        self._opened = False
        self._now = 0.0
        self.on_camera: Callable[[], None] = lambda: None

    # --- the camera -----------------------------------------------------------------------------

    def frame(self, free: Rect) -> None:
        """Say what part of the window no panel covers: things are centred there."""
        self._free = free

    def hide_under(self, panels: Sequence[Rect]) -> None:
        """Say where panels lie: a plate that one of them would cut is not drawn."""
        self._panels = tuple(panels)

    def _is_hidden(self, rect: Rect) -> bool:
        return rect.intersection(self.rect) != rect or any(rect.overlaps(panel) for panel in self._panels)

    def look_at(self, district: District, now: float) -> None:
        """Bring a district into the middle of what is free; the camera takes its time unless motion is reduced."""
        x, y = self._towards_city(self.places[district].middle)
        target = self._centred(self.camera.looking_at(x, y))
        seconds = self._look.motion(CAMERA_SECONDS) if self._look is not None else 0.0
        start = self.camera
        self._hop = (Tween(start.x, target.x, now, seconds), Tween(start.y, target.y, now, seconds))

    def _towards_city(self, spot: Spot) -> Spot:
        """A little nearer to the middle of the city, so that less of the dark around it shows."""
        plane = self.layout.plane
        return spot[0] * 0.75 + plane.columns * 0.125, spot[1] * 0.75 + plane.rows * 0.125

    def look_at_cell(self, x: float, y: float) -> None:
        """Bring a place in cells into the middle at once: the small map was pressed."""
        self._hop = None
        self._move(self._centred(self.camera.looking_at(x, y)))

    def pan(self, dx: float, dy: float) -> None:
        """Move the city by pixels of the window."""
        self._hop = None
        self._move(self.camera.panned(dx, dy))

    def zoom(self, steps: int, x: int, y: int) -> None:
        """Nearer (above 0) or further, around a pixel of the window."""
        self._hop = None
        self._move(self.camera.zoomed(steps, x, y))

    def start_pulse(self, now: float) -> None:
        """Let the rings under the selected leader pulse once."""
        if self._look is not None and not self._look.reduced_motion:
            self._pulse_from = now
        self.changed()

    def tick(self, now: float) -> None:
        """Let the camera and the rings move."""
        if self._hop is not None:
            x, y = self._hop
            self._move(msgspec.structs.replace(self.camera, x=x.at(now), y=y.at(now)))
            if x.is_done(now):
                self._hop = None
        if self._pulse_from is not None:
            if now - self._pulse_from >= PULSE_SECONDS:
                self._pulse_from = None
            self._now = now
            self.changed()

    def rim(self) -> tuple[int, int]:
        """Where the pointer pushes the city at the rim of the window: -1, 0 or 1 each way."""
        if self._pointer is None:
            return (0, 0)
        x, y = self._pointer
        room = Rect(0, 0, self.rect.right, self.rect.bottom)
        across = 1 if x <= room.x + EDGE - 1 else -1 if x >= room.right - EDGE else 0
        down = -1 if y >= room.bottom - EDGE else 0
        return across, down

    def _centred(self, camera: Camera) -> Camera:
        """The camera moved so that its middle lies in the middle of what no panel covers."""
        view = camera.view
        return camera.panned(self._free.centre_x - view.centre_x, self._free.centre_y - view.centre_y)

    def _move(self, camera: Camera) -> None:
        if camera != self.camera:
            self.camera = camera
            self.changed()
            self.on_camera()

    # --- what is seen ---------------------------------------------------------------------------

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, 0)

    def arrange(self, look: Look) -> None:
        self._look = look
        self.camera = self.camera.framed(self.rect, look.u.scale)
        if not self._opened:
            self._opened = True
            self.camera = self._centred(self.camera.looking_at(*self._first_spot()))

    def _first_spot(self) -> Spot:
        """Where the camera starts: at the district looked at, else in the middle of the city."""
        plane, district = self.layout.plane, self._cockpit.model.planning.selected.district
        middle = (plane.columns / 2, plane.rows / 2)
        return middle if district is None else self._towards_city(self.places[district].middle)

    def paint(self, look: Look) -> Iterable[Item]:
        cockpit = self._cockpit
        if self._shown is None or self._shown.key != self._key(look):
            self._shown = self._show(look)
        shown = self._shown
        yield CityView(self.layout.art, self.camera, shown.state)
        self.tokens = tokens_of(cockpit, look, self.camera, self.places)
        for items, size, (x, y) in zip(shown.plates, shown.sizes, self._seen_spots(shown.sizes), strict=True):
            if not self._is_hidden(Rect.centred(x, y, *size)):
                yield moved_group(items, size, x, y)
        yield from arc_of(cockpit, look, self.camera, self.places)
        for token in self.tokens:
            yield token_group(look, token, self._swell() if token.chosen else None)
        for token in self.tokens:
            if token.leader == self._rested:
                yield from token_hint(look, token, trait_words(cockpit, token.leader), self.rect)
        yield from self.overlay

    def _key(self, look: Look) -> object:
        """What the city and its plates depend on, besides the camera."""
        model = self._cockpit.model
        mode = self._cockpit.mode
        forecast = model.outlook.version if mode is MapMode.FORECAST else 0
        return (model.version, model.planning.version, forecast, mode, look)

    def _show(self, look: Look) -> Shown:
        drawn = [self._drawn(look, District(d)) for d in range(self._cockpit.model.board.districts)]
        items, sizes = zip(*drawn, strict=True)
        return Shown(self._key(look), self._state(), items, sizes)

    def _drawn(self, look: Look, district: District) -> tuple[tuple[Item, ...], tuple[int, int]]:
        """A plate around 0, 0 with the tab on top of it if it has one, and the size of both."""
        u = look.u
        plate = self._plate(district)
        parts = tab_parts(self._cockpit, district)
        width, height = plate_width(look, plate), u(27)
        if not parts:
            return self._plate_items(look, plate, district, 0), (width, height)
        tab = tab_width(look, parts)
        low = u(TAB) // 2
        left = -max(width, tab) // 2
        rect = Rect(left, low - height // 2 - u(TAB) + 1, tab, u(TAB))
        items = (*tab_items(look, parts, rect, lit=plate.lit), *self._plate_items(look, plate, district, low))
        return items, (max(width, tab), height + u(TAB))

    def _plate_items(self, look: Look, plate: Plate, district: District, down: int) -> tuple[Item, ...]:
        """The plate `down` pixels under 0, 0, with the Gala's sign on its corner where the Spotlight falls."""
        items = plate_items(look, plate, 0, down)
        if not in_spotlight(self._cockpit, district):
            return items
        u, p = look.u, look.palette
        x, y = plate_width(look, plate) // 2 + u(4), down - u(13)
        ink = p.attention if plate.lit else mix(p.attention, p.ink, 0.4)
        return (*items, Disc(x, y, u(9), p.ink, ink, u(1)), Icon(x, y, "gala", u(12), ink))

    def _swell(self) -> float:
        return pulse(self._now - self._pulse_from) if self._pulse_from is not None else 0.0

    def _state(self) -> CityState:
        cockpit = self._cockpit
        planning = cockpit.model.planning
        reach = frozenset(int(d) for d in planning.reach())
        looks = tuple(self._district_look(District(d)) for d in range(cockpit.model.board.districts))
        return CityState(looks, reach or None, planning.selected.district)

    def _district_look(self, district: District) -> DistrictLook:
        cockpit = self._cockpit
        held = holding(cockpit.model.planning, cockpit.public.districts[district])
        words = cockpit.words
        rival = words.banner(held.rival) if held.rival is not None else None
        tint = tint_of(cockpit, self._look.palette, district) if self._look is not None else None
        return DistrictLook(words.banner(held.leader), rival, tint)

    def _plate(self, district: District) -> Plate:
        cockpit = self._cockpit
        planning = cockpit.model.planning
        state = cockpit.public.districts[district]
        held = holding(planning, state)
        words = cockpit.words
        reach = planning.reach()
        return Plate(
            name=words.district(district),
            leader=words.banner(held.leader) if held.leader >= 0 else RESIDENTS,
            share=self._figure(district, held.share),
            parts=support_parts(cockpit, state.support),
            rival=words.banner(held.rival) if held.rival is not None else None,
            selected=planning.selected.district == district,
            lit=not reach or district in reach,
        )

    def _figure(self, district: District, share: int) -> str:
        """The figure of the map mode; the leading share where owners are shown."""
        state = self._cockpit.public.districts[district]
        mode = self._cockpit.mode
        shown = self._cockpit.model.outlook.shown
        if mode is MapMode.FORECAST and shown is not None and self._cockpit.seat >= 0:
            seat = self._cockpit.seat
            won = shown.public.districts[district].support[seat] - state.support[seat]
            return f"{won / 10:+.1f}"
        figures = {MapMode.NEED: state.need, MapMode.UNREST: state.unrest, MapMode.LEAN: state.lean}
        return str(figures[mode]) if mode in figures else f"{share // 10}%"

    def _spots(self, sizes: Sizes) -> tuple[tuple[int, int], ...]:
        """Where the plates stand; worked out once for a zoom, then only moved with the camera."""
        dx, dy = self.camera.offset
        taken = tuple(token.rect.moved(dx, dy) for token in self.tokens)
        key = (self.camera.zoom, sizes, taken, self.rect)
        if self._plates is None or self._plates[0] != key:
            with_air = tuple((w + 4, h + 2) for w, h in sizes)
            spots = plate_spots(self.camera, self.places, with_air, [token.rect for token in self.tokens])
            self._plates = (key, tuple((x + dx, y + dy) for x, y in spots))
        return tuple((x - dx, y - dy) for x, y in self._plates[1])

    def _seen_spots(self, sizes: Sizes) -> tuple[tuple[int, int], ...]:
        """The same, but the plate of the district looked at comes out from under a panel."""
        spots = self._spots(sizes)
        chosen = self._cockpit.model.planning.selected.district
        if chosen is None or not self._is_hidden(Rect.centred(*spots[chosen], *sizes[chosen])):
            return spots
        size = sizes[chosen]
        full = [
            Rect.centred(*spot, *wh) for spot, wh in zip(spots, sizes, strict=True) if spot != spots[chosen]
        ]
        full += [token.rect for token in self.tokens]
        for cell in self.places[chosen].plates:
            spot = self.camera.at(*cell)
            rect = Rect.centred(*spot, *size)
            if not self._is_hidden(rect) and not any(rect.overlaps(other) for other in full):
                return (*spots[:chosen], spot, *spots[chosen + 1 :])
        return spots

    # --- the pointer ----------------------------------------------------------------------------

    def on_event(self, event: Event) -> bool:
        if isinstance(event, PointerPressed):
            self._drag, self._dragged = (event.x, event.y), False
            return True
        if isinstance(event, PointerMoved):
            return self._point(event)
        if isinstance(event, PointerReleased):
            pressed = self._drag is not None and not self._dragged
            self._drag = None
            if pressed and event.button == 1:
                self._press(event.x, event.y)
            return True
        if isinstance(event, Wheel):
            self.zoom(1 if event.dy > 0 else -1, event.x, event.y)
            return True
        return False

    def _point(self, event: PointerMoved) -> bool:
        if self._drag is None:
            self._rest_on(event.x, event.y)
            return False
        dx, dy = event.x - self._drag[0], event.y - self._drag[1]
        if not self._dragged and abs(dx) + abs(dy) < DRAG_PIXELS:
            return True
        self._dragged = True
        self._drag = (event.x, event.y)
        self.pan(dx, dy)
        return True

    def _rest_on(self, x: int, y: int) -> None:
        """Remember the leader under the pointer: what it is good at shows over its token."""
        over = self._token_at(x, y)
        leader = over.leader if over is not None else None
        if leader != self._rested:
            self._rested = leader
            self.changed()

    def _token_at(self, x: int, y: int) -> Token | None:
        return next((token for token in reversed(self.tokens) if token.rect.contains(x, y)), None)

    def follow(self, x: int, y: int) -> None:
        """Remember where the pointer is, over whatever it may be."""
        self._pointer = (x, y)

    def forget_pointer(self) -> None:
        """The pointer has left the window."""
        self._pointer = None
        self._rested = None

    def _press(self, x: int, y: int) -> None:
        cockpit = self._cockpit
        token = self._token_at(x, y)
        if token is not None and token.own:
            cockpit.select_leader(token.leader)
            return
        if token is not None:
            cockpit.explain(trait_tip(cockpit, token.leader), token.rect, token.rect)
            return
        district = self.district_at(x, y)
        cockpit.select_district(District(district) if district is not None else None)

    def district_at(self, x: int, y: int) -> int | None:
        """The district under a pixel of the window: by its plate, else by the ground."""
        if self._plates is not None and self._shown is not None:
            dx, dy = self.camera.offset
            for district, ((px, py), size) in enumerate(zip(self._plates[1], self._shown.sizes, strict=True)):
                if Rect.centred(px - dx, py - dy, *size).contains(x, y):
                    return district
        cx, cy = self.camera.cell(x, y)
        found = self.layout.district(int(cx // 1), int(cy // 1))
        return found if found >= 0 else None

    def step(self, direction: tuple[int, int]) -> District | None:
        """The district that lies next to the selected one in a direction, along a link."""
        planning = self._cockpit.model.planning
        here = planning.selected.district
        if here is None:
            leaders = planning.leaders()
            return planning.public.leaders[leaders[0]] if leaders else District(0)
        middles = [self.camera.at(*place.middle) for place in self.places]
        found = neighbour(here, self._cockpit.model.board.links[here], middles, direction)
        return District(found) if found is not None else None


def moved_group(items: tuple[Item, ...], size: tuple[int, int], x: int, y: int) -> Group:
    """Items drawn around 0, 0, kept as one picture and copied to x, y."""
    w, h = size
    return Group(Rect.centred(0, 0, w + SPARE, h + SPARE), items, (x, y))
