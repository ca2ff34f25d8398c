"""Draw items put together into the composed signs of the map and the panels."""

from collections.abc import Sequence

import msgspec

from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import CutBox, Fill, Item, Line, Text
from game.client.scene.marks import Bar, Emblem, Pin, Portrait, Rings
from game.client.theme import RESIDENTS, Banner, Colour, Style, mix


class Plate(msgspec.Struct, frozen=True):
    """What a district's plate says: name, who leads (and who contests), the leading share, the shares as a bar."""

    name: str
    leader: Banner
    share: str
    parts: tuple[tuple[Banner, int], ...]
    rival: Banner | None = None
    selected: bool = False
    lit: bool = True


def plate_width(look: Look, plate: Plate) -> int:
    """Pixels a plate is wide."""
    emblems = 2 if plate.rival else 1
    words = look.width(plate.name, Style.STRONG_15) + look.width(plate.share, Style.STRONG_14)
    return words + look.u(44) + look.u(18) * (emblems - 1)


def plate_items(look: Look, plate: Plate, x: int, y: int) -> tuple[Item, ...]:
    """A plate centred at x, y: it belongs into the front corner of its district."""
    u, palette = look.u, look.palette
    rect = Rect.centred(x, y, plate_width(look, plate), u(27))
    colour = palette.of(plate.leader)
    edge = palette.selection if plate.selected else mix(colour, palette.ink, 0.15 if plate.lit else 0.5)
    middle, left = rect.y + u(10), rect.x + u(15)
    items: list[Item] = [CutBox(rect, u(6), palette.night, 232, edge, u(1.6 if plate.selected else 1))]
    for banner in (plate.leader, plate.rival):
        if banner is not None:
            items.append(Emblem(left, rect.y + u(11), banner, u(7)))
            left += u(18)
    name_colour = palette.text if plate.lit else palette.dim
    share_colour = mix(colour, (255, 255, 255), 0.35) if plate.lit else palette.dim
    bar = Rect(rect.x + u(7), rect.bottom - u(7), rect.w - u(20), u(4))
    return (
        *items,
        Text(left - u(6), middle, plate.name, look.face(Style.STRONG_15), name_colour, "ml"),
        Text(rect.right - u(7), middle, plate.share, look.face(Style.STRONG_14), share_colour, "mr"),
        Bar(bar, plate.parts, 0.0 if plate.lit else 0.35, 1),
    )


def keycap_items(look: Look, right: int, y: int, key: str, *, on_call: bool = False) -> tuple[Item, ...]:
    """A key's cap with its right edge at `right`, centred on y; `on_call` is for the mint button."""
    palette = look.palette
    rect = keycap_rect(look, right, y, key)
    ground = mix(palette.on_go, palette.go, 0.16) if on_call else mix(palette.raised, palette.line, 0.55)
    edge = mix(palette.on_go, palette.go, 0.45) if on_call else palette.line_strong
    ink = mix(palette.go, (255, 255, 255), 0.6) if on_call else palette.soft
    return (
        Fill(rect, ground, 255, look.u(3), edge),
        Text(rect.centre_x, rect.centre_y, key, look.face(Style.KEY), ink, "c"),
    )


def keycap_rect(look: Look, right: int, y: int, key: str) -> Rect:
    """Where `keycap_items` puts the cap."""
    width = max(look.u(16), look.width(key, Style.KEY) + look.u(8))
    return Rect(right - width, y - look.u(8), width, look.u(16))


def token_items(look: Look, portrait: Portrait, *, swell: float | None = None) -> tuple[Item, ...]:
    """A leader's token; the portrait's x, y is the place on the ground it stands on.

    `swell` (0..1) puts the pulsing rings of the selected leader under it.
    """
    u = look.u
    colour = portrait.ring or look.palette.of(portrait.banner)
    head = portrait.y - u(14) - portrait.radius
    rings = () if swell is None else (Rings(portrait.x, portrait.y, colour, u(24), round(swell, 1)),)
    return (
        *rings,
        Pin(portrait.x, portrait.y, colour, u(16)),
        msgspec.structs.replace(portrait, y=head),
    )


def flag_items(look: Look, x: int, y: int, banner: Banner, radius: int) -> tuple[Item, ...]:
    """A rival's outline emblem on a stem, standing at x, y: where no portrait is known."""
    u = look.u
    head = Emblem(x, y - u(14) - radius, banner, radius, filled=False)
    return (Pin(x, y, look.palette.of(banner), u(16)), head)


def arc_items(look: Look, start: tuple[int, int], end: tuple[int, int], colour: Colour) -> tuple[Item, ...]:
    """The dashed arc from where a leader stands to where it acts."""
    rise = look.u(46)
    spots = []
    for step in range(25):
        t = step / 24
        lift = 4 * t * (1 - t) * rise
        spots.append((start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t - lift))
    dash = (look.u(8), look.u(7))
    return (Line(tuple(spots[2:23]), colour, look.u(3), False, dash, look.palette.ink),)


def residents_last(parts: Sequence[tuple[Banner, int]]) -> tuple[tuple[Banner, int], ...]:
    """Parts of a bar in seat order with the residents at the end."""
    seats = [p for p in parts if p[0] != RESIDENTS]
    return (*seats, *[p for p in parts if p[0] == RESIDENTS])
