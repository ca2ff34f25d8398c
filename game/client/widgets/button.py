"""A button: plain, primary (the one call of a screen), ghost, or off with its reason."""

from collections.abc import Callable, Iterable
from typing import Literal

from game.client.events import Event, KeyPressed, PointerPressed, PointerReleased
from game.client.geometry import Size
from game.client.look import Look
from game.client.scene.items import CutBox, Glow, Icon, Item, Text
from game.client.scene.plates import keycap_items, keycap_rect
from game.client.theme import Colour, Style, mix
from game.client.widgets.richtext import shortened
from game.client.widgets.widget import LOWEST, Widget

Kind = Literal["plain", "primary", "ghost"]


class Button(Widget):
    """Calls `on_press` when clicked, or on Enter or Space with the focus.

    With a `reason` it is off: it cannot be pressed, and the reason stands under its label in place of `note`.
    """

    focusable = True

    def __init__(  # noqa: PLR0913 - each option is a keyword
        self,
        label: str,
        on_press: Callable[[], None],
        kind: Kind = "plain",
        *,
        icon: str = "",
        key: str = "",
        note: str = "",
        height: float = LOWEST,
    ) -> None:
        super().__init__()
        self.label, self.icon, self.key, self.note = label, icon, key, note
        self.reason = ""
        self.chosen = False
        self._on_press, self._kind, self._height = on_press, kind, max(LOWEST, height)

    def turn_off(self, reason: str) -> None:
        """Grey it out and say why; an empty reason turns it on again."""
        if reason != self.reason:
            self.reason = reason
            self.enabled = not reason
            self.reshaped()

    def say(self, label: str, note: str | None = None) -> None:
        """Show another label, and another note if given."""
        if (label, note) != (self.label, self.note):
            self.label = label
            self.note = self.note if note is None else note
            self.reshaped()

    def choose(self, chosen: bool) -> None:
        """Mark it as the one chosen among its like, or not."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.changed()

    def press(self) -> None:
        """Do what it is for, if it is on."""
        if self.enabled:
            self._on_press()

    def wanted(self, look: Look, width: int) -> Size:
        u = look.u
        call = self._kind == "primary"
        words = look.width(self.label, self._style()) + (u(26) if self.icon else 0)
        below = look.width(self._under(), Style.STRONG if call else Style.STRONG_14) if self._under() else 0
        below += u(8) if call and below else 0
        cap = keycap_rect(look, 0, 0, self.key).w + u(12) if self.key else 0
        height = max(u(self._height), u(46) if self._under() else 0)
        return Size(min(width, max(words, below) + cap + u(28)), height)

    def paint(self, look: Look) -> Iterable[Item]:
        ground, edge, ink = self._colours(look)
        u = look.u
        items: list[Item] = []
        if self._kind == "primary" and self.enabled:
            items.append(Glow(self.rect, look.palette.go, u(40)))
        alpha = 150 if self._kind == "ghost" and not self.hovered else 255
        items.append(CutBox(self.rect, u(7), ground, alpha, edge, u(2 if self.focused or self.chosen else 1)))
        items += self._words(look, ink)
        if self._sides(look)[1]:
            call = self._kind == "primary"
            middle = self.rect.centre_y if call else self._middle(look)
            items += keycap_items(look, self.rect.right - u(12), middle, self.key, on_call=call)
        return items

    def on_event(self, event: Event) -> bool:
        if isinstance(event, PointerPressed) and event.button == 1:
            return True
        if isinstance(event, PointerReleased) and event.button == 1:
            if self.rect.contains(event.x, event.y):
                self.press()
            return True
        if isinstance(event, KeyPressed) and event.chord in ("return", "space"):
            if not event.repeat:
                self.press()
            return True
        return False

    def _style(self) -> Style:
        if self._kind == "primary":
            return Style.H1 if self._is_tall() else Style.CALL
        return Style.STRONG if self._height > 30 else Style.STRONG_15

    def _under(self) -> str:
        return self.reason or self.note

    def _middle(self, look: Look) -> int:
        if not self._under():
            return self.rect.centre_y
        return self.rect.centre_y - look.u(13 if self._is_tall() else 9 if self._kind == "primary" else 10)

    def _sides(self, look: Look) -> tuple[int, int]:
        """Room beside the words for the icon and for the key: in a narrow button the icon goes first, then the key."""
        u = look.u
        icon = u(26) if self.icon else 0
        cap = keycap_rect(look, 0, 0, self.key).w + u(8) if self.key else 0
        spare = self.rect.w - u(20) - look.width(self.label, self._style())
        if not self.label or icon + cap <= spare:
            return icon, cap
        return 0, cap if cap <= spare else 0

    def _is_tall(self) -> bool:
        """Whether two lines of a call stand well apart."""
        return self._height >= 50

    def _colours(self, look: Look) -> tuple[Colour, Colour, Colour]:
        palette = look.palette
        if not self.enabled:
            grey = mix(palette.faint, palette.panel, 0.45)
            return mix(palette.panel, grey, 0.2), grey, palette.faint
        if self._kind == "primary":
            lift = 0.25 if self.pressed else 0.12 if self.hovered else 0.0
            return (
                mix(palette.go, (255, 255, 255), lift),
                mix(palette.go, (255, 255, 255), 0.4),
                palette.on_go,
            )
        edge = palette.line_strong if self._kind == "ghost" else mix(palette.line_strong, palette.soft, 0.45)
        lift = 0.45 if self.pressed or self.chosen else 0.34 if self.hovered else 0.2
        edge = palette.selection if self.focused or self.chosen else palette.soft if self.hovered else edge
        return mix(palette.panel, (120, 142, 214), lift), edge, palette.text

    def _words(self, look: Look, ink: Colour) -> list[Item]:
        u = look.u
        style, middle = self._style(), self._middle(look)
        icon, cap = self._sides(look)
        label = shortened(look, self.label, self.rect.w - u(20) - icon - cap, style)
        wide = look.width(label, style) + icon
        centred = self._kind != "primary" or not self._under()
        x = self.rect.centre_x - (wide + cap) // 2 if centred else self.rect.x + u(22)
        items: list[Item] = []
        if icon:
            items.append(Icon(x + u(9), middle, self.icon, u(19), ink))
            x += icon
        items.append(Text(x, middle, label, look.face(style), ink, "ml"))
        if self._under():
            items.append(self._note(look, ink))
        return items

    def _note(self, look: Look, ink: Colour) -> Item:
        palette, u = look.palette, look.u
        colour = palette.attention if self.reason else mix(ink, palette.go, 0.2)
        if self._kind == "primary":
            words = shortened(look, self._under(), self.rect.w - u(35) - self._sides(look)[1], Style.STRONG)
            return Text(
                self.rect.x + u(23),
                self._middle(look) + u(26 if self._is_tall() else 19),
                words,
                look.face(Style.STRONG),
                colour,
                "ml",
            )
        words = shortened(look, self._under(), self.rect.w - u(12), Style.STRONG_14)
        if not self.reason:
            colour = palette.soft
        return Text(
            self.rect.centre_x, self._middle(look) + u(22), words, look.face(Style.STRONG_14), colour, "c"
        )
