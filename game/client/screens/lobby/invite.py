"""The invite: what others type to come in, large enough to read out, and a button that copies it."""

from collections.abc import Iterable

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import CutBox, Item, Text
from game.client.screens.base import Stage
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.richtext import shortened
from game.client.widgets.widget import Widget


class Invite(Column):
    """The code in large letters, the whole address below it, and a button that copies the address.

    `invite` is `host:port/CODE`; without a code only the address is shown, without either a note that there is none.
    """

    def __init__(self, invite: str, stage: Stage) -> None:
        say = stage.say
        self._invite, self._stage = invite, stage
        address, _, code = invite.partition("/")
        self._button = Button(say("lobby-copy"), self.copy, icon="copy", key="C", height=32)
        widgets: list[Widget] = []
        if code:
            widgets += [Plaque(code), Label(say("lobby-code-help"), Style.PLAIN_15, "dim", wrap=True)]
        if address:
            widgets += [Label(invite, Style.STRONG, "text"), self._button]
        else:
            widgets.append(Label(say("lobby-no-address"), Style.PLAIN_15, "dim", wrap=True))
        super().__init__(widgets, gap=8)

    def copy(self) -> None:
        """Put the invite on the clipboard."""
        if self._invite:
            self._stage.desk.copied = self._invite
            self._button.say(self._stage.say("lobby-copied"))


class Plaque(Widget):
    """A code on a plate, in the letters of names."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(60))

    def paint(self, look: Look) -> Iterable[Item]:
        palette, u = look.palette, look.u
        yield CutBox(self.rect, u(7), palette.ink, 255, palette.line_strong, u(1))
        code = shortened(look, self.code, self.rect.w - u(16), Style.H1)
        middle = Rect.centred(self.rect.centre_x, self.rect.centre_y, 0, 0)
        yield Text(middle.x, middle.y, code, look.face(Style.H1), palette.credits, "c")
