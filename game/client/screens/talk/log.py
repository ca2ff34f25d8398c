"""The lines of a conversation, broken to the width there is; it stays at the newest unless one scrolls back."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from game.client.events import Event, KeyPressed, PointerMoved, PointerPressed, PointerReleased, Wheel
from game.client.geometry import Size
from game.client.look import Look
from game.client.scene.items import Clip, Item
from game.client.screens.base import Stage
from game.client.theme import Banner, Style
from game.client.widgets.richtext import EmblemSpan, IconSpan, Part, Span, flowed, line_items
from game.client.widgets.scrolling import BAR_WIDTH, Scroller, bar_items, bar_track, drag
from game.client.widgets.widget import Widget
from game.protocol.messages import EVERYBODY, Line
from game.rules.ids import Seat

ROW: Final = 21
STYLE: Final = Style.PLAIN_15

Seating = Callable[[Seat], tuple[Banner | None, str]]
"""The banner of a seat, None where it has none yet, and the name of who sits there."""


def nobody_seated(seat: Seat) -> tuple[Banner | None, str]:  # noqa: ARG001 - there are no seats
    """Of a lobby, where nobody has a seat."""
    return None, ""


class ChatLog(Widget):
    """Up and down, the wheel and the bar move it."""

    focusable = True

    def __init__(self, stage: Stage, seating: Seating, shown_rows: int = 8) -> None:
        super().__init__()
        self._stage, self._seating, self._shown_rows = stage, seating, shown_rows
        self._lines: tuple[Line, ...] = ()
        self._rows: list[list[Part]] = []
        self._scroller = Scroller()
        self._look: Look | None = None
        self._grip: int | None = None

    def put(self, lines: Sequence[Line]) -> None:
        """Show these lines; who reads the newest goes on reading the newest."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            if self._look is not None:
                self._break(self._look)
            self.changed()

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(ROW) * self._shown_rows)

    def arrange(self, look: Look) -> None:
        self._look = look
        self._break(look)

    def paint(self, look: Look) -> Iterable[Item]:
        if not self._rows:
            words = [Span(self._stage.say("talk-nothing"), "dim")]
            return line_items(look, words, self.rect.x, self.rect.y + look.u(ROW) // 2, STYLE)
        pitch, items = look.u(ROW), []
        for number, row in enumerate(self._rows):
            y = self.rect.y + number * pitch - self._scroller.offset
            if self.rect.y - pitch < y < self.rect.bottom:
                items += line_items(look, row, self.rect.x, y + pitch // 2, STYLE)
        return (Clip(self.rect, tuple(items)), *bar_items(look, self._scroller, bar_track(look, self.rect)))

    def on_event(self, event: Event) -> bool:
        if self._look is None:
            return False
        if isinstance(event, PointerPressed | PointerMoved | PointerReleased):
            self._grip, used = drag(event, self._scroller, bar_track(self._look, self.rect), self._grip)
            self.changed()
            return used or isinstance(event, PointerPressed)
        if isinstance(event, Wheel):
            return self._scroll(-round(event.dy * self._look.u(ROW) * 2))
        if isinstance(event, KeyPressed) and event.key in ("up", "down"):
            return self._scroll(self._look.u(ROW) * (1 if event.key == "down" else -1))
        return False

    def _scroll(self, by: int) -> bool:
        moved = self._scroller.move(by)
        if moved:
            self.changed()
        return moved

    def _break(self, look: Look) -> None:
        at_end = self._scroller.offset >= self._scroller.furthest
        room = self.rect.w - look.u(BAR_WIDTH + 4)
        self._rows = [row for line in self._lines for row in flowed(look, self._parts(line), room, STYLE)]
        self._scroller.fit(look.u(ROW) * len(self._rows), self.rect.h)
        if at_end:
            self._scroller.move(self._scroller.length)

    def _parts(self, line: Line) -> list[Part]:
        """When, who, to whom if not to everybody, and what."""
        say = self._stage.say
        at = datetime.fromtimestamp(line.at / 1000, UTC).astimezone(self._stage.wall().tzinfo)
        banner, _ = self._seating(line.seat) if line.seat != EVERYBODY else (None, "")
        parts: list[Part] = [Span(f"{at.hour}:{at.minute:02}", "faint", Style.PLAIN_14)]
        if banner is not None:
            parts.append(EmblemSpan(banner, 7))
        if line.to == EVERYBODY:
            return [*parts, Span(say("talk-name", name=line.name), "soft", Style.STRONG_15), Span(line.text)]
        name = say("talk-name-to", name=line.name, to=self._seating(line.to)[1])
        return [
            *parts,
            IconSpan("locked", "voice", 15),
            Span(name, "voice", Style.STRONG_15),
            Span(line.text),
        ]
