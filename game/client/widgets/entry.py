"""A line of text to type: caret, selection, clipboard, and what an input method is still working on."""

from collections.abc import Callable, Iterable

from game.client.events import (
    Event,
    KeyPressed,
    Pasted,
    PointerMoved,
    PointerPressed,
    TextComposed,
    TextTyped,
)
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Clip, CutBox, Fill, Item, Text
from game.client.theme import Style, mix
from game.client.widgets.widget import Widget


class TextEntry(Widget):
    """One line of text of at most `limit` letters.

    `on_change(text)` hears of each change, `on_enter(text)` of Enter. What the player copies is left in `copied` for the
    desk to collect. `secret` shows dots instead of letters.
    """

    focusable = True

    def __init__(
        self,
        text: str = "",
        on_enter: Callable[[str], None] | None = None,
        on_change: Callable[[str], None] | None = None,
        *,
        placeholder: str = "",
        limit: int = 200,
        secret: bool = False,
    ) -> None:
        super().__init__()
        self.text = text
        self.caret = self.anchor = len(text)
        self.composing = ""
        self.copied: str | None = None
        self._on_enter, self._on_change = on_enter, on_change
        self._placeholder, self._limit, self._secret = placeholder, limit, secret
        self._look: Look | None = None
        self._scroll = 0

    @property
    def selection(self) -> tuple[int, int]:
        """First and one past last selected letter; equal where nothing is."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    def put(self, text: str) -> None:
        """Replace the whole text without calling `on_change`."""
        self.text = text[: self._limit]
        self.caret = self.anchor = len(self.text)
        self.composing = ""
        self.changed()

    def insert(self, text: str) -> None:
        """Type text in place of the selection; line ends and control letters are left out."""
        first, last = self.selection
        clean = "".join(letter for letter in text if letter.isprintable())
        clean = clean[: max(0, self._limit - len(self.text) + last - first)]
        self.text = self.text[:first] + clean + self.text[last:]
        self.caret = self.anchor = first + len(clean)
        self._tell()

    def wanted(self, look: Look, width: int) -> Size:
        return Size(min(width, look.u(240)), look.u(32))

    def arrange(self, look: Look) -> None:
        self._look = look

    def paint(self, look: Look) -> Iterable[Item]:
        palette, u = look.palette, look.u
        edge = palette.selection if self.focused else palette.soft if self.hovered else palette.line_strong
        ground = mix(palette.ink, palette.panel, 0.5)
        inner = self.rect.inset(u(10), u(3))
        return (
            CutBox(self.rect, u(7), ground, 255, edge, u(1)),
            Clip(inner, tuple(self._line(look, inner))),
        )

    def on_event(self, event: Event) -> bool:
        if isinstance(event, TextTyped | Pasted):
            self.composing = ""
            self.insert(event.text)
            return True
        if isinstance(event, TextComposed):
            self.composing = event.text
            self.changed()
            return True
        if isinstance(event, PointerPressed) and event.button == 1:
            if event.clicks >= 2:
                self.anchor, self.caret = 0, len(self.text)
                self.changed()
            else:
                self._go(self._letter_at(event.x), select=False)
            return True
        if isinstance(event, PointerMoved) and self.pressed:
            self._go(self._letter_at(event.x), select=True)
            return True
        return isinstance(event, KeyPressed) and self._key(event)

    def _key(self, event: KeyPressed) -> bool:
        if event.ctrl and event.key in _COMMANDS:
            _COMMANDS[event.key](self)
            return True
        if event.key in ("left", "right", "home", "end"):
            self._go(self._target(event), select=event.shift)
            return True
        if event.key in ("backspace", "delete"):
            self._erase(event)
            return True
        if event.key in ("return", "keypad enter") and self._on_enter is not None:
            self._on_enter(self.text)
            return True
        return (len(event.key) == 1 and not (event.ctrl or event.alt)) or event.key == "space"

    def _target(self, event: KeyPressed) -> int:
        if event.key in ("home", "end"):
            return 0 if event.key == "home" else len(self.text)
        first, last = self.selection
        if first != last and not event.shift:
            return first if event.key == "left" else last
        if event.ctrl:
            return self._word(-1 if event.key == "left" else 1)
        return self.caret + (-1 if event.key == "left" else 1)

    def _word(self, step: int) -> int:
        """Where the word before or after the caret begins."""
        place = self.caret
        if step < 0:
            return self.text[: max(0, place - 1)].rstrip().rfind(" ") + 1
        following = self.text.find(" ", place + 1)
        return len(self.text) if following < 0 else following + 1

    def _go(self, place: int, *, select: bool) -> None:
        self.caret = max(0, min(len(self.text), place))
        if not select:
            self.anchor = self.caret
        self.changed()

    def _erase(self, event: KeyPressed) -> None:
        if self.caret == self.anchor:
            back = event.key == "backspace"
            step = -1 if back else 1
            self.anchor = self._word(step) if event.ctrl else self.caret + step
            self.anchor = max(0, min(len(self.text), self.anchor))
        self.insert("")

    def copy(self) -> None:
        """Leave the selected text for the clipboard; a secret is never copied."""
        first, last = self.selection
        if first != last and not self._secret:
            self.copied = self.text[first:last]

    def cut(self) -> None:
        """Copy the selected text and take it out."""
        self.copy()
        if self.copied is not None:
            self.insert("")

    def select_all(self) -> None:
        """Select the whole text."""
        self.anchor, self.caret = 0, len(self.text)
        self.changed()

    def _tell(self) -> None:
        self.changed()
        if self._on_change is not None:
            self._on_change(self.text)

    def _shown(self, text: str) -> str:
        return "•" * len(text) if self._secret else text

    def _line(self, look: Look, inner: Rect) -> list[Item]:
        palette, u, y = look.palette, look.u, inner.centre_y
        face = look.face(Style.STRONG)
        before, after = self._shown(self.text[: self.caret]), self._shown(self.text[self.caret :])
        if not self.text and not self.composing:
            hint = (
                []
                if not self._placeholder
                else [
                    Text(
                        inner.x + (u(5) if self.focused else 0),
                        y,
                        self._placeholder,
                        face,
                        palette.faint,
                        "ml",
                    )
                ]
            )
            return [*hint, *self._caret(look, inner.x, y)]
        ahead = look.width(before + self.composing, Style.STRONG)
        self._scroll = max(0, min(self._scroll, ahead), ahead - inner.w + u(4))
        x = inner.x - self._scroll
        marked: list[Item] = []
        first, last = self.selection
        if first != last:
            left = x + look.width(self._shown(self.text[:first]), Style.STRONG)
            wide = look.width(self._shown(self.text[first:last]), Style.STRONG)
            marked.append(Fill(Rect(left, y - u(11), wide, u(22)), palette.go_ground))
        whole = before + self.composing + after
        items: list[Item] = [*marked, Text(x, y, whole, face, palette.text, "ml")]
        if self.composing:
            start = x + look.width(before, Style.STRONG)
            wide = look.width(self.composing, Style.STRONG)
            items.append(Fill(Rect(start, y + u(10), wide, u(1)), palette.attention))
        return items + self._caret(look, x + ahead, y)

    def _caret(self, look: Look, x: int, y: int) -> list[Item]:
        u = look.u
        return [Fill(Rect(x, y - u(10), u(2), u(20)), look.palette.go)] if self.focused else []

    def _letter_at(self, x: int) -> int:
        if self._look is None:
            return 0
        start = self.rect.x + self._look.u(10) - self._scroll
        best, least = 0, abs(x - start)
        for place in range(1, len(self.text) + 1):
            away = abs(x - start - self._look.width(self._shown(self.text[:place]), Style.STRONG))
            if away < least:
                best, least = place, away
        return best


_COMMANDS: dict[str, Callable[[TextEntry], None]] = {
    "c": TextEntry.copy,
    "x": TextEntry.cut,
    "a": TextEntry.select_all,
}
