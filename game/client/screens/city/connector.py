"""The line that ties the verb tried out to its forecast, and the sentence of who acts where."""

from collections.abc import Iterable

from game.client.geometry import Rect
from game.client.look import Look
from game.client.model.planning import VERBS
from game.client.scene.items import CutBox, Item, Line, Text
from game.client.scene.marks import Portrait
from game.client.screens.city import verb_strip
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.frame import Areas
from game.client.screens.city.pen import Pen
from game.client.theme import Style
from game.client.widgets.richtext import shortened
from game.client.widgets.widget import Widget
from game.rules.orders import Led, Travel


class Connector(Widget):
    """Painted over the map; deaf to the pointer."""

    def __init__(self, cockpit: Cockpit) -> None:
        super().__init__()
        self._cockpit = cockpit
        self.areas: Areas | None = None

    def at(self, x: int, y: int) -> Widget | None:
        return None

    def paint(self, look: Look) -> Iterable[Item]:
        order = self._cockpit.model.planning.candidate()
        if order is None or self.areas is None or not self._cockpit.may_plan:
            return ()
        return (*self._line(look, self.areas), *self._sentence(look, self.areas, order))

    def _line(self, look: Look, areas: Areas) -> Iterable[Item]:
        verb = self._cockpit.model.planning.selected.verb
        if verb is None:
            return ()
        u = look.u
        tile = verb_strip.verb_place(Pen(look, areas.verbs), VERBS.index(verb), len(VERBS))
        level = areas.verbs.y - u(10)
        edge = areas.forecast.x
        spots = (
            (float(tile.centre_x), float(tile.y - u(9))),
            (float(tile.centre_x), float(level)),
            (float(edge - u(6)), float(level)),
            (float(edge), float(level - u(6))),
        )
        return (Line(spots, look.palette.go, u(1.6), casing=look.palette.ink),)

    def _sentence(self, look: Look, areas: Areas, order: Led) -> Iterable[Item]:
        u, p, cockpit = look.u, look.palette, self._cockpit
        words = cockpit.words
        here = words.district(cockpit.public.leaders[order.leader])
        place = words.district(order.district)
        key = "goes" if isinstance(order, Travel) else "acts"
        said = cockpit.say(key, leader=words.leader(order.leader), here=here, place=place)
        said = shortened(look, said, areas.verbs.w - u(70), Style.STRONG_15)
        width = look.width(said, Style.STRONG_15) + u(58)
        rect = Rect.centred(areas.verbs.centre_x, areas.verbs.y - u(26), width, u(24))
        picture = cockpit.model.board.leaders[order.leader].key
        return (
            CutBox(rect, u(6), p.night, 232),
            Portrait(rect.x + u(18), rect.centre_y, picture, cockpit.banner, u(10), p.go),
            Text(rect.x + u(36), rect.centre_y, said, look.face(Style.STRONG_15), p.text, "ml"),
        )
