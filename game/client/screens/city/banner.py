"""The banner over the map: a lost connection with its countdown, a refused slate, a seat that is gone."""

from collections.abc import Iterable
from math import ceil

from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import CutBox, Icon, Item, Shadow, Text
from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Style, mix
from game.client.widgets.richtext import shortened
from game.client.widgets.widget import Widget


class Banner(Widget):
    """Painted on top of everything while there is something to say; deaf to the pointer."""

    def __init__(self, cockpit: Cockpit) -> None:
        super().__init__()
        self._cockpit = cockpit

    def at(self, x: int, y: int) -> Widget | None:
        return None

    def words(self) -> tuple[str, str] | None:
        """What to say and what comes of it; None while all is well."""
        cockpit, model = self._cockpit, self._cockpit.model
        if model.departure is not None:
            return cockpit.stage.say(model.departure.key), cockpit.say("over-mend")
        if model.lost is not None:
            left = max(0, ceil(model.lost.retry_at - cockpit.stage.now))
            return cockpit.say("lost", seconds=left), cockpit.say("lost-kept")
        if model.courier.refused:
            refusal = model.courier.refused[0]
            return cockpit.say("refused"), cockpit.stage.say(f"refusal-{refusal.code}", **refusal.parameters)
        return None

    def paint(self, look: Look) -> Iterable[Item]:
        said = self.words()
        if said is None:
            return ()
        u, p = look.u, look.palette
        room = self.rect.w - u(120)
        head = shortened(look, said[0], room, Style.STRONG_18)
        under = shortened(look, said[1], room, Style.PLAIN_15)
        width = max(look.width(head, Style.STRONG_18), look.width(under, Style.PLAIN_15)) + u(86)
        rect = Rect.centred(self.rect.centre_x, self.rect.y + u(142), width, u(58))
        return (
            Shadow(rect, u(24)),
            CutBox(rect, u(10), mix(p.panel, p.loss, 0.16), 250, p.loss, u(1.6)),
            Icon(rect.x + u(34), rect.centre_y, "offline", u(30), p.loss),
            Text(rect.x + u(64), rect.y + u(20), head, look.face(Style.STRONG_18), p.text, "ml"),
            Text(rect.x + u(64), rect.y + u(40), under, look.face(Style.PLAIN_15), p.soft, "ml"),
        )
