"""A stage without a window, and what must hold of every screen on it."""

from collections.abc import Iterator
from typing import Any, cast

from game.client.events import Event, KeyPressed, PointerPressed, PointerReleased
from game.client.geometry import Rect, Size
from game.client.launcher import Launcher
from game.client.look import Look
from game.client.scene.items import Clip, Group, Item, Scaled, Text
from game.client.screens.base import Screen, Stage
from game.client.settings import Settings
from game.client.theme import NEON, Palette
from game.client.units import units_for
from game.client.widgets.button import Button
from game.client.widgets.desk import Desk
from game.client.widgets.scrolling import ScrollArea
from game.client.widgets.widget import Widget, walk
from tests.support.looks import LetterMeasure
from tests.support.saying import say

SIZES = (
    (1280, 720, None),
    (1280, 720, 1.0),
    (1280, 720, 1.5),
    (1280, 720, 2.0),
    (1920, 1080, None),
    (1920, 1080, 1.0),
)
"""Windows and UI scales every screen must fit: width, height, scale (None: fits the window)."""


def stage(
    width: int = 1280,
    height: int = 720,
    scale: float | None = None,
    *,
    settings: Settings | None = None,
    launcher: Launcher | None = None,
    palette: Palette = NEON,
) -> Stage:
    """A stage of this size; texts are strict, so a missing key fails the test."""
    size = Size(width, height)
    look = Look(units_for(size, scale), palette, LetterMeasure())
    chosen = settings if settings is not None else Settings(name="Ada")
    return Stage(Desk(look, size), cast("Launcher", launcher), chosen, say)


def shown(screen: Screen) -> Screen:
    """The screen on its stage, laid out and painted once."""
    screen.stage.go(screen)
    screen.stage.items()
    return screen


class Holding(Screen):
    """A screen of one widget, for widgets and windows that need no more."""

    def __init__(self, on: Stage, widget: Widget) -> None:
        super().__init__(on)
        self._held = widget

    def root(self) -> Widget:
        """The widget."""
        return self._held


def press(on: Stage, *chords: str) -> None:
    """Press keys one after the other: `tab`, `shift+tab`, `return`."""
    for chord in chords:
        *held, key = chord.split("+") if chord != "+" else ["+"]
        on.handle(KeyPressed(key, shift="shift" in held, ctrl="ctrl" in held, alt="alt" in held))
        on.items()


def click(on: Stage, widget: Widget) -> None:
    """Click the middle of a widget."""
    x, y = widget.rect.centre_x, widget.rect.centre_y
    for event in (PointerPressed(x, y), PointerReleased(x, y)):
        on.handle(cast("Event", event))
    on.items()


def button(on: Stage, label: str) -> Button:
    """The visible button with this label on the uppermost layer."""
    top = on.desk.top
    found = (
        [w for w in walk(top) if isinstance(w, Button) and w.label.lower() == label.lower()] if top else []
    )
    assert len(found) == 1, f"{len(found)} buttons {label!r}"
    return found[0]


def find(on: Stage, kind: type[Any]) -> list[Any]:
    """All visible widgets of a kind on the uppermost layer."""
    return [w for w in walk(on.desk.top) if isinstance(w, kind)] if on.desk.top is not None else []


def words(on: Stage) -> str:
    """Everything there is to read, in painting order."""
    return "\n".join(text.text for text, _ in texts(on.items()))


def texts(items: tuple[Item, ...], clip: Rect | None = None) -> Iterator[tuple[Text, Rect | None]]:
    """All texts with the rectangle they are clipped to, if any."""
    for item in items:
        if isinstance(item, Text):
            yield item, clip
        elif isinstance(item, Clip):
            yield from texts(item.items, item.rect)
        elif isinstance(item, Group | Scaled):
            yield from texts(item.items, clip)


def check_layout(screen: Screen) -> None:
    """Nothing lies outside the window, no two places to click overlap, each is high enough, Tab reaches them all."""
    on = screen.stage
    controls = reachable(on)
    _all_inside(on, controls)
    _none_overlap(on, controls)
    _texts_inside(on)
    _tab_reaches(on, controls)


def reachable(on: Stage) -> list[Widget]:
    """The widgets the keyboard must reach."""
    top = on.desk.top
    return [w for w in walk(top) if w.focusable and w.enabled and not w.rect.is_empty] if top else []


def _all_inside(on: Stage, controls: list[Widget]) -> None:
    room = Rect(0, 0, on.desk.size.w, on.desk.size.h)
    for widget in controls:
        on.desk.focus_on(widget)
        on.items()
        rect = widget.rect
        if isinstance(widget, ScrollArea) or rect.h > room.h // 2:
            rect = rect.intersection(room)
        assert room.intersection(rect) == rect, f"{_name(widget)} at {rect} lies outside {room}"
        # Title and city are drawn no larger than they find room; 1.4 times is the least that is for the title.
        low = 0 if isinstance(widget, ScrollArea) else round(28 * min(on.desk.look.u.scale, 1.4)) - 1
        assert widget.rect.h >= low, f"{_name(widget)} is {widget.rect.h} high"
    on.desk.focus_on(None)
    on.items()


def _none_overlap(on: Stage, controls: list[Widget]) -> None:
    flat = [w for w in controls if not isinstance(w, ScrollArea)]
    for place, one in enumerate(flat):
        for other in flat[place + 1 :]:
            assert not _visible(on, one).overlaps(_visible(on, other)), (
                f"{_name(one)} overlaps {_name(other)}"
            )


def _visible(on: Stage, widget: Widget) -> Rect:
    """What of a widget shows in the areas it is scrolled in."""
    rect, parent = widget.rect, widget.parent
    while parent is not None:
        if isinstance(parent, ScrollArea):
            rect = rect.intersection(parent.rect)
        parent = parent.parent
    return rect


def _texts_inside(on: Stage) -> None:
    measure, width = on.desk.look.measure, on.desk.size.w
    for text, clip in texts(on.items()):
        wide = measure.width(text.text, text.face)
        left = text.x - {"l": 0, "r": wide}.get(text.anchor[-1], wide // 2)
        if clip is None:
            assert -1 <= text.y <= on.desk.size.h, f"{text.text!r} stands at {text.y}"
        assert left >= -1, f"{text.text!r} begins at {left}"
        assert left + wide <= width + 1, f"{text.text!r} ends at {left + wide} of {width}"


def _tab_reaches(on: Stage, controls: list[Widget]) -> None:
    seen: list[Widget] = []
    for _ in controls:
        press(on, "tab")
        if on.desk.focus is not None:
            seen.append(on.desk.focus)
    assert {id(w) for w in controls} <= {id(w) for w in seen}, "Tab does not reach every control"


def _name(widget: Widget) -> str:
    return f"{type(widget).__name__}({getattr(widget, 'label', '') or getattr(widget, 'text', '')})"
