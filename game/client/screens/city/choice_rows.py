"""Rows one chooses from, by click or number key: what a verb shall name, what shall be closed."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from game.client.events import Event, KeyPressed, PointerPressed, PointerReleased
from game.client.geometry import Size
from game.client.look import Ink, Look
from game.client.scene.items import CutBox, Icon, Item, Text
from game.client.scene.marks import Sign, SignKind
from game.client.scene.plates import keycap_items
from game.client.theme import Style, mix
from game.client.widgets.button import Button
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import Dialog
from game.client.widgets.richtext import Part, line_items, line_width, shortened, wrapped
from game.client.widgets.widget import Widget

HEAD = 32
LINE = 18
LEFT = 52
NOTE = 18


class Note(Struct, frozen=True):
    """A line under a row's title, with a sign before it if it has one; long ones are broken."""

    words: str
    ink: Ink = "soft"
    sign: SignKind | None = None


class ChoiceRow(Widget):
    """Something to choose; off while `off` is set."""

    focusable = True

    def __init__(self, on_press: Callable[[], None], *, off: bool) -> None:
        super().__init__()
        self._on_press, self.off = on_press, off

    def press(self) -> None:
        """Choose it if it can be chosen."""
        if not self.off:
            self._on_press()

    def on_event(self, event: Event) -> bool:
        if isinstance(event, PointerReleased) or (
            isinstance(event, KeyPressed) and event.chord in ("return", "space")
        ):
            self.press()
            return True
        return isinstance(event, PointerPressed)

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return ""

    def ground(self, look: Look, *, chosen: bool = False) -> Item:
        """The box of the row."""
        p, u = look.palette, look.u
        fill = p.panel if self.off else mix(p.raised, p.line, 0.5 if self.hovered else 0.15)
        edge = p.line if self.off else p.selection if self.hovered or self.focused else p.line_strong
        return CutBox(self.rect, u(7), p.go_ground if chosen else fill, 255, p.go if chosen else edge, u(1))


class ThingRow(ChoiceRow):
    """An icon, a title, what it costs, its key, and notes below."""

    def __init__(  # noqa: PLR0913 - each option is a keyword
        self,
        title: str,
        on_press: Callable[[], None],
        *,
        icon: str,
        key: str = "",
        notes: Sequence[Note] = (),
        price: Sequence[Part] = (),
        off: bool = False,
        chosen: bool = False,
    ) -> None:
        super().__init__(on_press, off=off)
        self.title, self.notes = title, tuple(notes)
        self._icon, self._key, self._price, self._chosen = icon, key, tuple(price), chosen

    @property
    def spoken(self) -> str:
        return ". ".join([self.title, *(note.words for note in self.notes)])

    def wanted(self, look: Look, width: int) -> Size:
        lines = sum(len(self._lines(look, note, width)) for note in self.notes)
        return Size(width, look.u(HEAD + LINE * lines + 6))

    def paint(self, look: Look) -> Iterable[Item]:
        u, p = look.u, look.palette
        yield self.ground(look, chosen=self._chosen)
        ink = p.faint if self.off else p.text
        yield Icon(self.rect.x + u(26), self.rect.y + u(22), self._icon, u(28), p.dim if self.off else p.soft)
        wide = line_width(look, self._price, Style.STRONG, 4)
        right = self.rect.right - u(36 if self._key else 12)
        room = right - wide - u(10) - self.rect.x - u(LEFT)
        title = shortened(look, self.title, room, Style.STRONG_18)
        y = self.rect.y + u(18)
        yield Text(self.rect.x + u(LEFT), y, title, look.face(Style.STRONG_18), ink, "ml")
        yield from line_items(look, self._price, right - wide, y, Style.STRONG, gap=4)
        if self._key:
            yield from keycap_items(look, self.rect.right - u(10), y, self._key)
        yield from self._notes(look)

    def _notes(self, look: Look) -> Iterable[Item]:
        u = look.u
        y = self.rect.y + u(HEAD + 8)
        for note in self.notes:
            ink = look.colour(note.ink)
            left = self.rect.x + u(LEFT) + (u(NOTE) if note.sign else 0)
            if note.sign:
                yield Sign(self.rect.x + u(LEFT + 5), y, note.sign, u(5), ink)
            for line in self._lines(look, note, self.rect.w):
                yield Text(left, y, line, look.face(Style.PLAIN_14), ink, "ml")
                y += u(LINE)

    @staticmethod
    def _lines(look: Look, note: Note, width: int) -> list[str]:
        room = width - look.u(LEFT + 14 + (NOTE if note.sign else 0))
        return wrapped(look, note.words, room, Style.PLAIN_14)


class RowChoice(Dialog):
    """A window with rows; a number key or a click chooses. `below` stands under the rows."""

    def __init__(
        self, title: str, rows: Sequence[ChoiceRow], cancel: Button, *, below: Sequence[Widget] = ()
    ) -> None:
        self.title, self.rows = title, tuple(rows)
        super().__init__(
            title, Column([*rows, *below], gap=8), [cancel], width=580, accent="go", cancel=cancel
        )

    def spoken(self) -> tuple[str, ...]:
        """The title, then each row with its number, for the narration."""
        rows = (f"{place + 1}: {row.spoken}" for place, row in enumerate(self.rows))
        return (self.title, *rows)

    def on_event(self, event: Event) -> bool:
        if isinstance(event, KeyPressed) and event.key.strip("[]").isdigit():
            place = int(event.key.strip("[]")) - 1
            if 0 <= place < len(self.rows):
                self.rows[place].press()
            return True
        return super().on_event(event)
