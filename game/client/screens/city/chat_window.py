"""The chat of a match as a window over the city."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from game.client.events import Event, KeyPressed, PointerPressed
from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import Item, Shadow
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.talk.panel import ChatPanel, Receiver
from game.client.theme import Banner
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.widget import Widget
from game.rules.ids import Seat

WIDTH: Final = 480
HEIGHT: Final = 400
ROWS: Final = 12


class ChatWindow(Widget):
    """A layer with what was said and an entry, which has the keyboard; Escape or a click beside it closes it.

    One who only watches reads.
    """

    def __init__(self, cockpit: Cockpit, on_close: Callable[[], None]) -> None:
        super().__init__()
        self._cockpit, self._on_close = cockpit, on_close
        company = cockpit.model.company
        client = cockpit.model.client
        self.panel = ChatPanel(cockpit.stage, company.talk, client, company.room_id, self._seating, ROWS)
        self.panel.grow = 1.0
        self.panel.entry.show(cockpit.seat >= 0)
        self._box = PanelBox(self.panel, caption=cockpit.stage.say("talk-title"), accent="selection")
        self._box.parent = self
        self.refresh()

    def refresh(self) -> None:
        """Show what has been said since, and who is there to be talked to."""
        if self._cockpit.seat >= 0:
            self.panel.offer(self._receivers())
        self.panel.refresh()

    def children(self) -> Sequence[Widget]:
        return (self._box,)

    def arrange(self, look: Look) -> None:
        u = look.u
        size = (min(u(WIDTH), self.rect.w - u(24)), min(u(HEIGHT), self.rect.h - u(24)))
        self._box.place(look, Rect.centred(self.rect.centre_x, self.rect.centre_y, *size))

    def paint(self, look: Look) -> Iterable[Item]:
        return (Shadow(self._box.rect, look.u(30)),)

    def on_event(self, event: Event) -> bool:
        if isinstance(event, KeyPressed) and event.key == "escape":
            self._on_close()
        if isinstance(event, PointerPressed) and not self._box.rect.contains(event.x, event.y):
            self._on_close()
        return True

    def _receivers(self) -> list[Receiver]:
        say, company = self._cockpit.stage.say, self._cockpit.model.company
        return [
            Receiver(say("talk-to", name=self._seating(seat)[1]), seat)
            for seat in company.people()
            if seat != self._cockpit.seat
        ]

    def _seating(self, seat: Seat) -> tuple[Banner | None, str]:
        chair = self._cockpit.model.company.chair(seat)
        if seat not in self._cockpit.model.board.all_seats:
            return None, ""
        name = (chair.substitute or chair.name) if chair is not None else ""
        return self._cockpit.words.banner(seat), name
