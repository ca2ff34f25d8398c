"""The Gala's standings: every seat with what this night gave it and what it has now."""

from collections.abc import Iterable

from game.client.geometry import Rect
from game.client.look import Look
from game.client.model.story import GalaNight, Standing
from game.client.model.words import hundredths
from game.client.scene.items import Clip, Fill, Group, Image, Item, Panel, Shadow
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.theme import Style

WIDTH = 668
HEAD = 92
ROW = 46
COLUMNS = (
    ("gala-leading", 306),
    ("gala-second", 374),
    ("gala-stakes", 442),
    ("gala-agenda", 510),
    ("gala-gained", 578),
    ("legacy", 652),
)
PICTURE = "halls/gala.webp"


def gala_items(cockpit: Cockpit, look: Look, room: Rect, night: GalaNight) -> Iterable[Item]:
    """The panel in the middle of `room`."""
    u = look.u
    height = u(HEAD + ROW * len(night.standings) + 20)
    rect = Rect.centred(room.centre_x, room.centre_y - u(10), u(WIDTH), height)
    pen = Pen(look, rect)
    pen.panel("attention")
    pen.put(Clip(rect.inset(u(3)), (Image(_cover(rect), PICTURE, 0.55),)))
    pen.put(Panel(rect, look.palette.attention, look.palette.panel, look.palette.line, u(10), 96))
    pen.icon(34, 32, "gala", 34, "attention")
    pen.text(62, 24, cockpit.say("gala-title", gala=night.gala), Style.H2)
    quarters = " + ".join(str(quarter) for quarter in night.quarters)
    pen.text(
        62, 46, cockpit.say("gala-spotlight", quarters=quarters, weight=night.weight), Style.PLAIN_15, "soft"
    )
    for key, right in COLUMNS:
        pen.text(right, 76, cockpit.say(key), Style.PLAIN_14, "dim", "mr")
    pen.rule(HEAD - 4)
    for place, standing in enumerate(night.standings):
        _row(cockpit, pen, HEAD + place * ROW, place, standing)
    return (Shadow(rect, u(30)), Group(rect, tuple(pen.items)))


def _cover(rect: Rect) -> Rect:
    """The hall behind the panel: as wide as it, its curtain at the top."""
    return Rect(rect.x, rect.y, rect.w, max(rect.h, rect.w * 9 // 16))


def _row(cockpit: Cockpit, pen: Pen, y: float, place: int, standing: Standing) -> None:
    own = standing.seat == cockpit.seat
    middle = y + ROW / 2
    if own:
        pen.put(Fill(pen.box(8, y + 2, WIDTH - 16, ROW - 4), pen.palette.raised, 255, pen.u(4)))
    pen.text(26, middle, str(place + 1), Style.SMALL_NUMBER, "dim", "c")
    pen.emblem(54, middle, cockpit.words.banner(standing.seat), 12)
    name = pen.fit(cockpit.words.faction(standing.seat), 168, Style.STRONG_15)
    pen.text(76, middle, name, Style.STRONG_15, "text" if own else "soft")
    parts = (standing.leading, standing.second, standing.stakes, standing.agenda)
    for (_, right), amount in zip(COLUMNS, parts, strict=False):
        pen.text(right, middle, hundredths(amount), Style.STRONG, "text" if amount else "faint", "mr")
    gained = f"+{hundredths(standing.gained)}"
    pen.text(578, middle, gained, Style.STRONG, "go", "mr")
    pen.text(652, middle, hundredths(standing.legacy), Style.NUMBER, "text", "mr")
