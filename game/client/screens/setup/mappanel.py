"""The map of the match to be: its picture, name, makers, and what it says of itself."""

from collections.abc import Iterable, Sequence
from typing import Final

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Fill, Item, Text
from game.client.scene.marks import Emblem
from game.client.screens.base import Say
from game.client.screens.setup.plan import CLOSED, MapCard, SeatChoice
from game.client.screens.sketch import middles, sketch_item, spot_on, wealth_colours, wealth_shades
from game.client.theme import Banner, Style, mix
from game.client.widgets.richtext import shortened, wrapped
from game.client.widgets.widget import Widget
from game.protocol.messages import YOU
from game.rules.ids import ANY_FACTION

LINE: Final = 19


class MapView(Widget):
    """A map's picture with its wealth as light and the homes of the factions on it; its words below.

    A home is marked where a faction has its own start; who has none is given one by draw.
    """

    def __init__(self, card: MapCard, seats: Sequence[SeatChoice], say: Say) -> None:
        super().__init__()
        self.card, self._seats, self._say = card, tuple(seats), say

    def wanted(self, look: Look, width: int) -> Size:
        words = look.u(LINE) * len(wrapped(look, self.card.description, width, Style.PLAIN_15))
        return Size(width, look.u(120) + look.u(108) + min(words, look.u(LINE) * 8))

    def paint(self, look: Look) -> Iterable[Item]:
        u, palette, rect, card = look.u, look.palette, self.rect, self.card
        lines = wrapped(look, card.description, rect.w, Style.PLAIN_15)
        below = u(108) + u(LINE) * len(lines)
        picture = Rect(rect.x, rect.y, rect.w, max(u(60), rect.h - below))
        yield sketch_item(card.sketch, picture, wealth_colours(look, card.city))
        yield from self._homes(look, picture)
        yield from self._legend(look, picture.bottom + u(12))
        y = picture.bottom + u(40)
        yield Text(rect.x, y, card.title.upper(), look.face(Style.H2), palette.text, "ml")
        y += u(24)
        facts = shortened(look, self._facts(), rect.w, Style.STRONG_15)
        yield Text(rect.x, y, facts, look.face(Style.STRONG_15), palette.soft, "ml")
        y += u(LINE)
        authors = self._say("setup-map-by", authors=", ".join(card.authors))
        shown = shortened(look, authors, rect.w, Style.PLAIN_14)
        yield Text(rect.x, y, shown, look.face(Style.PLAIN_14), palette.dim, "ml")
        y += u(LINE + 5)
        for line in lines:
            if y + u(8) <= rect.bottom:
                yield Text(rect.x, y, line, look.face(Style.PLAIN_15), palette.soft, "ml")
            y += u(LINE)

    def _homes(self, look: Look, picture: Rect) -> Iterable[Item]:
        """An emblem in the home of each faction that is played and has a start of its own."""
        card = self.card
        spots = middles(card.sketch, len(card.city.districts))
        played = {seat.faction: seat for seat in self._seats if seat.player != CLOSED}
        for start in card.city.starts:
            seat = played.get(start.faction)
            if seat is not None and start.faction != ANY_FACTION:
                x, y = spot_on(card.sketch, picture, spots[start.district])
                yield Emblem(x, y, Banner(start.faction), look.u(13 if seat.player == YOU else 10))

    def _facts(self) -> str:
        city = self.card.city
        people = sum(plan.population for plan in city.districts)
        return self._say(
            "setup-map-facts", districts=len(city.districts), people=people, seats=self.card.seats
        )

    def _legend(self, look: Look, y: int) -> Iterable[Item]:
        """What the shades of the picture mean."""
        u, x = look.u, self.rect.x
        for wealth, shade in wealth_shades(look).items():
            ground = mix(shade, look.palette.ink, 0.35)
            yield Fill(Rect(x, y - u(5), u(10), u(10)), ground, 255, u(2))
            name = self._say(f"setup-wealth-{wealth.name.lower()}")
            yield Text(x + u(16), y, name, look.face(Style.PLAIN_14), look.palette.dim, "ml")
            x += u(30) + look.width(name, Style.PLAIN_14)
