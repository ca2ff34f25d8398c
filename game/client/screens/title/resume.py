"""The card that leads back into a match: where it stands, and one button."""

from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Fill, Item, Panel, Text
from game.client.scene.marks import Emblem
from game.client.screens.base import Say
from game.client.screens.sketch import Sketch, banner_colours, sketch_item
from game.client.theme import Banner, Style
from game.client.widgets.button import Button
from game.client.widgets.layout import Container
from game.client.widgets.richtext import shortened

WIDTH: Final = 352
HEIGHT: Final = 190
ROW: Final = 19


class Line(msgspec.Struct, frozen=True):
    """A seat of the match: whose, the name to show, whole points of Legacy, whether it is the player's own."""

    banner: Banner
    name: str
    legacy: int
    own: bool = False


class Resumable(msgspec.Struct, frozen=True):
    """A match one can go back to. `status` is a short sentence ready to show (`your turn`), or empty.

    Without a `sketch` (the map is not on this machine) and without `lines` (a seat on a server that has not been
    asked yet) only the title and the button are shown. `leaders` has a banner for each district.
    """

    title: str
    go: Callable[[], None]
    status: str = ""
    turn: int = 0
    turns: int = 0
    lines: tuple[Line, ...] = ()
    sketch: Sketch | None = None
    leaders: tuple[Banner, ...] = ()


class ResumeCard(Container):
    """The match, and the button that goes on with it."""

    def __init__(self, match: Resumable, say: Say) -> None:
        self._match, self._say = match, say
        self._button = Button(say("title-continue-match"), match.go, icon="play", key="C", height=32)
        super().__init__((self._button,))

    def wanted(self, look: Look, width: int) -> Size:
        rows = max(0, len(self._match.lines) - 3) * look.u(ROW)
        tall = look.u(HEIGHT) if self._match.lines or self._match.sketch else look.u(118)
        return Size(min(width, look.u(WIDTH)), tall + rows)

    def arrange(self, look: Look) -> None:
        u = look.u
        inner = self.rect.inset(u(14), u(12))
        self._button.place(look, inner.cut_bottom(u(32))[0])

    def paint(self, look: Look) -> Iterable[Item]:
        palette, u, rect, match = look.palette, look.u, self.rect, self._match
        own = next((line.banner for line in match.lines if line.own), None)
        accent = palette.of(own) if own is not None else palette.voice
        yield Panel(rect, accent, palette.panel, palette.line, u(10), 238)
        caption = self._say("title-continue").upper()
        yield Text(rect.x + u(16), rect.y + u(15), caption, look.face(Style.CAPTION), palette.dim, "ml")
        status = look.face(Style.STRONG_15)
        yield Text(rect.right - u(16), rect.y + u(15), match.status, status, palette.attention, "mr")
        yield Fill(Rect(rect.x + u(14), rect.y + u(27), rect.w - u(28), u(1)), palette.line)
        left = rect.x + u(16)
        if match.sketch is not None:
            place = Rect(rect.x + u(12), rect.y + u(34), u(150), rect.h - u(86))
            yield sketch_item(match.sketch, place, banner_colours(look, match.leaders))
            left = rect.x + u(176)
        yield from self._facts(look, left)

    def _facts(self, look: Look, left: int) -> Iterable[Item]:
        u, rect, match, palette = look.u, self.rect, self._match, look.palette
        right, middle = rect.right - u(16), rect.y + u(48)
        turn = self._say("title-turn", turn=match.turn, turns=match.turns) if match.turns else ""
        room = right - left - look.width(turn, Style.PLAIN_15) - u(8)
        title = shortened(look, match.title, room, Style.H2)
        yield Text(left, middle, title, look.face(Style.H2), palette.text, "ml")
        yield Text(right, middle, turn, look.face(Style.STRONG_15), palette.soft, "mr")
        for number, line in enumerate(match.lines):
            y = middle + u(25) + u(ROW) * number
            yield Emblem(left + u(8), y, line.banner, u(7))
            name = shortened(look, line.name, right - left - u(64), Style.STRONG_15)
            ink = palette.text if line.own else palette.soft
            yield Text(left + u(22), y, name, look.face(Style.STRONG_15), ink, "ml")
            yield Text(right, y, str(line.legacy), look.face(Style.STRONG), palette.text, "mr")
