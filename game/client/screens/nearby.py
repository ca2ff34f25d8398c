"""The servers on the local network: choose one, and its address is typed for you."""

from collections.abc import Callable, Iterable
from typing import Final

from game.client.geometry import Rect
from game.client.launcher import Nearby
from game.client.look import Look
from game.client.scene.items import CutBox, Icon, Item, Text
from game.client.screens.base import Stage
from game.client.screens.fetching import plain
from game.client.theme import Style, mix
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.richtext import shortened
from game.client.widgets.scrolling import VirtualList

ROW: Final = 50


class NearbyList(Column):
    """`on_choose` hears which one is looked at, `on_open` of Enter or a double click."""

    def __init__(
        self, stage: Stage, on_choose: Callable[[Nearby], None], on_open: Callable[[Nearby], None]
    ) -> None:
        self._stage = stage
        self.found: tuple[Nearby, ...] = ()
        self._list = VirtualList(
            self._row, lambda at: on_choose(self.found[at]), lambda at: on_open(self.found[at]), ROW, 5
        )
        self._list.grow = 1.0
        self._state = Label(stage.say("join-nearby-looking"), Style.PLAIN_15, "soft", wrap=True)
        super().__init__((self._state, self._list), gap=8)
        self._list.show(False)

    def put(self, found: tuple[Nearby, ...]) -> None:
        """Show these; who is looked at stays so while it is there."""
        chosen = self._list.chosen
        held = self.found[chosen].address if chosen is not None else ""
        self.found = found
        addresses = [near.address for near in found]
        self._list.fill(len(found), addresses.index(held) if held in addresses else None)
        self._list.show(bool(found))
        say = self._stage.say
        self._state.say(say("join-nearby-found", count=len(found)) if found else say("join-nearby-none"))
        self.reshaped()

    def failed(self, why: str) -> None:
        """The network cannot be asked."""
        self._state.say(self._stage.say("join-nearby-failed", why=why))

    def _row(self, look: Look, rect: Rect, index: int, chosen: bool, hovered: bool) -> Iterable[Item]:
        near, u, palette = self.found[index], look.u, look.palette
        box = rect.inset(0, u(2))
        lift = 0.45 if chosen else 0.3 if hovered else 0.12
        edge = palette.selection if chosen else palette.line
        yield CutBox(box, u(7), mix(palette.panel, palette.line_strong, lift), 255, edge, u(1))
        icon = "locked" if near.locked else "local-network"
        yield Icon(box.x + u(20), box.centre_y, icon, u(20), palette.voice if near.locked else palette.soft)
        left, room = box.x + u(40), box.w - u(52)
        name = shortened(look, plain(near.server), room, Style.STRONG)
        yield Text(left, box.centre_y - u(10), name, look.face(Style.STRONG), palette.text, "ml")
        facts = self._stage.say("join-nearby-facts", address=near.address, version=plain(near.version))
        facts = shortened(look, facts, room, Style.PLAIN_14)
        yield Text(left, box.centre_y + u(11), facts, look.face(Style.PLAIN_14), palette.soft, "ml")
