"""The banner over the map: a lost connection with its countdown, a seat that is gone, an absence, a pause, a word to everybody."""

from collections.abc import Iterable
from math import ceil
from typing import Final

from msgspec import Struct

from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import CutBox, Icon, Item, Shadow, Text
from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Style, mix
from game.client.widgets.richtext import shortened
from game.client.widgets.widget import Widget

ANNOUNCED_SECONDS: Final = 30.0
"""How long a word of those who run the server stands here; the chat keeps it."""
PAUSED_SECONDS: Final = 6.0
"""How long it is told that the match is paused; the clock and the strip go on saying so."""


class Notice(Struct, frozen=True):
    """What to say, what comes of it, and how it looks."""

    head: str
    under: str
    icon: str = "offline"
    ink: str = "loss"


class Banner(Widget):
    """Painted on top of everything while there is something to say; deaf to the pointer."""

    def __init__(self, cockpit: Cockpit) -> None:
        super().__init__()
        self._cockpit = cockpit
        self._announced = ("", 0.0)
        self._paused_at: float | None = None

    def at(self, x: int, y: int) -> Widget | None:
        return None

    def words(self) -> Notice | None:
        """The most urgent of all that there is to say; None while all is well."""
        cockpit, model = self._cockpit, self._cockpit.model
        if model.departure is not None:
            return Notice(cockpit.stage.say(model.departure.key), cockpit.say("over-mend"))
        if model.lost is not None:
            left = max(0, ceil(model.lost.retry_at - cockpit.stage.now))
            key = "away" if model.lost.away else "lost"
            return Notice(cockpit.say(key, seconds=left), cockpit.say(f"{key}-kept"))
        if model.courier.refused:
            refusal = model.courier.refused[0]
            under = cockpit.stage.say(f"refusal-{refusal.code}", **refusal.parameters)
            return Notice(cockpit.say("refused"), under, "warning")
        return self._absence() or self._announcement() or self._pause()

    def _absence(self) -> Notice | None:
        """One is here, but let two deadlines go by: the others do not wait any more."""
        cockpit, company = self._cockpit, self._cockpit.model.company
        own = cockpit.seat
        if own < 0 or cockpit.model.ended or company.stands_in_for or not company.is_absent(own):
            return None
        return Notice(cockpit.say("absent"), cockpit.say("absent-back"), "offline", "attention")

    def _announcement(self) -> Notice | None:
        cockpit = self._cockpit
        text = cockpit.model.company.talk.announcement
        if text != self._announced[0]:
            self._announced = (text, cockpit.stage.now)
        if not text or cockpit.stage.now - self._announced[1] > ANNOUNCED_SECONDS:
            return None
        return Notice(text, cockpit.say("announced"), "network", "attention")

    def _pause(self) -> Notice | None:
        cockpit, company = self._cockpit, self._cockpit.model.company
        if not company.is_paused or cockpit.model.ended:
            self._paused_at = None
            return None
        if self._paused_at is None:
            self._paused_at = cockpit.stage.now
        if cockpit.stage.now - self._paused_at > PAUSED_SECONDS:
            return None
        under = cockpit.say("paused-agreed" if company.paused_by_all else "paused-held")
        return Notice(cockpit.say("paused"), under, "pause", "attention")

    def paint(self, look: Look) -> Iterable[Item]:
        said = self.words()
        if said is None:
            return ()
        u, p = look.u, look.palette
        ink = look.colour(said.ink)
        room = self.rect.w - u(120)
        head = shortened(look, said.head, room, Style.STRONG_18)
        under = shortened(look, said.under, room, Style.PLAIN_15)
        width = max(look.width(head, Style.STRONG_18), look.width(under, Style.PLAIN_15)) + u(86)
        rect = Rect.centred(self.rect.centre_x, self.rect.y + u(142), width, u(58))
        return (
            Shadow(rect, u(24)),
            CutBox(rect, u(10), mix(p.panel, ink, 0.16), 250, ink, u(1.6)),
            Icon(rect.x + u(34), rect.centre_y, said.icon, u(30), ink),
            Text(rect.x + u(64), rect.y + u(20), head, look.face(Style.STRONG_18), p.text, "ml"),
            Text(rect.x + u(64), rect.y + u(40), under, look.face(Style.PLAIN_15), p.soft, "ml"),
        )
